"""Origins: where a claim first came from, so that one statement printed by ten papers counts once.

Rule `origin.chain`: the origin of a claim is its named speaker; without one the outlet cited for the passage, else the first
carrier, else the agency of its dateline or byline, else the document's outlet, else the document. A document that repeats another
speaks with the other's voice, and a carrier that adds nothing to a named speaker's value is no origin of its own.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from msgspec import Struct

from thucydides.nouns import Claim, Mention, Passage
from thucydides.reconciling.agencies import agency
from thucydides.reconciling.context import Context, latest
from thucydides.reconciling.voices import voice
from thucydides.reconciling.words import words

_TOKEN = re.compile(r"\w+")
_LEAST_SHINGLES = 15
_LEAST_WHOLE = 6
"""Fewer runs of words, down to those of ten words, tell a copy where the other passage holds every one of them."""
_SHINGLE = 5
_SHARED = 0.6


class Chain(Struct, frozen=True, gc=False):
    """Speaker, carriers from the speaker to the reader (folded names, the document's own key last), and when it was said; `quoted` where
    the document leaves it to somebody, named or not."""

    voice: str
    carriers: tuple[str, ...]
    document: str
    label: str
    said: date | None = None
    quoted: bool = False

    @property
    def key(self) -> str:
        """The origin where nothing else is known of the value: the voice, else the earliest carrier."""
        return f"voice:{self.voice}" if self.voice else self.carriers[0]


@cache
def fold_outlet(name: str) -> str:
    """An outlet by its listed name, else without the words that do not tell it from another ("the state news agency Khovar" is
    Khovar).
    """
    from thucydides.grounding.outlets import outlet

    listed = outlet(name)
    tokens = _TOKEN.findall((listed.name if listed is not None else name).casefold())
    return " ".join(t for t in tokens if t not in words("outlet_noise")) or " ".join(tokens)


def chain(context: Context, passage: Passage, claim: Claim | None = None) -> Chain:
    """The chain behind a passage of a document, by the claim made of it where there is one."""
    document = context.documents.get(passage.document)
    root = context.root(passage.document)
    origin = context.documents.get(root)
    citation = context.citation(passage)
    outlets = carriers_of(context, passage, claim)
    own = origin.outlet if origin is not None else None
    printed = document.outlet if document is not None else None
    carriers = [f"outlet:{fold_outlet(o)}" for o in outlets if o and fold_outlet(o) != (fold_outlet(printed) if printed else "")]
    if own:
        carriers.append(f"outlet:{fold_outlet(own)}")
    carriers.append(f"document:{root}")
    said = latest(claim.said_on) if claim is not None else None
    if said is None:
        said = (latest(citation.date) if citation else None) or context.published(root)
    speaker = voice(context, claim) if claim is not None else ""
    label = (claim.speaker if claim is not None and claim.speaker else "") or next((o for o in outlets if o), "") or own or ""
    return Chain(speaker, tuple(dict.fromkeys(carriers)), root, label, said, claim is not None and claim.speaker is not None)


def one_speaker(one: Chain, other: Chain) -> bool:
    """Whether two chains begin with one speaker: by the same words, or by words of which one holds the other ("the army", "an army
    spokesman"); two services of one state are two ("the police", "a customs official"). A report's own word is one, too."""
    mine, its = (frozenset(t for t in _TOKEN.findall(c.label.casefold()) if t not in _OFFICE) for c in (one, other))
    return bool(one.label or other.label) and (mine <= its or its <= mine) and bool(mine) == bool(its)


_OFFICE = frozenset(
    {"the", "a", "an", "s", "spokesman", "spokeswoman", "spokesperson", "official", "officials", "source", "sources", "statement"}
)


def carriers_of(context: Context, passage: Passage, claim: Claim | None) -> list[str]:
    """The names of those who carried a claim, from the speaker on: outlets named with it, the one cited for it, the agency."""
    citation = context.citation(passage)
    origin = context.documents.get(context.root(passage.document))
    outlets = [
        *(claim.via if claim is not None else ()),
        *((citation.outlet,) if citation else ()),
        *((claim.outlet,) if claim is not None and claim.outlet else ()),
    ]
    wire = agency(origin) if origin is not None else None
    if wire is not None and fold_outlet(wire) not in {fold_outlet(o) for o in outlets}:
        outlets.append(wire)
    return outlets


def origins(chains: Sequence[Chain], values: Sequence[object] = (), twins: dict[str, str] | None = None) -> tuple[str, ...]:
    """The origin of each chain; `values` are what each says, so that a carrier is folded into the speaker it carries the same
    value of.

    `twins` maps documents to the document whose passage they copy.
    """
    said = list(values) or [None] * len(chains)
    voiced: dict[tuple[object, str], list[str]] = {}
    for one, value in zip(chains, said, strict=True):
        if one.voice:
            for carrier in one.carriers:
                voiced.setdefault((value, carrier), []).append(one.key)
    result = []
    for one, value in zip(chains, said, strict=True):
        key = one.key
        if not one.voice:
            found = [k for carrier in one.carriers for k in voiced.get((value, carrier), ())]
            twin = (twins or {}).get(one.document)
            if found:
                key = min(found)
            elif twin is not None and len(one.carriers) <= 2:
                key = f"copy:{twin}"
        result.append(key)
    return tuple(result)


def twins(context: Context, mentions: Iterable[Mention]) -> dict[str, str]:
    """Documents whose passages on one incident are near-copies of one another, each with the first of its kind.

    Two passages of some twenty words or more are near-copies where the shorter shares three fifths of its runs of five words
    with the other, and two of ten words or more where it shares all (rule `origin.copy`).
    """
    runs: dict[str, set[tuple[str, ...]]] = {}
    for mention in mentions:
        root = context.root(mention.document)
        for passage in mention.passages:
            tokens = _TOKEN.findall(context.text(passage).casefold())
            runs.setdefault(root, set()).update(zip(*(tokens[n:] for n in range(_SHINGLE)), strict=False))
    found: dict[str, str] = {}
    long = sorted((d for d, r in runs.items() if len(r) >= _LEAST_WHOLE), key=lambda d: (context.published(d) or date.max, d))
    for position, document in enumerate(long):
        for earlier in long[:position]:
            shorter = min(len(runs[document]), len(runs[earlier]))
            if len(runs[document] & runs[earlier]) >= (_SHARED if shorter >= _LEAST_SHINGLES else 1.0) * shorter:
                found[document] = found[earlier] = found.get(earlier, earlier)
                break
    return found
