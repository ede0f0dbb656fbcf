"""Words: the tables of `vocabularies/reconciling.yaml` as sets and orders, read once."""

from functools import cache
from typing import Any

from thucydides.vocabulary import mapping, table

OUTCOMES = ("killed", "injured", "missing", "captured")


@cache
def words(key: str) -> frozenset[str]:
    """A word list by its key ("official", "whole", "indefinite", ...)."""
    return frozenset(mapping("reconciling")[key])


@cache
def order(subtype: str) -> int:
    """The place of a sub-event type in the hierarchy; smaller wins a tie; types outside it come last."""
    ranks: list[str] = mapping("reconciling")["order"]
    return ranks.index(subtype) if subtype in ranks else len(ranks)


@cache
def methods_meet(one: str, other: str) -> bool:
    """Whether two means may be two words for one deed."""
    pairs: list[list[str]] = mapping("reconciling")["compatible_methods"]
    return one == other or [one, other] in pairs or [other, one] in pairs


def entry(key: str, name: str) -> Any:
    """One entry of a table of the file, None where it has none."""
    return mapping("reconciling")[key].get(name)


@cache
def country_name(code: str | None) -> str:
    """A country's name by ISO alpha-2 code; the code itself where the table has none."""
    return next((row["name"] for row in table("demonyms") if row["code"] == code), code or "")


@cache
def demonym(code: str | None) -> str:
    """The first adjective of a country ("Chinese"), "" where unknown."""
    return next((row["adjectives"].split("|")[0] for row in table("demonyms") if row["code"] == code), "")


@cache
def method_of_weapon(weapon: str) -> str:
    """The means that a weapon of `weapons.yaml` stands for, "" where it has none."""
    found: dict[str, Any] = mapping("weapons").get("weapons", {})
    return str(found.get(weapon, {}).get("method") or "")
