"""Reading people: a noun phrase's head, number and description put together.

Invariants: quantities come from the words of the phrase; a phrase that names no people gives None; ages are never counts.
"""

import re

from spacy.tokens import Span, Token

from thucydides.extracting.people.ages import ADULT, age_of
from thucydides.extracting.people.belonging import counted_people, country_of, force_of, of_a_nation, owner, whom_them_means
from thucydides.extracting.people.counting import (
    countable,
    counted_by,
    counted_of,
    hung_on_date,
    hung_on_preposition,
    hung_on_state,
    of_time,
    sized,
    uncounted,
)
from thucydides.extracting.people.fired_first import fired_first
from thucydides.extracting.people.first_told import holds_an_office
from thucydides.extracting.people.people import People
from thucydides.extracting.people.phrases import ANTECEDENT, CALENDAR, first_token, is_bare_name, is_name, name_start, resolve
from thucydides.extracting.people.sides import category_of, group_words, nationality_of, sex_of
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of
from thucydides.grounding.actors.countries import country_of_name
from thucydides.nouns import Quantity
from thucydides.vocabulary import mapping

_POS = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ", "VERB", "DET", "ADV"})
_ITS = frozenset({"the", "its", "his", "her", "their"})
"""Words before "head of" that make it an office, not a part of the body."""
_MORE = re.compile(r"\s+(?:more|others)\b(?!\s+than\b)")
"""What stands behind a number of people beside those told of: "two more died of burns"."""
_SHORT = 4
"""Letters up to which a noun's ending says nothing of what it names."""


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
        or any(c.dep_ == "appos" and is_name(c) for c in head.rights)
    )
    if (lemma in group_words("never") and not office) or lemma in ANTECEDENT or head.pos_ not in _POS:
        return None
    if lower == "other" and any(c.lower_ in ("each", "one") for c in head.lefts):
        return None  # "killing each other" counts nobody
    group_head = counted_people(head)
    if group_head is None:
        return None
    doc, text = sentence.doc, text_of(sentence.doc)
    start, end = first_token(head), group_head.idx + len(group_head)
    first = doc[start].idx
    size = sized(head, quantities)
    found = size or counted_by(head, group_head, first, end, quantities) or hung_on_date(doc[start], quantities)
    found = found or hung_on_preposition(doc[start], quantities)
    found = found or counted_of(head, quantities) or hung_on_state(head, quantities)
    age = age_of(text, first, end)
    if found is not None and found.quantity.best == age and text[found.end :].lower().startswith(("-year", " year")):
        found = None
    if found is not None and of_time(doc, start, head, found):
        first, found = group_head.idx if not is_name(group_head) else name_start(group_head), None  # "three days later Omar was shot"
    if found is not None and any(c.lower_ in ("a", "an") and c.idx >= found.end for c in head.lefts if c.dep_ == "det"):
        found = None  # "4 A child was shot": the number of a picture
    if found is not None and any(t.lower_ in CALENDAR and t.idx < found.start for t in doc[start : head.i]):
        first = found.start  # "on 7 March 15 soldiers were killed"
    if found is not None and any(first <= q.start and q.end < found.start and " and " in text[q.end : found.start] for q in quantities):
        first = found.start  # "16 dead and 100 wounded soldiers": the tree takes both counts for one phrase
    modifiers = list(doc[start : head.i])
    category = category_of(group_head, [t.lemma_.lower() for t in doc[start : group_head.i]])
    if (category == "unknown" and lemma == "member") or (category == "civilians" and group_head.lemma_.lower() in group_words("generic")):
        whose = force_of(head)  # "two men of the army"
        category = whose if whose != "unknown" else category
    them = whom_them_means(head) if category == "unknown" else None
    category = category_of(them, [c.lemma_.lower() for c in them.lefts]) if them is not None else category
    category = "rebels" if category in ("civilians", "unknown") and fired_first(head) else category
    loose = {t.lower_ for t in modifiers if found is None or not found.start <= t.idx < found.end} | {lower}
    own = {t.lower_ for t in modifiers if t.head.i == head.i} | {lower}  # not "the third floor victim"
    more = bool((loose - group_words("ordinals")) & group_words("more")) or bool(loose & own & group_words("more"))
    more = more or any(c.lower_ == "more" for c in head.rights) or (found is not None and _MORE.match(text, found.end) is not None)
    ordinal = bool(loose & own & group_words("ordinals")) and head.tag_ in ("NN", "JJ", "NNP")
    definite = bool(loose & group_words("definite")) and not more and not holds_an_office(head)
    named, pronoun = is_name(group_head), False
    if found is not None:
        bare = head == group_head and found.start <= head.idx < found.end  # "Forty died": a noun to the tagger
        bare = bare and head.dep_ in ("nsubj", "nsubjpass") and head.is_alpha
        if size is None and not bare and not countable(head, group_head, category):
            return None
        quantity: Quantity | None = _at_home(found, head) if head == group_head and size is None else found.quantity
    elif lower in group_words("singular_pronouns"):
        quantity, pronoun, definite = Quantity(1, 1, 1, head.text, "toll.singular"), True, True
    elif lower in group_words("plural_pronouns"):
        return People(first, end, head.i, None, head.text, pronoun=True, definite=True)
    else:
        some = group_head if group_head.tag_ == "NNS" and head.tag_ == "NN" else head  # "a group of fighters" are several
        quantity = uncounted(some, named or office or _animate(head, verb), ordinal, category, definite, text[first:end])
        beaten = head.dep_ == "dobj" and country_of_name(text[first:end]) is not None  # "the team beat Ghana"
        if quantity is None and head.pos_ == "PROPN" and is_bare_name(head, modifiers) and not beaten:
            quantity, named = Quantity(1, 1, 1, text[first:end], "toll.singular"), True
        if quantity is None and of_a_nation(head):
            quantity = Quantity(1, 1, 1, text[first:end], "toll.singular")
        if quantity is None:
            return None
    return People(
        start=min(first, found.start) if found else first,
        end=end,
        head=head.i,
        quantity=quantity,
        group=_group(text, found, first, group_head, end) if them is None else them.text,
        category=category,
        nationality=nationality_of([t.text for t in doc[start : group_head.i + 1]]) or country_of(group_head, category),
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
        owner=owner(group_head, sentence),
    )


def _at_home(found: QuantitySpan, head: Token) -> Quantity:
    """How many a number counts: a couple who are man and wife are two, and three families six at least."""
    told = found.quantity
    if told.rule == "toll.couple" and head.idx < found.end:
        return Quantity(2, 2, 2, told.wording, "toll.both")
    if head.lemma_.lower() in group_words("households") and found.end <= head.idx and told.best is not None:
        return Quantity((told.low or 1) * 2, None, None, told.wording, "toll.plural")
    return told


def _group(text: str, found: QuantitySpan | None, first: int, group_head: Token, end: int) -> str:
    """The people of a phrase without their number: "patients" of "hundreds of patients", nothing of "about 20"."""
    if found is None:
        return text[first:end].strip(" ,-–—\"“”")
    if group_head.idx < found.end:
        return "couple" if group_head.lower_ == "couple" else ""
    return text[found.end : end].strip(" ,-–—()\"“”").removeprefix("of ")
