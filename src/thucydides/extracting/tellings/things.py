"""Things: what a sentence that tells of a deed names as new, and what it names as known.

Rule `extract.same-thing`. Invariant: people, and towns or stretches of land, are of a war and take up no one deed.
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Span, Token

from thucydides.vocabulary import mapping

OF_THEM = "their"
"""What stands for a thing of people told of before: "fired at their bus"."""
_KNOWN = frozenset({"the", "this", "that"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_ONTO = frozenset({"at", "on", "into", "against", "inside", "of", "near"})


def things_of(sentence: Span) -> frozenset[str]:
    """The things that a sentence names for the first time, as its words have it: "a passenger train", "train attack"."""
    return frozenset(t.lemma_.lower() for t in sentence if t.pos_ == "NOUN" and not _is_known(t) and _may_tell(t))


def known_things(sentence: Span, deeds: Collection[int]) -> frozenset[str]:
    """The things to which a deed of a sentence was done, as known before: "derailed the train", "the church was set ablaze"."""
    found = [t for n in deeds for t in _done_to(sentence.doc[n])]
    named = frozenset(t.lemma_.lower() for t in found if t.tag_ == "NN" and _is_known(t) and _may_tell(t) and not _is_placed(t))
    craft = frozenset(mapping("telling")["roles"]["craft"]) if any(_brought_down(t) for t in found) else frozenset[str]()
    return named | craft | (frozenset({OF_THEM}) if any(_of_them(t) for t in found) else frozenset())


def _of_them(noun: Token) -> bool:
    """Whether a thing is that of people told of before: "their bus"; "their own" and their leader are of anybody."""
    whose = any(c.lower_ in ("their", "his", "her") and c.dep_ == "poss" for c in noun.children)
    return whose and noun.tag_ == "NN" and _may_tell(noun) and not any(c.lower_ == "own" for c in noun.children)


def _brought_down(pronoun: Token) -> bool:
    """Whether "it" is what was brought down, and so a craft: "shot it down"."""
    return pronoun.lower_ == "it" and any(c.dep_ == "prt" and c.lower_ == "down" for c in pronoun.head.children)


def _done_to(deed: Token) -> Iterator[Token]:
    """What a deed was done to: its object, or what stands behind a preposition of its."""
    for child in deed.children:
        if child.dep_ in _OBJECTS:
            yield child
        elif child.dep_ == "prep" and child.lower_ in _ONTO:
            yield from (c for c in child.children if c.dep_ == "pobj")


def _is_known(noun: Token) -> bool:
    return any(c.lower_ in _KNOWN for c in noun.children if c.dep_ == "det")


def _is_placed(noun: Token) -> bool:
    """Whether a thing is said to be whose, where or which, and so may be named for the first time: "the camp of Rann"."""
    of_whom = (c.dep_ in ("compound", "nmod", "amod") and c.pos_ == "PROPN" for c in noun.children)
    return any(of_whom) or any(c.dep_ in ("prep", "relcl", "acl", "appos") for c in noun.children)


def _may_tell(noun: Token) -> bool:
    return noun.lemma_.lower() not in mapping("telling")["things_of_a_war"]
