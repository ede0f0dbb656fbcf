"""Finding harm: all the statements of harm of one sentence, without doubles, wholes before their parts.

Invariants: the same words counted by two rules are one harm; a part points at the whole it belongs to.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.harm.adjectives import from_adjectives
from thucydides.extracting.harm.against import find_against, with_counters
from thucydides.extracting.harm.apposed import find_apposed, without_misread
from thucydides.extracting.harm.bracketed import with_parts, with_wholes, without_across
from thucydides.extracting.harm.brief import find_brief
from thucydides.extracting.harm.captives import from_captives
from thucydides.extracting.harm.cared_for import without_cared_for
from thucydides.extracting.harm.completing import with_others, with_pronouns, with_sides, with_the_rest
from thucydides.extracting.harm.coordinated import of_nations, together
from thucydides.extracting.harm.corrected import corrected
from thucydides.extracting.harm.denied import denied
from thucydides.extracting.harm.elsewhere import elsewhere
from thucydides.extracting.harm.executed import with_executed
from thucydides.extracting.harm.fixed import find_none, find_own_hand, find_pairs, find_refused
from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.harm.how_many import with_numbers
from thucydides.extracting.harm.inverted import find_inverted
from thucydides.extracting.harm.killed_doers import with_killed_doers
from thucydides.extracting.harm.labelled import find_labelled
from thucydides.extracting.harm.mixed import with_mixed
from thucydides.extracting.harm.named import from_nouns
from thucydides.extracting.harm.other_numbers import counts_children, is_age, is_date, joins_two
from thucydides.extracting.harm.own import of_two_sides, with_owners
from thucydides.extracting.harm.risen import find_risen, find_risen_pairs
from thucydides.extracting.harm.running import find_brought, find_running_toll
from thucydides.extracting.harm.spelled_out import of_whom, spelled_out
from thucydides.extracting.harm.suffering import from_suffering
from thucydides.extracting.harm.taken_back import taken_back
from thucydides.extracting.harm.verbless import find_verbless
from thucydides.extracting.harm.verbs import from_verbs
from thucydides.extracting.harm.wholes import attach_parts, count_of
from thucydides.extracting.harm.worded import find_worded, of_those
from thucydides.extracting.quantities import QuantitySpan, add, find_quantities
from thucydides.extracting.texts import text_of
from thucydides.formerly import formerly


def without_doubles(found: list[Harm]) -> list[Harm]:
    """One harm for each count: the same words counted by two rules are one, and who was killed is not injured besides."""
    ranked = sorted(
        found, key=lambda h: (not h.total, h.people.category == "unknown" and not h.people.name, -len(h.people.group), h.start)
    )
    kept: list[Harm] = []
    for harm in ranked:
        clash = next(
            (
                k
                for k in kept
                if (
                    k.people.head == harm.people.head
                    or (
                        k.people.counted
                        and harm.people.counted
                        and k.people.start < harm.people.end
                        and harm.people.start < k.people.end
                    )
                )
                and (
                    k.outcome == harm.outcome
                    or ({k.outcome, harm.outcome} == {"killed", "injured"} and not (harm.quantity and harm.quantity.best == 0))
                )
            ),
            None,
        )
        if clash is None:
            kept.append(harm)
        elif clash.outcome == "injured" and harm.outcome == "killed" and clash.cue != clash.people.head:
            kept[kept.index(clash)] = replace(clash, outcome="killed", cue=harm.cue)
    return kept


_CONTRAST = re.compile(
    r"(?:\b(?:while|but|whereas|although|though|however)\b|;)[^;.]{0,80}\b(?:claim|said|say|put|report|stat|insist|alleg|estimat|count|verif|confirm|document|record|spoke|speak|admit|acknowledg|conced|list|ha[ds]\s+(?:it|that)\s+at)",
    re.IGNORECASE,
)


def _against(sentence: Span, harms: Sequence[Harm]) -> Iterator[Harm]:
    """Counts set against one another in one sentence ("killed 21, sources said, while the group claimed to have killed 40"): the later is
    another's number for the same deed, and adds nothing to the first."""
    before: dict[str, Harm] = {}
    for harm in sorted(harms, key=lambda h: (h.start, h.end)):
        first = before.get(harm.outcome)
        alone = harm.people.counted and harm.part_of is None and not harm.total and not harm.given
        rival = first is not None and alone and not of_two_sides(sentence, first, harm)
        if rival and first is not None and _CONTRAST.search(text_of(sentence.doc), first.people.end, harm.people.start):
            yield replace(harm, given=True)
            continue
        if alone or harm.total or (harm.quantity is not None and harm.quantity.best == 0):
            before.setdefault(harm.outcome, harm)
        yield harm


