"""Tabular: the record as rows of named, typed cells, which every format of tables writes in its own way."""
