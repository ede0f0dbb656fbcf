"""Finding harm: all the statements of harm of one sentence, without doubles, wholes before their parts.

Invariants: the same words counted by two rules are one harm; a part points at the whole it belongs to.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.adjectives import from_adjectives
from thucydides.extracting.harm.apposed import find_apposed, without_misread
from thucydides.extracting.harm.bracketed import with_parts, with_wholes
from thucydides.extracting.harm.brief import find_brief
from thucydides.extracting.harm.coordinated import together
from thucydides.extracting.harm.fixed import find_brought, find_none, find_own_hand, find_pairs, find_running_toll
from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.harm.mixed import with_mixed
from thucydides.extracting.harm.named import from_nouns
from thucydides.extracting.harm.other_numbers import counts_children, is_age, is_date
from thucydides.extracting.harm.own import of_two_sides, with_owners
from thucydides.extracting.harm.risen import find_risen, find_risen_pairs
from thucydides.extracting.harm.suffering import from_suffering
from thucydides.extracting.harm.taken_back import taken_back
from thucydides.extracting.harm.verbs import from_verbs
from thucydides.extracting.harm.wholes import attach_parts, spelled_out
from thucydides.extracting.people.sides import category_of
from thucydides.extracting.quantities import QuantitySpan, add, find_quantities

_NAMED = 6


def _place_after(sentence: Span, number: Token) -> Token | None:
    """The name in "two in Nikopol", "23 people in the town of Sennar"."""
    at = number.nbor(1)
    if category_of(at, []) != "unknown" and at.i + 2 < sentence.end:
        at = at.nbor(1)
    side = at.lower_ == "on" and any(t.lower_ == "side" for t in sentence.doc[at.i + 1 : min(at.i + _NAMED, sentence.end)])
    if at.lower_ not in ("in", "at", "near") and not side:
        return None
    following = sentence.doc[at.i + 1 : min(at.i + _NAMED, sentence.end)]
    name = next((t for t in following if t.text[:1].isupper()), None)
    between = [t for t in following if name is not None and t.i < name.i]
    return name if all(t.pos_ in ("DET", "NOUN", "ADJ") or t.lower_ == "of" for t in between) else None


def elsewhere(sentence: Span, found: list[Harm], quantities: tuple[QuantitySpan, ...]) -> list[Harm]:
    """Counts that go on in other places: "killed three people in Kherson, two in Nikopol and one in the town of Izium"."""
    counted = [h for h in found if h.people.counted and h.quantity is not None and h.quantity.best]
    more = []
    for token in sentence:
        if token.pos_ != "NUM" or token.i + 2 >= sentence.end or token.i == sentence.start:
            continue
        then = _place_after(sentence, token)
        if then is None or token.nbor(-1).lower_ not in (",", "and", ";", "including"):
            continue
        span = next((q for q in quantities if q.start <= token.idx < q.end), None)
        previous = [h for h in counted if h.people.end <= token.idx]
        if span is None or not previous or any(h.people.start <= token.idx < h.people.end for h in found):
            continue
        model = max(previous, key=lambda h: h.people.end)
        person = replace(model.people, start=span.start, end=span.end, head=token.i, quantity=span.quantity)
        more.append(Harm(model.outcome, person, model.cue, span.start, then.idx + len(then), span.quantity))
    return more


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
    r"(?:\b(?:while|but|whereas|although|though|however)\b|;)[^;.]{0,80}\b(?:claim|said|say|put|report|stat|insist|alleg|estimat|count|verif|confirm|document|record|spoke|speak|admit|acknowledg|conced|list)",
    re.IGNORECASE,
)


def _against(sentence: Span, harms: Sequence[Harm]) -> Iterator[Harm]:
    """Counts set against one another in one sentence ("killed 21, sources said, while the group claimed to have killed 40"): the later is
    another's number for the same deed, and adds nothing to the first."""
    before: dict[str, Harm] = {}
    for harm in sorted(harms, key=lambda h: (h.start, h.end)):
        first = before.get(harm.outcome)
        alone = harm.people.counted and harm.part_of is None and not harm.total
        rival = first is not None and alone and not of_two_sides(sentence, first, harm)
        if rival and first is not None and _CONTRAST.search(sentence.doc.text, first.people.end, harm.people.start):
            yield replace(harm, given=True)
            continue
        if alone:
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
    text = sentence.doc.text
    result = []
    for harm in harms:
        before = [h for h in harms if h.outcome == harm.outcome and h.people.counted and h.people.end <= harm.people.start]
        loose = not harm.people.counted and harm.quantity is not None and harm.quantity.rule == "toll.plural"
        if loose and any((h.total or h.given) and h.start <= harm.people.start < h.people.start for h in harms if h is not harm):
            continue  # "the number of hostages killed from 21 to 26"
        if loose and any(_described(text, b, harm) for b in before):
            continue
        if loose and before:
            last = max(h.people.end for h in before)
            if _SOME_OPEN.search(text, last, harm.people.start) or _SOME_CLOSE.match(text, harm.people.end):
                continue
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


