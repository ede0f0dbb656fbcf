"""Counting: which number of a sentence counts the people of a phrase, and how many a phrase without a number tells of.

Invariants: a number of days, of a date or of a picture counts nobody; a phrase without a number gives bounds and no more than its words
say, one for a singular and at least two for a plural; None is no count, never nought.
"""

from spacy.tokens import Doc, Token

from thucydides.extracting.people.phrases import CALENDAR
from thucydides.extracting.people.sides import group_words
from thucydides.extracting.quantities import QuantitySpan
from thucydides.nouns import Quantity


def counted_by(
    head: Token, group_head: Token, first: int, end: int, quantities: tuple[QuantitySpan, ...]
) -> QuantitySpan | None:
    """The quantity that belongs to a phrase: among the words up to its head, or after "of" behind a count noun."""
    found, stop = None, head.idx + len(head)
    for span in quantities:
        inside = span.start >= first and span.end <= stop
        across = span.start < first < span.end <= stop
        behind = group_head != head and head.idx <= span.start and span.end <= end
        if inside or across or (behind and (found is None or head.lemma_.lower() in group_words("containers"))):
            found = span
    return found


def hung_on_date(first: Token, quantities: tuple[QuantitySpan, ...]) -> QuantitySpan | None:
    """The number right before a phrase that the tree hangs on a day, month or year before it: "in May 2021 six soldiers died"."""
    number = first.nbor(-1) if first.i > first.sent.start else None
    if number is None or number.pos_ != "NUM" or number.head.i >= number.i or number.head.lower_ not in CALENDAR:
        return None
    return next((q for q in quantities if q.start == number.idx and q.end == number.idx + len(number)), None)


def sized(head: Token, quantities: tuple[QuantitySpan, ...]) -> QuantitySpan | None:
    """How many one unit, crew or family is said to be of: "a six-man patrol", "a five-member family", "the four-strong crew"."""
    of = next((c for c in head.lefts if c.lower_ in _SIZES and c.i and c.nbor(-1).text in "-‐–"), None)
    if of is None or head.tag_ not in ("NN", "NNP"):
        return None
    return next((q for q in quantities if q.end == of.nbor(-1).idx and q.quantity.best), None)


_SIZES = frozenset({"man", "member", "strong", "person", "woman"})


def hung_on_state(head: Token, quantities: tuple[QuantitySpan, ...]) -> QuantitySpan | None:
    """The number right before a plural that the tree hangs on the word of harm behind it: "left ten Chadians and five Libyans dead"."""
    number = head.nbor(-1) if head.i > head.sent.start else None
    if number is None or number.pos_ != "NUM" or head.tag_ not in ("NNS", "NNPS") or number.head.lower_ not in _STATE:
        return None
    return next((q for q in quantities if number.head.i > head.i and q.end == number.idx + len(number)), None)


def hung_on_preposition(first: Token, quantities: tuple[QuantitySpan, ...]) -> QuantitySpan | None:
    """The number right before a plural that the tree hangs on "over" or "around": "over a dozen miners were killed"."""
    number = first.nbor(-1) if first.i > first.sent.start else None
    if number is None or first.tag_ not in ("NNS", "NNPS") or number.dep_ != "pobj" or number.head.lower_ not in _ROUGHLY:
        return None
    return next((q for q in quantities if q.end == number.idx + len(number)), None)


_ROUGHLY = frozenset({"over", "around", "about", "under"})
_STATE = frozenset({"dead", "wounded", "injured", "missing"})


def of_time(doc: Doc, start: int, head: Token, found: QuantitySpan) -> bool:
    """Whether the number in a phrase counts days or years before the people: "three days later the mayor was shot"."""
    number = next((t for t in doc[start : head.i] if found.start <= t.idx < found.end and t.pos_ == "NUM"), None)
    return number is not None and number.head != head and number.head.lemma_.lower() in _SPELLS


_SPELLS = frozenset({"day", "week", "month", "year", "hour", "minute", "night", "decade"})


def counted_of(head: Token, quantities: tuple[QuantitySpan, ...]) -> QuantitySpan | None:
    """How many a family or a group is said to be, where the tree hangs the bare number elsewhere: "a family of three while a bomb ..."."""
    counts = head.lemma_.lower() in group_words("containers") and head.i + 2 < len(head.doc) and head.nbor(1).lower_ == "of"
    number = head.nbor(2) if counts else None
    bare = number is not None and number.pos_ == "NUM" and number.head.pos_ not in ("NOUN", "PROPN")
    return next((q for q in quantities if number is not None and bare and q.start == number.idx), None)


def countable(head: Token, group_head: Token, category: str) -> bool:
    """Whether a numbered noun can be people: of a known category, a bare number, a name of a people, or a plural trade or creed."""
    if category != "unknown" or head.lower_ == "both" or head.pos_ in ("NUM", "PROPN", "ADJ", "VERB") or group_head.pos_ == "PROPN":
        return True
    lemma = head.lemma_.lower()
    if lemma in group_words("generic") or lemma in group_words("counters") or head.lower_ in ("other", "others", "more"):
        return True
    return head.pos_ == "NOUN" and head.tag_ == "NNS"


def uncounted(head: Token, named: bool, ordinal: bool, category: str, definite: bool, wording: str) -> Quantity | None:
    """How many a phrase without a number tells of: one for a singular, two or more for a plural, None where it names no people."""
    lower, lemma = head.lower_, head.lemma_.lower()
    if lower in ("others", "many", "some", "most", "more"):
        return Quantity(2, None, None, head.text, "toll.plural")
    if head.pos_ == "PRON" and lower not in _SOMEBODY:
        return None
    one = head.tag_ in ("NN", "NNP")
    if (lemma in group_words("institutions") and (definite or one)) or ((lemma in OF_HARM or lemma == "number") and head.tag_ == "NN"):
        return None
    if head.tag_ in ("NNS", "NNPS") or lemma in group_words("mass") or lemma in group_words("households"):
        if category == "unknown" and head.tag_ != "NNPS" and lemma not in group_words("generic"):
            return None
        return Quantity(2, None, None, wording, "toll.plural")
    if named or ordinal or category != "unknown" or lemma in group_words("generic") or lower in _SOMEBODY:
        return Quantity(1, 1, 1, wording, "toll.ordinal" if ordinal else "toll.singular")
    return None


OF_HARM = frozenset({"death", "fatality", "casualty", "life", "injury"})
"""Nouns that stand for people in the plural and with a number only: nobody is "a death"."""
_SOMEBODY = frozenset({"another", "one", "someone", "somebody"})
