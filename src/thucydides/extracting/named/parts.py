"""Parts: what the words around a person's name say of the part the person played, read from the sentence tree.

Invariant: a part comes from words of the vocabulary `persons` that the name hangs on, never from who the person is.
"""

from collections.abc import Callable, Collection, Iterator
from functools import cache

from msgspec import Struct
from spacy.tokens import Token

from thucydides.nouns.person import Part
from thucydides.vocabulary import mapping

_WHO = frozenset({"who", "that", "whom"})
_OBJECT = frozenset({"dobj", "obj"})
_SUBJECT = frozenset({"nsubj"})
_PASSIVE = frozenset({"nsubjpass"})


class Evidence(Struct, frozen=True):
    """One sign of a person's part, its weight in whole numbers, and what befell a victim as far as it says."""

    part: Part
    weight: int
    outcome: str = ""


@cache
def _words(group: str) -> dict[str, str]:
    """{lemma: outcome} of the verbs that harm or are suffered."""
    return {str(lemma): str(outcome) for outcome, lemmas in mapping("persons")[group].items() for lemma in lemmas}


@cache
def _weights(group: str) -> dict[str, int]:
    return {str(word): int(weight) for word, weight in mapping("persons")[group].items()}


@cache
def _noun(lemma: str) -> Evidence | None:
    for part, words in mapping("persons")["nouns"].items():
        if lemma in words:
            return Evidence(part, int(words[lemma]))
    return None


_DONE_BY: dict[str, Callable[[], Collection[str]]] = {
    "for": lambda: mapping("persons")["sought"],
    "against": lambda: mapping("persons")["against"],
    "by": lambda: _words("harmed"),
}
"""Prepositions after whose verbs or nouns the one who did it stands: "hunting for", "the case against", "killed by"."""


def evidence(name: Token) -> Iterator[Evidence]:
    """What the tree says of the person whose name ends with the token `name`."""
    for child in name.children:
        beside = child.dep_ in ("compound", "amod", "appos", "nmod") and child.i != name.i
        if beside and (found := _noun(child.lemma_.lower())) is not None:
            yield found
        if child.dep_ in ("acl", "relcl", "amod") and child.pos_ in ("VERB", "ADJ"):
            yield from _clause(child)
    yield from _climbed(name)


def _climbed(name: Token) -> Iterator[Evidence]:
    """What the words above a noun say of it, through nouns that it stands beside or is coordinated with."""
    head, relation = name.head, name.dep_
    seen = 0
    while relation in ("conj", "appos", "compound", "flat", "nmod") and head != head.head and seen < 6:
        if relation in ("appos", "compound", "nmod"):
            found = _noun(head.lemma_.lower())
            if found is not None:
                yield found
            if relation == "appos":
                for child in head.children:
                    if child.dep_ in ("acl", "relcl") and child.pos_ == "VERB":
                        yield from _clause(child)
        relation, head, seen = head.dep_, head.head, seen + 1
    yield from _hanging(relation, head)


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
        if lemma in _weights("deaths"):
            yield Evidence("victim", _weights("deaths")[lemma])
        elif lemma in _weights("accusations"):
            yield Evidence("perpetrator", _weights("accusations")[lemma])
        return
    if relation == "oprd" and lemma in ("name", "identify", "call") and head.dep_ == "acl":
        yield from _climbed(head.head)
        return
    if head.pos_ not in ("VERB", "AUX") and relation not in _OBJECT | _SUBJECT | _PASSIVE:
        return
    passive = relation in _PASSIVE or (relation in _SUBJECT and _short_passive(head))
    if relation in _OBJECT or passive:
        if any(c.dep_ == "neg" for c in head.children):
            return
        if lemma in ("name", "identify", "call") and head.dep_ == "acl" and relation in _OBJECT:
            yield from _climbed(head.head)
            return
        if lemma in _words("harmed"):
            yield Evidence("victim", 3, _outcome(head, _words("harmed")[lemma]))
        elif lemma in _weights("accused"):
            yield Evidence("perpetrator", _weights("accused")[lemma])
        elif lemma in ("pronounce", "find", "declare", "leave", "list", "take", "bring", "transport", "treat", "carry"):
            yield from _state(head)
    elif relation in _SUBJECT:
        if lemma in _words("suffered"):
            yield Evidence("victim", 3, _words("suffered")[lemma])
        elif lemma == "be" or lemma in ("remain", "arrive", "lie"):
            yield from _state(head)
        elif lemma == "face" and any(
            c.dep_ in _OBJECT and c.lemma_.lower() in mapping("persons")["accusing"] for c in head.children
        ):
            yield Evidence("perpetrator", 3)
        elif lemma in _weights("self") and not any(c.dep_ == "neg" for c in head.children):
            yield Evidence("perpetrator", _weights("self")[lemma])
        elif lemma in _weights("accused") and head.tag_ == "VBN":
            yield Evidence("perpetrator", _weights("accused")[lemma])
    if joined and relation in _SUBJECT | _PASSIVE:
        for also in head.conjuncts:
            if also.i > head.i and also.pos_ == "VERB" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in also.children):
                again = "nsubjpass" if also.tag_ == "VBN" and (passive or _auxiliary(also)) else "nsubj"
                yield from _hanging(again, also, joined=False)
        for inner in head.children:
            if inner.dep_ == "xcomp" and inner.pos_ == "VERB":
                yield from _hanging("nsubjpass" if _auxiliary(inner) else "nsubj", inner, joined=False)


