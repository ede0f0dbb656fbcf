"""Reading people: a noun phrase's head, number and description put together.

Invariants: quantities come from the words of the phrase; a phrase that names no people gives None; ages are never counts.
"""

import re

from spacy.tokens import Doc, Span, Token

from thucydides.extracting.people.people import People
from thucydides.extracting.people.phrases import ANTECEDENT, CALENDAR, first_token, is_bare_name, is_name, name_start, resolve
from thucydides.extracting.people.sides import category_of, group_words, nationality_of, sex_of
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of
from thucydides.grounding.actors.countries import country_of_name
from thucydides.nouns import Quantity
from thucydides.vocabulary import mapping

_YEARS_OLD = re.compile(r"(\d{1,3})[\s\-‐–—]years?[\s\-‐–—]old", re.IGNORECASE)
_AGE_BEHIND = re.compile(
    r"\s*,?\s*(?:\(?aged?\s+)?(\d{1,3})\b(?![\w%:/-])(?=\s*(?:,|\)|\.|;|$|and\b|was\b|were\b|of\b|shot\b|killed\b|dies\b|dead\b|wounded\b|injured\b))"
    r"|\s*,\s*(?:an?\s+|the\s+)?(\d{1,3})[\s\-‐–—]years?[\s\-‐–—]old",
    re.IGNORECASE,
)
"""An age behind a person: "Iris, 7, was", "the man, a 22-year-old"."""
_POS = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ", "VERB", "DET", "ADV"})
_ITS = frozenset({"the", "its", "his", "her", "their"})
"""Words before "head of" that make it an office, not a part of the body."""
_SOMEBODY = frozenset({"another", "one", "someone", "somebody"})
_OPENING = 2
"""Tokens with which a sentence opens."""
_SHORT = 4
"""Letters up to which a noun's ending says nothing of what it names."""
ADULT = 18
OF_HARM = frozenset({"death", "fatality", "casualty", "life", "injury"})
"""Nouns that stand for people in the plural and with a number only: nobody is "a death"."""


