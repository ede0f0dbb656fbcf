"""Tellings: what one sentence tells of one incident: its triggers, harm, times, places, parties and means.

Invariants: every telling has a trigger or a harm; a sentence that dates two deeds apart gives two tellings; offsets are of the document.
"""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.answered import answered
from thucydides.extracting.deed_days import LIKELY, STATEMENT, likelihood, weighed
from thucydides.extracting.deeds import (
    deeds_by_date,
    harms_by_place,
    headlines,
    in_passing,
    is_reference,
    is_topic,
    owner_of,
    places_of_deed,
    shares_by_place,
    targets_by_place,
    token_starting,
    turned_back,
)
from thucydides.extracting.harm import Harm, find_harm
from thucydides.extracting.late_deaths import dies_later
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.participants import REPORTING, acts_as_state, dated_by_report, role_of, token_at
from thucydides.extracting.spans import days_wide
from thucydides.extracting.status import status_of
from thucydides.extracting.surroundings import Surroundings
from thucydides.extracting.triggers import Trigger, find_triggers
from thucydides.extracting.weapons import WeaponUse, find_weapons
from thucydides.extracting.wide import widths
from thucydides.grounding.actors import ActorMatch, military_of
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import PlaceRef
from thucydides.nouns.actor import ActorRole
from thucydides.nouns.mention import Status

DatedBy = Literal["", "statement", "finding", "aftermath"]


