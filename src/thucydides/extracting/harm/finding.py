"""Finding harm: all the statements of harm of one sentence, without doubles, wholes before their parts.

Invariants: the same words counted by two rules are one harm; a part points at the whole it belongs to.
"""

from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.harm.abutting import find_abutting, without_misplaced
from thucydides.extracting.harm.adjectives import from_adjectives
from thucydides.extracting.harm.adjoining import adjoining
from thucydides.extracting.harm.against import find_against, with_counters
from thucydides.extracting.harm.apposed import find_apposed, without_misread
from thucydides.extracting.harm.bracketed import with_parts, with_wholes, without_across
from thucydides.extracting.harm.brief import find_brief
from thucydides.extracting.harm.captives import from_captives, taken_before
from thucydides.extracting.harm.cared_for import without_cared_for
from thucydides.extracting.harm.completing import with_others, with_pronouns, with_sides, with_the_rest
from thucydides.extracting.harm.coordinated import of_nations, together
from thucydides.extracting.harm.corrected import corrected
from thucydides.extracting.harm.doubles import without_doubles
from thucydides.extracting.harm.elsewhere import elsewhere
from thucydides.extracting.harm.executed import with_executed
from thucydides.extracting.harm.fixed import find_none, find_own_hand, find_pairs, find_refused
from thucydides.extracting.harm.further import with_further
from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.harm.how_many import with_numbers
from thucydides.extracting.harm.in_care import find_in_care
from thucydides.extracting.harm.inverted import find_inverted
from thucydides.extracting.harm.killed_doers import with_killed_doers
from thucydides.extracting.harm.labelled import find_labelled
from thucydides.extracting.harm.mixed import with_mixed
from thucydides.extracting.harm.named import from_nouns
from thucydides.extracting.harm.not_so import is_feared, is_found_of, is_in_error, is_of_another_time, is_set_free, is_withdrawn
from thucydides.extracting.harm.opposed import without_opposed
from thucydides.extracting.harm.other_numbers import counts_children, is_age, is_date, joins_two
from thucydides.extracting.harm.own import with_owners
from thucydides.extracting.harm.rates import is_rate
from thucydides.extracting.harm.risen import find_risen, find_risen_pairs
from thucydides.extracting.harm.running import find_brought, find_running_toll
from thucydides.extracting.harm.some_of_them import without_described, without_some_of_them
from thucydides.extracting.harm.spelled_out import of_whom, spelled_out
from thucydides.extracting.harm.suffering import from_suffering
from thucydides.extracting.harm.verbless import find_verbless
from thucydides.extracting.harm.verbs import from_verbs
from thucydides.extracting.harm.wholes import attach_parts
from thucydides.extracting.harm.worded import find_worded, of_those
from thucydides.extracting.quantities import QuantitySpan, find_quantities
from thucydides.extracting.texts import text_of

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
    abutting = [*find_abutting(sentence, quantities, found)]
    found = [*abutting, *without_misplaced(found, abutting)]
    found += adjoining(sentence, without_doubles(found), quantities)
    found += elsewhere(sentence, found, quantities)
    found += find_brief(sentence, quantities, found)
    found += find_worded(sentence, quantities, found)
    found += find_in_care(sentence, quantities, found)
    apposed = [*find_apposed(sentence, quantities)]
    found = [*apposed, *without_misread(found, apposed)]
    pairs = [*find_pairs(sentence, quantities), *find_risen_pairs(sentence, quantities)]
    found = [*pairs, *(h for h in found if not any(p.start < h.people.end and h.people.start < p.end for p in pairs))]
    kept = [*with_mixed(sentence, without_doubles(without_across(sentence, found)), quantities), *find_own_hand(sentence)]
    kept += [h for h in find_refused(sentence) if not any(k.start < h.end and h.start < k.end for k in kept)]
    kept += find_verbless(sentence, quantities, kept)
    kept += with_further(sentence, quantities, kept)
    kept = [h for h in kept if not (_of_bodies(h) or _of_the_dead(h, kept) or _is_number(h, quantities))]
    kept = [*without_cared_for(sentence, kept)]
    kept = [*with_counters(sentence, kept), *find_against(sentence, quantities, kept)]
    untrue = (is_in_error, is_of_another_time, is_set_free, is_rate)
    kept = [h for h in with_numbers(sentence, kept, quantities) if not any(is_so(sentence, h) for is_so in untrue)]
    kept = [replace(h, given=True, total=False) if h.people.counted and _is_aside(sentence, h, kept) else h for h in kept]
    kept = [*without_opposed(sentence, [*with_owners(sentence, [*with_pronouns([*with_killed_doers(sentence, kept)])])])]
    kept = of_those(sentence, [*with_executed(sentence, taken_before(kept), quantities)], quantities)
    kept = without_described(sentence, with_wholes(sentence, kept, quantities))
    kept = of_nations(sentence, without_some_of_them(sentence, kept), quantities)
    kept = together(sentence, sorted(kept, key=lambda h: (h.people.start, h.people.end, h.outcome)))
    kept = with_the_rest(sentence, sorted(kept, key=lambda h: (h.start, h.end, h.outcome)))
    kept = with_others(sentence, with_sides(sentence, kept))
    harms = attach_parts(sentence, sorted(kept, key=lambda h: (h.start, h.end, h.outcome)), quantities)
    return of_whom(sentence, spelled_out(sentence, _of_one_outcome(with_parts(sentence, harms, quantities))))


def _is_aside(sentence: Span, harm: Harm, harms: Sequence[Harm]) -> bool:
    """Whether a number stands beside those of a sentence that count."""
    return is_withdrawn(sentence, harm) or is_feared(sentence, harm) or is_found_of(sentence, harm, harms)


def _is_number(harm: Harm, quantities: Sequence[QuantitySpan]) -> bool:
    """Whether somebody named is a number that the tagger takes for a name: "Nine, or possibly eleven, herders were killed"."""
    return not harm.people.counted and any(q.start <= harm.people.start and harm.people.end <= q.end for q in quantities)


def _of_bodies(harm: Harm) -> bool:
    """Whether bodies are no people hurt ("35 bodies and 50 wounded"), or that none were found says nothing of who died."""
    none = harm.quantity is not None and harm.quantity.rule == "toll.none"
    return (harm.outcome == "injured" or none) and bool(_BODIES & set(harm.people.group.lower().split()))


def _of_the_dead(harm: Harm, harms: Sequence[Harm]) -> bool:
    """Whether bodies are those of people whom the sentence tells of as killed: "killed three drivers and burned their bodies"."""
    words = harm.people.group.lower().split()
    theirs = bool(_BODIES & set(words)) and words[0] in ("their", "his", "her")
    return theirs and any(h is not harm and h.outcome == "killed" and h.people.start < harm.people.start for h in harms)


def _of_one_outcome(harms: Sequence[Harm]) -> tuple[Harm, ...]:
    """The harms with none as part of another outcome's whole: the injured of "53 killed, including 14 children, and 21 injured"."""
    return tuple(_alone(h) if h.part_of is not None and _apart(h, harms[h.part_of]) else h for h in harms)


def _apart(part: Harm, whole: Harm) -> bool:
    return {part.outcome, whole.outcome} == {"killed", "injured"}


def _alone(harm: Harm) -> Harm:
    return replace(harm, part_of=None, people=replace(harm.people, group="", category="unknown"))
