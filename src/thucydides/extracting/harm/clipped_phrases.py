"""Clipped phrases: the people named right before a word of harm in the wording of headlines, read from the words alone.

Invariants: a phrase is a number or ends with a noun for people; an age or the number of a picture is no count; a list goes on over commas
and "and" only.
"""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Span, Token

from thucydides.extracting.harm.verbs import SPELL
from thucydides.extracting.people import People
from thucydides.extracting.people.ages import ADULT
from thucydides.extracting.people.belonging import of_a_nation
from thucydides.extracting.people.counting import OF_HARM
from thucydides.extracting.people.sides import category_of, group_words, nationality_of, sex_of
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of
from thucydides.nouns import Quantity
from thucydides.vocabulary import mapping

_LONGEST = 6
"""Tokens of the longest phrase for people before its noun."""
_OPENING = frozenset({'"', "“", "‘"})
_HYPHENS = frozenset({"-", "–"})
_WITHIN = frozenset({"year", "years", "old", "unarmed"})


def people_before(sentence: Span, last: Token, quantities: tuple[QuantitySpan, ...]) -> list[People]:
    """The people before a word of harm, a list of them where commas and "and" join phrases ("a man and two girls")."""
    found: list[People] = []
    at: Token | None = last if not _whose(last) else None
    while at is not None and at.i >= sentence.start:
        person = _phrase(sentence, at, quantities)
        if person is None or (found and at.dep_ == "pobj" and last not in at.conjuncts):
            break  # "in a raid on the army, 17 soldiers killed"
        found.insert(0, person)
        before = next((t for t in reversed(sentence.doc[sentence.start : at.i]) if t.idx < person.start), None)
        joined = False
        while before is not None and before.i > sentence.start and before.lower_ in (",", "and", "&"):
            before, joined = before.nbor(-1), True
        if not joined or before is None:
            break
        if before.pos_ == "NUM" and before.i > sentence.start and before.nbor(-1).text == ",":
            before = before.nbor(-1).nbor(-1) if before.i - 2 >= sentence.start else None  # "Boy, 2, and man": an age
        at = before
    return found


def _whose(noun: Token) -> bool:
    """Whether a noun says only whose the people counted before it are: "the remains of eight boys of one clan murdered near a ford"."""
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return whole.i < noun.i and _counted_plural(whole) and _is_person(whole)


def _phrase(sentence: Span, end: Token, quantities: tuple[QuantitySpan, ...]) -> People | None:
    """The people of the phrase that ends with a token: a number alone, or a noun for people with what stands before it."""
    if end.dep_ == "pobj" and end.head.lower_ == "to" and end.head.head.lower_ == "according":
        return None  # "according to officials, 12 soldiers ... were killed"
    bare = number_ending_at(end, quantities) or _one_more(sentence, end)
    if bare is None and not _is_person(end):
        return None
    tokens = [end]
    for token in reversed(sentence.doc[max(sentence.start, end.i - _LONGEST) : end.i]):
        if (bare is not None and token.idx < bare.start) or not (_may_stand_in_phrase(token) or token.text in _OPENING):
            break
        if token.pos_ == "NUM" and tokens[0].lower_ in ("a", "an", "the"):
            break  # the number of a picture
        tokens.insert(0, token)
    if any(t.lower_ in mapping("numbers")["ordinals"] for t in tokens) and SPELL.search(text_of(sentence)):
        return None  # "the third child killed this year"
    text, first, stop = text_of(sentence.doc), tokens[0].idx, end.idx + len(end)
    age = _age(tokens)
    own = (q for q in quantities if first < q.end <= end.idx and q.quantity.rule != "toll.none")
    counted = bare or next((q for q in own if q.quantity.best != age), None)
    if counted is None and end.lemma_.lower() in OF_HARM:
        return None  # "lost their lives and 23 people were injured"
    plural = end.tag_ in ("NNS", "NNPS") or end.lemma_.lower() in group_words("mass")
    uncounted = Quantity(2, None, None, text[first:stop], "toll.plural") if plural else Quantity(1, 1, 1, text[first:stop], "toll.singular")
    loose = {t.lower_ for t in tokens}
    return People(
        start=min(first, counted.start) if counted is not None else first,
        end=stop,
        head=end.i,
        quantity=counted.quantity if counted is not None else uncounted,
        group=text[counted.end if counted is not None else first : stop].strip(" \n\"“‘"),
        category=category_of(end, []) if bare is None else "unknown",
        nationality=nationality_of([t.text for t in tokens]),
        sex=sex_of(end),
        young=end.lemma_.lower() in group_words("young") or (age is not None and age < ADULT),
        age=age,
        definite=bool(loose & group_words("definite")),
        more=bool(loose & group_words("more")),
        counted=counted is not None,
    )


