"""Packaging: what goes with the tables when they are handed on, so that others can read, check and judge them."""
