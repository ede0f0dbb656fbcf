"""Tellings: what one sentence tells of one incident: its triggers, harm, times, places, parties and means.

Invariants: every telling has a trigger or a harm; a sentence that dates two deeds apart gives two tellings; offsets are of the document.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.harm import Harm, find_harm
from thucydides.extracting.kinds.status import status_of
from thucydides.extracting.kinds.triggers import Trigger, find_triggers
from thucydides.extracting.kinds.weapons import find_weapons
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.answered import answered
from thucydides.extracting.tellings.deed_places import harms_by_place, owner_of, places_of_deed, shares_by_place, targets_by_place
from thucydides.extracting.tellings.deeds import deeds_by_date, headlines, in_passing, token_starting, turned_back
from thucydides.extracting.tellings.participants import acts_as_state, dated_by_report, role_of, token_at
from thucydides.extracting.tellings.references import is_reference, is_topic
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import DatedBy, Telling
from thucydides.extracting.tellings.told_days import carried, doubted_days, finest, of_one_toll, only_found
from thucydides.extracting.tellings.told_harms import (
    REBELS,
    is_cited,
    is_place,
    kept,
    may_harm,
    only_meant,
    own_count,
    shifted,
    with_shares,
)
from thucydides.extracting.tellings.wide import widths
from thucydides.grounding.actors.actors import military_of
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import PlaceRef

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
        harms = list(find_harm(sentence)) if triggers or may_harm(sentence) else []
        triggers = [t for t in triggers if not is_reference(sentence, t) and not is_topic(sentence, t)]
        if _ELSEWHERE.match(sentence.text):
            triggers = [replace(t, new=True, definite=False) for t in triggers]
        if not triggers and not harms:
            before = (start, end)
            continue
        times = finest(around.times_in(start, end), around)
        persons = [h for h in harms if not is_place(h, places, shift) and not is_cited(h, around, shift)]
        harms = kept(harms, [h for h in persons if h.part_of is None])
        cause = answered(sentence, times, shift)
        if cause and not {t.head for t in triggers} | {h.cue for h in harms} <= cause:
            triggers = [t for t in triggers if t.head not in cause]
            harms = kept(harms, [h for h in harms if h.cue not in cause and h.part_of is None])
            places = [p for p in places if _index(sentence, p.passage.start - shift) not in cause]
        nodes = sorted({t.head for t in triggers} | {h.cue for h in harms})
        wide = widths(around.document.text, start, end, [shifted(h, shift) for h in harms], places)
        harms = [replace(h, wide=w) if w else h for h, w in zip(harms, wide, strict=True)]
        shared = shares_by_place(sentence, harms, places, shift)
        split = harms_by_place(sentence, harms, places, shift) if not any(wide) and shared is None else None
        if shared is not None:
            harms, split = with_shares(harms, *shared)
        split = split or (targets_by_place(sentence, harms, places, shift) if triggers else None)
        doubted = doubted_days(sentence, triggers, harms, times, around, shift)
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
            groups = [of_one_toll(groups, around)]
        several = headlines(sentence, nodes, harms) if paragraph.block.kind == "title" and not times else []
        if several:
            groups = [(part, None) for part in several]
        if before is not None and harms:
            groups, places = carried(groups, places, around, before)
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
                    kept(harms, [h for h in hurt if h in piece]),
                    time,
                    times,
                    where,
                    around,
                    (set(nodes) - group if len(groups) > 1 else set()) | cause,
                    doubted.get(time.start, "") if time is not None else "",
                    part + (number_of if turned is not None or several else 0),
                )


def _named(sentence: Span, places: list[PlaceRef], shift: int) -> frozenset[int]:
    """The tokens that name towns, districts and sites, none of countries."""
    spans = [(p.passage.start - shift, p.passage.end - shift) for p in places if p.place is not None and p.place.kind in _TAKEN]
    return frozenset(t.i for t in sentence if any(a <= t.idx < b for a, b in spans)) if spans else frozenset()


_TAKEN = frozenset({"settlement", "admin1", "admin2", "site"})


_ELSEWHERE = re.compile(r"\s*(?:Separately|Elsewhere|Also (?:on|in|at)|In (?:a|an) (?:separate|unrelated|different)|In another)\b")
"""Words that open a sentence on another deed."""


def _index(sentence: Span, offset: int) -> int:
    token = token_starting(sentence, offset)
    return token.i if token is not None else -1


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
        harms = kept(harms, [h for h in harms if not only_meant(sentence, h)])
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
    rebels = {t.i for t, a in zip(tokens, actors, strict=True) if t is not None and a.kind in REBELS}
    harms = [replace(h, given=True) if own_count(doc[h.cue], rebels) and h.people.counted else h for h in harms]
    dated_by: DatedBy = doubted or ("statement" if time_token is not None and dated_by_report(sentence, time_token, deeds) else "")
    if time is not None and only_found(sentence, triggers, harms):
        dated_by = "finding"
    yield Telling(
        start,
        end,
        number,
        order,
        paragraph.block.kind,
        tuple(replace(t, start=t.start + shift, end=t.end + shift) for t in triggers),
        tuple(shifted(h, shift) for h in harms),
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