def _counted_by(
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


def _hung_on_date(first: Token, quantities: tuple[QuantitySpan, ...]) -> QuantitySpan | None:
    """The number right before a phrase that the tree hangs on a day, month or year before it: "in May 2021 six soldiers died"."""
    number = first.nbor(-1) if first.i > first.sent.start else None
    if number is None or number.pos_ != "NUM" or number.head.i >= number.i or number.head.lower_ not in CALENDAR:
        return None
    return next((q for q in quantities if q.start == number.idx and q.end == number.idx + len(number)), None)


def _of_a_nation(head: Token) -> bool:
    """Whether a word for a people stands for one of them: "an Afghan", "another Pakistani"."""
    one = any(c.lower_ in ("a", "an", "one", "another") for c in head.lefts)
    return one and head.tag_ in ("NNP", "NN") and head.text[:1].isupper() and nationality_of([head.text]) is not None


def _of_time(doc: Doc, start: int, head: Token, found: QuantitySpan) -> bool:
    """Whether the number in a phrase counts days or years before the people: "three days later the mayor was shot"."""
    number = next((t for t in doc[start : head.i] if found.start <= t.idx < found.end and t.pos_ == "NUM"), None)
    return number is not None and number.head != head and number.head.lemma_.lower() in _SPELLS


_SPELLS = frozenset({"day", "week", "month", "year", "hour", "minute", "night", "decade"})


def _strong(head: Token, quantities: tuple[QuantitySpan, ...]) -> QuantitySpan | None:
    """How many a family or a group is said to be, where the tree hangs the bare number elsewhere: "a family of three while a bomb ..."."""
    counts = head.lemma_.lower() in group_words("containers") and head.i + 2 < len(head.doc) and head.nbor(1).lower_ == "of"
    number = head.nbor(2) if counts else None
    bare = number is not None and number.pos_ == "NUM" and number.head.pos_ not in ("NOUN", "PROPN")
    return next((q for q in quantities if number is not None and bare and q.start == number.idx), None)


def _group_head(head: Token) -> Token | None:
    """The people behind a count noun ("dozens of villagers"); the head itself without one; None where what is counted is no people."""
    of = next((c for c in head.rights if c.lower_ == "of"), None)
    if of is None or not (head.pos_ == "NUM" or head.lemma_.lower() in group_words("counters")):
        return head
    inner = next((c for c in of.children if c.dep_ == "pobj"), None)
    if inner is None or inner.lower_ in ("them", "whom", "which"):
        return head
    return None if inner.lemma_.lower() in group_words("never") else inner


def _country_of(head: Token, category: str) -> str | None:
    """The country of "50 servicemen of Azerbaijan"."""
    of = next((c for c in head.rights if c.lower_ == "of"), None)
    named = next((c for c in of.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None) if of is not None else None
    whole = named is not None and not any(c.dep_ == "compound" for c in named.lefts)
    return country_of_name(named.text) if named is not None and whole and category in _SERVING else None


_SERVING = frozenset({"state forces", "external forces"})


def _of_force(member: Token) -> str:
    """The category of "members of the security forces": that of what they are members of."""
    of = next((c for c in member.rights if c.lower_ == "of"), None)
    force = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if force is None:
        return "unknown"
    return category_of(force, [t.lemma_.lower() for t in member.doc[force.left_edge.i : force.i]])


def _uncounted(head: Token, named: bool, ordinal: bool, category: str, definite: bool, wording: str) -> Quantity | None:
    """How many a phrase without a number tells of: one for a singular, two or more for a plural, None where it names no people."""
    lower, lemma = head.lower_, head.lemma_.lower()
    if lower in ("others", "many", "some", "most"):
        return Quantity(2, None, None, head.text, "toll.plural")
    if head.pos_ == "PRON" and lower not in _SOMEBODY:
        return None
    one = head.tag_ in ("NN", "NNP")
    if (lemma in group_words("institutions") and (definite or one)) or ((lemma in OF_HARM or lemma == "number") and head.tag_ == "NN"):
        return None
    if head.tag_ in ("NNS", "NNPS") or lemma in group_words("mass"):
        if category == "unknown" and head.tag_ != "NNPS" and lemma not in group_words("generic"):
            return None
        return Quantity(2, None, None, wording, "toll.plural")
    if named or ordinal or category != "unknown" or lemma in group_words("generic") or lower in _SOMEBODY:
        return Quantity(1, 1, 1, wording, "toll.ordinal" if ordinal else "toll.singular")
    return None


def _owner(head: Token, sentence: Span) -> str:
    """The word whose people these are; no pronoun whose person the sentence itself may name ("she learned that her son was hit")."""
    own = next((c for c in head.lefts if c.dep_ == "poss"), None)
    if own is None or (own.pos_ == "PRON" and own.i > sentence.start + _OPENING and head.dep_ not in ("conj", "appos")):
        return ""
    return own.lower_


def _animate(head: Token, verb: str) -> bool:
    """Whether a singular noun of no known kind is somebody by what a verb says of it: "wounded a barber", "killing its rider"."""
    words = mapping("outcomes")["animate"]
    if head.tag_ != "NN" or not any(c.dep_ in ("det", "poss") for c in head.lefts) or head.ent_type_ not in ("", "PERSON", "NORP"):
        return False
    return verb in words["always"] or (verb in words["doing"] and head.lower_.endswith(tuple(words["endings"])) and len(head) > _SHORT)


def people(head: Token, quantities: tuple[QuantitySpan, ...], sentence: Span, verb: str = "") -> People | None:
    """Read the noun phrase of `head` as people; None where it names none (a building, a unit of time, an abstract).

    `verb` is the lemma of a word of harm that the phrase is the victim of, if any.
    """
    head = resolve(head)
    lower, lemma = head.lower_, head.lemma_.lower()
    office = lemma == "head" and (
        (any(c.lower_ == "of" for c in head.rights) and any(c.lower_ in _ITS for c in head.lefts))
        or any(c.dep_ == "compound" and c.lemma_.lower() in group_words("headed") for c in head.lefts)
    )
    if (lemma in group_words("never") and not office) or lemma in ANTECEDENT or head.pos_ not in _POS:
        return None
    if lower == "other" and any(c.lower_ in ("each", "one") for c in head.lefts):
        return None  # "killing each other" counts nobody
    group_head = _group_head(head)
    if group_head is None:
        return None
    doc, text = sentence.doc, text_of(sentence.doc)
    start, end = first_token(head), group_head.idx + len(group_head)
    first = doc[start].idx
    found = _counted_by(head, group_head, first, end, quantities) or _hung_on_date(doc[start], quantities)
    found = found or _strong(head, quantities)
    aged = _YEARS_OLD.search(text, max(0, first - 1), min(len(text), end + 4)) or _AGE_BEHIND.match(text, end)
    age = int(next(g for g in aged.groups() if g)) if aged else None
    if found is not None and found.quantity.best == age and text[found.end :].lower().startswith(("-year", " year")):
        found = None
    if found is not None and _of_time(doc, start, head, found):
        first, found = group_head.idx if not is_name(group_head) else name_start(group_head), None  # "three days later Omar was shot"
    if found is not None and any(c.lower_ in ("a", "an") and c.idx >= found.end for c in head.lefts if c.dep_ == "det"):
        found = None  # "4 A child was shot": the number of a picture
    if found is not None and any(t.lower_ in CALENDAR and t.idx < found.start for t in doc[start : head.i]):
        first = found.start  # "on 7 March 15 soldiers were killed"
    modifiers = list(doc[start : head.i])
    category = category_of(group_head, [t.lemma_.lower() for t in doc[start : group_head.i]])
    if category == "unknown" and lemma == "member":
        category = _of_force(head)
    loose = {t.lower_ for t in modifiers if found is None or not found.start <= t.idx < found.end} | {lower}
    own = {t.lower_ for t in modifiers if t.head.i == head.i} | {lower}  # not "the third floor victim"
    more = bool((loose - group_words("ordinals")) & group_words("more")) or bool(loose & own & group_words("more"))
    more = more or any(c.lower_ == "more" for c in head.rights)
    ordinal = bool(loose & own & group_words("ordinals")) and head.tag_ in ("NN", "JJ", "NNP")
    definite = bool(loose & group_words("definite")) and not more
    named, pronoun = is_name(group_head), False
    if found is not None:
        if not _countable(head, group_head, category):
            return None
        quantity: Quantity | None = found.quantity
    elif lower in group_words("singular_pronouns"):
        quantity, pronoun, definite = Quantity(1, 1, 1, head.text, "toll.singular"), True, True
    elif lower in group_words("plural_pronouns"):
        return People(first, end, head.i, None, head.text, pronoun=True, definite=True)
    else:
        some = group_head if group_head.tag_ == "NNS" and head.tag_ == "NN" else head  # "a group of fighters" are several
        quantity = _uncounted(some, named or office or _animate(head, verb), ordinal, category, definite, text[first:end])
        if quantity is None and head.pos_ == "PROPN" and is_bare_name(head, modifiers):
            quantity, named = Quantity(1, 1, 1, text[first:end], "toll.singular"), True
        if quantity is None and _of_a_nation(head):
            quantity = Quantity(1, 1, 1, text[first:end], "toll.singular")
        if quantity is None:
            return None
    return People(
        start=min(first, found.start) if found else first,
        end=end,
        head=head.i,
        quantity=quantity,
        group=_group(text, found, first, group_head, end),
        category=category,
        nationality=nationality_of([t.text for t in doc[start : group_head.i + 1]]) or _country_of(group_head, category),
        name=text[name_start(group_head) : end] if named else "",
        sex=sex_of(head),
        young=lemma in group_words("young") or (age is not None and age < ADULT),
        age=age,
        definite=definite,
        more=more,
        ordinal=ordinal,
        pronoun=pronoun,
        counted=found is not None,
        noun="" if named else group_head.lemma_.lower(),
        owner=_owner(group_head, sentence),
    )


def _group(text: str, found: QuantitySpan | None, first: int, group_head: Token, end: int) -> str:
    """The people of a phrase without their number: "patients" of "hundreds of patients", nothing of "about 20"."""
    if found is None:
        return text[first:end].strip(" ,-–—\"“”")
    if group_head.idx < found.end:
        return "couple" if group_head.lower_ == "couple" else ""
    return text[found.end : end].strip(" ,-–—()\"“”").removeprefix("of ")


def _countable(head: Token, group_head: Token, category: str) -> bool:
    """Whether a numbered noun can be people: of a known category, a bare number, a name of a people, or a plural trade or creed."""
    if category != "unknown" or head.lower_ == "both" or head.pos_ in ("NUM", "PROPN", "ADJ", "VERB") or group_head.pos_ == "PROPN":
        return True
    lemma = head.lemma_.lower()
    if lemma in group_words("generic") or lemma in group_words("counters") or head.lower_ in ("other", "others", "more"):
        return True
    return head.pos_ == "NOUN" and head.tag_ == "NNS"
