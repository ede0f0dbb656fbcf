"""Words of attribution: reporting verbs with stance and complements, prepositions, nouns and hedges, read from the vocabularies.

Source: `vocabularies/reporting_verbs.yaml` and `vocabularies/hedges.yaml`, each with its own.
"""

from functools import cache
from typing import Any

from msgspec import Struct

from thucydides.nouns.claim import Stance
from thucydides.vocabulary import mapping


class ReportingVerb(Struct, frozen=True):
    """A verb that brings what somebody says or thinks: its stance, its class, and the complements that count as what is said."""

    lemma: str
    stance: Stance
    kind: str
    frames: frozenset[str]


@cache
def reporting_verbs() -> dict[str, ReportingVerb]:
    """Reporting verbs by lemma; a verb of two groups has the frames of both and the stance of the first."""
    out: dict[str, ReportingVerb] = {}
    for group in mapping("reporting_verbs")["verbs"]:
        for lemma in group["words"]:
            known = out.get(lemma)
            frames = frozenset(group["frames"]) | (known.frames if known else frozenset())
            out[lemma] = ReportingVerb(
                lemma, known.stance if known else group["stance"], known.kind if known else group["kind"], frames
            )
    return out


@cache
def prepositional() -> dict[tuple[str, str], Stance]:
    """(verb, preposition) pairs that bring what is said ("call for"), with their stance."""
    return {(row["verb"], row["prep"]): row["stance"] for row in mapping("reporting_verbs")["prepositional"]}


@cache
def verbs_with_preposition() -> frozenset[str]:
    """The verbs of `prepositional`."""
    return frozenset(verb for verb, _ in prepositional())


@cache
def cue_nouns() -> dict[str, Stance]:
    """Nouns that hold a claim ("accusation"), with their stance."""
    nouns: dict[str, list[str]] = mapping("reporting_verbs")["nouns"]
    return {noun: stance for stance, words in nouns.items() for noun in words}  # type: ignore[misc]


@cache
def words(key: str) -> frozenset[str]:
    """A word list of `reporting_verbs.yaml`."""
    return frozenset(mapping("reporting_verbs")[key])


def table_of(key: str) -> dict[str, Any]:
    """A word table of `reporting_verbs.yaml` ("passive_belief": verb to stance)."""
    found: dict[str, Any] = mapping("reporting_verbs")[key]
    return found


@cache
def hedge_words(key: str) -> frozenset[str]:
    """A word list of `hedges.yaml`."""
    return frozenset(mapping("hedges")[key])


@cache
def hedging_verbs() -> dict[str, str]:
    """Verbs that weaken what they bring, with the hedge that they are recorded as ("claim": "claimed")."""
    found: dict[str, str] = mapping("hedges")["verbs"]
    return found
