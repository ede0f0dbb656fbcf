"""Gerunds: the nouns that verbs of force make, which tell of a deed with what it was done to: "the storming of the palace", "theft of 40
head of cattle".

Rule `extract.frames`. Invariant: a gerund without its "of" is none: "firing went on", "a hearing".
"""

from functools import cache

from spacy.tokens import Token

from thucydides.extracting.kinds.classes import is_of
from thucydides.vocabulary import mapping


@cache
def _gerunds() -> dict[str, tuple[str, str]]:
    """What a verb of force is called as a deed -> (family, verb): "the storming of the palace", "the razing of two villages"."""
    table: dict[str, tuple[str, str]] = {}
    for family, entry in mapping("triggers")["families"].items():
        for verb in (v for v in entry["verbs"] if v.isalpha()):
            stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
            for form in (f"{stem}ing", f"{stem}{stem[-1]}ing"):
                table.setdefault(form, (family, verb))
    return table


def told_by_gerund(token: Token) -> tuple[str, str] | None:
    """The family and verb of a deed that its verb's noun tells with what it was done to; None where a word is none of these."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    deed = mapping("frames")["deeds_of"].get(token.lower_)
    if deed is not None:
        return (deed["family"], deed["verb"]) if any(is_of(o, name) for o in _done_to(token) for name in deed["of"]) else None
    found = _gerunds().get(token.lower_) if token.lower_.endswith("ing") else None
    day = (o for c in token.children if c.dep_ == "prep" and c.lower_ == "on" for o in c.children)  # "the burning on 7 May of the mill"
    return found if found is not None and any(c.lower_ == "of" for noun in (token, *day) for c in noun.children) else None


def _done_to(noun: Token) -> list[Token]:
    """What stands behind the "of" of a noun, and what that is a number of: "theft of forty head of cattle"."""
    behind = [o for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    return [t for o in behind for t in (o, *o.conjuncts, *_done_to(o))]
