"""Set free: people told as held only to say that they were let go: "six women who had been held captive were freed".

Rule `extract.set-free`. Invariant: the word of holding only describes whom another verb frees; who was "seized and freed" was seized, and a
taking told with its own place and day is told.
"""

from spacy.tokens import Token

from thucydides.grounding.times.english import MONTHS
from thucydides.vocabulary import mapping


def set_free(verb: Token) -> bool:
    """Whether a verb of taking or holding only says of whom another verb tells that they were freed."""
    if verb.dep_ not in ("relcl", "acl"):
        return False
    held = verb.head
    while held.dep_ in ("conj", "appos") and held.head.i < held.i:
        held = held.head
    if held.dep_ == "pobj" and held.head.lower_ == "of":
        held = held.head.head  # "a group of women held captive"
    return held.dep_ in ("nsubjpass", "dobj", "nsubj") and _frees(held.head) and not _told_of_its_own(verb)


def _frees(verb: Token) -> bool:
    """Whether a verb tells that people were let go: "freed", "regained their freedom"."""
    words = mapping("triggers")
    back = any(c.dep_ == "dobj" and c.lemma_.lower() in words["let_go"] for c in verb.children)
    return back or verb.lemma_.lower() in words["freeing"]


def only_held(word: Token) -> bool:
    """Whether a participle before a noun only says in whose hands people are: "interviewed a captured officer" tells of no capture."""
    taking = mapping("triggers")["families"]["arrest"]["verbs"]
    return word.dep_ == "amod" and word.tag_ == "VBN" and word.head.i > word.i and word.lemma_.lower() in taking


def _told_of_its_own(verb: Token) -> bool:
    """Whether a taking has a place and a day of its own: "freed 12 farmers who had been kidnapped near Zurmi on 10 January"."""
    behind = [t for t in verb.subtree if t.i > verb.i]
    named = (t for c in verb.children if c.dep_ == "prep" and c.lower_ in _AT for t in c.children if t.dep_ == "pobj")
    placed = any(n.pos_ == "PROPN" and n.lower_ not in MONTHS for t in named for n in (t, *t.lefts))
    return placed and any(t.lower_ in MONTHS or (t.like_num and len(t) == len("2024")) for t in behind)


_AT = frozenset({"in", "near", "at", "from", "outside"})


def taken_before(verb: Token, start: int) -> bool:
    """Whether a time at `start` is the first behind a verb that only says of people set free that they had been taken: "rescued 12 girls
    abducted in March"."""
    return set_free(verb) and any(t.idx == start for t in verb.subtree) and verb.idx < start
