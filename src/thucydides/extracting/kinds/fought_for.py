"""Fought for: places that somebody only fights or tries to take, of which nobody says that they changed hands.

Rule `extract.fought-for`. Invariant: the fight is told where its verb is; a place that was taken all the same says so by a verb of its own.
"""

from msgspec.structs import replace
from spacy.tokens import Doc

from thucydides.extracting.kinds.classes import is_of
from thucydides.extracting.kinds.frames import doers
from thucydides.extracting.kinds.trigger import Trigger
from thucydides.vocabulary import mapping


def fought_for(doc: Doc, trigger: Trigger) -> Trigger:
    """A taking as the fight for it: "where they are fighting to capture the town", "battled to retake", "were trying to seize"."""
    if trigger.family not in ("takeover", "territory") or trigger.noun:
        return trigger
    verb = doc[trigger.head]
    meant = verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl") and any(c.lower_ == "to" for c in verb.children if c.dep_ == "aux")
    if not meant or not any(is_of(d, "armed") for d in doers(verb)):
        return trigger
    words, over = mapping("triggers"), verb.head.lemma_.lower()
    if over not in words["families"]["clash"]["verbs"] and over not in words["struggling"]:
        return trigger
    return replace(trigger, family="clash", type=words["families"]["clash"]["type"], head=verb.head.i, weak=False)
