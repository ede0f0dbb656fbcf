"""Deed places: which places of a sentence are of which of its deeds.

Invariant: a place is of one deed, unless it hangs on none in the tree.
"""

from collections.abc import Collection, Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import governor, token_starting
from thucydides.extracting.tellings.speaking import REPORTING
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import PlaceRef
from thucydides.vocabulary import mapping


def owner_of(sentence: Span, start: int, nodes: set[int]) -> int | None:
    """The deed that the word at `start` hangs under in the tree, or None."""
    token = token_starting(sentence, start)
    return governor(token, {n: n for n in nodes}) if token is not None else None


def places_of_deed(
    places: list[PlaceRef],
    groups: list[tuple[set[int], TimeExpression | None]],
    group: set[int],
    sentence: Span,
    shift: int,
) -> list[PlaceRef]:
    nodes = {n: n for g, _ in groups for n in g}
    places = [
        p
        for p in places
        if not _in_since_clause(sentence, p, nodes, shift)
        and not _where_spoken(sentence, p, nodes, shift, places)
        and not (p.role == "to" and _gone_to(sentence, p, nodes, shift))
    ]
    if len(groups) < 2:
        return places
    owners = {n: i for i, (g, _) in enumerate(groups) for n in g}
    wanted = next(i for i, (g, _) in enumerate(groups) if g is group)
    tokens = [token_starting(sentence, p.passage.start - shift) for p in places]
    owned = [governor(t, owners) if t is not None else None for t in tokens]
    told = any(o == wanted and is_fine(p) and p.role in ("at", "near") for p, o in zip(places, owned, strict=True))
    return [p for p, o in zip(places, owned, strict=True) if o == wanted or (o is None and not (told and is_fine(p)))]


def is_fine(place: PlaceRef) -> bool:
    """Whether a place is a district or finer, of which a deed has one."""
    return place.place is not None and (place.place.precision or COUNTRY) <= DISTRICT


DISTRICT, COUNTRY = 3, 6
"""Precision classes."""


_ADDRESSED = frozenset(
    {
        "assembly",
        "council",
        "reporter",
        "journalist",
        "conference",
        "newspaper",
        "parliament",
        "lawmaker",
        "meeting",
        "agency",
        "audience",
    }
)
"""Those whom somebody speaks to: where they are is where it was said."""
_OCCASIONS = frozenset({"conference", "briefing", "presser"})
"""What a speaker speaks at."""
_SEATED = frozenset(
    {
        "correspondent",
        "embassy",
        "consulate",
        "ministry",
        "mission",
        "delegation",
        "headquarters",
        "ambassador",
        "envoy",
        "bureau",
        "network",
        "broadcaster",
    }
    | {"diplomat", "analyst", "expert", "spokesman", "spokeswoman", "minister"}
)
"""Speakers who have their seat far from what they speak of."""
_HEARD = frozenset({"monitor", "receive"})
"""What is done, far from what they tell of, with broadcasts and the news of agencies."""
_CENTRAL = frozenset({"office", "president", "government", "secretary", "parliament", "cabinet"})
"""Bodies of the state or of the world that speak from their seat: "In Lima, the president's office said nine had died in the south"."""


def _where_spoken(sentence: Span, place: PlaceRef, nodes: dict[int, int], shift: int, others: Sequence[PlaceRef] = ()) -> bool:
    """Whether a place is that of a named speaker or of a statement ("says Jane Doe, in Nairobi", "told reporters in Geneva"); `others` are
    the places that the sentence names too ("In Geneva, the agency said that clinics in Bunia were shelled")."""
    climbed = token_starting(sentence, place.passage.start - shift)
    path: list[Token] = []
    while climbed is not None and climbed.i not in nodes and climbed.head != climbed:
        path.append(climbed)
        climbed = climbed.head
        if climbed.lemma_.lower() in _HEARD and climbed.tag_ == "VBN" and climbed.i not in nodes:
            return True  # "a broadcast monitored in Nicosia said"
        if climbed.lemma_.lower() in REPORTING and climbed.i not in nodes:
            if any(t.lemma_.lower() in _OCCASIONS for t in path):
                return True  # "stated at a press conference in Imphal that gunmen had attacked a post"
            below = path[-1]
            if below.dep_ == "nsubj" and below != path[0]:
                seated = below.pos_ == "PROPN" or below.lemma_.lower() in _ADDRESSED | _SEATED
                return seated or _told_of(sentence, climbed, others, nodes, shift)  # "officials in Maputo said"
            if below.dep_ == "prep" and below.i < climbed.i and any(c.dep_ == "ccomp" for c in climbed.children):
                central = any(c.dep_ == "nsubj" and c.lemma_.lower() in _SEATED | _CENTRAL for c in climbed.children)
                return central or _told_of(sentence, climbed, others, nodes, shift)
            if below.dep_ == "prep" and below.i < climbed.i and all(sentence.doc[n].pos_ in ("NOUN", "PROPN") for n in nodes):
                return True  # "In Paris, the minister condemned the violence"
            if below.lower_ == "to" and below.i > climbed.i:
                return True  # "confirmed the attack to a newspaper in Goma"
            if (
                below.dep_ == "prep"
                and below.i > climbed.i
                and below.lower_ in _WITHIN
                and _told_of(sentence, climbed, others, nodes, shift)
            ):
                return True  # "were killed in Gezira state, activists said in Port Sudan"
            return below.dep_ in ("dobj", "dative") and below.lemma_.lower() in _ADDRESSED
    return False


