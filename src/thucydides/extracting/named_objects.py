"""Named objects: a town right behind a verb of force whose name the parser takes for no noun: "Rebels seized Bakhmut".

Invariant: only a word in capitals that is no English word, no day and no demonym is made the object of a verb that has none.
"""

from calendar import day_name, month_name
from functools import cache

from spacy.tokens import Doc, Token

from thucydides.grounding.ordinary import is_ordinary
from thucydides.vocabulary import mapping

_MISREAD = frozenset({"advmod", "npadvmod", "advcl", "acomp", "oprd", "prt"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "ccomp", "xcomp"})
_DAYS = frozenset(day.lower() for day in (*day_name, *month_name))


def with_named_objects(doc: Doc) -> None:
    """Make the name right behind a verb of force its object, where the tree has it for something else."""
    for name in doc[1:]:
        verb = name.nbor(-1)
        misread = name.head == verb and name.dep_ in _MISREAD and verb.pos_ == "VERB" and verb.lower_ in _striking()
        if misread and _is_name(name) and not any(c.dep_ in _OBJECTS for c in verb.children):
            name.dep_, name.pos_, name.tag_, name.lemma_ = "dobj", "PROPN", "NNP", name.text


def _is_name(word: Token) -> bool:
    plain = word.is_title and word.is_alpha and word.lower_ not in _DAYS
    return plain and word.tag_ not in ("NNPS", "NNS") and not is_ordinary(word.lower_)


@cache
def _striking() -> frozenset[str]:
    return frozenset(map(str, mapping("places")["striking"]))
