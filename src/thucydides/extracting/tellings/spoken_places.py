"""Spoken places: where somebody spoke or was spoken to, which is not where what is spoken of happened.

Invariants: a place is one of speaking only where the tree hangs it on a word of saying before it reaches a deed; the seat of one who speaks
of what happened at home ("officials in Maputo said") is none unless what is said names its own place.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.tellings.speaking import REPORTING
from thucydides.extracting.tellings.struck_places import WITHIN
from thucydides.extracting.texts import text_of
from thucydides.nouns import PlaceRef

_NOBODY = frozenset({"nobody", "none", "few", "one", "anyone"})
_NONE = frozenset({"no", "little", "few", "scant", "hardly"})


def where_spoken(sentence: Span, place: PlaceRef, nodes: dict[int, int], shift: int, others: Sequence[PlaceRef] = ()) -> bool:
    """Whether a place is that of a named speaker or of a statement ("says Jane Doe, in Nairobi", "told reporters in Geneva"); `others` are
    the places that the sentence names too ("In Geneva, the agency said that clinics in Bunia were shelled")."""
    climbed = token_starting(sentence, place.passage.start - shift)
    if climbed is not None and _closes(sentence, place, shift, others):
        return True
    if place.role != "to" and said_there(sentence, place.passage.end - shift, nodes):
        return True
    path: list[Token] = []
    while climbed is not None and climbed.i not in nodes and climbed.head != climbed:
        path.append(climbed)
        climbed = climbed.head
        if climbed.lemma_.lower() in _HEARD and climbed.tag_ == "VBN" and climbed.i not in nodes:
            return True  # "a broadcast monitored in Nicosia said"
        if climbed.dep_ == "advcl" and climbed.lemma_.lower() in _SPEAKING and climbed.head.lemma_.lower() in REPORTING:
            return True  # "Speaking in Geneva, the envoy said that 40 people had been killed in Sagaing"
        if climbed.lemma_.lower() in REPORTING | _SPEAKING and _told_beside(climbed, nodes) and path[-1] != path[0]:
            return True  # "When the leader was killed, officials in Maputo spoke of the end"
        nobody = path[-1].dep_ in ("nsubj", "attr") and (path[-1].lower_ in _NOBODY or any(c.lower_ in _NONE for c in path[-1].lefts))
        if nobody and path[-1] != path[0] and climbed.i not in nodes:
            return True  # "nobody in Paris protested when herders were shot near Gao", "there was no outcry in Rome when"
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
                and below.lower_ in WITHIN
                and _told_of(sentence, climbed, others, nodes, shift)
            ):
                return True  # "were killed in Gezira state, activists said in Port Sudan"
            if below.dep_ not in ("dobj", "dative"):
                return False
            return below.lemma_.lower() in _ADDRESSED or _told_of(sentence, climbed, others, nodes, shift)  # "told mourners in Lyon"
    return False


def _closes(sentence: Span, place: PlaceRef, shift: int, others: Sequence[PlaceRef]) -> bool:
    """Whether a sentence ends with who said where what it tells of another place: "bombed villages in Khost, officials in Kabul said"."""
    text = text_of(sentence.doc)
    start, end = place.passage.start - shift, place.passage.end - shift
    if not _SAID.match(text, end) or not _WHO_IN.search(text, sentence.start_char, start):
        return False
    told = [o for o in others if o.role in ("at", "near") and o.passage.end < place.passage.start]
    return any(o.place is not None or o.reason.startswith("no ") for o in told)  # also a hamlet that no gazetteer holds


_SAID = re.compile(
    r"\s+(?:ha(?:s|ve|d)\s+)?(?:said|says|say|confirmed|reported|reports|announced|added|wrote|writes|stated|claimed|told\s+\w+)\b"
    r"[^.,;:]{0,50}[.”\"]{0,2}\s*$"
)
_WHO_IN = re.compile(r",[”\"]?\s+(?:[\w’'-]+\s+){1,6}in\s+(?:the\s+(?:capital|city|town),?\s+(?:of\s+)?)?$")
"""What stands before and behind the place of a speaker at the end of a sentence."""


def said_there(sentence: Span, end: int, nodes: dict[int, int]) -> bool:
    """Whether a place is one of a meeting "where" somebody says all that a sentence tells: "met in Vienna, where the envoy said that"."""
    behind = [t for t in sentence if t.idx >= end][:_RIGHT_BEHIND]
    where = next((t for t in behind if t.lower_ == "where"), None)
    if where is None or not all(t.lower_ == "," or t == where or t.dep_ in _OF_A_DAY for t in behind[: where.i - behind[0].i]):
        return False
    met = token_starting(sentence, end - 1)
    while met is not None and met.pos_ != "VERB":
        met = met.head if met.head != met else None
    if met is None or met.lemma_.lower() not in _MEETING:
        return False
    says = where.head
    return says.lemma_.lower() in REPORTING | _SPEAKING | _TELLING and bool(nodes) and nodes.keys() <= {t.i for t in says.subtree}


_RIGHT_BEHIND = 4
_MEETING = frozenset({"hold", "meet", "gather", "convene", "assemble", "confer", "speak", "address", "sit", "open", "resume"})
"""What is done where people come together to speak, and not to look at what happened there."""
_OF_A_DAY = frozenset({"prep", "pobj", "npadvmod", "compound"})
_TELLING = frozenset({"accuse", "describe", "condemn", "denounce", "deplore", "recount", "allege", "complain", "warn"})


def _told_beside(saying: Token, nodes: dict[int, int]) -> bool:
    """Whether all deeds of a sentence stand in clauses of time or cause before one in which somebody speaks, so that nobody says them."""
    beside = {t.i for c in saying.lefts if c.dep_ == "advcl" for t in c.subtree}
    return bool(nodes) and nodes.keys() <= beside


def _told_of(sentence: Span, saying: Token, others: Sequence[PlaceRef], nodes: dict[int, int], shift: int) -> bool:
    """Whether what somebody says names the place of its deed itself."""
    said = {t.i for c in saying.children if c.dep_ == "ccomp" for t in c.subtree}
    told = (token_starting(sentence, o.passage.start - shift) for o in others if o.place is not None and o.role not in _NO_SCENE)
    return bool(said & nodes.keys()) and any(t is not None and t.i in said for t in told)


_SPEAKING = frozenset({"speak", "address", "brief", "talk", "testify", "appear"})
"""What somebody does in a place who says then what was done elsewhere."""
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
_NO_SCENE = ("from", "origin", "to")
"""Roles of places that are not where something was."""