def _told_of(sentence: Span, saying: Token, others: Sequence[PlaceRef], nodes: dict[int, int], shift: int) -> bool:
    """Whether what somebody says names the place of its deed itself."""
    said = {t.i for c in saying.children if c.dep_ == "ccomp" for t in c.subtree}
    told = (token_starting(sentence, o.passage.start - shift) for o in others if o.place is not None and o.role not in _NO_SCENE)
    return bool(said & nodes.keys()) and any(t is not None and t.i in said for t in told)


_NO_SCENE = ("from", "origin", "to")


def placed(sentence: Span, places: Sequence[PlaceRef], deeds: Collection[int], shift: int) -> list[PlaceRef]:
    """The places with those as "at" which the tree shows to be what a deed struck or where it was, whatever stands between: "shelled the
    heritage-listed city of Ghadames", "fighting in the western, rebel-held city of Misrata" (rule `place.tree`)."""
    return [
        replace(p, role="at") if p.role == "mentioned" and p.place is not None and _struck(sentence, p, deeds, shift) else p
        for p in places
    ]


_STRUCK = frozenset({"settlement", "admin2", "site", "island"})


def _struck(sentence: Span, place: PlaceRef, deeds: Collection[int], shift: int) -> bool:
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
    if token.dep_ == "prep" and token.lower_ in _WITHIN:
        return token.head.i in deeds  # "bombed Old Ferry Village in Kidal district", a village that nobody lists
    if token.dep_ in ("dobj", "nsubjpass"):
        return token.head.i in deeds and token.head.lemma_.lower() not in _PERSONAL
    if any(c.dep_ == "relcl" and c.i in deeds and c.lemma_.lower() not in _PERSONAL and _which(c) for c in token.children):
        return True  # "the village of Kaya, which was hit by a raid"
    if token.dep_ == "pobj" and token.head.lower_ == "on" and token.head.head.pos_ == "NOUN":
        return token.head.head.i in deeds
    return (
        token.dep_ == "pobj" and token.head.lower_ in _WITHIN and (token.head.head.i in deeds or token.head.head.pos_ == "VERB")
    )


def _which(clause: Token) -> bool:
    """Whether what a clause says something was done to is the thing before it: "which was hit"."""
    return any(c.dep_ == "nsubjpass" and c.lower_ in ("which", "that") for c in clause.children)


_PERSONAL = frozenset(
    {"shoot", "kill", "wound", "injure", "stab", "murder", "arrest", "abduct", "kidnap", "behead", "execute", "hurt"}
)
"""What is done to people and to no town: "Davis was shot" names a person."""
_NAMED_BY = frozenset(
    {"city", "town", "village", "district", "port", "suburb", "settlement", "island", "camp", "hometown", "birthplace"}
)
_WITHIN = frozenset({"in", "at", "inside"})


def _gone_to(sentence: Span, place: PlaceRef, nodes: dict[int, int], shift: int) -> bool:
    """Whether a place behind "to" is where somebody is sent, goes or speaks, not what a deed went for: "the envoy to London", "fled to"."""
    token = token_starting(sentence, place.passage.start - shift)
    while (
        token is not None and token.dep_ in ("compound", "amod", "nmod", "det", "poss", "conj", "appos") and token.head != token
    ):
        token = token.head
    if token is None or token.dep_ != "pobj" or token.head.head == token.head:
        return False
    owner = token.head.head
    if owner.i in nodes:
        return False
    return owner.pos_ in ("NOUN", "PROPN") or owner.lemma_.lower() in mapping("telling")["going"]


def _in_since_clause(sentence: Span, place: PlaceRef, nodes: dict[int, int], shift: int) -> bool:
    """Whether a place only dates something ("since the Taliban took Kabul") or is where somebody was in the meantime."""
    climbed = token_starting(sentence, place.passage.start - shift)
    while climbed is not None and climbed.i not in nodes and climbed.head != climbed:
        if climbed.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _DATING for c in climbed.children):
            return True
        if climbed.dep_ == "advcl" and climbed.lemma_.lower() in mapping("telling")["attending"] and _somebody_else(climbed, nodes):
            return True  # "while the president was in Nairobi, gangs attacked", "as talks opened in Doha"
        if climbed.dep_ == "pobj" and climbed.head.lower_ in _DATING and climbed.lemma_.lower() in mapping("telling")["dating"]:
            return True  # "since the fall of Tripoli"
        climbed = climbed.head
    return False


def _somebody_else(clause: Token, nodes: Collection[int]) -> bool:
    """Whether a clause tells by "while" or "as" what somebody did elsewhere in the meantime, who is named or is no person at all, and of no
    deed itself ("as rebels continued their onslaught on Gao, killing 14")."""
    if any(t.i in nodes for t in clause.subtree):
        return False
    marked = any(c.dep_ in ("mark", "advmod") and c.lower_ in ("while", "as", "when") for c in clause.children)
    return marked and any(c.dep_ == "nsubj" and c.pos_ in ("PROPN", "NOUN") for c in clause.children)


_DATING = frozenset({"since", "after", "before"})
"""Words that open a clause which only dates the deed, where it tells of no deed itself."""