def _auxiliary(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)


def _short_passive(verb: Token) -> bool:
    """Headlines drop the auxiliary: "Jane Roe shot in the leg"."""
    if any(c.dep_ in _OBJECT for also in verb.conjuncts for c in also.children):
        return False
    harmed = verb.lemma_.lower() in _words("harmed") or verb.lemma_.lower() in _weights("accused")
    return (
        verb.tag_ in ("VBN", "VBD")
        and harmed
        and not any(c.dep_ in ("dobj", "obj", "aux", "prt", "ccomp") for c in verb.children)
        and (verb.tag_ == "VBN" or verb.lemma_ in ("shoot", "kill", "wound", "stab", "charge", "arrest", "convict"))
    )


def _outcome(verb: Token, outcome: str) -> str:
    """What a verb of harm comes to: "fatally shot", "shot and killed", "shot to death", "shot dead" tell of a death."""
    around = {c.lower_ for c in verb.children} | {c.lemma_.lower() for c in verb.conjuncts}
    to = next((c for c in verb.children if c.lower_ == "to"), None)
    dead = {"fatally", "dead", "kill", "die"} & around or (to is not None and any(c.lower_ == "death" for c in to.children))
    return "killed" if dead else outcome


def _after_preposition(preposition: Token) -> Iterator[Evidence]:
    owner = preposition.head
    lemma, word = owner.lemma_.lower(), preposition.lower_
    if (
        word in ("of", "to", "for")
        and lemma in _weights("deaths")
        and (word == "of" or lemma in ("memorial", "vigil", "funeral"))
    ):
        yield Evidence(
            "victim", _weights("deaths")[lemma], "killed" if lemma in ("death", "killing", "murder", "slaying", "body") else ""
        )
    elif word == "of" and lemma in _weights("accusations"):
        yield Evidence("perpetrator", _weights("accusations")[lemma])
    elif lemma in _DONE_BY.get(word, lambda: frozenset())():
        yield Evidence("perpetrator", 3)
    elif word == "as" and lemma in ("identify", "name", "know") and owner.dep_ == "acl":
        yield from _climbed(owner.head)
    elif word == "as" and lemma in ("identify", "name", "know"):
        for child in owner.children:
            if child.dep_ in ("nsubjpass", "dobj", "nsubj"):
                if (found := _noun(child.lemma_.lower())) is not None:
                    yield found
                elif child.lemma_.lower() in mapping("persons")["neutral"]:
                    yield Evidence("victim", 2)
                for clause in child.children:
                    if clause.dep_ in ("relcl", "acl") and clause.pos_ == "VERB":
                        yield from _clause(clause)
                    elif clause.dep_ in ("amod", "compound") and clause.lemma_.lower() in mapping("persons")["hurt_states"]:
                        yield Evidence("victim", 3)


def _state(verb: Token) -> Iterator[Evidence]:
    """What a state says: "was dead at the scene", "is the suspect", "was in critical condition", "taken to hospital"."""
    for child in verb.children:
        lemma = child.lemma_.lower()
        if child.dep_ in ("acomp", "attr", "oprd", "xcomp", "advmod", "ccomp"):
            if lemma in mapping("persons")["hurt_states"]:
                yield Evidence("victim", 3, "killed" if lemma in ("dead", "deceased") else "injured")
            elif (found := _noun(lemma)) is not None:
                yield found
            elif child.dep_ == "attr":
                for clause in child.children:
                    if clause.dep_ in ("acl", "relcl") and clause.pos_ == "VERB":
                        yield from _clause(clause)
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.lemma_.lower() == "condition":
                    yield Evidence("victim", 3, "injured")
                elif inner.lemma_.lower() in ("hospital", "center", "centre", "surgery", "clinic"):
                    yield Evidence("victim", 2)
                elif inner.lemma_.lower() in ("custody", "jail", "prison"):
                    yield Evidence("perpetrator", 2)
