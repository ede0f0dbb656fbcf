"""Spelled out: counts of one sentence that say again who was counted, one by one, by how they are, or all together.

Invariants: a list is of a count only where it makes up its number; what is a part already is left alone.
"""

import re

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.harm.wholes import count_of
from thucydides.extracting.people.sides import group_words
from thucydides.extracting.texts import text_of
from thucydides.vocabulary import mapping


def spelled_out(sentence: Span, harms: tuple[Harm, ...]) -> tuple[Harm, ...]:
    """The harms with counts that say again who was counted set as its parts.

    A list behind a colon of as many persons as were counted ("two men were shot: a teacher and a boy"), and how some of those counted are
    ("three were wounded, and one was in critical condition").
    """
    result = list(harms)
    for i, whole in enumerate(harms):
        for n in _taken_up(sentence, whole, harms):
            result[n] = replace(result[n], part_of=i)
    for i, whole in enumerate(harms):
        if result[i].part_of is not None or any(h.part_of == i for h in result):
            continue
        if whole.quantity is None or not whole.people.counted or (whole.quantity.best or 0) < 2:
            continue
        later = [
            n
            for n, h in enumerate(harms)
            if h.people.start >= whole.people.end
            and h.outcome == whole.outcome
            and h.part_of is None
            and h.quantity is not None
            and not h.people.more
            and not h.people.pronoun
        ]
        listed = _listed(sentence, whole, [(n, harms[n]) for n in later])
        for n in listed:
            result[n] = replace(result[n], part_of=i)
        text = text_of(sentence.doc)
        for n in later:
            harm = harms[n]
            colon = _COLON.fullmatch(text, whole.end, harm.people.start)
            colon = colon or (_FAR_COLON.fullmatch(text, whole.end, harm.people.start) if harm.cue == whole.cue else None)
            if n not in listed and colon is not None and count_of(harm) < count_of(whole):
                result[n] = replace(harm, part_of=i)
                listed = [*listed, n]
                continue
            if count_of(harm) < count_of(whole) and harm.people.counted and _WITH.fullmatch(text, whole.end, harm.people.start):
                result[n] = replace(harm, part_of=i)
            head = sentence.doc[harm.people.head]
            number = head.pos_ == "NUM" or head.lower_ == "one"
            bare = n not in listed and (number or head.lemma_.lower() in ("victim", "person", "patient"))
            fewer = harm.quantity is not None and (harm.quantity.best or 0) < (whole.quantity.best or 0)
            of_them = _OF_THEM.match(text, harm.people.start, harm.people.end + _NEAR) is not None
            if of_them and fewer and (sentence.doc[harm.cue].dep_, sentence.doc[harm.cue].tag_) == ("advcl", "VBG"):
                result[n] = replace(result[n], part_of=i)  # "killed nine villagers, beheading four of them"
            if bare and fewer and (_is_state(sentence.doc[harm.cue]) or _earlier(sentence.doc[harm.cue], sentence.doc[whole.cue])):
                result[n] = replace(result[n], part_of=i)
    return tuple(result)


def _is_state(cue: Token) -> bool:
    """Whether a word of harm says how somebody harmed is: in what condition, where, or without what limb ("one lost his left foot")."""
    limb = cue.lemma_ == "lose" and any(c.dep_ == "dobj" and c.lemma_.lower() in mapping("outcomes")["losing"] for c in cue.children)
    return limb or cue.lemma_.lower() in _STATES | _MANNERS


def _earlier(cue: Token, told: Token) -> bool:
    """Whether what befell some is told as past when those counted had died: "killed eight farmers; two had been burned alive"."""
    had, before = (any(c.lower_ == "had" and c.dep_ == "aux" for c in t.children) for t in (cue, told))
    return had and not before and any(c.dep_ == "auxpass" for c in cue.children)


def of_whom(sentence: Span, harms: tuple[Harm, ...]) -> tuple[Harm, ...]:
    """The harms with those told behind "of whom" set as some of those counted before: "2,367 dead and 11,000 hurt, of whom 17 dead in a
    day"."""
    text, result = text_of(sentence.doc), list(harms)
    for match in _OF_WHOM.finditer(text, sentence.start_char, sentence.end_char):
        end = re.compile(r"[;.]\s|$").search(text, match.end())
        for n, harm in enumerate(harms):
            if not match.end() <= harm.people.start < (end.start() if end is not None else sentence.end_char):
                continue
            before = [
                i
                for i, h in enumerate(harms)
                if h.people.end <= match.start() and h.outcome == harm.outcome and h.people.counted and count_of(h) > count_of(harm)
            ]
            if before and harm.people.counted and result[before[-1]].part_of is None:
                result[n] = replace(harm, part_of=before[-1])
    return tuple(result)


