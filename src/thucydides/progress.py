"""Progress: how a long step tells how far it is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Told of each step: its name, how much of it is done, and how much there is."""
