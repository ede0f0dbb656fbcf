"""Status: whether a telling says that something happened, was foiled, is planned, is denied or only thought of.

Invariant: without a word of the vocabulary above the trigger in the tree, what is told has happened.
"""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Span, Token

from thucydides.extracting.kinds.asked import only_asked_for
from thucydides.extracting.kinds.open_whether import left_open
from thucydides.nouns.mention import Status
from thucydides.vocabulary import mapping

_CLIMB = (
    "xcomp",
    "ccomp",
    "advcl",
    "conj",
    "pcomp",
    "acl",
    "relcl",
    "dobj",
    "pobj",
    "prep",
    "nsubj",
    "nsubjpass",
    "attr",
    "appos",
    "compound",
    "amod",
    "dep",
    "agent",
)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(mapping("status")[key])


def aftermath() -> frozenset[str]:
    """Words of what comes after an incident: arrests, trials, mourning."""
    return _words("aftermath")


def status_of(sentence: Span, token: Token) -> Status:
    """The status of what `token` (the head of a trigger or a word of harm) tells of; what is done again and again is hypothetical."""
    if any(c.lower_ in _words("habitual") or (c.lower_ == "repeatedly" and not _one_time(token)) for c in token.children):
        return "hypothetical"
    if _only_shown(token) or only_asked_for(token) or left_open(token):
        return "hypothetical"
    if token.pos_ in ("VERB", "AUX"):
        own = _verb_status(token)
        if own is not None:
            return own
    climbed = token
    while climbed.dep_ == "conj" and climbed.head.i < climbed.i and climbed.pos_ == "VERB" and climbed.tag_ == "VB":
        climbed = climbed.head
    if climbed != token and (own := _verb_status(climbed)) is not None:
        return own
    befell = False
    for _ in range(5):
        parent = climbed.head
        if parent == climbed:
            break
        lemma = parent.lemma_.lower()
        relation = climbed.dep_
        befell = befell or (relation == "acl" and climbed.tag_ == "VBN" and parent.pos_ == "NOUN")
        if relation in ("relcl", "advcl", "conj", "appos", "parataxis") and parent.i < climbed.i and relation != "advcl":
            break
        if relation == "ccomp" and climbed.i < parent.i and _told_apart(climbed, parent):
            break  # "villagers said that soldiers killed nine; the army denied it"
        if relation == "advcl" and _done_before(climbed):
            break  # "threatened to shell the town after rebels killed four"
        if relation == "prep" and lemma in _words("about_done"):
            break  # "called for an inquiry into the killing", "refused to comment on the raid"
        if relation == "prep" and _only_a_part(token, parent):
            break  # "denied a part in the ambush that killed nine"
        wrongly = lemma in _words("doubtful") or any(c.lower_ in _words("wrongly") for c in parent.children)
        if relation in ("ccomp", "acl") and wrongly:
            return "denied"  # "rumours that he had been shot", "wrongly reported that the town had fallen"
        if relation in ("ccomp", "acl") and _called_untrue(parent):
            return "denied"
        if relation == "advcl" and any(c.lower_ in ("if", "unless") for c in climbed.children):
            return "hypothetical"
        if relation in ("xcomp", "dobj", "pobj", "pcomp", "ccomp", "prep", "acl", "compound", "nsubjpass"):
            if lemma in _words("foiled") and relation in ("dobj", "compound", "nsubjpass", "pcomp", "pobj"):
                return "foiled"
            reported = relation == "ccomp" and parent.lemma_ in ("warn", "fear", "call", "urge")
            if lemma in _words("planned") and not reported and not befell and _meant(climbed, relation, lemma):
                return "planned"
            if lemma == "go" and parent.tag_ == "VBG" and relation == "xcomp":
                return "planned"  # "he was going to be shot"
            if lemma in _words("awaited") and (relation in ("nsubjpass", "dobj") or climbed.lower_ == "for"):
                return "planned"
            if relation == "prep" and lemma in _words("ended") and climbed.lower_ == ("to" if lemma == "end" else climbed.lower_):
                return "hypothetical"  # "agreed on a halt to the shelling", "the end of the siege" was one
            if lemma in _words("denied") and relation in ("dobj", "ccomp", "xcomp", "pcomp", "pobj"):
                return "denied"
            if parent.pos_ in ("VERB", "AUX") and relation in ("xcomp", "ccomp", "dobj", "pcomp"):
                own = _verb_status(parent)
                if own is not None and relation != "ccomp" and not (befell or (own == "denied" and lemma in _words("not_denying"))):
                    return own
            if lemma in ("attempt", "try") and climbed.tag_ == "VB":
                return "foiled"
        if relation not in _CLIMB:
            break
        climbed = parent
    if token.pos_ in ("NOUN", "PROPN") and _not_there(token):
        return "denied"
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ == "nsubj" and _only_would(token):
        return "hypothetical"
    if token.pos_ in ("NOUN", "PROPN") and any(
        c.lower_ in _words("hypothetical_words") and c.dep_ in ("det", "amod") for c in token.children
    ):
        return "hypothetical"
    return "happened"


def _only_a_part(deed: Token, parent: Token) -> bool:
    """Whether a deed is told as that in which somebody had or had not a part, responsibility or role: whoever denies this leaves the deed
    standing, save where it is any deed ("any attack", "attacks on civilians")."""
    if deed.pos_ != "NOUN" or parent.lemma_.lower() not in mapping("reporting_verbs")["involvement"]:
        return False
    some = {c.lower_ for c in deed.children if c.dep_ == "det"}
    return not some & {"any", "such", "all"} and (bool(some) or any(c.dep_ in ("poss", "nummod") for c in deed.children))


