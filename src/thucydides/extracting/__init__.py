"""Extracting: documents become mentions, claims, aggregates and figures, each value with its passage."""
