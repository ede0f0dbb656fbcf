"""Gerunds: the nouns that verbs of force make, which tell of a deed with what it was done to: "the storming of the palace".

Rule `extract.frames`. Invariant: a gerund without its "of" is none: "firing went on", "a hearing".
"""

from functools import cache

from spacy.tokens import Token

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
    if token.pos_ not in ("NOUN", "PROPN") or not token.lower_.endswith("ing"):
        return None
    found = _gerunds().get(token.lower_)
    return found if found is not None and any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children) else None