_SOME_OPEN = re.compile(r"\b(?:among\s+(?:them|whom)|including|mostly|(?:many|most|some)\s+of\s+(?:them|whom))\b", re.IGNORECASE)
_SOME_CLOSE = re.compile(r"\s*(?:(?:,|and)\s+\w+\s+)*among\s+(?:them|the\s+(?:dead|victims))\b", re.IGNORECASE)


def _described(text: str, counted: Harm, harm: Harm) -> bool:
    """Whether a group without a number only says who those counted are: "30 villagers, fishermen and their families, were killed"."""
    between = text[counted.people.end : harm.people.start]
    return counted.cue == harm.cue and between.startswith(", ") and len(between) <= _APPOSED and ";" not in between


_APPOSED = 40


def _without_some(sentence: Span, harms: Sequence[Harm]) -> list[Harm]:
    """The harms without groups that are named and not counted among those counted before: "eight people, women and children among them"."""
    text = text_of(sentence.doc)
    result = []
    for harm in harms:
        before = [h for h in harms if h.outcome == harm.outcome and h.people.counted and h.people.end <= harm.people.start]
        loose = not harm.people.counted and harm.quantity is not None and harm.quantity.rule == "toll.plural"
        bare = loose or (harm.quantity is None and harm.people.pronoun)
        if bare and any((h.total or h.given) and h.start <= harm.people.start < h.end for h in harms if h is not harm):
            continue  # "the number of hostages killed from 21 to 26", "brings to 45 the number of people killed"
        if loose and any(_described(text, b, harm) for b in before):
            continue
        if loose and before:
            last = max(h.people.end for h in before)
            if _SOME_OPEN.search(text, last, harm.people.start) or _SOME_CLOSE.match(text, harm.people.end):
                continue
        result.append(harm)
    return result


_OF_THEM = re.compile(r"[^\s,]+(?:\s+[^\s,]+)?\s+of\s+(?:them|whom)\b", re.IGNORECASE)


def _of_them(sentence: Span, harms: Sequence[Harm]) -> list[Harm]:
    """The harms without what the tree says befell some of those told before ("eight were killed, two of them officers, and 15 hurt",
    "injured nine, two of them gravely")."""
    text, result = text_of(sentence.doc), []
    for harm in harms:
        some = _OF_THEM.match(text, harm.people.start, sentence.end_char) is not None
        told = any(h.people.end <= harm.people.start and h.outcome != harm.outcome for h in harms)
        others = any(h.cue == harm.cue and h.people.start > harm.people.end for h in harms)
        same = (h for h in harms if (h.cue, h.outcome) == (harm.cue, harm.outcome) and h.people.end <= harm.people.start)
        again = any(text[h.people.end : harm.people.start] == ", " and count_of(h) > count_of(harm) > 0 for h in same)
        if not (some and (again or (told and others and text[harm.people.end :].startswith(",")))):
            result.append(harm)
    return result


def _taken_before(harms: Sequence[Harm]) -> list[Harm]:
    """Killings told by pronoun of people whom the same sentence counts as taken before ("seized five villagers and shot them dead"): they
    are as many (rule `toll.taken-before`)."""
    result = []
    for harm in harms:
        taken = [h for h in harms if h.outcome == "captured" and h.people.end <= harm.people.start and h.quantity is not None]
        known = [h.quantity for h in taken if h.quantity is not None and h.quantity.best is not None]
        counts = any(h.people.counted for h in taken)
        if harm.outcome == "killed" and harm.quantity is None and harm.people.pronoun and counts and len(known) == len(taken):
            lead, end = taken[0].people, taken[-1].people.end
            quantity = add(known)
            people = replace(lead, end=end, quantity=quantity, counted=True, pronoun=False)
            result.append(replace(harm, people=people, start=lead.start, end=end, quantity=quantity))
        else:
            result.append(harm)
    return result


def _no_more(sentence: Span, harm: Harm) -> bool:
    """Whether a number is told only as taken back, as denied, or as what was counted at first (rule `toll.former`)."""
    if harm.quantity is not None and harm.quantity.rule == "toll.corrected":
        return False  # "first counted 50 bodies, then 79"
    text = text_of(sentence.doc)
    if denied(text, harm.people.start, harm.people.end):
        return True
    return taken_back(text, harm.people.start) or formerly(text[sentence.start_char : harm.people.start])


_WRONGLY = re.compile(
    r",?\s+(?:who\s+(?:was|were|had\s+been)\s+)?(?:earlier|previously|initially|at\s+first|first|wrongly|mistakenly|falsely)\s+"
    r"(?:reported|said|believed|thought|feared|presumed|declared|pronounced)\b",
    re.IGNORECASE,
)
"""Words behind people that make what follows an error: "a third man, earlier reported dead, is alive"."""


