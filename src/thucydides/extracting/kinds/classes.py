"""Classes: what a noun is called by, for the frames of verbs: people, armed men, forces of a state, a crowd, a truce.

Invariant: classes come from the vocabularies; a number or a group of somebody ("dozens of youths") is what those are.
"""

from calendar import day_name, month_name
from functools import cache

from spacy.tokens import Token

from thucydides.extracting.kinds.hyphens import whole
from thucydides.extracting.people.sides import categories
from thucydides.grounding.actors.countries import country_of_name
from thucydides.vocabulary import mapping

_ARMED = frozenset({"state forces", "rebels", "militia", "criminals", "external forces"})
_FIGHTERS = frozenset({"rebels", "militia", "criminals"})
_CROWD = frozenset({"civilians", "protesters"})
_STATE = frozenset({"state forces", "external forces"})
DAYS = frozenset(day.lower() for day in (*day_name, *month_name))
_BEARING = frozenset({"armed", "masked", "uniformed", "hooded", "plainclothes", "camouflaged"})
_MEMBERS = frozenset({"member", "suspect", "commander"})
_AUTHORITIES = frozenset({"authority", "government", "intelligence", "service", "agency", "junta", "regime", "department", "unit"})


def is_of(token: Token, name: str) -> bool:
    """Whether a word, or what it is a number or a group of, is of a class."""
    return any(_one_of(t, name) for t in (token, *_counted(token)))


def may_be_place(noun: Token) -> bool:
    """Whether a name that nobody knows may be that of a place: no person's with a title, no group's short name, no paper's."""
    if noun.tag_ != "NNP" or noun.pos_ != "PROPN" or noun.text.isupper() or not noun.text[:1].isupper() or not noun.is_alpha:
        return False
    named = noun.lemma_.lower() in _listed("accords") or noun.lemma_.lower() in _named_armed() or noun.lower_ in categories()
    return not named and not _titled(noun) and noun.lower_ not in DAYS and country_of_name(noun.text) is None


def _counted(token: Token) -> list[Token]:
    """What a word counts: "dozens of youths", "a group of farmers"."""
    return [o for c in token.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]


def _one_of(token: Token, name: str) -> bool:
    lemma = whole(token) if token.tag_ != "NNPS" else token.lower_.removesuffix("s")
    side = categories().get(lemma) or categories().get(token.lower_)
    if name == "people":
        return (side is not None and lemma not in _collective()) or lemma in _MEMBERS or lemma in _often_taken() or _somebody(token)
    if name in ("armed", "forces"):
        bearing = any(c.lower_ in _BEARING for c in token.children) or lemma in _named_armed() or lemma in _listed("formations")
        return side in _ARMED or bearing or lemma in _AUTHORITIES or _named_party(token) or (name == "armed" and token.lower_ == "they")
    if name == "fighters":
        return side in _FIGHTERS or _named_party(token) or lemma in ("element", "combatant", "member")
    if name == "state":
        return side in _STATE or lemma in _AUTHORITIES or lemma in ("army", "police", "military", "garrison")
    if name == "crowd":
        return side in _CROWD or lemma in people_together() or token.lower_ in ("we", "they")
    return lemma in _listed(name) or token.lower_ in _listed(name)


def _named_party(token: Token) -> bool:
    """Whether a name is one that a party may bear, and nobody's with a title or an office before it."""
    initials = token.pos_ == "NOUN" and token.text.isupper() and len(token) > 1
    return initials or (token.pos_ == "PROPN" and token.lower_ not in DAYS and not _titled(token))


def _somebody(token: Token) -> bool:
    """Whether a word is a name with a title, or a pronoun for people: "took fifty of them"."""
    return _titled(token) or token.lower_ in ("him", "her", "them", "us")


def _titled(token: Token) -> bool:
    """Whether a name has a title or an office before it: "Dr Ilyas Baloch", "mayor Ivan Fedorov"."""
    before = {c.lower_.removesuffix(".") for c in token.lefts}
    return token.pos_ == "PROPN" and bool(before & _titles())


@cache
def _titles() -> frozenset[str]:
    return frozenset(mapping("persons")["titles"]) | frozenset(categories()) - {"army", "force", "police", "military"}


@cache
def _often_taken() -> frozenset[str]:
    return frozenset(mapping("triggers")["carrying_off"]["taken"])


@cache
def _collective() -> frozenset[str]:
    """Words for bodies of people, who are not taken away one by one."""
    return frozenset(mapping("groups")["institutions"]) | {"army", "force", "military", "police", "gang", "militia"}


@cache
def _named_armed() -> frozenset[str]:
    signs = mapping("type_signs")["signs"]
    return frozenset(w.split()[-1] for who in ("forces", "fighters", "police") for w in signs[who]["nouns"])


@cache
def people_together() -> frozenset[str]:
    """Words for people without arms who come together."""
    signs = mapping("type_signs")["signs"]
    return frozenset((*signs["protesters"]["nouns"], *signs["crowd"]["nouns"], *mapping("triggers")["blocking"]["crowds"]))


@cache
def caught() -> frozenset[str]:
    """People whom somebody may catch, or catch again."""
    signs = mapping("type_signs")["signs"]
    return frozenset(mapping("triggers")["caught"]) | {w for who in ("captives", "fighters") for w in signs[who]["nouns"]}


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(mapping("frames")["classes"][name])
