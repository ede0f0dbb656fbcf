"""Struck places: what the tree shows a deed to have struck, or where it was, whatever words stand between.

Invariants: only a place with an entry is struck; no role that a preposition gave is changed; what is done to people alone strikes no town.
"""

from collections.abc import Collection, Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting
from thucydides.grounding.places.lexicon import lexicon
from thucydides.nouns import PlaceRef
from thucydides.vocabulary import mapping


def placed(sentence: Span, places: Sequence[PlaceRef], deeds: Collection[int], shift: int) -> list[PlaceRef]:
    """The places with those as "at" which the tree shows to be what a deed struck or where it was, whatever stands between: "shelled the
    heritage-listed city of Ghadames", "fighting in the eastern, army-held town of Kassala" (rule `place.tree`)."""
    return [
        replace(p, role="at") if p.role == "mentioned" and p.place is not None and _struck(sentence, p, deeds, shift) else p
        for p in places
    ]


def _struck(sentence: Span, place: PlaceRef, deeds: Collection[int], shift: int) -> bool:
    """Whether a word of a deed holds the place as what it struck or where it was."""
    token = token_starting(sentence, place.passage.end - shift - 1)
    if token is None or place.place is None or place.place.kind not in _STRUCK:
        return False
    inside = range(place.passage.start - shift, place.passage.end - shift)
    while token.head != token and (
        token.head.idx in inside
        or (token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in _NAMED_BY)
        or (token.dep_ == "prep" and token.lower_ == "of")
        or (token.dep_ == "appos" and token.head.lemma_.lower() in _NAMED_BY)
    ):
        token = token.head
    if token.dep_ == "prep" and token.lower_ in WITHIN:
        return token.head.i in deeds  # "bombed Old Ferry Village in Kidal district", a village that nobody lists
    if token.dep_ == "nsubj" and _underwent(token.head, deeds):
        return True  # "Kutum endured another night of shelling"
    if token.dep_ in ("dobj", "nsubjpass"):
        return token.head.i in deeds and token.head.lemma_.lower() not in _PERSONAL
    if token.dep_ == "compound" and token.head.lower_ in lexicon().sets["sites_named"] and token.head.dep_ in ("dobj", "nsubjpass"):
        return token.head.head.i in deeds and token.head.head.lemma_.lower() not in _PERSONAL  # "the Kosti hospital was hit"
    if any(c.dep_ == "relcl" and c.i in deeds and c.lemma_.lower() not in _PERSONAL and _which(c) for c in token.children):
        return True  # "the village of Kaya, which was hit by a raid"
    if token.dep_ == "pobj" and token.head.lower_ == "on" and token.head.head.pos_ in ("NOUN", "VERB"):
        return token.head.head.i in deeds and token.head.head.lemma_.lower() not in _PERSONAL  # "shells rained down on the port of Gao"
    return (
        token.dep_ == "pobj" and token.head.lower_ in WITHIN and (token.head.head.i in deeds or token.head.head.pos_ == "VERB")
    )


def _underwent(verb: Token, deeds: Collection[int]) -> bool:
    """Whether a verb says that its subject saw or suffered a deed: "saw clashes", "came under rocket fire", "had a night of raids"."""
    if verb.lemma_.lower() in ("come", "be"):
        under = (o for p in verb.children if p.lower_ in ("under", "scene", "hit") for o in p.children if o.dep_ == "pobj")
        scene = (o for c in verb.children if c.dep_ == "attr" for p in c.children if p.lower_ == "of" for o in p.children)
        return any(t.i in deeds for o in (*under, *scene) for t in (o, *o.conjuncts))
    if verb.lemma_.lower() not in mapping("triggers")["befalling"]["seen"]:
        return False
    seen = [o for c in verb.children if c.dep_ == "dobj" for o in (c, *c.conjuncts)]
    seen += [o for s in seen for p in s.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"]
    return any(o.i in deeds for o in seen)


def _which(clause: Token) -> bool:
    """Whether what a clause says something was done to is the thing before it: "which was hit"."""
    return any(c.dep_ == "nsubjpass" and c.lower_ in ("which", "that") for c in clause.children)


_STRUCK = frozenset({"settlement", "admin2", "site", "island"})
"""Kinds of places that can be struck as a whole."""
_PERSONAL = frozenset(
    {"shoot", "kill", "wound", "injure", "stab", "murder", "arrest", "abduct", "kidnap", "behead", "execute", "hurt"}
)
"""What is done to people and to no town: "Davis was shot" names a person."""
_NAMED_BY = frozenset(
    {"city", "town", "village", "district", "port", "suburb", "settlement", "island", "camp", "hometown", "birthplace"}
)
"""Words for the kinds of places, which stand before the name: "the city of", "Kaya village"."""
WITHIN = frozenset({"in", "at", "inside"})
"""Prepositions before the place that something was in."""
