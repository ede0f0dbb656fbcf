"""Proposals: what the learned layer says of each noun phrase, and the entities that several of them name."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from thucydides.extracting.roles.candidates import PARTITIVE

Part = Literal["individual", "organisation", "thing", "person", "instrument"]
PARTS: tuple[Part, ...] = ("individual", "organisation", "thing", "person", "instrument")
DEEDS = ("ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY")


class Proposal(Struct, frozen=True):
    """One noun phrase: its characters, words and place in the tree, and scores (log odds) for each of `PARTS` and of `DEEDS`.

    `top` and `governors` are (paragraph, token) keys, so that phrases under one word can be told; `relation` is the nearest relation.
    """

    start: int
    end: int
    long: int
    name: tuple[int, int] | None
    text: str
    wide: str
    head: str
    tag: str
    sentence: int
    paragraph: int
    number: str | None
    place: int
    top: tuple[int, int]
    beside: tuple[int, int] | None
    governors: tuple[tuple[str, tuple[int, int], str], ...]
    parts: tuple[float, ...]
    deeds: tuple[float, ...]
    features: tuple[str, ...] = ()


class Entity(Struct, frozen=True):
    """What one or several proposals name, in one part: the proposals in order, the best of them first in `best`."""

    part: Part
    proposals: tuple[Proposal, ...]

    @property
    def best(self) -> Proposal:
        """The proposal with the highest score for the part."""
        k = PARTS.index(self.part)
        return max(self.proposals, key=lambda p: (p.parts[k], -p.start))

    @property
    def score(self) -> float:
        """The score of the best proposal."""
        return self.best.parts[PARTS.index(self.part)]

    @property
    def sentences(self) -> frozenset[int]:
        """The sentences that name it."""
        return frozenset(p.sentence for p in self.proposals)


OF = 14
"""Characters that may lie between a group and those it is made of: "of", an article, a count."""
BRACKET = 3
"""Characters that may lie between a name and its initials in brackets."""


def name_words(p: Proposal) -> frozenset[str]:
    """The words of the proper name of a phrase, in small letters."""
    if p.name is None:
        return frozenset()
    return frozenset(p.text[p.name[0] - p.start :].lower().replace('"', "").split())


def same(a: Proposal, b: Proposal, part: Part) -> bool:
    """Whether two phrases name the same: names that share their last word, equal phrases, or the same noun in the same number."""
    one, other = name_words(a), name_words(b)
    if one and other:
        if part == "organisation":
            return one == other or a.text.lower() == b.text.lower() or _short_for(a, b) or _short_for(b, a)
        return one <= other or other <= one
    if bool(one) != bool(other):
        return part == "person" and (_described(a, b) or _described(b, a))
    if a.head != b.head or a.tag != b.tag:
        return False
    return a.number == b.number or a.number is None or b.number is None


def _short_for(short: Proposal, full: Proposal) -> bool:
    """Whether one name is the initials of the other, or stands right behind it in brackets; a translated name may shuffle them."""
    letters = [c for c in short.text if c.isalpha()]
    if not (1 < len(letters) < 8 and short.text.isupper()) or " " not in full.text:
        return False
    initials = [w[0] for w in full.text.split() if w[0].isupper()]
    return 0 <= short.start - full.end <= BRACKET or sorted(letters) == sorted(initials)


def entities(found: Sequence[Proposal], part: Part, bar: float) -> list[Entity]:
    """The entities of a part among the proposals that score above `bar`, in order of their first naming.

    A name that scores less still names an entity that is there without it: "the daughter of the ambassador, Rosa Ruiz".
    """
    k = PARTS.index(part)
    groups: list[list[Proposal]] = []
    for p in found:
        if p.parts[k] <= bar:
            continue
        home = next((g for g in groups if any(same(p, q, part) or _joined(p, q) for q in g)), None)
        if home is None:
            groups.append([p])
        else:
            home.append(p)
    for p in found:
        if p.name is not None and p.parts[k] <= bar:
            home = next((g for g in groups if any(same(p, q, part) or _joined(p, q) for q in g)), None)
            if home is not None:
                home.append(p)
    return [Entity(part, tuple(sorted(g, key=lambda p: p.start))) for g in groups]


def _joined(p: Proposal, q: Proposal) -> bool:
    """Whether one phrase stands beside the other as its explanation ("Perez, a journalist"), or is the group that it is made of."""
    if p.beside == (q.paragraph, q.place) or q.beside == (p.paragraph, p.place):
        return True
    return _made_of(p, q) or _made_of(q, p)


def _made_of(p: Proposal, q: Proposal) -> bool:
    """Whether a phrase says whom a group is made of ("a group of armed men")."""
    of = p.top == (q.paragraph, q.place) != (p.paragraph, p.place) and q.head in PARTITIVE
    return of and 0 < p.start - q.end <= OF and p.end <= q.long


def _described(p: Proposal, q: Proposal) -> bool:
    """Whether a phrase is the description that stands before a name elsewhere ("the mayor", "Mayor Ruiz")."""
    if q.name is None or p.tag != "NN" or "det=the" not in p.features:
        return False
    return p.head in q.text[: q.name[0] - q.start].lower().split()
