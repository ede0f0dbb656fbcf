"""Clipped: what a participle is said of where a headline or a telegram leaves out its auxiliary: "Town taken by rebels".

Invariant: only of a phrase without any finite verb; in a sentence a participle only describes ("the two men taken from the bus").
"""

from collections.abc import Iterator

from spacy.tokens import Token

_OBJECTS = frozenset({"dobj", "obj", "ccomp", "xcomp", "aux", "auxpass"})


def undergone(verb: Token) -> list[Token]:
    """The nouns that a verb is done to: its objects, its passive subjects, and what a clipped participle is said of, or one that says what
    somebody declares ("the town was declared captured", "two are said to have been taken away"); of a clause the noun that it is about ("a
    nurse who was taken off a bus")."""
    found = [*(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), *_clipped(verb)]
    if not found and verb.tag_ == "VBN" and verb.dep_ in ("oprd", "xcomp", "ccomp") and verb.head.lemma_.lower() in _DECLARING:
        said = verb.head
        found = [c for c in said.children if c.dep_ in ("dobj", "nsubjpass")]
        if not found and said.dep_ == "conj":
            found = [c for c in said.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    return [verb.head if verb.dep_ == "relcl" and c.lower_ in ("who", "whom", "which", "that") else c for c in found]


_DECLARING = frozenset({
    "declare", "report", "announce", "confirm", "proclaim", "pronounce", "say", "believe", "think", "know", "allege", "understand",
    "presume",
})  # fmt: skip


def is_clipped(verb: Token) -> bool:
    """Whether a participle tells what was done to the noun before it, with its auxiliary left out."""
    return any(True for _ in _clipped(verb))


def _clipped(verb: Token) -> Iterator[Token]:
    if verb.tag_ not in ("VBN", "VBD") or any(c.dep_ in _OBJECTS for c in verb.children) or not _closes(verb):
        return
    if verb.dep_ == "acl" and verb.head.dep_ not in ("pobj", "dobj") and not _finite(verb):
        yield verb.head
    elif verb.dep_ in ("ROOT", "dep", "appos", "conj") and not _finite(verb):
        yield from (c for c in verb.children if c.dep_ == "nsubj")


def _closes(verb: Token) -> bool:
    """Whether a phrase ends behind a participle, or goes on with by whom, where and whence."""
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    return following is None or following.is_punct or following.lower_ in ("by", "from", "at", "in", "near", "on", "outside", "after")


def _finite(verb: Token) -> bool:
    """Whether a verb of the phrase but this one is finite."""
    return any(t != verb and (t.pos_ == "AUX" or t.tag_ in ("VBZ", "VBP", "VBD", "MD")) for t in verb.sent)
