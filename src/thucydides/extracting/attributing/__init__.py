"""Attributing: who says what, through whom, and whom it blames."""
