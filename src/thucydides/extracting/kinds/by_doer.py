"""By doer: words of force that are another kind of deed by who did it, or to whom: a crowd that storms, guns that fire, people shot down.

Rule `type.by-doer`. Invariant: a word of force keeps its family where neither its doer nor its object says otherwise.
"""

from spacy.tokens import Token

from thucydides.extracting.kinds.classes import is_of
from thucydides.extracting.kinds.frames import doers, objects
from thucydides.extracting.kinds.trigger import Trigger
from thucydides.vocabulary import mapping


def family_by_doer(word: Token, trigger: Trigger) -> str:
    """The family of a trigger by the parties of its word; "" where these leave it what it is."""
    if trigger.noun:
        return ""
    words = mapping("triggers")["by_doer"]
    if trigger.lemma == "shoot down":
        return "death" if any(is_of(o, "people") or is_of(o, "crowd") for o in objects(word)) else ""
    if trigger.family == "arrest":
        return "abduction" if _as_what(word) & set(words["held_as"]) else ""
    if trigger.family == "attack" and _at_one_another(word):
        return "clash"
    who = {form for d in doers(word) for form in (d.lemma_.lower(), d.lower_)}
    if trigger.family == "attack" and who & set(words["crowds"]):
        return "riot"
    if trigger.lemma in words["firing"]:
        return "shelling" if who & set(words["guns"]) else "air" if who & set(words["craft"]) else ""
    return ""


def _at_one_another(verb: Token) -> bool:
    """Whether both sides did it to the other: "shot at one another"."""
    return any((t.lower_ == "other" and t.nbor(-1).lower_ == "each") or (t.lower_ == "another" and t.nbor(-1).lower_ == "one")
               for t in verb.subtree if t.i > verb.i)  # fmt: skip


def _as_what(verb: Token) -> set[str]:
    """What people are said to be taken as: "rounded up as human shields"."""
    return {o.lemma_.lower() for p in verb.children if p.dep_ == "prep" and p.lower_ == "as" for o in p.children if o.dep_ == "pobj"}
