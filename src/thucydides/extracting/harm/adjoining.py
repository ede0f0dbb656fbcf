"""Adjoining: people told of right beside those of a word of harm, whom the sentence tree hangs elsewhere: "two fighters (one of them a
commander) and one bystander were killed", "after 970 rebels, 165 soldiers and 95 civilians had been killed", "killing a reporter, Ana Ruiz,
and two guards".

Rule `toll.adjoining`. Invariants: nothing but commas, "and", names and brackets stands between, and no other verb; who is told of
already is not told of again.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, harm_of
from thucydides.extracting.harm.subjects import SUBJECT
from thucydides.extracting.people.lists import is_owned
from thucydides.extracting.people.phrases import first_token
from thucydides.extracting.people.sides import category_of, group_words, nationality_of
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.tellings.speaking import REPORTING
from thucydides.extracting.texts import text_of

_LEAST = r"(?:(?:at\s+least|some|about|another|a\s+further)\s+)?"
_NAME = r"(?:\s*(?:,|@|\balias\b|\baka\b)\s*(?:[A-Z][\w.'’-]*\s*){1,4}(?:,\s*\d{1,2}\s*)?)?"
_PLACE = r"(?:\s+(?:of|in|from)\s+(?:[A-Z][\w'’-]*\s*){1,4})?"
"""Of where somebody is: "the mayor of Gao"."""
_THEN = re.compile(rf"{_PLACE}{_NAME}\s*(?:\([^()]{{1,80}}\)\s*)?(?:,?\s*\band|,?\s*\bas\s+well\s+as|\bplus)\s+{_LEAST}$")
"""What stands between people and those told of beside them: who they are, and "and"."""
_WHO = re.compile(rf"(?:,\s+[^,;:.()]{{3,70}}){{1,3}},\s+and\s+{_LEAST}$")
"""What somebody is, between commas: "Ali Omar, the head of a faction, and eleven of his men"."""
_BESIDE = re.compile(rf"{_PLACE}\s*,\s*")
_JOINED = re.compile(r"\s*(?:,|\band)\s+(?:(?:his|her|their)\s+)?")
_GOES_ON = re.compile(r"\s*,?\s*(?:and\s+)?(?:(?:his|her|their)\s+)?")
_TO_THE_VERB = re.compile(r"[^,;:.()]*")
_AFTER = frozenset({"after", "before", "until", "since", "when", "while"})
"""Words before a clause whose first people the tree takes for their object."""
_HUNG = frozenset({"appos", "conj", "npadvmod", "dep"})
"""How the tree hangs people on the place or the day before them: "in Gao, at Lafia, a driver and his passenger were killed"."""


def adjoining(sentence: Span, found: Sequence[Harm], quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """The harms of people told of beside those found."""
    text = text_of(sentence.doc)
    taken = [(h.people.start, h.people.end) for h in found]
    leads = [h for h in found if h.part_of is None and not (h.total or h.given) and h.quantity is not None and h.quantity.best]
    for noun in sentence:
        if any(start <= noun.idx < end for start, end in taken) or not _are_people(noun) or _says_who(noun):
            continue
        last = next((c.right_edge for c in noun.rights if noun.pos_ == "NUM" and c.lower_ == "of"), noun)
        number = noun.nbor(-1) if noun.i > sentence.start and noun.nbor(-1).pos_ == "NUM" else noun
        start, end = sentence.doc[min(first_token(noun), number.i)].idx, last.idx + len(last)
        beside = next((h for h in leads if _stand_beside(text, sentence, h, noun, (start, end), leads)), None)
        cue = sentence.doc[beside.cue] if beside is not None else noun
        harm = harm_of(sentence, beside.outcome, noun, cue, quantities, is_owned(noun)) if beside is not None else None
        if harm is not None and harm.quantity is not None and harm.quantity.best is not None:
            leads.append(harm)
            yield replace(harm, start=harm.people.start, end=harm.people.end)


def _says_who(noun: Token) -> bool:
    """Whether a noun between commas says who somebody named is: "killed Abu Karim, a rebel leader, and 12 of his men"."""
    one = noun.dep_ == "appos" and noun.tag_ == "NN" and any(c.lower_ in ("a", "an") for c in noun.lefts)
    behind = noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 3].text.lower()
    return one and noun.head.pos_ == "PROPN" and noun.left_edge.nbor(-1).text == "," and behind == ", and"


def _are_people(noun: Token) -> bool:
    """Whether a noun with a number, an article for one or an owner names people, or a number counts some of somebody's."""
    if noun.pos_ == "NUM":
        of = next((c for c in noun.rights if c.lower_ == "of" and c.i == noun.i + 1), None)
        return of is not None and any(c.dep_ == "pobj" and any(g.dep_ == "poss" for g in c.lefts) for c in of.children)
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    number = noun.nbor(-1) if noun.i > noun.sent.start else None
    counted = any(c.dep_ == "nummod" for c in noun.lefts) or (number is not None and number.pos_ == "NUM" and noun.tag_ in ("NNS", "NNPS"))
    one = noun.tag_ == "NN" and (is_owned(noun) or any(c.lower_ in ("a", "an", "another") for c in noun.lefts))
    known = category_of(noun, [c.lower_ for c in noun.lefts]) != "unknown" or noun.lemma_.lower() in group_words("kin")
    known = known or (noun.tag_ == "NNPS" and nationality_of([noun.text]) is not None)
    return (counted or one) and (known or is_owned(noun))


