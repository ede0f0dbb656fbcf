"""Listed people: members of a list of people that the tree hangs on a verb, a place or an explanation, given back to their list.

"Killing a farmer, his wife and two of their children", "Tawila: 21 soldiers were killed", "Azizi, a police chief, and the mayor were shot",
"a boy was killed, as were two nurses". Invariant: only who stands in the list by comma or "and" is joined to it, and only people.
"""

from functools import cache

from spacy.tokens import Doc, Token

from thucydides.extracting.people.sides import category_of, group_words
from thucydides.vocabulary import mapping

_SUBJECTS = ("nsubj", "nsubjpass")
_LOOSE = frozenset({"conj", "dep", "appos", "npadvmod"})
_BETWEEN = frozenset({",", "and", "then", "also", "&"})
_OWNED = frozenset({"his", "her", "their"})
_PLURAL = frozenset({"were", "are", "have"})


def listed(doc: Doc) -> None:
    """Give the lists of people of a text back the members that stand elsewhere in the tree."""
    for token in doc:
        if token.pos_ in ("NOUN", "NUM", "PROPN") and token.dep_ in _LOOSE and token.i > token.head.i:
            _join_object(token)
        if token.dep_ in _SUBJECTS:
            _with_name(token)
            _without_head(token)
            _before_the_verb(token)
            _with_described(token)
        if token.dep_ == "npadvmod" and token.pos_ == "NUM":
            _died_too(token)
        if token.dep_ == "advcl" and token.lemma_ in ("be", "do"):
            _as_they_were(token)


@cache
def _harming() -> frozenset[str]:
    verbs = mapping("outcomes")["verbs"]
    return frozenset((*verbs["killed"], *verbs["injured"], *verbs["captured"]))


def _is_people(noun: Token) -> bool:
    if noun.lemma_.lower() in group_words("never"):
        return False
    known = noun.lemma_.lower() in group_words("kin") | group_words("generic")
    return known or category_of(noun, [c.lower_ for c in noun.lefts]) != "unknown"


def _counted(noun: Token) -> bool:
    return any(c.dep_ == "nummod" for c in noun.lefts)


def _some_of_them(noun: Token) -> bool:
    """ "Two of their children": some of people told of as theirs."""
    of = next((c for c in noun.rights if c.lower_ == "of"), None) if noun.pos_ == "NUM" else None
    return of is not None and any(_is_people(g) for g in of.children if g.dep_ == "pobj")


def _join_object(noun: Token) -> None:
    """Join people who stand behind the object of a verb of harm and hang on a verb: "killing him, his wife and a maid"."""
    if noun.head.pos_ != "VERB" or any(c.dep_ in _SUBJECTS or c.dep_ in ("cop", "aux") for c in noun.children):
        return
    owned = any(c.dep_ == "poss" and c.lower_ in _OWNED for c in noun.lefts)
    if not ((_is_people(noun) and (owned or _counted(noun) or _article(noun))) or _some_of_them(noun)):
        return
    at = noun.left_edge.i - 1
    opened = noun.doc[at] if at >= noun.sent.start else None
    verb = noun.doc[at]
    while verb.i > noun.sent.start and verb.pos_ != "VERB":
        verb = verb.nbor(-1)
    if opened is None or opened.lower_ not in _BETWEEN or verb.lemma_.lower() not in _harming():
        return
    objects = [c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < noun.i]
    if not objects or not (verb == noun.head or any(a == noun.head for a in verb.ancestors)):
        return
    first = objects[-1]
    if all(t.lower_ in _BETWEEN for t in noun.doc[first.right_edge.i + 1 : at + 1]) and first.right_edge.i < noun.i:
        noun.head, noun.dep_ = first, "conj"


def _article(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.lefts)


