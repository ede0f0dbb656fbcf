"""Sides: the category and nationality of a group of people, by its nouns and adjectives."""

from functools import cache

from spacy.tokens import Token

from thucydides.grounding.actors.actors import demonym_country
from thucydides.vocabulary import mapping

FIGHTERS = frozenset({"rebels", "state forces", "militia", "external forces"})
"""The categories of people who fight."""


@cache
def group_words(key: str) -> frozenset[str]:
    """A word list of groups.yaml."""
    return frozenset(mapping("groups")[key])


@cache
def categories() -> dict[str, str]:
    """Noun -> category; the first category of the vocabulary that lists a noun holds."""
    table: dict[str, str] = {}
    for category, words in mapping("groups")["groups"].items():
        for word in words:
            table.setdefault(word, category)
    return table


def category_of(head: Token, modifiers: list[str]) -> str:
    """Who a group is: "border guards" are state forces, "schoolchildren" civilians, "armed men" fighters; "unknown" where nothing says."""
    lemma = head.lemma_.lower()
    table = categories()
    if _former() & set(modifiers) and (table.get(lemma) or table.get(lemma.removesuffix("s"))) in FIGHTERS:
        return "civilians"
    for modifier in modifiers:
        if f"{modifier} {lemma}" in table:
            return table[f"{modifier} {lemma}"]
    if group_words("force_words") & set(modifiers) and lemma in group_words("force_members"):
        return "state forces"
    if group_words("fighter_words") & set(modifiers):
        return "rebels"
    found = table.get(lemma) or table.get(lemma.removesuffix("s"))
    if found is None and lemma.endswith(("man", "men")):
        found = table.get(lemma[:-2] + "an")
    if found in (None, "civilians") and _bearing() & set(modifiers):
        return "rebels" if lemma in group_words("generic") else "militia"
    return found or "unknown"


@cache
def _former() -> frozenset[str]:
    """Words that say that somebody bears arms no more: "former policemen"."""
    return frozenset(mapping("triggers")["by_doer"]["former"])


@cache
def _bearing() -> frozenset[str]:
    """Words that arm who bears them ("armed", "masked"), as they stand and as the verbs that the parser makes of them."""
    words = mapping("actor_words")["bearing"]
    return frozenset((*words, *(w.removesuffix("ed") for w in words)))


def nationality_of(words: list[str]) -> str | None:
    """ISO code of the first adjective of nationality among the words, None where none or an ambiguous one."""
    return next((c for w in words if w[:1].isupper() and (c := demonym_country(w))), None)


def sex_of(head: Token) -> str:
    """ "female", "male" or "" by the noun or pronoun."""
    both = {head.lower_, head.lemma_.lower()}
    return "female" if both & group_words("female") else "male" if both & group_words("male") else ""
