"""Drafting: the tellings of one document gathered into its incidents."""
