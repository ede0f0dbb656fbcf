"""Actors: names and descriptions of parties resolved to entries of the actor list, with the reason."""
