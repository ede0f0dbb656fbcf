"""Coordinated: people joined by "and" whom one number counts together, whose noun stands with others of another country, and one person
told of by two titles.

Invariant: who is counted by a number is not counted again beside it.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.people.sides import nationality_of
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of

_JOINED = re.compile(r"\s*(?:,|and|or|&|,\s+and)\s+")
_IS = frozenset({"was", "is", "has", "'s"})
_MARKED = frozenset({"det", "poss", "nummod"})


def together(sentence: Span, harms: Sequence[Harm]) -> list[Harm]:
    """The harms with people whom the number before them counts too put with it ("killed 26 soldiers and civilians"), and without the first
    title of one person ("the group's leader and treasurer Omar Sow was killed")."""
    result: list[Harm] = []
    for harm in harms:
        last = result[-1] if result else None
        if last is not None and _counted_with(sentence, last, harm):
            alike = last.people.category == harm.people.category
            people = replace(
                last.people,
                end=harm.people.end,
                group=f"{last.people.group} and {harm.people.group}",
                category=last.people.category if alike else "unknown",
            )
            result[-1] = replace(last, people=people, end=max(last.end, harm.end))
        elif last is not None and _same_person(sentence, last, harm):
            result[-1] = harm if harm.people.name else last
        else:
            result.append(harm)
    return result


def of_nations(sentence: Span, harms: Sequence[Harm], quantities: Sequence[QuantitySpan]) -> list[Harm]:
    """The harms with people of another country whose noun stands behind those counted next: "two Indian and three Pakistani soldiers"."""
    text, result = text_of(sentence.doc), []
    for harm in harms:
        own = next((q for q in quantities if q.quantity == harm.quantity and harm.people.start <= q.start < harm.people.end), None)
        number = next((q for q in reversed(quantities) if own is not None and q.end < own.start), None)
        between = _ADJECTIVE.fullmatch(text, number.end, own.start) if number is not None and own is not None else None
        nation = nationality_of([between["nation"]]) if between is not None else None
        others = (h for h in harms if h is not harm)
        free = number is not None and not any(h.people.start < number.end and number.start < h.people.end for h in others)
        if own and number and between and nation and harm.people.counted and harm.people.nationality and free:
            noun = " ".join(harm.people.group.split()[1:])
            group = f"{between['nation']} {noun}".strip()
            people = replace(
                harm.people, start=number.start, end=between.end("nation"), quantity=number.quantity, group=group, nationality=nation
            )
            result.append(replace(harm, people=people, start=number.start, quantity=number.quantity))
            theirs = nationality_of(harm.people.group.split())
            harm = replace(harm, people=replace(harm.people, start=own.start, nationality=theirs))
        result.append(harm)
    return result


_ADJECTIVE = re.compile(r"\s+(?P<nation>[A-Z][\w-]+)\s+and\s+")


def _of_two_roles(one: Token, other: Token, singular: bool) -> bool:
    """Whether one article stands before two nouns for one person: "a nurse and mother of three", "a farmer and lay preacher was shot"."""
    single = one.tag_ == other.tag_ == "NN" and other in one.conjuncts and any(c.dep_ in ("det", "poss") for c in one.lefts)
    bare = not any(c.dep_ in _MARKED for c in other.lefts)
    beside = text_of(one.doc)[one.idx + len(one) : other.left_edge.idx].strip() == "and"
    of = next((c for c in other.rights if c.lower_ == "of"), None)
    children = of is not None and other.lemma_.lower() in ("mother", "father") and any(g.pos_ == "NUM" for g in of.children)
    return single and bare and beside and (singular or children)


def _counted_with(sentence: Span, counted: Harm, harm: Harm) -> bool:
    """Whether a bare plural is joined to a counted one of the same word of harm: "26 soldiers and civilians"."""
    bare = not harm.people.counted and harm.quantity is not None and harm.quantity.rule == "toll.plural"
    head = sentence.doc[harm.people.head]
    same = counted.people.counted and counted.outcome == harm.outcome and counted.cue == harm.cue
    if not bare or not same or head.tag_ not in ("NNS", "NNPS"):
        return False
    first = sentence.doc[counted.people.head]
    plain = head.lower_ != "others" and not any(c.dep_ in _MARKED for c in head.lefts) and harm.people.start >= head.left_edge.idx
    plain = plain and all(c.dep_ in ("compound", "cc") or (c.tag_ == "JJ" and not _vague(c)) for c in head.lefts)
    between = _JOINED.fullmatch(text_of(sentence.doc), counted.people.end, harm.people.start)
    return plain and first.tag_ in ("NNS", "NNPS") and head in first.conjuncts and between is not None


def _vague(word: Token) -> bool:
    return word.lower_ in ("many", "several", "few", "more", "other", "numerous", "some", "various", "countless")


def _same_person(sentence: Span, title: Harm, harm: Harm) -> bool:
    """Whether a title without an article is joined to another that a name follows, and the verb is of one person."""
    if title.outcome != harm.outcome or title.cue != harm.cue or title.people.name or title.people.counted:
        return False
    one, other = sentence.doc[title.people.head], sentence.doc[harm.people.head]
    singular = any(c.dep_ in ("aux", "auxpass") and c.lower_ in _IS for c in sentence.doc[harm.cue].children)
    if not harm.people.name:
        return _of_two_roles(one, other, singular)
    bare = not any(c.dep_ in ("det", "nummod") for t in (one, other) for c in t.lefts)
    joined = _JOINED.fullmatch(text_of(sentence.doc), title.people.end, harm.people.start)
    return singular and bare and one.tag_ == "NN" and other in one.conjuncts and joined is not None and other.i > one.i
