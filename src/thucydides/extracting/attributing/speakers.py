"""Who a speaker is by the words of the sentence: the name with what belongs to it, without who carried the words and how he was met."""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.clauses import SUBJECTS, TIME_WORDS
from thucydides.extracting.attributing.spans import block, subtree
from thucydides.extracting.attributing.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def speaker_words(noun: "Token", verb: "Token") -> set[int]:
    """The positions of a speaker's whole wording, appositions included, without the relative clause or citation that holds the verb."""
    inside = subtree(noun)
    if noun.head.dep_ in SUBJECTS and noun.head.tag_ == "VBG" and noun.head.head.i == verb.i:
        return subtree(noun.head)  # "a group calling itself the Front"
    for child in noun.children:
        below = subtree(child)
        if verb.i in below or (child.dep_ in ("relcl", "ccomp", "parataxis") and verb.i < child.i):
            inside -= below
        if child.dep_ in ("advcl", "acl", "prep", "ccomp", "relcl") and (_is_carrier(child) or _is_how_met(child)):
            inside -= below
    inside -= subtree(verb) if verb.i in inside else set()
    near = {i for i in block(inside) if i in inside or noun.doc[i].is_punct}
    first = noun.i
    while first - 1 in near or _goes_on_before(noun.doc[first], verb):
        first -= 1
    last = noun.i
    while last + 1 in near:
        last += 1
    if verb.i > noun.i:
        last = min(last, verb.i - 1)
    first = max([first, *(t.i + 1 for t in noun.doc[first : verb.i] if t.text == ";")])
    while first < noun.i and noun.doc[first].lower_ in TIME_WORDS:
        first += 1  # "On Wednesday Armenia's ministry said": the day is no part of its name
    return set(range(first, last + 1)) if last - first < 60 else set(range(noun.left_edge.i, noun.i + 1))


def _goes_on_before(word: "Token", verb: "Token") -> bool:
    """Whether the word before is of the same name, which the parser parted at its hyphen: "Ansar al-Sharia", "al-Qaeda"."""
    if word.i <= word.sent.start or (word.pos_ != "PROPN" and word.text != "-"):
        return False
    before = word.nbor(-1)
    hyphen = before.text == "-" and not before.whitespace_
    own = before.head.i == verb.i and before.pos_ == "PROPN"
    return hyphen or (own and (word.text == "-" or word.lower_ in _NAME_PARTS))


_NAME_PARTS = frozenset({"al", "el", "ul", "as", "ash", "an", "ad", "ar", "at", "e", "i"})


def _is_carrier(child: "Token") -> bool:
    """Whether a clause under the speaker names who carried the words ("as reported by Khovar", "citing officials", "quoted by AFP")."""
    return child.lemma_ in ("report", "quote", "cite", "carry", "relay") and (child.tag_ in ("VBN", "VBG"))


def _is_how_met(child: "Token") -> bool:
    """Whether a clause under the speaker only tells how he was asked: "reached by telephone", "who would not give a name", "speaking on
    condition of anonymity"."""
    asked = child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_.lower() in words("met")
    return asked or any(t.lower_ in words("anonymity") for t in child.subtree)
