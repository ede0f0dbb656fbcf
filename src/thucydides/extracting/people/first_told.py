"""First told: people of whom an article makes it look as if they were told of before, though only what they hold an office of is known.

Invariant: who is only "the mayor" was told of before.
"""

from spacy.tokens import Token

from thucydides.extracting.people.sides import group_words

_NEAR = 3
"""Words behind what somebody is of within which its name stands: "the municipality of Abrego"."""


def holds_an_office(head: Token) -> bool:
    """Whether somebody is the one who is that of a place or of a body with a name, and may be told of for the first time: "gunmen shot the
    mayor of Abrego" (rule `extract.first-told`)."""
    known = {c.lower_ for c in head.lefts} & group_words("definite")
    if head.tag_ != "NN" or known != {"the"} or head.lemma_.lower() in group_words("containers"):
        return False
    named = (o for c in head.rights if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")
    return any(t.pos_ == "PROPN" for o in named for t in o.subtree if t.i - o.i <= _NEAR)
