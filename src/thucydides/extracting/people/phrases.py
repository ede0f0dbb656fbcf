"""Phrases: where a noun phrase starts, what a relative pronoun stands for, what number is a noun's own, what is a person's name."""

import re

from spacy.tokens import Token

from thucydides.extracting.people.sides import categories, category_of, group_words
from thucydides.extracting.quantities import number
from thucydides.extracting.texts import text_of
from thucydides.grounding.times.english import MONTHS, WEEKDAYS

CALENDAR = frozenset({*MONTHS, *WEEKDAYS, "today", "yesterday"})
_OLD = re.compile(r"\s+(?:\d{1,3}|\w+)[-‐–](?:year|month)")
"""Behind a town's name in "a Wichita 3-year-old"."""
ANTECEDENT = frozenset({"who", "whom", "which", "that"})
_MODIFIERS = frozenset({"det", "nummod", "amod", "compound", "poss", "quantmod", "advmod", "predet", "nmod", "case"})


def resolve(token: Token) -> Token:
    """The noun a relative pronoun stands for, else the token itself."""
    if token.lower_ in ANTECEDENT and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
        verb = token.head
        while verb.dep_ == "conj" and verb.head.i < verb.i:
            verb = verb.head
        while verb.dep_ == "ccomp" and verb.head.dep_ in ("ccomp", "relcl") and token.i < verb.head.i:
            verb = verb.head  # "61 people who activists say were killed"
        if verb.dep_ in ("relcl", "acl") and verb.head.i < verb.i:
            return _some_of(verb.head)
    return token


def _some_of(noun: Token) -> Token:
    """The number of some of a force's people, of whom a clause tells: "three of the army's soldiers who were killed" are three; of those
    whom only the clause says apart ("two of the people who died") it tells how many they were in all, and not the number."""
    number = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if number is None or number.pos_ != "NUM" or number.head.pos_ == "NOUN" or noun.tag_ not in ("NNS", "NNPS") or number_of(noun):
        return noun
    return number if any(c.dep_ == "poss" for c in noun.lefts) else noun


def first_token(head: Token) -> int:
    """The index of the leftmost modifier of a head, relative clauses and clauses before it left out."""
    return min([head.i, *(child.left_edge.i for child in head.lefts if child.dep_ in _MODIFIERS)])


def number_of(noun: Token) -> int:
    """How many a noun's own number or article says; 0 where it has none."""
    said = next((c for c in noun.lefts if c.dep_ == "nummod"), None)
    told = number(said.text) if said is not None else None
    return (told[1] or 0) if told is not None else 0


def _determined(head: Token) -> bool:
    """Whether an article stands before a head, and not before what is said of somebody named ("A protester, Ali Mansour, was ...")."""
    article = next((c for c in head.lefts if c.dep_ == "det"), None)
    return article is not None and not any(t.text == "," for t in head.doc[article.i : head.i])


def is_name(head: Token) -> bool:
    """Whether a head ends a person's name: proper nouns in title case without a determiner, two parts or more."""
    if head.pos_ != "PROPN" or not head.text[:1].isupper() or head.tag_ == "NNPS" or _determined(head):
        return False
    if head.lemma_.lower() in categories() or head.lemma_.lower() in group_words("generic"):
        return False  # headlines write nouns as names: "Teen Girl"
    parts = [c for c in head.lefts if c.dep_ == "compound"]
    while parts and _is_office(parts[0]):
        parts = parts[1:]  # "murdered the prosecutor Marta Rios"
    return bool(parts) and all(p.text[:1].isupper() for p in parts)


def _is_office(word: Token) -> bool:
    """Whether a common noun with an article of its own, or of which somebody is said to have one ("the group's leader Ibn Omar"), says
    what somebody named behind it is."""
    own = any(c.dep_ in ("det", "poss") for c in word.lefts)
    people = category_of(word, []) != "unknown" and word.lemma_.lower() not in group_words("institutions")
    return word.tag_ == "NN" and word.text.islower() and people and own


def is_bare_name(head: Token, modifiers: list[Token]) -> bool:
    """Whether a head may be a person's single name ("Barbee was shot"): a lone proper noun where a person stands, no acronym."""
    return (
        head.tag_ == "NNP"
        and not any(t.lower_ in ("the", "a", "an") for t in modifiers)
        and head.dep_ in ("nsubjpass", "nsubj", "dobj", "pobj", "conj")
        and head.text[:1].isupper()
        and not head.text.isupper()
        and head.lower_ not in group_words("titles")
        and head.lower_ not in CALENDAR
        and not _OLD.match(text_of(head.doc), head.idx + len(head))
    )


def name_start(head: Token) -> int:
    """The offset at which the name that ends with `head` starts, titles left out."""
    titles = group_words("titles")
    parts = [c.idx for c in head.lefts if c.dep_ == "compound" and c.text[:1].isupper() and c.lower_ not in titles]
    return int(min(parts, default=head.idx))
