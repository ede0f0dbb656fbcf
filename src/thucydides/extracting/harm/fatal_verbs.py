"""Fatal verbs: those that kill with the words beside them: "blown up", "hacked to death", "fell in battle", "slit their throats".

Invariant: bridges are blown up, towns fall to armies and trees are cut down, and none of them is anybody.
"""

from spacy.tokens import Token

from thucydides.extracting.harm.heads import passive, to_death
from thucydides.extracting.harm.objects import objects_of
from thucydides.extracting.harm.subjects import subject_of
from thucydides.extracting.people import resolve
from thucydides.extracting.people.sides import category_of
from thucydides.vocabulary import mapping


def undone(verb: Token, lemma: str) -> bool:
    """Whether people were "blown up", "wiped out" or "buried alive", or somebody "cut down" people; bridges are blown up, too."""
    alive = lemma == "bury" and any(c.lower_ == "alive" for c in verb.children)
    alive = alive or (lemma in _RENDING and verb.doc[verb.i + 1 : verb.i + 3].text.lower().startswith(_APART))
    blown = any(c.dep_ == "prt" and c.lower_ == _PARTICLES.get(lemma) for c in verb.children)
    subject = (subject_of(verb) if passive(verb) else next(iter(objects_of(verb)), None)) if blown else None
    of_them = subject is not None and any(g.lower_ in ("them", "whom") for c in subject.rights if c.lower_ == "of" for g in c.children)
    people = subject is not None and (of_them or category_of(resolve(subject), [c.lower_ for c in subject.lefts]) != "unknown")
    return alive or people


_RENDING = frozenset({"blow", "tear", "rip", "cut", "hack"})
_APART = ("to pieces", "to bits", "to shreds", "apart")
"""What leaves nobody alive: "blown to pieces", "torn apart"."""
_PARTICLES = {"blow": "up", "cut": "down", "mow": "down", "strike": "down", "wipe": "out"}


def fell(verb: Token, lemma: str) -> bool:
    """Whether who "fell" was killed: "fell to a sniper", "fell in battle", "fell for the fatherland"; towns fall to armies."""
    if lemma != "fall" or verb.pos_ != "VERB" or any(c.dep_ in ("prt", "acomp") or c.lower_ in ("back", "behind") for c in verb.children):
        return False
    words = mapping("outcomes")["falling"]
    if _men_fell(verb, words["elsewhere"]):
        return True
    behind = [(c.lower_, g) for c in verb.children if c.dep_ == "prep" and c.i > verb.i for g in c.children if g.dep_ == "pobj"]
    return any(noun.lemma_.lower() in words.get(preposition, ()) for preposition, noun in behind)


def _men_fell(verb: Token, elsewhere: list[str]) -> bool:
    """Whether fighters who are counted fell, and not into something: "twelve of our men fell", "on our side one fighter fell"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    of = next((c for c in subject.rights if c.lower_ == "of"), None) if subject is not None and subject.pos_ == "NUM" else None
    men = next((c for c in of.children if c.dep_ == "pobj"), subject) if of is not None else subject
    if subject is None or men is None or any(c.lower_ in elsewhere or c.dep_ in ("dobj", "attr", "prt") for c in verb.children):
        return False
    counted = subject.pos_ == "NUM" or any(c.dep_ == "nummod" for c in subject.lefts)
    fighters = category_of(men, [c.lower_ for c in men.lefts]) in ("state forces", "rebels", "militia", "external forces")
    ours = men.lemma_.lower() in ("man", "comrade", "fighter") and any(c.dep_ == "poss" for c in men.lefts)
    return counted and (fighters or ours)


def killed_to_death(verb: Token, lemma: str) -> bool:
    """Whether people were harmed "to death", whatever by: hacked, beaten, crushed, stoned; "hacked or burned to death" is both."""
    return verb.pos_ == "VERB" and lemma not in mapping("outcomes")["not_to_death"] and to_death(verb)


CUTTING = frozenset({"slit", "cut", "slash"})


def throat_of(verb: Token) -> Token | None:
    """Whose throat a verb says was cut: "dragged three men out and slit their throats", "slit the throat of a guard's brother"."""
    throats = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() == "throat"), None)
    if throats is None:
        return None
    of = next((c for c in throats.rights if c.lower_ == "of"), None) if throats.tag_ == "NN" else None
    whose = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    return whose or next((c for c in throats.lefts if c.dep_ == "poss" and c.pos_ in ("PRON", "NOUN")), None)