_OF_WHOM = re.compile(r",\s+of\s+(?:whom|which|these)\s+(?=\S)", re.IGNORECASE)


def _listed(sentence: Span, whole: Harm, later: list[tuple[int, Harm]]) -> list[int]:
    """Which of the later counts list the people of a whole one by one: those that make up its number behind a colon or dash, or between
    commas before the word of harm."""
    text = text_of(sentence.doc)
    aside = _DASHED.match(text, whole.people.end, sentence.end_char)
    if aside is not None and sentence.doc[whole.cue].idx >= aside.end():
        inside = [(n, h) for n, h in later if h.people.end <= aside.end() and count_of(h) < count_of(whole)]
        if sum(count_of(h) for _, h in inside) <= count_of(whole):
            return [n for n, _ in inside]
    total, listed = 0, []
    for n, harm in later:
        total += (harm.quantity.best or 0) if harm.quantity is not None else 0
        listed.append((n, harm))
        if len(listed) > 1 and whole.quantity is not None and total == whole.quantity.best:
            break
    else:
        return []
    between = text[whole.people.end : listed[0][1].people.start]
    closed = _COMMA.match(text, listed[-1][1].people.end) and sentence.doc[whole.cue].idx > listed[-1][1].people.end
    anybody = sentence.doc[whole.people.head].lemma_.lower() in group_words("generic")  # "five men, three guards and two cooks"
    alike = anybody or all(h.people.category in ("unknown", whole.people.category) for _, h in listed)
    bare = all(h.people.counted and sentence.doc[h.people.head].pos_ == "NUM" for _, h in listed)
    if _LISTING.search(between) or (_COMMA.fullmatch(between) and alike and (closed or bare)):
        return [n for n, _ in listed]
    return []


def _taken_up(sentence: Span, whole: Harm, harms: tuple[Harm, ...]) -> list[int]:
    """The counts before "all four" or "both" that make up its number: it takes them up and is no count beside them."""
    if whole.quantity is None or not whole.people.counted or whole.part_of is not None:
        return []
    lead = text_of(sentence.doc)[max(sentence.start_char, whole.people.start - 12) : whole.people.end].lower()
    if whole.quantity.rule != "toll.both" and not _ALL.search(lead):
        return []
    before = [
        n
        for n, h in enumerate(harms)
        if h.people.end <= whole.people.start and h.outcome == whole.outcome and h.part_of is None and h.quantity is not None
    ]
    total = sum(h.quantity.best or 0 for h in (harms[n] for n in before) if h.quantity is not None)
    return before if len(before) > 1 and total == whole.quantity.best else []


_OF_THEM = re.compile(r"[\w\s-]{1,24}?\bof\s+them\b", re.IGNORECASE)
_NEAR = 10
_LISTING = re.compile(r"[:–—]|\b(?:identified|named)\s+(?:\w+\s+)?as\b")
_ALL = re.compile(r"\ball\s+(?:of\s+)?(?:the\s+)?\w+\b[^,;]*$")
_COMMA = re.compile(r"\s*,\s*")
_WITH = re.compile(r"\s*,?\s*with\s+(?:at\s+least\s+)?", re.IGNORECASE)
"""What opens how some of those counted are: "60 were injured, with 19 being badly hurt"."""
_COLON = re.compile(r"\s*:\s*(?:at\s+least\s+)?", re.IGNORECASE)
_FAR_COLON = re.compile(r"[^.;:]{0,60}:\s*(?:at\s+least\s+)?", re.IGNORECASE)
"""What opens a list of those counted right before it, of whom the tree may have only the first: "59 were killed: 36 women, 22 men"."""
_STATES = frozenset({"condition", "treat", "hospitalize", "hospitalise", "hospitalized", "release", "admit"})
"""Words of how the harmed are, said of some of those counted before."""
_MANNERS = frozenset({"behead", "decapitate", "dismember", "strangle", "disembowel", "mutilate", "castrate", "crucify"})
"""Words of how the killed died, said of some of those counted before: "killed six villagers; two had been beheaded"."""
_DASHED = re.compile(r"(?:\s+[-–—]\s+|\s*—\s*)[^-–—;]{3,120}?(?:\s+[-–—]\s+|\s*—\s*)")
"""What dashes put between people counted and their word of harm: "seven civilians – a man, two women and four boys – were killed"."""
