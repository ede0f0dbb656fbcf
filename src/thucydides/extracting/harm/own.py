"""Own: counts that a party gives of its own side's harm ("Chad said that five of its soldiers were killed", "gave its losses as 41").

Rule `toll.own-side`: they are of that country's people, so that what the other side counts of its own stands beside them; "its men" are of
the side of who speaks, or of whom a deed was done to before ("met a rebel column and shot 20 of its men").
"""

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.people.sides import category_of
from thucydides.extracting.texts import text_of
from thucydides.grounding.actors.actors import find_actors
from thucydides.grounding.actors.countries import country_of_name, demonym_country, seat_country
from thucydides.nouns.actor import SIDES
from thucydides.vocabulary import mapping

_ITS = re.compile(r"(?:\d[\d,]*\s+of\s+|^)(?:its|their|our)\b", re.IGNORECASE)
_MEN = re.compile(
    r"\b(?:its|their|our|his)\s+(?:own\s+)?(?:men|people|members|comrades|ranks|personnel|side|losses|dead|casualties|fatalities|wounded|defenders|occupants)\b",
    re.IGNORECASE,
)
_LOSSES = re.compile(r"(?:its|their)\s+losses", re.IGNORECASE)
_SIDE = re.compile(r"(?:\s+(?!and\b|but\b|while\b)\w+){0,5}\s+on\s+(?:its|their|our)\s+(?:own\s+)?side\b", re.IGNORECASE)
_THAT_SIDE = re.compile(r"\s+on\s+the\s+(?P<who>[A-Z][\w-]+)\s+side\b")
_HAS = re.compile(r"\b(?P<who>[A-Z][\w-]+)\s+side\s+(?:has|had|counts|counted|lost|suffered)\s+(?:\w+\s+){0,2}$")
_ON_SIDE = re.compile(
    r"\b[Oo]n\s+(?:the\s+)?(?P<who>[A-Z][\w-]+?)(?:['’]s)?\s+side\b(?:(?!\b(?:while|but|whereas|side)\b)[^;])*$"
)
"""Whose side the counts behind it are of: "On the Afghan side, at least 45 deaths were reported"."""
_LOOSE = frozenset({"unknown", "civilians"})
_COUNTING = frozenset({"say", "report", "admit", "acknowledge", "confirm", "count", "list", "record", "register", "announce", "put"})
"""Verbs by which a country counts its own behind the harmed of another: "two Omani guards were killed; Yemen reported five dead"."""
_BARE = frozenset({"", "deaths", "dead", "killed", "casualties", "fatalities", "losses", "wounded", "injured"})


def country_word(word: str) -> str | None:
    """The country that a word names, by its name, people or seat of government, else None."""
    return country_of_name(word) or demonym_country(word) or seat_country(word) if word[:1].isupper() else None


def _teller(sentence: Span, cue: Token, telling: Collection[str] = ()) -> str | None:
    """The country of the subject of the nearest verb above a word of harm that is not the harm's own, else None; where `telling` is
    given, of one of these verbs alone."""
    for climbed in _above(cue):
        if climbed.pos_ != "VERB":
            continue
        subject = next((c for c in climbed.children if c.dep_ == "nsubj" and c.i < climbed.i), None)
        if subject is not None and any(t.text == ";" for t in sentence.doc[min(subject.i, cue.i) : max(subject.i, cue.i)]):
            continue  # another clause's: "Chad said five were hurt; Niger counted three"
        if subject is not None and any(c.dep_ in ("ccomp", "dobj", "prep") for c in climbed.children):
            found = (country_word(t.text) for t in sentence.doc[subject.left_edge.i : subject.i + 1])
            country = next((c for c in found if c is not None), None)
            if country is not None:
                return country if not telling or climbed.lemma_.lower() in telling else None
    return None


def _above(cue: Token) -> Iterator[Token]:
    """The words above a word of harm, itself first where it is the verb that puts its losses at a number."""
    if cue.lemma_.lower() in mapping("telling")["put"]["verbs"]:
        yield cue
    while cue.head != cue:
        cue = cue.head
        yield cue


