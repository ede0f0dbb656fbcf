"""Parts: what the words around a person's name say of the part the person played, read from the sentence tree.

Invariant: a part comes from words of the vocabulary `persons` that the name hangs on, never from who the person is.
"""

from collections.abc import Callable, Collection, Iterable, Iterator

from spacy.tokens import Token

from thucydides.extracting.named.equals import as_noun, named_as, subject_behind
from thucydides.extracting.named.evidence import (
    OBJECT,
    PASSIVE,
    SUBJECT,
    Evidence,
    auxiliary,
    by_noun,
    done_by,
    found_harmed,
    listed,
    short_passive,
    weights,
)
from thucydides.extracting.named.states import inverted
from thucydides.extracting.named.verbs import further, of_object, of_subject
from thucydides.vocabulary import mapping

_LONGEST = 20
"""Names of one list at most."""
_WHO = frozenset({"who", "that", "whom"})


_DONE_BY: dict[str, Callable[[], Collection[str]]] = {
    "for": lambda: mapping("persons")["sought"],
    "against": lambda: mapping("persons")["against"],
}
"""Prepositions after whose verbs or nouns the one who did it stands: "hunting for", "the case against"."""


def evidence(name: Token) -> Iterator[Evidence]:
    """What the tree says of the person whose name ends with the token `name`."""
    for child in name.children:
        beside = child.dep_ in ("compound", "amod", "appos", "nmod") and child.i != name.i
        if beside and (found := by_noun(child.lemma_.lower())) is not None:
            yield found
        if child.dep_ in ("acl", "relcl", "amod") and child.pos_ in ("VERB", "ADJ"):
            yield from _clause(child)
    behind = subject_behind(name)
    if behind is not None:
        yield from _hanging("nsubjpass" if auxiliary(behind) else "nsubj", behind)
        return
    yield from _climbed(name)


def _climbed(name: Token) -> Iterator[Evidence]:
    """What the words above a noun say of it, through nouns that it stands beside or is coordinated with."""
    head, relation = name.head, name.dep_
    seen = 0
    while relation in ("conj", "appos", "compound", "flat", "nmod") and head != head.head and seen < _LONGEST:
        if relation in ("appos", "compound", "nmod"):
            found = by_noun(head.lemma_.lower())
            if found is not None:
                yield found
            if relation == "appos" and head.lemma_.lower() in listed("deeds"):
                yield from _told_before(head)
            elif relation == "appos":
                for child in head.children:
                    if child.dep_ in ("acl", "relcl") and child.pos_ == "VERB":
                        yield from _clause(child)
        relation, head, seen = head.dep_, head.head, seen + 1
        if relation == "pobj" and head.lower_ in ("of", "from") and head.head.pos_ == "PROPN" and head.head.i < name.i:
            relation, head = head.head.dep_, head.head.head  # "A, 23, of Cleveland, and B": B stands with A, not with Cleveland
    yield from _hanging(relation, head)


def _told_before(deed: Token) -> Iterator[Evidence]:
    """What a sentence says of the one named behind a deed: "the man charged with the shooting, NAME"."""
    person = next((t for t in deed.ancestors if t.lemma_.lower() in listed("neutral") or by_noun(t.lemma_.lower()) is not None), None)
    if person is not None and person.i < deed.i:
        yield from _of_noun(person)


def _of_noun(noun: Token) -> Iterator[Evidence]:
    """What a noun says of the person who is said to be it: "the gunman", "the man killed on Monday", "a man"."""
    found = by_noun(noun.lemma_.lower())
    told = [found] if found is not None else []
    for child in noun.children:
        if child.dep_ in ("relcl", "acl") and child.pos_ == "VERB":
            told += _clause(child)
        elif child.dep_ in ("amod", "compound") and child.lemma_.lower() in mapping("persons")["hurt_states"]:
            told.append(Evidence("victim", 3))
    if not told and noun.lemma_.lower() in mapping("persons")["neutral"]:
        told.append(Evidence("victim", 2))
    yield from told


