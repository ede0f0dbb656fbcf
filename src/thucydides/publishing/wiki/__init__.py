"""Wikitext: a record as the start of an encyclopedia article: infobox, timeline by year, every figure cited."""
