"""Turning to another deed: how a sentence opens that leaves what was told before ("Elsewhere, ...", "In a related development, ..."), or
adds to it ("also").

Rules `extract.elsewhere` and `extract.besides`. Invariant: only what opens a sentence turns it.
"""

from collections.abc import Collection

from spacy.tokens import Span, Token

from thucydides.vocabulary import mapping


def turns_elsewhere(sentence: Span, deeds: Collection[int] = ()) -> bool:
    """Whether a sentence opens by turning to another deed than the one told before it; `deeds` are its words for deeds and harm."""
    turning = mapping("telling")["turning"]
    first = next((t for t in sentence if not t.is_punct and not t.is_space), None)
    if first is None or first.lower_ in turning["at_once"]:
        return first is not None
    if first.lower_ in turning["before"] and first.i + 1 < sentence.end and first.nbor().pos_ in ("DET", "NUM", "PUNCT"):
        over = {t.i for n in deeds for t in (sentence.doc[n], sentence.doc[n].head)}
        return sentence.root.i in over and sentence.root.lemma_.lower() not in turning["come_of_it"]
    named = next((c for c in first.children if c.dep_ == "pobj"), None) if first.lower_ == "in" else None
    return named is not None and named.i - first.i <= _NEAR and named.lemma_.lower() in turning["of"] and _is_another(named)


def tells_besides(sentence: Span, deeds: Collection[int]) -> bool:
    """Whether a sentence tells of a deed as done beside what was told before: "Rebels also shot a teacher in Kidal"."""
    turning = mapping("telling")["turning"]
    verbs = (v for n in deeds for v in (sentence.doc[n], sentence.doc[n].head))
    return any(c.dep_ == "advmod" and c.lower_ in turning["besides"] for v in verbs for c in v.lefts)


_NEAR = 4
"""Words behind "in" within which stands what it turns to."""


def _is_another(noun: Token) -> bool:
    """Whether a noun is of something told for the first time, beside what was told: "a separate incident", "another attack"."""
    before = {t.lower_ for t in noun.lefts}
    return "another" in before or (bool(before & set(mapping("telling")["turning"]["apart"])) and not before & _KNOWN)


_KNOWN = frozenset({"the", "this", "that", "these", "those"})
