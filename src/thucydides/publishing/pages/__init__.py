"""Pages: the record as one page of HTML: its rows, values, sources and tallies."""
