"""Filling: what the sentences about an incident leave to the rest of their report."""