_BARE = frozenset({"", "wounded", "injured", "killed", "dead", "others", "other", "more"})


def _with_sides(harms: list[Harm]) -> list[Harm]:
    """Counts without a noun of their own take the people of the count before ("one Taliban fighter was killed and four injured")."""
    result: list[Harm] = []
    for harm in harms:
        bare = not set(harm.people.group.lower().split()) - _BARE - {"another", "one", "two"}
        known = (h for h in reversed(result) if h.people.counted and (h.people.category != "unknown" or h.people.nationality))
        model = next(known, None)
        other = model is not None and harm.people.nationality not in (None, model.people.nationality)
        if bare and harm.people.counted and harm.people.category == "unknown" and model is not None and not harm.total and not other:
            people = replace(
                harm.people,
                group=model.people.group,
                category=model.people.category,
                nationality=harm.people.nationality or model.people.nationality,
            )
            harm = replace(harm, people=people)
        result.append(harm)
    return result


def _with_pronouns(harms: Sequence[Harm]) -> Iterator[Harm]:
    """Somebody told by a pronoun beside people who are counted is one more: "he and his two sons were found dead"."""
    for harm in harms:
        joined = (o for o in harms if o.cue == harm.cue and o.outcome == harm.outcome and o.people.start > harm.people.end)
        beside = any(o.people.counted for o in joined)
        if harm.people.pronoun and beside and harm.quantity is not None and harm.quantity.best == 1 and not harm.self_inflicted:
            harm = replace(harm, people=replace(harm.people, pronoun=False))
        yield harm


def _with_others(sentence: Span, harms: list[Harm]) -> list[Harm]:
    """What "another" adds to: nobody told of as harmed where it sets a person beside the one who did it ("a man shot another man"),
    and none of the same outcome where the people told of before in the sentence came to another one."""
    heads = {h.people.head for h in harms}
    result: list[Harm] = []
    for harm in harms:
        people = harm.people
        if people.more and not people.counted and not people.ordinal and harm.quantity is not None and harm.quantity.best == 1:
            before = [h for h in harms if h.people.end <= people.start]
            lemma = sentence.doc[people.head].lemma_.lower()
            doer = any(
                t.lemma_.lower() == lemma and t.i not in heads for t in sentence if t.idx < people.start and t.i != people.head
            )
            one = lemma == "other" or people.group.lower().startswith("the other")
            doer = doer or (one and any(t.lower_ == "one" and t.i not in heads and t.idx < people.start for t in sentence))
            if doer and not before:
                harm = replace(harm, people=replace(people, more=False, definite=True))
            elif before and all(h.outcome != harm.outcome for h in before):
                harm = replace(harm, other=True)
        result.append(harm)
    return result


def find_harm(sentence: Span) -> tuple[Harm, ...]:
    """All statements of harm of one sentence, wholes before their parts, without doubles."""
    offset = sentence.start_char
    spans = (QuantitySpan(q.start + offset, q.end + offset, q.quantity) for q in find_quantities(sentence.text))
    quantities = tuple(q for q in spans if not (is_date(sentence, q) or is_age(sentence, q) or counts_children(sentence, q)))
    found = [*from_verbs(sentence, quantities), *from_adjectives(sentence, quantities), *from_nouns(sentence, quantities)]
    found += from_suffering(sentence, quantities)
    found += [*find_none(sentence), *find_running_toll(sentence, quantities), *find_brought(sentence, quantities)]
    found += [*find_risen(sentence, quantities, found)]
    found += elsewhere(sentence, found, quantities)
    found += find_brief(sentence, quantities, found)
    apposed = [*find_apposed(sentence, quantities)]
    found = [*apposed, *without_misread(found, apposed)]
    pairs = [*find_pairs(sentence, quantities), *find_risen_pairs(sentence, quantities)]
    found = [*pairs, *(h for h in found if not any(p.start < h.people.end and h.people.start < p.end for p in pairs))]
    kept = [*with_mixed(sentence, without_doubles(found), quantities), *find_own_hand(sentence)]
    text = sentence.doc.text
    kept = [replace(h, given=True, total=False) if h.people.counted and taken_back(text, h.people.start) else h for h in kept]
    kept = [*_against(sentence, [*with_owners(sentence, [*_with_pronouns(kept)])])]
    kept = _taken_before(kept)
    kept = _without_some(sentence, with_wholes(sentence, kept, quantities))
    kept = together(sentence, sorted(kept, key=lambda h: (h.people.start, h.people.end, h.outcome)))
    kept = _with_others(sentence, _with_sides(sorted(kept, key=lambda h: (h.start, h.end, h.outcome))))
    harms = attach_parts(sentence, sorted(kept, key=lambda h: (h.start, h.end, h.outcome)), quantities)
    return spelled_out(sentence, with_parts(sentence, harms, quantities))
