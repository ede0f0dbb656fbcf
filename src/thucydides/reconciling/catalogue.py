"""Catalogue: what is known of the armed groups and governments of the world, for parties that the mentions name by id."""

from importlib import import_module
from typing import Any

from thucydides.nouns import Actor


def catalogue() -> Any:
    """The module that knows the world's armed groups and governments, None where it is not installed."""
    try:
        return import_module("thucydides.grounding.actors.actors")
    except ImportError:
        return None


def known_actor(identifier: str) -> Actor | None:
    """The catalogue's entry of an actor, None where there is none."""
    module = catalogue()
    for name in ("actor_by_id", "actor", "get"):
        lookup = getattr(module, name, None)
        if callable(lookup):
            try:
                found = lookup(identifier)
            except (KeyError, LookupError, TypeError, ValueError):
                continue
            if isinstance(found, Actor):
                return found
    return None
