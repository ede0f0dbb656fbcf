"""Record: the store, its schema, revisions, rulings and differences."""