class Telling(Struct, frozen=True):
    """One sentence's word on one incident. `[start, end)` is the sentence in the document; `triggers` and `harms` have document offsets.

    `time` is the date of the deed where the sentence gives one, `windows` spans that count things; `places` in order of naming;
    `roles` the parts that `actors` play, one each; `dated_by` what the date is of where it is not the deed's.
    `part` tells apart what one sentence counts place by place.
    `head` is the trigger that names it best; `paragraph` and `order` its position in the document; `kind` that of its block.
    """

    start: int
    end: int
    paragraph: int
    order: int
    kind: str
    triggers: tuple[Trigger, ...]
    harms: tuple[Harm, ...]
    status: Status
    time: TimeExpression | None = None
    windows: tuple[TimeExpression, ...] = ()
    places: tuple[PlaceRef, ...] = ()
    actors: tuple[ActorMatch, ...] = ()
    weapons: tuple[WeaponUse, ...] = ()
    roles: tuple[ActorRole, ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    dated_by: DatedBy = ""
    head: Trigger | None = None
    cue: tuple[int, int] = (0, 0)
    referring: bool = False
    level: int = 0
    part: int = 0

    @property
    def families(self) -> frozenset[str]:
        """The families of its triggers."""
        return frozenset(t.family for t in self.triggers)


_NO_FORCE = frozenset({"seizure", "arrest"})
_RANK = (
    "chemical",
    "suicide",
    "air",
    "shelling",
    "bomb",
    "grenade",
    "sexual",
    "clash",
    "attack",
    "abduction",
    "crackdown",
    "riot",
    "protest",
    "takeover",
    "territory",
    "destruction",
    "seizure",
    "arrest",
    "death",
    "harm",
)


def _head(triggers: list[Trigger]) -> Trigger | None:
    return min(triggers, key=lambda t: (t.weak, _RANK.index(t.family), not t.noun, t.first), default=None)


def _carried(
    groups: list[tuple[set[int], TimeExpression | None]], places: list[PlaceRef], around: Surroundings, before: tuple[int, int]
) -> tuple[list[tuple[set[int], TimeExpression | None]], list[PlaceRef]]:
    """Date and place of the sentence before, where it tells of no deed itself and this one has none ("Three men crossed the border
    on 24 December. Five people were killed in the firefight that followed.")."""
    if len(groups) == 1 and groups[0][1] is None:
        text = around.document.text
        days = [t for t in around.times_in(*before) if not t.window and t.lean != "future" and not _of_saying(text, before[0], t.start)]
        groups = [(groups[0][0], days[0] if days else None)]
    if not any(p.role in ("at", "near", "between") for p in places):
        places = [*places, *(p for p in around.places_in(*before) if p.role in ("at", "near", "to"))]
    return groups, places


_SAID = re.compile(
    r"\b(?:said|says|told|announced|stated|reported|confirmed|wrote|posted|added|tweeted|declared)\b(?:[^,.;:]|, ){0,40}$", re.IGNORECASE
)


def _of_saying(text: str, start: int, day: int) -> bool:
    """Whether a day is that of a statement: right behind a word of saying."""
    return _SAID.search(text[start:day]) is not None


def _kept(harms: list[Harm], chosen: list[Harm]) -> list[Harm]:
    """The harms chosen with their parts, each part pointing at its whole in the new order."""
    picked = [i for i, h in enumerate(harms) if h in chosen or (h.part_of is not None and harms[h.part_of] in chosen)]
    where = {old: new for new, old in enumerate(picked)}
    return [replace(harms[i], part_of=where.get(harms[i].part_of or 0) if harms[i].part_of is not None else None) for i in picked]


def _with_shares(
    harms: list[Harm], whole: Harm, shares: list[tuple[list[Harm], list[PlaceRef]]]
) -> tuple[list[Harm], list[tuple[list[Harm], list[PlaceRef]]]]:
    """The harms with the count over several places marked, and each share no part of it but a count of its own place."""
    own = {id(h) for some, _ in shares for h in some}
    told = [replace(h, wide="shared") if h is whole else replace(h, part_of=None, wide="") if id(h) in own else h for h in harms]
    place = {id(old): new for old, new in zip(harms, told, strict=True)}
    return told, [([place[id(whole)]], []), *([([place[id(h)] for h in some], refs) for some, refs in shares])]


def _shifted(harm: Harm, shift: int) -> Harm:
    people = replace(harm.people, start=harm.people.start + shift, end=harm.people.end + shift)
    return replace(harm, start=harm.start + shift, end=harm.end + shift, people=people)


def tellings_of(paragraph: Paragraph, number: int, order: int, around: Surroundings) -> Iterator[Telling]:
    """The tellings of one paragraph in order; `number` is the paragraph's position, `order` that of its first sentence."""
    shift = paragraph.start
    before: tuple[int, int] | None = None
    for sentence in paragraph.sentences():
        order += 1
        start = sentence.start_char + shift
        end = start + len(sentence.text.rstrip())
        places = around.places_in(start, end)
        triggers = list(find_triggers(sentence, _named(sentence, places, shift)))
        harms = list(find_harm(sentence)) if triggers or _may_harm(sentence) else []
        triggers = [t for t in triggers if not is_reference(sentence, t) and not is_topic(sentence, t)]
        if _ELSEWHERE.match(sentence.text):
            triggers = [replace(t, new=True, definite=False) for t in triggers]
        if not triggers and not harms:
            before = (start, end)
            continue
        times = _finest(around.times_in(start, end), around)
        persons = [h for h in harms if not _is_place(h, places, shift) and not _is_cited(h, around, shift)]
        harms = _kept(harms, [h for h in persons if h.part_of is None])
        cause = answered(sentence, times, shift)
        if cause and not {t.head for t in triggers} | {h.cue for h in harms} <= cause:
            triggers = [t for t in triggers if t.head not in cause]
            harms = _kept(harms, [h for h in harms if h.cue not in cause and h.part_of is None])
            places = [p for p in places if _index(sentence, p.passage.start - shift) not in cause]
        nodes = sorted({t.head for t in triggers} | {h.cue for h in harms})
        wide = widths(around.document.text, start, end, [_shifted(h, shift) for h in harms], places)
        harms = [replace(h, wide=w) if w else h for h, w in zip(harms, wide, strict=True)]
        shared = shares_by_place(sentence, harms, places, shift)
        split = harms_by_place(sentence, harms, places, shift) if not any(wide) and shared is None else None
        if shared is not None:
            harms, split = _with_shares(harms, *shared)
        split = split or (targets_by_place(sentence, harms, places, shift) if triggers else None)
        doubted = _doubted(sentence, triggers, harms, times, around, shift)
        likely = [t for t in times if t.start not in doubted]
        loose = not in_passing(triggers, harms)
        groups = deeds_by_date(sentence, nodes, likely, shift, loose)
        if doubted and all(time is None for _, time in groups):
            groups = deeds_by_date(sentence, nodes, times, shift, loose)
        if (turned := turned_back(sentence, nodes, times, shift, around.document.published)) is not None:
            dating, back, told = turned
            outer = [n for n in nodes if n not in told]
            rest = [t for t in likely if t is not dating]
            groups = [*(deeds_by_date(sentence, outer, rest, shift) if outer else []), (told, back)]
        if len(groups) > 1 and turned is None and any(h.total for h in harms):
            groups = [_of_one_toll(groups, around)]
        several = headlines(sentence, nodes, harms) if paragraph.block.kind == "title" and not times else []
        if several:
            groups = [(part, None) for part in several]
        if before is not None and harms:
            groups, places = _carried(groups, places, around, before)
        before = None
        for number_of, (group, time) in enumerate(groups):
            mine = [t for t in triggers if t.head in group]
            hurt = [h for h in harms if h.cue in group]
            theirs = places_of_deed(places, groups, group, sentence, shift)
            pieces = split if split is not None and len(groups) == 1 else [(hurt, theirs)]
            for part, (piece, where) in enumerate(pieces):
                yield from _telling(
                    sentence,
                    paragraph,
                    (number, order, shift, start, end),
                    mine,
                    _kept(harms, [h for h in hurt if h in piece]),
                    time,
                    times,
                    where,
                    around,
                    (set(nodes) - group if len(groups) > 1 else set()) | cause,
                    doubted.get(time.start, "") if time is not None else "",
                    part + (number_of if turned is not None or several else 0),
                )


_FOUND = re.compile(
    r"\b(?:bodies|corpses|remains)\b.{0,120}\b(?:found|discovered|recovered|unearthed|exhumed|retrieved)\b"
    r"|\b(?:found|discovered|recovered|unearthed|exhumed|retrieved)\b.{0,60}\b(?:bodies|corpses|remains)\b|\bmass\s+graves?\b",
    re.IGNORECASE | re.DOTALL,
)


def _only_found(sentence: Span, triggers: list[Trigger], harms: list[Harm]) -> bool:
    """Whether a sentence tells of several dead that were found, and not of how they died: its day is that of the finding."""
    several = any(h.people.counted and h.quantity is not None and (h.quantity.best or 0) > 1 for h in harms)
    return several and all(t.family in ("death", "harm") for t in triggers) and _FOUND.search(sentence.text) is not None


_APPOSED = re.compile(r"\s*,?\s*(?:on\s+)?")


def _finest(times: list[TimeExpression], around: Surroundings) -> list[TimeExpression]:
    """The times of a sentence without those that the next one only makes finer: "earlier this month, on April 17"."""
    kept = []
    for number, time in enumerate(times):
        then = times[number + 1] if number + 1 < len(times) else None
        if then is not None and _APPOSED.fullmatch(around.document.text, time.end, then.start):
            wide, fine = around.reckoning.when(time), around.reckoning.when(then)
            if wide is not None and fine is not None and days_wide(wide) > days_wide(fine) and fine.precision == "day":
                continue
        kept.append(time)
    return kept


def _named(sentence: Span, places: list[PlaceRef], shift: int) -> frozenset[int]:
    """The tokens that name towns, districts and sites, none of countries."""
    spans = [(p.passage.start - shift, p.passage.end - shift) for p in places if p.place is not None and p.place.kind in _TAKEN]
    return frozenset(t.i for t in sentence if any(a <= t.idx < b for a, b in spans)) if spans else frozenset()


_TAKEN = frozenset({"settlement", "admin1", "admin2", "site"})


def _is_place(harm: Harm, places: list[PlaceRef], shift: int) -> bool:
    """Whether what was captured is a place: "after capturing Umm Rawaba"."""
    start, end = harm.people.start + shift, harm.people.end + shift
    named = harm.outcome == "captured" and harm.people.name and not harm.people.counted
    return bool(named) and any(p.passage.start <= start and end <= p.passage.end for p in places)


def _is_cited(harm: Harm, around: Surroundings, shift: int) -> bool:
    """Whether those said to be harmed are who is cited in brackets: "16 injured (Doctors Network)"."""
    start, end = harm.people.start + shift, harm.people.end + shift
    return not harm.people.counted and any(a <= start and end <= b for a, b in around.cited)


_REBELS = frozenset({"rebel group", "political militia", "identity militia", "criminal group"})


def _own_count(cue: Token, rebels: set[int]) -> bool:
    """Whether an armed group counts whom it says it killed ("the group said it had killed 50"): others' counts go before its own."""
    subject = next((c for c in cue.children if c.dep_ == "nsubj" and c.lower_ in ("it", "they", "we")), None)
    teller = cue.head if cue.dep_ == "ccomp" else cue.head if cue.dep_ == "xcomp" else None
    if teller is None or (subject is None and cue.dep_ == "ccomp") or teller.lemma_.lower() not in REPORTING:
        return False
    chain = [teller, *([teller.head] if teller.dep_ == "conj" else [])]
    return any(c.dep_ == "nsubj" and (c.i in rebels or any(d.i in rebels for d in c.children)) for t in chain for c in t.children)


_ELSEWHERE = re.compile(r"\s*(?:Separately|Elsewhere|Also (?:on|in|at)|In (?:a|an) (?:separate|unrelated|different)|In another)\b")
"""Words that open a sentence on another deed."""


def _of_one_toll(
    groups: list[tuple[set[int], TimeExpression | None]], around: Surroundings
) -> tuple[set[int], TimeExpression | None]:
    """The deeds of a sentence with a running toll as one, of the earliest day: who died last died of it ("has risen to 34 after a
    patient died on Friday")."""
    dated = [(day.earliest, time) for _, time in groups if time is not None and (day := around.reckoning.when(time)) and day.earliest]
    first = min(dated, key=lambda d: d[0])[1] if dated else next((time for _, time in groups if time is not None), None)
    return set().union(*(nodes for nodes, _ in groups)), first


def _index(sentence: Span, offset: int) -> int:
    token = token_starting(sentence, offset)
    return token.i if token is not None else -1


def _doubted(
    sentence: Span, triggers: list[Trigger], harms: list[Harm], times: list[TimeExpression], around: Surroundings, shift: int
) -> dict[int, DatedBy]:
    """Where the days start that are hardly the deed's own, with what else they date: a statement, or an arrest, a trial, a funeral."""
    if dies_later(sentence, triggers, harms):
        return dict.fromkeys((t.start for t in times), "aftermath")
    families = {h.cue: "harm" for h in harms} | {t.head: t.family for t in triggers}
    if set(families.values()) == {"arrest"}:
        return {}
    found = weighed(sentence, times, families, around.document.published, shift)
    return {
        time.start: "statement" if STATEMENT & set(evidence) else "aftermath"
        for time, _, evidence in found
        if likelihood(evidence) < LIKELY
    }


def _words_of(sentence: Span) -> tuple[str, ...]:
    return tuple(
        sorted(
            {
                t.lemma_.lower()
                for t in sentence
                if t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and len(t) > 3 and t.is_alpha and not t.is_stop
            }
        )
    )


def _names_of(sentence: Span) -> tuple[str, ...]:
    found, run = [], []
    for token in [*sentence, None]:
        if token is not None and token.pos_ == "PROPN" and token.text[:1].isupper():
            run.append(token.text)
            continue
        if len(run) > 1:
            found.append(" ".join(run))
        run = []
    return tuple(sorted(set(found)))


def _may_harm(sentence: Span) -> bool:
    lowered = sentence.text.lower()
    return any(
        w in lowered
        for w in (
            "casualt",
            "injur",
            "wound",
            "dead",
            "death",
            "die",
            "kill",
            "hurt",
            "fatal",
            "lives",
            "lost",
            "put to",
            "missing",
            "bod",
            "hostage",
            "slain",
            "victim",
            "toll",
            "figure",
            "estimate",
            "abduct",
            "kidnap",
            "martyr",
        )
    )


def _only_meant(sentence: Span, harm: Harm) -> bool:
    """Whether a sentence of what happened says of one harm only that somebody meant it ("plotted to kill the mayor and shot him")."""
    cue = sentence.doc[harm.cue]
    still = any(c.dep_ == "mark" and c.lower_ in ("before", "until", "lest") for c in cue.children)
    if still and any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBP") for c in cue.children):
        return True  # "before another boy is killed"
    if cue.dep_ == "pobj" and cue.head.lower_ == "since":
        return True  # "since the July slaying of a hiker" only says when
    return cue.tag_ == "VB" and status_of(sentence, cue) in ("planned", "foiled")


def _telling(
    sentence: Span,
    paragraph: Paragraph,
    at: tuple[int, int, int, int, int],
    triggers: list[Trigger],
    harms: list[Harm],
    time: TimeExpression | None,
    times: list[TimeExpression],
    places: list[PlaceRef],
    around: Surroundings,
    others: set[int],
    doubted: DatedBy,
    part: int,
) -> Iterator[Telling]:
    number, order, shift, start, end = at
    if not triggers and not harms:
        return
    head = _head(triggers)
    doc = sentence.doc
    anchor = (
        doc[harms[0].cue]
        if harms and (head is None or head.weak or head.family in ("attack", "death", "harm"))
        else doc[head.head]
        if head
        else doc[harms[0].cue]
    )
    status = status_of(sentence, anchor)
    if (
        status != "happened"
        and head is not None
        and harms
        and any(status_of(sentence, doc[h.cue]) == "happened" and h.quantity is not None for h in harms)
    ):
        status = "happened"
    if status in ("happened", "foiled") and harms:
        harms = _kept(harms, [h for h in harms if not _only_meant(sentence, h)])
        if not triggers and not harms:
            return
    referring = bool(triggers) and not harms and all(is_reference(sentence, t) for t in triggers)
    anchor_start = anchor.idx + shift
    deeds = {t.head for t in triggers} | {h.cue for h in harms}
    force = {t.head for t in triggers if t.family not in _NO_FORCE} | {h.cue for h in harms}
    actors = around.actors_in(start, end)
    tokens = [token_at(sentence, a.start - shift, a.end - shift) for a in actors]
    actors = [
        military_of(a) if t is not None and a.metonym and acts_as_state(t, force) else a
        for a, t in zip(actors, tokens, strict=True)
    ]
    time_token = token_starting(sentence, time.start - shift) if time is not None else None
    weapons = [w for w in find_weapons(sentence) if not others or owner_of(sentence, w.start, deeds | others) not in others]
    rebels = {t.i for t, a in zip(tokens, actors, strict=True) if t is not None and a.kind in _REBELS}
    harms = [replace(h, given=True) if _own_count(doc[h.cue], rebels) and h.people.counted else h for h in harms]
    dated_by: DatedBy = doubted or ("statement" if time_token is not None and dated_by_report(sentence, time_token, deeds) else "")
    if time is not None and _only_found(sentence, triggers, harms):
        dated_by = "finding"
    yield Telling(
        start,
        end,
        number,
        order,
        paragraph.block.kind,
        tuple(replace(t, start=t.start + shift, end=t.end + shift) for t in triggers),
        tuple(_shifted(h, shift) for h in harms),
        status,
        time,
        tuple(t for t in times if t.window),
        tuple(places),
        tuple(actors),
        tuple(replace(w, start=w.start + shift, end=w.end + shift) for w in weapons),
        tuple(role_of(t, force) if t is not None else "mentioned" for t in tokens),
        _words_of(sentence),
        _names_of(sentence),
        dated_by,
        replace(head, start=head.start + shift, end=head.end + shift) if head is not None else None,
        (anchor_start, anchor_start + len(anchor)),
        referring,
        paragraph.block.level,
        part=part,
    )
