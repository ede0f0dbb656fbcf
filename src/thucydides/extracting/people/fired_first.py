"""Fired first: people who are said in a clause about them to have fired on forces, and so bore arms: "shot dead five men who had opened
fire on officers" (rule `extract.fired-first`).

Invariant: only what somebody did to soldiers or police, by a verb of firing or attacking, arms him.
"""

from spacy.tokens import Token

from thucydides.extracting.people.sides import category_of
from thucydides.vocabulary import mapping

_FIRING = frozenset({"shoot", "fire", "open", "attack", "ambush"})
_AT = frozenset({"on", "at", "upon", "against", "towards", "toward"})
_SUBJECTS = frozenset({"nsubj"})


def fired_first(head: Token) -> bool:
    """Whether a clause about some people, or one that says after what they came to harm, tells that they fired on forces."""
    return any(_fired_on_forces(v) for clause in _clauses(head) for v in (clause, *_joined(clause)))


def _clauses(head: Token) -> list[Token]:
    """The verbs of "who", in the tree or behind what the tree hung elsewhere, and of "after they", about some people."""
    own = [c for c in head.children if c.dep_ == "relcl" and _about(c, ("who", "that"))]
    # "three men on motorbikes who had shot at a patrol": on what they rode, the tree hangs what they did
    ridden = (o for p in head.children if p.dep_ == "prep" for o in p.children if o.dep_ == "pobj")
    own += [c for o in ridden if _is_thing(o) for c in o.children if c.dep_ == "relcl" and _about(c, ("who",))]
    if own or head.dep_ not in ("dobj", "nsubjpass") or head.tag_ not in ("NNS", "NNPS"):
        return own
    verb = head.head
    astray = [c for c in verb.subtree if c.dep_ in ("relcl", "ccomp") and c.i > head.i and _about(c, ("who",)) and _of_no_person(c, verb)]
    after = [c for c in verb.children if c.dep_ == "advcl" and c.i > head.i and _about(c, ("they",)) and _marked(c)]
    return [*astray, *after]


def _is_thing(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and category_of(noun, []) == "unknown"


def _of_no_person(clause: Token, verb: Token) -> bool:
    """Whether the tree hangs a clause with "who" on a day, a town or the verb itself, of which nothing can be told so."""
    return clause.head == verb or clause.head.pos_ == "PROPN"


def _marked(clause: Token) -> bool:
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in ("after", "when") for c in clause.children)


def _about(verb: Token, words: tuple[str, ...]) -> bool:
    return any(c.dep_ in _SUBJECTS and c.lower_ in words for c in verb.children)


def _joined(verb: Token) -> list[Token]:
    """The verbs that go on with the same subject: "failed to stop and opened fire"."""
    beside = [c for c in verb.conjuncts if not any(o.dep_ in _SUBJECTS for o in c.children)]
    return [t for v in (verb, *beside) for t in (v, *(x for x in v.children if x.dep_ == "xcomp"))]


def _fired_on_forces(verb: Token) -> bool:
    """Whether a verb says that somebody fired on soldiers or police, or attacked them."""
    if verb.lemma_.lower() not in _FIRING and not any(x.dep_ == "xcomp" and x.lemma_.lower() in _FIRING for x in verb.children):
        return False
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    under = [t for t in verb.subtree if t.i > verb.i]
    aims = [t for t in under if t.dep_ == "dobj" or (t.dep_ == "pobj" and t.head.lower_ in _AT)]
    return any(t.lemma_.lower() in _held() or category_of(t, [c.lemma_.lower() for c in t.lefts]) in _FORCES for t in aims)


_FORCES = frozenset({"state forces", "external forces"})


def _held() -> frozenset[str]:
    """Words for what soldiers and police hold or go about in."""
    return frozenset((*mapping("telling")["roles"]["premises"], "post", "base", "position", "patrol", "column"))
