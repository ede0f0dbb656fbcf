"""Objects: who stands behind a word of harm as its object, by the sentence tree, also where the tree hangs it elsewhere.

Invariant: who speaks, and what was done, is no object of the verb.
"""

from spacy.tokens import Token


def objects_of(token: Token) -> list[Token]:
    """The heads of a verb's objects, and of a noun that the tree joins to the verb instead ("killed a judge and his driver")."""
    found = _numbers_over(token) or _objects(token) or _behind_dead(token) or _behind_death(token)
    beside = next((c for c in token.children if c.dep_ == "conj" and c.pos_ == "NOUN" and found and c.i > found[-1].i), None)
    joined = beside is not None and beside.tag_ in ("NN", "NNS") and beside.left_edge.nbor(-1).dep_ == "cc"
    owned = joined and beside is not None and any(c.dep_ in ("poss", "det", "nummod") for c in beside.lefts)
    return [*found, beside] if owned and beside is not None else found


def _numbers_over(token: Token) -> list[Token]:
    """A bare number that the tree hangs on a preposition: "killing over 15"."""
    loose = (c for c in token.children if c.dep_ == "prep" and c.lower_ in ("over", "around", "about", "under") and c.i == token.i + 1)
    return [n for c in loose for n in c.children if n.dep_ == "pobj" and n.pos_ == "NUM" and n.i == c.i + 1][:1]


def _behind_dead(token: Token) -> list[Token]:
    """Who was shot, where the tree takes "dead" for a preposition: "shot dead a trooper and a bystander"."""
    return [g for c in token.children if c.lower_ == "dead" and c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]


def _behind_death(token: Token) -> list[Token]:
    """A bare number behind "to death", which the tree takes for a measure: "hacked to death more than 50"."""
    ends = [c.i for c in token.children if c.lower_ == "to" and any(g.lower_ == "death" for g in c.children)]
    return [c for c in token.children if ends and c.dep_ == "npadvmod" and c.pos_ == "NUM" and c.left_edge.i == ends[0] + _BEHIND][:1]


_BEHIND = 2


def _objects(token: Token) -> list[Token]:
    """A verb's objects, with those that the tree hangs on the verb before: "hit a house and killed him, his wife and a maid"."""
    own = _own_objects(token)
    later = next((c for c in token.children if c.dep_ == "conj" and c.pos_ == "VERB" and _own_objects(c)), None)
    if later is not None:
        own = [o for o in own if o.i < later.i]
    if token.dep_ == "conj" and own and token.head.pos_ == "VERB":
        own += [o for o in _own_objects(token.head) if o.i > token.i]
    return own


def _own_objects(token: Token) -> list[Token]:
    return [
        c
        for c in token.children
        if c.dep_ in ("dobj", "obj", "dative", "oprd", "nsubj", "ccomp")
        and c.i > token.i
        and c.pos_ in ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "VERB", "DET")
        and (c.dep_ not in ("ccomp", "nsubj") or c.pos_ in ("NUM", "NOUN"))
        and not (c.dep_ == "oprd" and c.lower_ == "dead")
        and not (c.lower_ == "more" and c.i > token.i + 1 and c.nbor(-1).head == token)  # "injured dozens more"
        and not any(t.lower_ == "according" for t in token.doc[token.i + 1 : c.left_edge.i])  # who speaks is not who was harmed
        and not _of_another(token, c)
    ]


def _of_another(verb: Token, noun: Token) -> bool:
    """Whether a noun stands behind a finite verb that the tree only hangs on a participle: "the discovery of a family slaughtered in a wood
    brought an agreement and 20 monitors"."""
    return any(c.dep_ == "dep" and c.tag_ in ("VBD", "VBZ", "VBP") and verb.i < c.i < noun.i for c in verb.children)