def _clause(verb: Token) -> Iterator[Evidence]:
    """What a clause behind a name says of it: "who was shot", "charged with murder", "shot in the head"."""
    if verb.dep_ == "relcl":
        who = next((c for c in verb.children if c.lower_ in _WHO), None)
        if who is not None:
            yield from _hanging(who.dep_, verb)
    elif verb.tag_ == "VBN":
        yield from _hanging("nsubjpass", verb)
    elif verb.tag_ == "VBG":
        yield from _hanging("nsubj", verb)
    for also in verb.conjuncts:
        if also.i > verb.i and also.pos_ == "VERB" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in also.children):
            yield from _hanging("nsubjpass" if also.tag_ == "VBN" else "nsubj", also, joined=False)


def _hanging(relation: str, head: Token, joined: bool = True) -> Iterator[Evidence]:
    """What a relation to a word says: object of harm, subject of an accusation, "the death of"."""
    lemma = head.lemma_.lower()
    if relation == "pobj":
        yield from _after_preposition(head)
        return
    if relation == "poss":
        if lemma in weights("deaths"):
            yield Evidence("victim", weights("deaths")[lemma])
        elif lemma in weights("accusations"):
            yield Evidence("perpetrator", weights("accusations")[lemma])
        return
    if relation == "oprd" and lemma in ("name", "identify", "call") and head.dep_ == "acl":
        yield from _climbed(head.head)
        return
    if relation == "attr" and lemma == "be":
        yield from _followed(inverted(head))
        return
    if head.pos_ not in ("VERB", "AUX") and relation not in OBJECT | SUBJECT | PASSIVE:
        return
    passive = relation in PASSIVE or (relation in SUBJECT and (short_passive(head) or found_harmed(head)))
    if relation in OBJECT or passive:
        if any(c.dep_ == "neg" for c in head.children):
            return
        if lemma in ("name", "identify", "call") and head.dep_ == "acl" and relation in OBJECT:
            yield from _climbed(head.head)
            return
        for noun in as_noun(head):
            yield from _of_noun(noun)
        yield from _followed(of_object(head))
    elif relation in SUBJECT:
        yield from _followed(of_subject(head))
    if joined and relation in SUBJECT | PASSIVE:
        for also in further(head):
            again = "nsubjpass" if also.tag_ == "VBN" and (passive or auxiliary(also)) else "nsubj"
            yield from _hanging(again, also, joined=False)
        for inner in head.children:
            if inner.dep_ == "xcomp" and inner.pos_ == "VERB":
                yield from _hanging("nsubjpass" if auxiliary(inner) else "nsubj", inner, joined=False)


def _followed(signs: Iterable[Evidence | Token]) -> Iterator[Evidence]:
    """Signs, and what the clauses among them say."""
    for sign in signs:
        if isinstance(sign, Evidence):
            yield sign
        else:
            yield from _clause(sign)


def _after_preposition(preposition: Token) -> Iterator[Evidence]:
    owner = preposition.head
    lemma, word = owner.lemma_.lower(), preposition.lower_
    if (
        word in ("of", "to", "for")
        and lemma in weights("deaths")
        and (word == "of" or lemma in ("memorial", "vigil", "funeral"))
    ):
        yield Evidence(
            "victim", weights("deaths")[lemma], "killed" if lemma in ("death", "killing", "murder", "slaying", "body") else ""
        )
    elif word == "of" and lemma in weights("accusations"):
        yield Evidence("perpetrator", weights("accusations")[lemma])
    elif (word == "by" and done_by(owner)) or lemma in _DONE_BY.get(word, lambda: frozenset())():
        yield Evidence("perpetrator", 3)
    elif word in ("including", "among"):
        means = owner.dep_ == "pobj" and owner.head.lower_ in ("by", "with")  # "people were hit by bullets, including NAME"
        whole = owner.head.head if means else owner
        yield from _climbed(whole) if whole.pos_ in ("NOUN", "PROPN") else _whom(whole)
    for noun in named_as(preposition):
        above = list(_climbed(noun)) if noun.i < owner.i and noun != owner and owner in noun.children else []
        yield from above or _of_noun(noun)


def _whom(verb: Token) -> Iterator[Evidence]:
    """What a verb says of those of whom some are named behind it: "two men were killed, including NAME"."""
    for child in verb.children:
        if child.dep_ in OBJECT | PASSIVE or (child.dep_ in SUBJECT and not any(c.dep_ in OBJECT for c in verb.children)):
            yield from _hanging(child.dep_, verb, joined=False)
            return