def _with_name(title: Token) -> None:
    """Make the name right behind somebody's title its explanation, and join who is told with it: "the judge Marta Rios and her guard"."""
    name = next((c for c in title.head.children if c.dep_ == title.dep_ and c.i > title.i and c.left_edge.i == title.i + 1), None)
    if name is None or title.tag_ != "NN" or name.tag_ != "NNP" or not _is_people(title):
        return
    for joined in [c for c in name.rights if c.dep_ in ("conj", "cc")]:
        joined.head = title
    name.head, name.dep_ = title, "appos"


def _died_too(number: Token) -> None:
    """Join those who died elsewhere to those who died: "seven died at the scene, two on the way to hospital"."""
    verb, doc = number.head, number.doc
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i), None)
    placed = number.i + 1 < number.sent.end and number.nbor(1).dep_ == "prep" and number.nbor(1).lower_ in ("in", "on", "at", "near")
    if subject is None or not (subject.pos_ == "NUM" or _counted(subject)):
        return
    if placed and verb.i < number.i and verb.lemma_ in mapping("outcomes")["intransitive"] and doc[number.i - 1].text == ",":
        number.head, number.dep_ = subject, "conj"


def _without_head(subject: Token) -> None:
    """Take the head of an entry off the subject behind its colon: "Tawila, North Darfur: 21 soldiers were killed"."""
    verb = subject.head
    behind = next((c for c in subject.rights if c.dep_ == "appos" and c.i < verb.i and _counted(c) and _is_people(c)), None)
    if behind is None or subject.pos_ != "PROPN" or _is_people(subject) or any(c.dep_ in ("det", "nummod", "poss") for c in subject.lefts):
        return
    if any(t.text == ":" for t in subject.doc[subject.i : behind.left_edge.i]):
        behind.head, behind.dep_ = verb, subject.dep_
        subject.dep_ = "dep"


def _before_the_verb(subject: Token) -> None:
    """Make people counted right before a verb its subject, whom the tree joins to a place or a thing before: "burned at Odessa and six
    people lost their lives"."""
    verb = subject.head
    if verb.pos_ != "VERB" or _is_people(subject) or subject.i > verb.i:
        return
    at = verb.i - 1
    while at > subject.i and verb.doc[at].head == verb and verb.doc[at].dep_ in ("aux", "auxpass", "advmod"):
        at -= 1
    noun = verb.doc[at]
    joined = noun.dep_ == "conj" and noun.head.i > subject.i and noun.head.pos_ == "PROPN" and not _is_people(noun.head)
    if joined and noun.pos_ == "NOUN" and _counted(noun) and _is_people(noun) and subject.dep_ in _SUBJECTS:
        noun.head, noun.dep_ = verb, subject.dep_
        subject.dep_ = "dep"


def _with_described(subject: Token) -> None:
    """Join whom the tree has for an explanation of one person where the verb is of several: "Azizi, a police chief, and the mayor, Nur
    Gul, were shot"."""
    verb = subject.head
    several = any(c.dep_ in ("aux", "auxpass") and c.lower_ in _PLURAL for c in verb.children)
    one = subject.tag_ == "NNP" and not any(c.dep_ == "conj" for c in subject.children)
    if not (several and one) or subject.i > verb.i:
        return
    for explained in [c for c in subject.rights if c.dep_ == "appos"]:
        for other in [c for c in explained.rights if c.dep_ == "conj"]:
            if any(c.dep_ in ("det", "poss") for c in other.lefts) or other.pos_ == "PROPN":
                other.head = subject


def _as_they_were(verb: Token) -> None:
    """Join to the harmed those who came to the same: "a farmer was killed, as were two nurses"."""
    above = verb.head
    same = [c for c in verb.children if c.dep_ in _SUBJECTS and c.i > verb.i]
    opened = verb.i > verb.sent.start and verb.nbor(-1).lower_ == "as" and len([*verb.children]) <= len(same) + 1
    subject = next((c for c in above.children if c.dep_ in _SUBJECTS and c.i < above.i), None)
    if opened and len(same) == 1 and subject is not None and above.i < verb.i and above.lemma_.lower() in _harming():
        same[0].head, same[0].dep_ = subject, "conj"
