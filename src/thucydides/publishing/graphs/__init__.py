"""Graphs: the record as entities and the links between them."""
