"""Outputs: one module for each form a record can be exported as; the names of the modules are the names of the formats.

Each has `INFO`, its manifest, and `write(record, options)`. It is given the part of the record that is to be published.
"""
