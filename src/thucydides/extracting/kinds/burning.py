"""Burning: what is set ablaze, with whatever stands between the verb and the flames: "set the court and two banks on fire"."""

from spacy.tokens import Token

from thucydides.vocabulary import mapping


def sets_ablaze(verb: Token) -> bool:
    """Whether a verb sets something on fire."""
    words = mapping("triggers")["burning"]
    if verb.lemma_.lower() not in words["verbs"]:
        return False
    if not any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        return False
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.pos_ == "VERB" or token.lower_ in words["ablaze"]:
            return token.lower_ in words["ablaze"]
        if token.lower_ == "fire" and token.nbor(-1).lower_ == "on":
            return True
    return False
