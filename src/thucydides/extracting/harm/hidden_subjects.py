"""Hidden subjects: the counted people before a verb of harm whom the sentence tree hangs on a preposition or a day of their number.

Invariant: nothing but auxiliaries stands between them and the verb.
"""

from spacy.tokens import Token

from thucydides.extracting.harm.subjects import SUBJECT


def ranged(verb: Token) -> list[Token]:
    """The subject that the tree hides behind a preposition of its number: "from 80 to 100 people died", "over a dozen died"."""
    opens = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in _NUMBERING and c.i < verb.i), None)
    told = next((c for c in opens.children if c.dep_ == "pobj"), None) if opens is not None else None
    number = told is not None and (told.pos_ == "NUM" or told.lower_ == "dozen" or any(c.dep_ == "nummod" for c in told.lefts))
    near = told is not None and all(t.dep_ in ("aux", "auxpass") for t in verb.doc[told.i + 1 : verb.i])
    return [told] if number and near and told is not None else _further(verb)


def own_range(verb: Token) -> list[Token]:
    """The same of a verb joined to another one, whose subject it would share: "two died and over a dozen were hurt"."""
    own = any(c.dep_ in SUBJECT for c in verb.children)
    joined = verb.dep_ == "conj" and not own and any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return (ranged(verb) or _spoken_of(verb)) if joined else []


def _spoken_of(verb: Token) -> list[Token]:
    """The subject that the tree makes what is said, of a verb joined to that of speaking: "quoted a note as saying 40 men had died"."""
    saying = (c for p in verb.head.children if p.dep_ in ("prep", "advcl", "xcomp") for c in (p, *p.children) if c.tag_ == "VBG")
    said = (c for s in saying for c in s.children if c.dep_ == "dobj" and s.i < c.i < verb.i)
    return [c for c in said if any(n.dep_ == "nummod" for n in c.lefts)][:1]


def _further(verb: Token) -> list[Token]:
    """The number of a subject that the tree hangs on a day before it: "on 18 August three more died"."""
    before = [t for t in verb.doc[max(verb.sent.start, verb.i - 4) : verb.i] if t.dep_ not in ("aux", "auxpass")]
    more = before[-1] if before else None
    number = more.nbor(-1) if more is not None and more.lower_ == "more" and more.i > verb.sent.start else None
    return [number] if number is not None and number.pos_ == "NUM" else []


_NUMBERING = frozenset({"between", "from", "over", "around", "about", "under"})