def _stand_beside(text: str, sentence: Span, harm: Harm, noun: Token, at: tuple[int, int], leads: Sequence[Harm]) -> bool:
    """Whether a noun phrase goes on with the people of a harm, or opens or fills the list of which they are one."""
    start, end = at
    cue = sentence.doc[harm.cue]
    if harm.people.end <= start:
        between = text[harm.people.end : start]
        described = _is_one(harm) and _WHO.fullmatch(between) is not None and _describes(sentence, harm.people.end, start)
        if _THEN.fullmatch(between) is not None or described:
            own = noun.dep_ in SUBJECT and noun.head.i != harm.cue  # "killed a judge, and two guards were arrested"
            return not own if cue.idx < harm.people.start else _reaches(text, end, cue)
        later = (h for h in leads if h.cue == harm.cue and h.people.start >= end)
        comma = _BESIDE.fullmatch(between) is not None
        closes = comma and is_owned(noun) and _and_theirs(sentence, noun, cue)
        return closes or (comma and any(_GOES_ON.fullmatch(text, end, h.people.start) is not None for h in later))
    before = _JOINED.fullmatch(text, end, harm.people.start) is not None and harm.people.end <= cue.idx
    if not before or not _reaches(text, harm.people.end, cue):
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ in _AFTER:
        return bool(sentence.doc[harm.people.head].conjuncts)
    hung = (noun.dep_ in _HUNG and noun.head.pos_ == "PROPN") or (noun.dep_ == "dobj" and noun.head.lemma_.lower() in REPORTING)
    return hung and "and" in text[end : harm.people.start]


def _is_one(harm: Harm) -> bool:
    """Whether a harm is of one person."""
    return not harm.people.counted and harm.quantity is not None and harm.quantity.best == 1


def _describes(sentence: Span, start: int, end: int) -> bool:
    """Whether the words between two offsets only say who somebody is, and tell of nothing that happened."""
    between = [t for t in sentence if start <= t.idx < end]
    told = [t for t in between if t.tag_ in ("VBD", "VBZ", "VBP", "VBG", "MD")]
    return all(t.dep_ == "relcl" or t.head.dep_ == "relcl" for t in told) and not any(t.lower_ == "and" for t in between[:-_OPENING])


_OPENING = 4
"""Tokens with which what follows a description opens, at most: "and at least"."""


def _and_theirs(sentence: Span, noun: Token, cue: Token) -> bool:
    """Whether people close a list with somebody's own: "a mayor, his wife and their son died", "shot a chief, his son and two guards"."""
    behind = sentence.doc[noun.i + 1 : min(noun.i + 1 + _OPENING, sentence.end)]
    last = next((t for t in behind if _are_people(t)), None)
    if last is None or behind[0].lower_ != "and":
        return False
    end = last.right_edge.i + 1
    own = last.dep_ in SUBJECT and last.head.i != cue.i
    described = end < sentence.end and sentence.doc[end].text == ","  # "killed Omar, her husband and a father of three, in Sidon"
    if cue.i < noun.i:
        return not (own or described)
    return is_owned(last) and last.i < cue.i and _reaches(text_of(sentence.doc), last.idx + len(last), cue)


def _reaches(text: str, end: int, cue: Token) -> bool:
    """Whether nothing parts the end of people from the word of harm behind them."""
    return end <= cue.idx and _TO_THE_VERB.fullmatch(text, end, cue.idx) is not None
