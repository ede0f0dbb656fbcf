"""Tellings: what one sentence tells of one incident: its triggers, harm, times, places, parties and means.

Invariants: every telling has a trigger or a harm; a sentence that dates two deeds apart gives two tellings; offsets are of the document.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.harm import find_harm
from thucydides.extracting.kinds.triggers import find_triggers
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.answered import answered
from thucydides.extracting.tellings.clauses import two_clauses
from thucydides.extracting.tellings.composing import composed
from thucydides.extracting.tellings.counted_from import named_before, turned_back
from thucydides.extracting.tellings.deed_places import harms_by_place, placed, places_of_deed, shares_by_place, targets_by_place
from thucydides.extracting.tellings.deeds import deeds_by_date, headlines, in_passing, token_starting
from thucydides.extracting.tellings.distributed import one_by_one
from thucydides.extracting.tellings.late_deaths import with_among
from thucydides.extracting.tellings.mourned import honoured, mourned
from thucydides.extracting.tellings.references import (
    among_harmed,
    hours_from,
    is_ranked,
    is_reference,
    is_topic,
    lasts,
    without_rivals,
)
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tellings.told_days import carried, doubted_days, finest, heads_entry, of_one_toll, of_paper, of_state
from thucydides.extracting.tellings.told_harms import (
    is_cited,
    is_place,
    is_thing,
    is_witness,
    kept,
    may_be_in_care,
    may_harm,
    newly_told,
    shifted,
    with_shares,
)
from thucydides.extracting.tellings.wide import widths
from thucydides.nouns import PlaceRef


def tellings_of(paragraph: Paragraph, number: int, order: int, around: Surroundings) -> Iterator[Telling]:
    """The tellings of one paragraph in order; `number` is the paragraph's position, `order` that of its first sentence."""
    shift = paragraph.start
    before: tuple[int, int] | None = None
    head: tuple[int, int] | None = None
    heading = around.headed(paragraph.block.start)
    for sentence in paragraph.sentences():
        order += 1
        start = sentence.start_char + shift
        end = start + len(sentence.text.rstrip())
        places = around.places_in(start, end)
        triggers = list(find_triggers(sentence, _named(sentence, places, shift)))
        cared = not triggers and not may_harm(sentence)
        harms = list(find_harm(sentence)) if not cared or may_be_in_care(sentence) else []
        if cared:
            harms, places = newly_told(harms), []  # where the hospital is, nobody was harmed
        another = any(hours_from(sentence, t) for t in triggers)
        aside = (is_reference, is_topic, is_ranked, lasts, among_harmed)
        triggers = [t for t in triggers if not any(is_aside(sentence, t) for is_aside in aside)]
        if another:
            triggers = [t if t.definite or t.family in ("death", "arrest") else replace(t, new=True) for t in triggers]
        if _ELSEWHERE.match(sentence.text):
            triggers = [replace(t, new=True, definite=False) for t in triggers]
        if not triggers and not harms:
            before = (start, end)
            head = before if heads_entry(sentence, around.times_in(start, end)) else head
            continue
        times = finest(around.times_in(start, end), around) if not cared else []
        persons = [h for h in harms if not is_place(h, places, shift) and not is_thing(sentence, h) and not is_cited(h, around, shift)]
        persons = [h for h in persons if not is_witness(sentence, h)]
        harms = kept(harms, [h for h in persons if h.part_of is None])
        cause = answered(sentence, times, shift)
        if cause and not {t.head for t in triggers} | {h.cue for h in harms} <= cause:
            triggers = [t for t in triggers if t.head not in cause]
            harms = kept(harms, [h for h in harms if h.cue not in cause and h.part_of is None])
            places = [p for p in places if _index(sentence, p.passage.start - shift) not in cause]
        dead = mourned(sentence)
        if dead and not {t.head for t in triggers if not t.weak} | {h.cue for h in harms} <= dead:
            triggers = [t for t in triggers if t.head not in dead]
            harms = kept(harms, [h for h in harms if h.cue not in dead and h.part_of is None])
            times = [t for t in times if _index(sentence, t.start - shift) not in dead]
        praised = honoured(sentence) if not any(h.people.counted for h in harms) else set()
        triggers = [t for t in triggers if t.head not in praised]
        harms = kept(harms, [h for h in harms if h.cue not in praised and h.part_of is None])
        if not triggers and not harms:
            before = (start, end)
            continue
        triggers = without_rivals(sentence, triggers, harms)
        harms = with_among(sentence, triggers, harms)
        several_deeds = any(t.noun and t.plural for t in triggers)
        if (each := one_by_one(sentence, several_deeds, harms, times, places, shift)) is not None:
            single = [replace(t, plural=False, definite=False) for t in triggers]
            for part, share in enumerate(each):
                own = list(share.harms)
                spot = (number, order, shift, start, end)
                where = list(share.places)
                yield from composed(sentence, paragraph, spot, single, own, share.time, times, where, around, set(), "", part)
            before = None
            continue
        nodes = sorted({t.head for t in triggers} | {h.cue for h in harms})
        places = placed(sentence, places, {t.head for t in triggers}, shift)
        times = [t for t in times if not (of_state(sentence, t.start - shift, nodes) or of_paper(sentence, t.start - shift))]
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
        if (named := named_before(sentence, nodes, times, shift)) is not None:
            told, day, counted = named
            rest = [t for t in likely if t not in (day, counted)]
            groups = [*deeds_by_date(sentence, [n for n in nodes if n not in told], rest, shift), (told, day)]
            doubted = {start: by for start, by in doubted.items() if start != day.start}
        if len(groups) > 1 and turned is None and any(h.total for h in harms):
            groups = [of_one_toll(groups, around)]
        several = headlines(sentence, nodes, harms) if paragraph.block.kind == "title" and not times else []
        if several:
            groups = [(part, None) for part in several]
        clauses = two_clauses(sentence, nodes, places, shift) if len(groups) == 1 and split is None and not any(wide) else None
        if clauses is not None:
            groups = [(told, groups[0][1]) for told, _ in clauses]
        if heading is not None and not times:
            groups = [(group, time or heading) for group, time in groups]
        if (told_by := head or (before if harms else None)) is not None:
            groups, places = carried(groups, places, around, told_by)
        before = None
        for number_of, (group, time) in enumerate(groups):
            mine = [t for t in triggers if t.head in group]
            hurt = [h for h in harms if h.cue in group]
            theirs = clauses[number_of][1] if clauses is not None else places_of_deed(places, groups, group, sentence, shift)
            pieces = split if split is not None and len(groups) == 1 else [(hurt, theirs)]
            for part, (piece, where) in enumerate(pieces):
                yield from composed(
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
                    part + (number_of if turned is not None or several or clauses else 0),
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
