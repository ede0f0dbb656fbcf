"""Holdings: parties told by what they hold, claim or lost: "rebel-held territory", "an IS-claimed bombing", "retook the town from".

Invariant: who only holds the ground where something was done did it only where it was fired from there.
"""

from collections.abc import Collection

from spacy.tokens import Token

from thucydides.extracting.tellings.doing import roles
from thucydides.nouns.actor import ActorRole
from thucydides.vocabulary import mapping


def taken_from(owner: Token) -> Token | None:
    """The verb of taking that a "from" belongs to, by itself or by what is taken."""
    verb = owner.head if owner.dep_ in ("dobj", "nsubjpass") else owner.head.head if owner.dep_ == "pobj" else owner
    return verb if verb.lemma_.lower() in mapping("triggers")["won_from"] or verb.lower_ in mapping("triggers")["won_from"] else None


def area_or_claim(name: Token, deeds: Collection[int]) -> ActorRole | None:
    """The part of a name before or behind a participle of holding or owning to: "an Islamic State-claimed bombing", "rockets fired from
    rebel-held territory", "from territory controlled by the rebels"."""
    word = name.head
    if name.dep_ == "pobj" and word.lower_ == "by":
        word = word.head
    if word == name.head and (name.i > word.i or name.dep_ not in ("npadvmod", "nmod", "compound", "amod", "nsubj", "advmod")):
        return None
    if word.lower_ in roles()["claiming"] and word.dep_ == "amod" and word.head.i in deeds:
        return "perpetrator"
    area = word.head
    held = word.lower_ in roles()["holding"] and word.dep_ in ("amod", "acl", "compound")
    whence, fired = area.dep_ == "pobj" and area.head.lower_ == "from", area.head.head
    return "perpetrator" if held and whence and (fired.lemma_.lower() in roles()["launching"] or fired.i in deeds) else None
