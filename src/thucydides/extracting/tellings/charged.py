"""Charged: the day of an arrest, a charge or a hearing, told with the deed that it is for (rule `date.charged`).

In "soldiers arrested a gunman on Wednesday for the killing of a boy" and "two men were charged this week with murdering a nurse" all that
is told of the deed stands behind the word that joins a charge to what it is for, and the day before it is the arrest's. Courts have verbs
of their own, which nothing but a charge follows: "was arraigned on Monday in the death of", "pleaded guilty on Friday to the murder of".

Invariant: a day told inside of what somebody is charged with is none of the arrest.
"""

from collections.abc import Mapping

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting

_FOR = frozenset({"for", "with", "over", "of"})
_IN = "in"
_OFFICE = frozenset({"connection", "relation"})
_COURTS = frozenset({"arraign", "indict", "charge", "convict", "acquit", "sentence", "plead"})
_OWNING = frozenset({"plead", "admit", "confess"})
_TAKEN = _COURTS | _OWNING | {"arrest", "detain", "apprehend", "capture", "hold", "seize", "accuse", "book", "jail", "imprison"}
_TAKEN |= {"try", "clear"}
_BROUGHT = frozenset({"take", "bring", "go", "put", "appear", "stand", "remand", "place", "haul", "send", "face"})
_CUSTODY = frozenset({"custody", "detention", "court", "trial", "prison", "jail", "dock"})


def of_charge(sentence: Span, start: int, families: Mapping[int, str]) -> bool:
    """Whether the day that starts there is of an arrest or a charge for the deeds of a sentence."""
    token = token_starting(sentence, start)
    if token is None:
        return False
    verb: Token = token
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        of_it = verb.lower_ in _FOR or (_joins(verb, verb.head) and token not in verb.children)  # not "was indicted in May for"
        if of_it and verb.dep_ == "prep" and verb is not token and _taken(verb.head):
            return False
        verb = verb.head
    if not _taken(verb):
        return False
    deeds = {n for n, family in families.items() if family != "arrest" and n != verb.i}
    charged = [c for c in _of_verb(verb) if c.dep_ in ("prep", "advcl") and _joins(c, verb)]
    return bool(deeds) and all(any(sentence.doc[n] in c.subtree for c in charged) for n in deeds)


def _taken(token: Token) -> bool:
    """Whether a verb takes somebody in, tries him or has him own up: "arrested", "took into custody", "went on trial", "admitted"."""
    if token.pos_ != "VERB" or token.lemma_.lower() in _TAKEN:
        return token.pos_ == "VERB"
    where = (o for c in token.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj")
    return token.lemma_.lower() in _BROUGHT and any(o.lemma_.lower() in _CUSTODY for o in where)


def _of_verb(verb: Token) -> list[Token]:
    """What hangs on a verb or on whom it names ("arrested two men in connection with the killing")."""
    nouns = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "pobj", "acomp")]
    return [*verb.children, *(c for n in nouns for c in n.children), *(c for p in verb.children if p.dep_ == "prep" for c in p.children)]


def _joins(word: Token, verb: Token) -> bool:
    """Whether a word joins a charge to what it is for: "for", "with", "in connection with"; of courts "in" as well, of pleas "to"."""
    court = verb.lemma_.lower() if verb.lemma_.lower() in _COURTS else ""
    if word.lower_ in _FOR or (court and word.lower_ == _IN) or (verb.lemma_.lower() in _OWNING and word.lower_ == "to"):
        return True
    return word.lower_ == _IN and any(c.lower_ in _OFFICE for c in word.children)