def _done_before(verb: Token) -> bool:
    """Whether a clause says in the past what something else came after or because of: "after rebels killed four", "as shells fell"."""
    past = verb.tag_ == "VBD" or any(c.tag_ == "VBD" and c.dep_ in ("aux", "auxpass") for c in verb.children)
    return past and any(c.dep_ == "mark" and c.lower_ in ("after", "because", "since", "as") for c in verb.children)


def _told_apart(first: Token, second: Token) -> bool:
    """Whether a verb heads a sentence of its own before another's: parted by a semicolon, or the other has an object of its own."""
    parted = any(t.text == ";" for t in first.doc[first.i : second.i])
    return parted or any(c.dep_ == "dobj" and c.i > second.i for c in second.children)


def _only_shown(token: Token) -> bool:
    """Whether a deed is only shown: in a work of fiction ("the film tells of a sniper who kills a child"), in a drill ("an exercise in
    which a tanker was stormed"), or done to a likeness ("a mock village was shelled"): rule `extract.only-shown`."""
    things = [token, *(c for c in token.children if c.dep_ in ("dobj", "nsubjpass"))]
    if any(c.lower_ in _words("likeness") for t in things for c in t.children if c.dep_ in ("amod", "compound")):
        return True
    meanwhile = (o for p in token.children if p.lower_ in ("during", "in") for o in p.children if o.dep_ == "pobj")
    if any(o.lemma_.lower() in _words("drills") for o in meanwhile):
        return True  # "during an exercise marines stormed a freighter"
    climbed, aside = token, False
    while climbed.head != climbed:
        below, climbed = climbed, climbed.head
        aside = aside or below.dep_ in ("relcl", "acl")
        held = [climbed, *(c for c in climbed.children if c.dep_ in ("dobj", "nsubjpass"))]
        if aside and any(t.lemma_.lower() in _words("drills") for t in held):
            return True
        about = climbed.dep_ == "conj" and climbed.lemma_ == "be"  # "the play, staged in the port, is about a soldier"
        works = (*climbed.children, *(climbed.head.children if about else ()))
        made_up = any(c.dep_ == "nsubj" and c.lemma_.lower() in _words("made_up") for c in works)
        if made_up and below.dep_ in ("prep", "dobj", "ccomp", "advcl") and climbed != token:
            return True
    return False


def _is_passive_infinitive(auxiliaries: Sequence[Token]) -> bool:
    """Whether these words make an infinitive of what is to be done to somebody ("to be shot"), not of what was ("to have been shot")."""
    return [c.lower_ for c in auxiliaries] == ["to", "be"]


def _one_time(verb: Token) -> bool:
    """Whether what is done repeatedly is one deed: shots, stabs and blows follow each other ("fired repeatedly at the car")."""
    return verb.lemma_.lower() in _words("blows") and verb.tag_ in ("VBD", "VBN", "VBG")


def _called_untrue(noun: Token) -> bool:
    """Whether a report is said to be no true one: "claims that four were killed are baseless"."""
    verb = noun.head
    said = verb.children if noun.dep_ == "nsubj" and verb.lemma_ == "be" else ()
    untrue = mapping("reporting_verbs")["untrue"]
    return any(t.lower_ in untrue for c in said if c.dep_ in ("acomp", "attr") and c.i > verb.i for t in (c, *c.conjuncts))


def _not_there(noun: Token) -> bool:
    """Whether a deed is said not to have been: "there was no attack"; "no casualties" counts nobody and denies nothing."""
    return noun.lemma_.lower() in _words("deeds") and any(c.lower_ == "no" and c.dep_ == "det" for c in noun.children)


def _only_would(noun: Token) -> bool:
    """Whether a deed is only thought of by what it would do: "a strike on the dam would kill thousands"."""
    some = any(c.lower_ in ("a", "an", "any", "another") and c.dep_ == "det" for c in noun.children)
    auxiliaries = [c for c in noun.head.children if c.dep_ == "aux"]
    return some and any(c.lower_ == "would" for c in auxiliaries) and not any(c.lemma_ == "have" for c in auxiliaries)


def _meant(climbed: Token, relation: str, lemma: str) -> bool:
    """Whether what hangs on a word of planning is what is planned: an infinitive, or the object of a plan or threat."""
    if relation in ("xcomp", "acl"):
        return climbed.tag_ == "VB"
    if relation == "prep" and lemma == "call":
        verb = climbed.head  # "called for air strikes", but not "officers were called for a shooting"
        return climbed.lower_ == "for" and verb.pos_ == "VERB" and not any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    return relation in ("dobj", "pobj", "pcomp", "prep") and lemma in _words("planned_objects")


def _verb_status(verb: Token) -> Status | None:
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.dep_ == "neg" for c in verb.children):
        return "denied"
    for auxiliary in auxiliaries:
        if auxiliary.tag_ == "MD" and auxiliary.lower_ in _words("hypothetical_aux"):
            # "may have been killed" tells of the past; "could be killed" does not
            if any(a.lemma_ == "have" for a in auxiliaries) and auxiliary.lower_ in ("may", "might", "must", "could"):
                return None
            return "planned" if auxiliary.lower_ in ("will", "shall") else "hypothetical"
    if any(c.lower_ in ("if", "unless") and c.dep_ == "mark" for c in verb.children):
        return "hypothetical"
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN" and _is_passive_infinitive(auxiliaries):
        return "planned"  # "the names of eighty bloggers to be executed"
    if (
        verb.tag_ == "VB"
        and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
        and verb.dep_ in ("ROOT", "acl", "advcl", "xcomp")
    ) and (verb.head.lemma_.lower() in _words("planned") or verb.dep_ in ("acl", "advcl")):
        return "planned"
    return None
