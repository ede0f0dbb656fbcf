"""Publishing: a record becomes an infobox, timeline, tables, maps and data formats."""
