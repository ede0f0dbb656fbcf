"""Site: a record as a folder of pages that needs no server and no network."""
