"""Identities: whom a clause that somebody says makes out to be the doer of what was told: "said that the attackers were soldiers", "said
it was a Houthi mine", "said a coalition strike killed them", "said the deaths were due to shots fired by bandits",
"said Ukraine was to blame".

Invariants: whose weapon or force it was is told by a party that stands with it; where people come from accuses no country.
"""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.accused import object_behind
from thucydides.extracting.attributing.agents import is_somebody
from thucydides.extracting.attributing.spans import subtree
from thucydides.extracting.attributing.words import words
from thucydides.extracting.texts import text_of
from thucydides.grounding.actors.actors import ActorMatch, find_actors
from thucydides.grounding.actors.countries import demonym_country
from thucydides.grounding.actors.parties import ANYBODY
from thucydides.nouns.actor import SIDES
from thucydides.vocabulary import mapping

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD = frozenset({"it", "this", "that", "these", "those", "they", "them", "him", "her", "what"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PARTIES = frozenset(SIDES) | {"government", "rioters", "unidentified"}

Laid = tuple[set[int], set[int]]


def identified(clause: "Token") -> Laid | None:
    """(whom, what) a clause makes out to have done a deed, nothing for what where that is the deed told last; None where it does not."""
    return (
        _by_people(clause)
        or _by_arms(clause)
        or _by_origin(clause)
        or _by_agent(clause)
        or _by_cause(clause)
        or by_fault(clause)
    )


def author(noun: "Token") -> set[int]:
    """Whose weapon or force a noun tells of, as positions: "a Houthi mine", "shots fired by the rebels"; nothing for other nouns."""
    if noun.lower_ not in _ARMS and noun.lemma_.lower() not in words("deeds") | words("laid_shots") | words("laid_arms"):
        return set()
    party = party_at(noun)
    return _of(noun, party) if party is not None else set()


def _by_people(clause: "Token") -> Laid | None:
    """ "The attackers were soldiers out of uniform", "the raiders came from the border militia", "the killers belonged to the cartel"."""
    who = _subject(clause) or (_subject(clause.head) if clause.dep_ == "conj" else None)
    if clause.lemma_ == "be" and who is not None and who.lower_ in _ONES:
        return _by_name(clause)
    if clause.lemma_ == "be" and who is not None and (party_at(who, people=True) or is_somebody(who)) and _ones_who_did(clause):
        return subtree(who), set()
    if (
        who is None
        or who.lemma_.lower() not in words("perpetrators")
        or clause.lemma_.lower() not in words("laid_being")
        or not _definite(who)
    ):
        return None
    named = next((c for c in clause.children if c.dep_ == "attr" and c.i > clause.i), None)
    prep = next((c for c in clause.children if c.lower_ in ("from", "to", "with") and c.i > clause.i), None)
    named = named or next((c for p in (prep,) if p is not None for c in p.children if c.dep_ == "pobj"), None)
    return (
        (subtree(named), set())
        if named is not None and (party_at(named, people=True) is not None or named.lemma_.lower() in words("doers"))
        else None
    )


def _ones_who_did(clause: "Token") -> bool:
    """Whether a clause says of somebody that these were "the ones who did it", "those who had fired"."""
    ones = next((c for c in clause.children if c.dep_ == "attr" and c.lower_ in ("one", "ones", "those", "people", "men")), None)
    did = next((c for c in ones.children if c.dep_ == "relcl"), None) if ones is not None else None
    none = any(c.dep_ == "neg" for c in clause.children)
    return did is not None and not none and did.lemma_.lower() in words("laid_force") | words("carrying")


def _by_name(clause: "Token") -> Laid | None:
    """ "It was the army": a party by itself, and no more said of it."""
    named = next((c for c in clause.children if c.dep_ == "attr" and c.i > clause.i), None)
    bare = named is not None and not any(c.dep_ in ("relcl", "prep", "acl", "appos", "amod") for c in named.children)
    none = any(c.dep_ in ("neg", "ccomp", "advcl", "relcl") for c in clause.children)
    party = party_at(named, people=True) if named is not None and bare and not none else None
    alone = party is not None and named is not None and party.end == named.idx + len(named) and (_definite(named) or named.pos_ == "PROPN")
    return (subtree(named), set()) if alone and named is not None else None


_ONES = frozenset({"it", "this", "they", "these", "those"})


def _by_arms(clause: "Token") -> Laid | None:
    """ "It was a Houthi mine", "a coalition strike had killed them"."""
    subject = _subject(clause)
    if subject is None:
        return None
    if clause.lemma_ == "be":
        thing = next((c for c in clause.children if c.dep_ == "attr" and c.i > clause.i), None)
        by = author(thing) if thing is not None and _taken_up(subject) else set()
        return (by, set()) if by else None
    struck = next((c for c in clause.children if c.dep_ == "dobj"), None)
    hit = clause.lemma_.lower() in words("laid_force") | words("laid_causing") and struck is not None
    by = author(subject) if hit and struck is not None and (struck.lower_ in _TOLD or _definite(struck)) else set()
    return (by, subtree(clause) - by) if by else None


def _by_cause(clause: "Token") -> Laid | None:
    """ "The deaths were due to shots fired by bandits", "the blast was caused by a Houthi mine", "they died in a coalition strike"."""
    subject = _subject(clause)
    if subject is None or not _taken_up(subject):
        return None
    below = [c for c in clause.children if c.i > clause.i and c.dep_ in ("acomp", "attr", "prep", "agent")]
    due = any(c.lower_ in words("laid_causes") for c in below)
    if not due and clause.lemma_.lower() not in words("laid_causing") | words("laid_force") | {"die"}:
        return None
    for prep in (t for c in below for t in (c, *c.children) if t.dep_ in ("prep", "agent")):
        for noun in (t for t in prep.children if t.dep_ in ("pobj", "pcomp")):
            if by := author(noun):
                return by, set()
    return None


def _by_origin(clause: "Token") -> Laid | None:
    """ "The planes were Russian", "the shell had been an Iranian one": whose arms they were."""
    subject = _subject(clause)
    if (
        clause.lemma_ != "be"
        or subject is None
        or (subject.lower_ not in _ARMS and subject.lemma_.lower() not in words("laid_arms"))
    ):
        return None
    said = next((c for c in clause.children if c.dep_ == "acomp" and demonym_country(c.text)), None)
    return ({said.i}, set()) if said is not None and _definite(subject) else None


def _by_agent(clause: "Token") -> Laid | None:
    """ "The fire was started by the owners", "it was laid by the army", "they had been killed by guards"."""
    subject, agent = _subject(clause), next((c for c in clause.children if c.dep_ == "agent"), None)
    whom = object_behind(agent) if agent is not None else None
    done = clause.lemma_.lower() in words("laid_force") | words("laid_starting") | words("carrying") | {"set"}
    if subject is None or whom is None or not done or not (_taken_up(subject) or _definite(subject)) or not is_somebody(whom):
        return None
    return subtree(whom), set()


def by_fault(clause: "Token") -> Laid | None:
    """ "Ukraine was to blame", "a cartel was responsible": for the deed told last, which the words do not name."""
    doer = _subject(clause)
    none = any(c.dep_ == "neg" for t in (clause, *clause.children) for c in t.children)
    if clause.lemma_ != "be" or none or doer is None or doer.pos_ not in ("NOUN", "PROPN"):
        return None
    told = next((t for t in clause.subtree if t.lower_ in words("hold") | words("to_blame") and t.i > doer.i), None)
    bare = (
        told is not None
        and told.i - clause.i <= _NEAR
        and not any(t.dep_ in ("prep", "xcomp") and t.lower_ != "according" for t in (*told.children, *clause.children) if t.i > told.i)
    )
    party = party_at(doer, people=True) or (party_at(doer) if doer.lemma_.lower() in words("laid_arms") else None)
    return (subtree(doer), set()) if bare and party is not None else None


_NEAR = 4
_ARMS = frozenset(word.split()[-1] for word in mapping("actor_words")["arms"])


def _subject(clause: "Token") -> "Token | None":
    return next((c for c in clause.children if c.dep_ in _SUBJECTS and c.i < clause.i), None)


def _taken_up(noun: "Token") -> bool:
    """Whether a subject is what was told before: "it", "the blast", "the deaths", "the victims"."""
    deed = noun.lemma_.lower() in words("deeds") | words("laid_shots") | words("laid_arms") | words("laid_harm")
    return (
        noun.lower_ in _TOLD or (deed and _definite(noun)) or (noun.lemma_.lower() in words("laid_harm") and noun.tag_ == "NNS")
    )


def _definite(noun: "Token") -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those") for c in noun.children) or any(
        c.dep_ == "poss" for c in noun.children
    )


def party_at(noun: "Token", people: bool = False) -> ActorMatch | None:
    """The party under arms that stands with a noun, or, of people, that the noun names; none for whoever it was."""
    first, last = noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge)
    for match in find_actors(text_of(noun.doc)):
        if (
            match.start >= first
            and match.end <= last
            and match.kind in _PARTIES
            and not (people and match.metonym and noun.dep_ == "pobj")
        ):
            if people and match.name.startswith(ANYBODY) and match.actor_id is None:
                continue
            return match
    return None


def _of(noun: "Token", party: ActorMatch) -> set[int]:
    """The positions of a party's words in a noun phrase, with what describes it: "men of the ruling clan" of "shots fired by ..."."""
    named = {t.i for t in noun.subtree if party.start <= t.idx < party.end}
    head = next((t for t in noun.subtree if t.i in named and t.head.i not in named), noun)
    return named if head == noun or noun.i in named else subtree(head) | named