def side_of(subject: Token) -> str:
    """The side of a speaker, or of whom they speak for: "the army", "a rebel spokesman", "a spokesman for the bandits"; "unknown" where the
    words do not say."""
    owner = next((c for c in subject.children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
    if owner is not None and subject.head.dep_ == "ccomp":  # "the rebel commander said his forces had lost three men"
        teller = next((c for c in subject.head.head.children if c.dep_ == "nsubj"), None)
        return side_of(teller) if teller is not None else "unknown"
    near = (c for c in subject.subtree if c.head in (subject, *subject.children))
    around = [c for c in near if c.dep_ in ("poss", "compound", "pobj", "nmod", "amod")]
    found = (category_of(t, []) for t in (subject, *around) if t.dep_ != "amod" or t.pos_ == "NOUN" or category_of(t, []) in _SIDES)
    return next((side for side in found if side in _SIDES), None) or _named_side(subject)


def _named_side(subject: Token) -> str:
    """The side of a party that is named and no country ("the PKK", "Boko Haram"); "unknown" for any other."""
    if subject.pos_ != "PROPN":
        return "unknown"
    named = (a for a in find_actors(subject.doc[subject.left_edge.i : subject.i + 1].text) if not a.metonym and not a.generic)
    return next((side for a in named if (side := SIDES.get(a.kind, "")) in _SIDES), "unknown")


_SIDES = frozenset({"state forces", "rebels", "militia", "external forces", "criminals"})


def _side_of_teller(sentence: Span, cue: Token) -> str:
    """The side of the subject of the nearest verb that says what a word of harm stands in."""
    below = cue
    for climbed in _above(cue):
        said, below = below is climbed or below.dep_ in ("ccomp", "xcomp", "dobj", "prep", "pobj"), climbed
        subject = teller_of(climbed)
        if said and climbed.pos_ == "VERB" and subject is not None:
            return side_of(subject)
    return "unknown"


def _strikes(cue: Token) -> bool:
    """Whether a word of harm goes on from what was done to somebody: "met a rebel column and shot 20 of its men"."""
    return cue.pos_ == "VERB" and cue.dep_ in ("conj", "advcl") and any(c.dep_ == "dobj" for c in cue.children) and _struck(cue) is not None


def _struck(cue: Token) -> Token | None:
    return next((c for c in cue.head.children if c.dep_ == "dobj" and c.i < cue.i), None)


def _side_of_struck(cue: Token) -> str:
    """The side of those to whom something was done before, whose men are then killed; "unknown" where the words do not say."""
    struck = _struck(cue)
    if struck is None:
        return "unknown"
    named = (a for a in find_actors(struck.doc[struck.left_edge.i : struck.i + 1].text) if not a.metonym)
    found = side_of(struck)
    return found if found != "unknown" else next((side for a in named if (side := SIDES.get(a.kind, "")) in _SIDES), "unknown")


def teller_of(verb: Token) -> Token | None:
    """The subject of a verb, or the one that it shares with the verb it is joined to."""
    own = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    return own if own is not None or verb.dep_ != "conj" or verb.head == verb else teller_of(verb.head)


def _owner(sentence: Span, harm: Harm) -> str | None:
    """The country whose own harm a count tells, by its words; None where they do not say."""
    text, people = text_of(sentence.doc), harm.people
    before = text[sentence.start_char : people.start]
    named = _THAT_SIDE.match(text, people.end) or _THAT_SIDE.match(text, harm.end) or _HAS.search(before) or _ON_SIDE.search(before)
    if named is not None:
        return country_word(named["who"])
    if _ITS.match(people.group) or _SIDE.match(text, people.end) or _SIDE.match(text, harm.end):
        return _teller(sentence, sentence.doc[harm.cue])
    return None


def with_owners(sentence: Span, harms: Sequence[Harm]) -> Iterator[Harm]:
    """The harms with the country of those who count their own; a bare number of deaths that another country reports beside is its own."""
    owned: set[str] = set()
    nations: set[str] = set()
    text, at, last = text_of(sentence.doc), 0, None
    for harm in sorted(harms, key=lambda h: (h.start, h.end)):
        if harm.people.counted and harm.people.category in _LOOSE and _MEN.search(harm.people.group):
            cue = sentence.doc[harm.cue]
            side = _side_of_struck(cue) if _strikes(cue) else _side_of_teller(sentence, cue)
            harm = replace(harm, people=replace(harm.people, category=side if side != "unknown" else harm.people.category))
        people = harm.people
        if not people.counted or people.nationality is not None:
            if people.counted and people.nationality is not None:
                nations.add(people.nationality)
                at, last = people.end, people.nationality
            yield harm
            continue
        owner = _owner(sentence, harm)
        if owner is None and (owned or nations) and people.group.lower().split(" ")[-1] in _BARE:
            owner = _of_bare(sentence, harm, owned, nations) or (last if ";" not in text[at : people.start] else None)
        if owner is not None and owner not in nations:
            owned.add(owner)
        if owner is not None:
            at, last = people.end, owner
            forces = people.group.lower().startswith("military") or _LOSSES.fullmatch(people.group)
            category = "state forces" if forces else people.category
            harm = replace(harm, people=replace(people, nationality=owner, category=category))
        yield harm


def _of_bare(sentence: Span, harm: Harm, owned: Collection[str], nations: Collection[str]) -> str | None:
    """The country that counts its own by a bare number behind the harmed of another, by the verb it tells them with."""
    cue = sentence.doc[harm.cue]
    did_it = any(c.dep_ == "nsubj" and c.i != harm.people.head for c in cue.children)
    teller = _teller(sentence, cue, () if owned else _COUNTING)
    return teller if teller is not None and (owned or (not did_it and teller not in nations)) else None


def of_two_sides(sentence: Span, one: Harm, other: Harm) -> bool:
    """Whether two counts are of the people of two countries, or the other is what a country tells of its own."""
    first, second = one.people.nationality, other.people.nationality
    return second is not None and first != second and (first is not None or _owner(sentence, other) is not None)
