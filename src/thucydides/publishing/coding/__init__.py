"""Coding: the record's incidents by the rules of the data sets that conflict researchers use, UCDP's and ACLED's.

What a data set's rules cannot code is never forced into it: it goes to a second table with the reasons.
"""