def _in_error(sentence: Span, harm: Harm) -> bool:
    return harm.outcome == "killed" and _WRONGLY.match(text_of(sentence.doc), harm.people.end) is not None


_SINCE_WHEN = re.compile(
    r"\b(?:worst|deadliest|bloodiest|biggest|largest|heaviest|first)\b[^.;]{0,60}\bsince\b[^.;]{0,40}?,\s+(?:when|in\s+which)\s",
    re.IGNORECASE,
)
"""What opens the count of another time: "the worst attack since May, when 85 died"."""


def _of_another_time(sentence: Span, harm: Harm) -> bool:
    match = _SINCE_WHEN.search(text_of(sentence.doc), sentence.start_char, harm.people.start)
    return match is not None and ";" not in text_of(sentence.doc)[match.end() : harm.people.start]


_BODIES = frozenset({"bodies", "corpses"})


def find_harm(sentence: Span) -> tuple[Harm, ...]:
    """All statements of harm of one sentence, wholes before their parts, without doubles."""
    offset = sentence.start_char
    told = text_of(sentence)
    spans = (QuantitySpan(q.start + offset, q.end + offset, q.quantity) for q in corrected(told, find_quantities(told)))
    others = (is_date, is_age, counts_children, joins_two)
    quantities = tuple(q for q in spans if not any(is_other(sentence, q) for is_other in others))
    found = [*from_verbs(sentence, quantities), *from_adjectives(sentence, quantities), *from_nouns(sentence, quantities)]
    found += from_suffering(sentence, quantities)
    found += from_captives(sentence, quantities)
    found += [*find_none(sentence), *find_running_toll(sentence, quantities), *find_brought(sentence, quantities)]
    found += [*find_risen(sentence, quantities, found), *find_labelled(sentence, quantities)]
    inverted = [*find_inverted(sentence, quantities, found)]
    found = [*inverted, *(h for h in found if not any(i.people.start < h.people.end and h.people.start < i.people.end for i in inverted))]
    found += elsewhere(sentence, found, quantities)
    found += find_brief(sentence, quantities, found)
    found += find_worded(sentence, quantities, found)
    apposed = [*find_apposed(sentence, quantities)]
    found = [*apposed, *without_misread(found, apposed)]
    pairs = [*find_pairs(sentence, quantities), *find_risen_pairs(sentence, quantities)]
    found = [*pairs, *(h for h in found if not any(p.start < h.people.end and h.people.start < p.end for p in pairs))]
    kept = [*with_mixed(sentence, without_doubles(without_across(sentence, found)), quantities), *find_own_hand(sentence)]
    kept += [h for h in find_refused(sentence) if not any(k.start < h.end and h.start < k.end for k in kept)]
    kept += find_verbless(sentence, quantities, kept)
    kept = [h for h in kept if h.outcome != "injured" or not _BODIES & set(h.people.group.lower().split())]  # "35 bodies and 50 wounded"
    kept = [*without_cared_for(sentence, kept)]
    kept = [*with_counters(sentence, kept), *find_against(sentence, quantities, kept)]
    kept = [h for h in with_numbers(sentence, kept, quantities) if not (_in_error(sentence, h) or _of_another_time(sentence, h))]
    kept = [replace(h, given=True, total=False) if h.people.counted and _no_more(sentence, h) else h for h in kept]
    kept = [*_against(sentence, [*with_owners(sentence, [*with_pronouns([*with_killed_doers(sentence, kept)])])])]
    kept = of_those(sentence, [*with_executed(sentence, _taken_before(kept), quantities)], quantities)
    kept = _without_some(sentence, with_wholes(sentence, kept, quantities))
    kept = of_nations(sentence, _of_them(sentence, kept), quantities)
    kept = together(sentence, sorted(kept, key=lambda h: (h.people.start, h.people.end, h.outcome)))
    kept = with_the_rest(sentence, sorted(kept, key=lambda h: (h.start, h.end, h.outcome)))
    kept = with_others(sentence, with_sides(sentence, kept))
    harms = attach_parts(sentence, sorted(kept, key=lambda h: (h.start, h.end, h.outcome)), quantities)
    return of_whom(sentence, spelled_out(sentence, _of_one_outcome(with_parts(sentence, harms, quantities))))


def _of_one_outcome(harms: Sequence[Harm]) -> tuple[Harm, ...]:
    """The harms with none as part of another outcome's whole: the injured of "53 killed, including 14 children, and 21 injured"."""
    return tuple(_alone(h) if h.part_of is not None and _apart(h, harms[h.part_of]) else h for h in harms)


def _apart(part: Harm, whole: Harm) -> bool:
    return {part.outcome, whole.outcome} == {"killed", "injured"}


def _alone(harm: Harm) -> Harm:
    return replace(harm, part_of=None, people=replace(harm.people, group="", category="unknown"))