def number_ending_at(token: Token, quantities: tuple[QuantitySpan, ...]) -> QuantitySpan | None:
    """The number whose last word a token is."""
    end = token.idx + len(token)
    return next((q for q in quantities if q.start <= token.idx and q.end == end and q.quantity.rule != "toll.none"), None)


def _one_more(sentence: Span, token: Token) -> QuantitySpan | None:
    """The one whom "a third" counts beside those counted before: "two soldiers were killed and a third wounded"."""
    before = token.nbor(-1) if token.i > sentence.start else None
    if before is None or before.lower_ not in ("a", "an") or token.lower_ not in mapping("numbers")["ordinals"]:
        return None
    wording = text_of(sentence.doc)[before.idx : token.idx + len(token)]
    return QuantitySpan(before.idx, token.idx + len(token), Quantity(1, 1, 1, wording, "toll.ordinal"))


def _is_person(token: Token) -> bool:
    """Whether a word stands for people by what it means, by a number of its own, or as "a 20-year-old" does."""
    lemma = token.lemma_.lower()
    if lemma == "old":
        return token.i > 1 and token.nbor(-1).text in _HYPHENS
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "INTJ") or lemma in group_words("never") or (lemma in OF_HARM and token.tag_ == "NN"):
        return False
    plain = {lemma, token.lower_, token.lower_.removesuffix("s")}
    if category_of(token, []) != "unknown" or plain & group_words("more") or _counted_plural(token) or _counted_initials(token):
        return True
    if of_a_nation(token) or (token.tag_ == "NNPS" and nationality_of([token.text]) is not None):
        return True
    told = token.lower_ in words_of_harm() and token.i > token.sent.start and token.nbor(-1).pos_ in ("NOUN", "PROPN")
    return bool(plain & group_words("generic")) and not told  # "five loggers dead, seven wounded": "dead" is who they are of


def _counted_plural(token: Token) -> bool:
    """Whether a plural noun has a number of its own: of whom "five loggers dead" tells, no list of words need know."""
    return token.tag_ in ("NNS", "NNPS") and any(c.pos_ == "NUM" and c.dep_ == "nummod" for c in token.lefts)


def _counted_initials(token: Token) -> bool:
    """Whether initials with a number right before them are of a group whose men are told of: "with three RSF killed"."""
    short = token.text.isupper() and token.text.isalpha() and 2 <= len(token) <= _INITIALS
    return short and token.i > token.sent.start and token.nbor(-1).pos_ == "NUM"


_INITIALS = 6
"""Letters of the longest initials of a group."""


def _age(tokens: Sequence[Token]) -> int | None:
    """The age in "a 16-year-old boy"."""
    for number, hyphen, year in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if year.lower_ == "year" and hyphen.text in _HYPHENS and number.text.isdigit():
            return int(number.text)
    return None


def _may_stand_in_phrase(token: Token) -> bool:
    """Whether a word before a noun for people is of one phrase with it."""
    if token.is_punct:
        return token.text in _HYPHENS
    return token.pos_ in ("NUM", "ADJ", "DET", "NOUN", "PROPN") or token.lower_ in _WITHIN


@cache
def words_of_harm() -> frozenset[str]:
    """The words of harm that clipped wordings end with, of all outcomes."""
    return frozenset(word for words in mapping("outcomes")["brief"]["words"].values() for word in words)
