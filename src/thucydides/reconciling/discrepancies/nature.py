"""Discrepancies of nature: what a deed was, as those who tell of it have it: a place taken or held, a fight or an execution, an attack or
an accident, and whether anything of the kind happened.

Rule `discrepancy.nature`. Invariant: what one speaker says contradicts nothing that he says himself.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from thucydides.nouns import Claim, Discrepancy, Passage
from thucydides.nouns.actor import GROUP_KINDS, STATE_KINDS
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.context import Context
from thucydides.reconciling.discrepancies.common import WEIGHTS, Side, Single, by_value, discrepancy
from thucydides.reconciling.origins import Chain, chain, one_speaker
from thucydides.reconciling.types import Typed
from thucydides.reconciling.words import words
from thucydides.versions import all_versions, exclude, versions_in

DENIED = "none"


class Held(Struct, frozen=True):
    """A version of the deed by name, who gives it and where, and in which mention; `claim` is "" where a report tells it in passing,
    `armed` "state" or "group" where the speaker is of one of the two."""

    name: str
    chain: Chain
    passage: Passage
    mention: str
    claim: str = ""
    armed: str = ""

    @property
    def side(self) -> Side:
        """The version as a side of a discrepancy."""
        return Side(all_versions()[self.name].words, self.passage, self.passage.document, self.chain, self.claim)


def find(scene: Single) -> Iterator[Discrepancy]:
    """One discrepancy where versions of a deed exclude each other, and one where somebody denies that there was any."""
    one = scene.one
    said = _said(one)
    clash = clashing(one, "nature")
    if clash:
        words_ = f"On what was done the accounts differ: {by_value(scene.context, clash)}."
        yield discrepancy("nature", "type", [one.id], clash, words_, WEIGHTS["type"])
        return
    denials = [h for h in said if h.name == DENIED]
    told = [h.side for h in said if h.name != DENIED] + [s for t in one.types if (s := _telling(scene.context, t)) is not None]
    against = next((s for s in told if any(s.chain is not None and not one_speaker(s.chain, h.chain) for h in denials)), None)
    if denials and against is not None:
        sides = [against, *(h.side for h in denials)]
        words_ = f"Whether it happened as told is disputed: {by_value(scene.context, [h.side for h in denials])}."
        yield discrepancy("nature", "type", [one.id], sides, words_, WEIGHTS["type"])


def clashing(one: Assessed, kind: str) -> list[Side]:
    """The sides of the versions of one kind that exclude each other, at least one of them in somebody's mouth."""
    said = [h for h in _said(one) if h.name != DENIED]
    every = [*said, *_in_passing(one)]
    apart: list[Held] = []
    for a, b in combinations(every, 2):
        if not (a.claim or b.claim) or not exclude(a.name, b.name) or _kind(a, b) != kind or one_speaker(a.chain, b.chain):
            continue
        if (a.mention != b.mention and not _of_one_thing(a, b)) or _of_two_places(one.case.context, a, b):
            continue
        apart += [h for h in (a, b) if h not in apart]
    return [h.side for h in apart]


def _of_one_thing(one: Held, other: Held) -> bool:
    """Whether versions of two mentions speak of the same: an accident takes up the whole deed; of ground both sides must speak."""
    if "accident" in (one.name, other.name):
        return True
    held = next((h for h in (one, other) if h.name == "held"), None)
    return {one.name, other.name} == {"taken", "held"} and held is not None and bool(held.armed) and one.armed != other.armed


def _of_two_places(context: Context, one: Held, other: Held) -> bool:
    """Whether two versions of ground name something each and nothing that both name: one town taken, another held."""
    if {one.name, other.name} != {"taken", "held"}:
        return False
    named = [set(_NAME.findall(context.text(h.passage))) for h in (one, other)]
    return bool(named[0] and named[1]) and not named[0] & named[1]


_NAME = re.compile(r"(?<=[a-z,’'] )(?:al-|el-)?[A-Z][\w’'-]+|^[A-Z][\w’-]+(?= (?:is|was|had|has|remains)\b)")


def _kind(one: Held, other: Held) -> str:
    """The kind of the discrepancy that two versions make: of means only where both assert one."""
    table = all_versions()
    return "method" if table[one.name].kind == table[other.name].kind == "method" else "nature"


def _said(one: Assessed) -> list[Held]:
    """The versions that speakers give."""
    claims: Sequence[Claim] = [c for c in one.case.claims if c.attribute == "version" and c.category in all_versions()]
    return [Held(c.category, chain(one.case.context, c.passage, c), c.passage, c.mentions[0], c.id, _armed(c)) for c in claims]


def _armed(claim: Claim) -> str:
    return "state" if claim.speaker_kind in STATE_KINDS else "group" if claim.speaker_kind in GROUP_KINDS else ""


_OF_TYPE = {"Government regains territory": "taken", "Non-state actor overtakes territory": "taken"}
_OF_MEANS = {"air": "air", "shelling": "shelling", "suicide": "suicide", "grenade": "grenade"}


def _in_passing(one: Assessed) -> Iterator[Held]:
    """The versions that accounts give by what they tell: ground that changes hands, words for a fight, means of the deed."""
    context = one.case.context
    for telling in one.types:
        if telling.type in _OF_TYPE:
            yield Held(_OF_TYPE[telling.type], telling.chain, telling.passage, telling.mention)
        fight = all_versions()["fight"]
        if any(p.search(context.text(telling.passage).lower()) for p in fight.patterns):
            yield Held("fight", telling.chain, telling.passage, telling.mention)
        if telling.type not in words("fights"):
            means = {m: p for m, p in telling.methods if m in _OF_MEANS}
            if len(means) == 1:
                ((name, passage),) = means.items()
                yield Held(_OF_MEANS[name], telling.chain, passage, telling.mention)


def _telling(context: Context, telling: Typed) -> Side | None:
    """An account of the deed as a side against a denial; None where it tells nothing but the denial."""
    if any(v.name == DENIED for v, *_ in versions_in(context.text(telling.passage))):
        return None
    return Side(telling.type, telling.passage, telling.passage.document, telling.chain, next(iter(telling.claims), ""))
