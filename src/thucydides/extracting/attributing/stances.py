"""Stances: the ways in which the words of a statement lay a deed upon somebody, or take it off him, tried one after another.

Invariant: a way looks at the words alone and changes nothing; the first that fits settles it (`laid`).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from thucydides.extracting.attributing.accused import (
    ACCUSED_BY,
    called_by_name,
    deed_laid,
    doer_by_arms,
    doer_of,
    in_name,
    named_as,
    object_of,
    without_deed,
    words_behind,
)
from thucydides.extracting.attributing.agents import claimable, work_of
from thucydides.extracting.attributing.denied_deeds import denies_doing, only_it, said_not_own, said_untrue
from thucydides.extracting.attributing.identities import author
from thucydides.extracting.attributing.own_deeds import (
    SAYS,
    believed_of,
    own_deed,
    perhaps_anothers,
    said_of_another,
    said_own,
    said_to_be_anothers,
    tells,
)
from thucydides.extracting.attributing.spans import Found, subtree
from thucydides.extracting.attributing.words import cue_nouns, table_of, words
from thucydides.nouns.claim import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACCUSING = frozenset({"accuse", "charge", "blame", "fault", "suspect", "implicate", "incriminate"})
_LAYING_ON = frozenset({"blame", "pin"})
_IT = frozenset({"it", "this", "both", "which"})
"""The deed told last, as what somebody claims: "the rebels claimed it"."""


class Laid(Struct, frozen=True):
    """A deed laid upon somebody: by which rule, upon whom (`on`) and which (`what`), with what stance; None is as it was before."""

    rule: str
    stance: Stance | None = None
    on: frozenset[int] | None = None
    what: frozenset[int] | None = None
    hedge: str | None = None


class Words(Struct, frozen=True):
    """The words of a statement that lay a deed upon somebody: its verb, the verb's lemma and object, and who says what so far."""

    verb: "Token"
    lemma: str
    thing: "Token | None"
    found: Found

    def of_speaker(self, rule: str, what: set[int], stance: Stance | None = None, hedge: str | None = None) -> Laid:
        """The deed laid upon, or taken off, whoever speaks."""
        return Laid(rule, stance, frozenset(self.found.source), frozenset(what), hedge)


def laid(found: Found, verb: "Token") -> Laid | None:
    """What the words of an attribution lay upon whom; None where they say nothing of who did it.

    Rules: `claim.accused` (accuse X of Y, blame X for Y, blame Y on X, attribute Y to X, point to X as Y), `claim.responsibility`
    (claim, accept, deny responsibility; claim an attack), `claim.denied` (deny involvement or connection), `claim.own-deed`
    ("claimed it launched": the speaker's own deed), `claim.withdrawn` (retract a claim).
    """
    said = Words(verb, verb.lemma_.lower(), next((c for c in verb.children if c.dep_ == "dobj"), None), found)
    return next((one for way in _WAYS if (one := way(said)) is not None), None)


def _responsibility(said: Words) -> Laid | None:
    """ "claimed responsibility for the bombing", "accepted the blame", "denied responsibility"."""
    stances = table_of("responsibility_verbs")
    if said.thing is None or said.lemma not in stances or said.thing.lower_ not in words("responsibility") | words("to_blame"):
        return None
    return said.of_speaker("claim.responsibility", words_behind(said.thing, ("for", "of")), stances[said.lemma], "")


def _claimed(said: Words) -> Laid | None:
    """ "claimed the attack", "claimed it", "claimed that it had fired the rockets"."""
    thing = said.thing
    if said.lemma != "claim":
        return None
    clause = any(c.dep_ in ("ccomp", "xcomp") for c in said.verb.children)
    if thing is not None and (claimable(thing) or (not clause and thing.lemma_.lower() in words("laid_arms"))):
        return said.of_speaker("claim.responsibility", subtree(thing), "claims", "")
    if thing is not None and thing.lower_ in _IT and not clause:
        return said.of_speaker("claim.responsibility", set(), "claims", "")
    return said.of_speaker("claim.own-deed", said.found.content, "claims", "") if own_deed(said.verb) else None


def _own(said: Words) -> Laid | None:
    """ "said that its fighters had ambushed the convoy"."""
    if said.lemma not in SAYS or said.found.stance != "asserts" or (deed := said_own(said.verb)) is None:
        return None
    return said.of_speaker("claim.own-deed", deed, "claims", "")


def _accused(said: Words) -> Laid | None:
    """ "accused the army of shelling the town", "blamed it on rebels", "was named as the suspect"."""
    verb, thing = said.verb, said.thing
    if said.lemma not in _ACCUSING | _LAYING_ON:
        return None
    if thing is None:
        called = named_as(verb)
        return Laid("claim.accused", on=frozenset(called)) if called else None
    onto = (object_of(verb, thing, "on") or called_by_name(verb, thing, "on")) if said.lemma in _LAYING_ON else None
    if onto is None and said.lemma not in _ACCUSING:
        return None
    if onto is None and thing.lemma_.lower() in words("deeds"):
        return None  # "blamed the killings": a deed is nobody
    if onto is not None:
        return Laid("claim.accused", on=frozenset(subtree(onto)), what=frozenset(subtree(thing) - subtree(onto.head)))
    name = {i for c in verb.children if c.dep_ == "prep" and in_name(thing, c) for i in subtree(c)}
    return Laid("claim.accused", on=frozenset(without_deed(thing, ACCUSED_BY) | name), what=frozenset(deed_laid(verb, thing)))


def _attributed(said: Words) -> Laid | None:
    """ "attributed the shelling to the separatists", "pointed to the militia as the likely culprit"."""
    verb, thing = said.verb, said.thing
    if said.lemma in ("attribute", "ascribe", "impute") and thing is not None and (onto := object_of(verb, thing, "to")) is not None:
        return Laid("claim.accused", "accuses", frozenset(subtree(work_of(onto))), frozenset(subtree(thing)))
    if said.lemma == "point" and (onto := object_of(verb, verb, "to", "at")) is not None:
        what = {i for c in (*verb.children, *onto.children) if c.lower_ == "as" for i in subtree(c) - {c.i}}
        return Laid("claim.accused", on=frozenset(without_deed(onto, frozenset({"as"}))), what=frozenset(what))
    return None


def _no_part(said: Words) -> Laid | None:
    """ "denied any involvement in the raid", "denied that it had shelled the market"."""
    verb, thing, found = said.verb, said.thing, said.found
    if found.stance != "denies":
        return None
    if thing is not None and thing.lower_ in words("involvement"):
        return said.of_speaker("claim.denied", words_behind(thing, ("in", "to", "with", "for", "of")))
    if found.source and (own_deed(verb) or (verb.dep_ == "relcl" and verb.head.lemma_ in cue_nouns())):
        return said.of_speaker("claim.denied", found.content)
    return None


def _not_it(said: Words) -> Laid | None:
    """The deed told last, denied: "denied it", "said it was not responsible", "called the accusation absurd", "denied firing"."""
    verb, found = said.verb, said.found
    if _denies_deed(said):
        return said.of_speaker("claim.denied", set(), "denies")
    if tells(said.lemma) and found.stance == "asserts" and found.source and (cleared := said_untrue(verb)) is not None:
        return Laid("claim.denied", "denies", frozenset(cleared or found.source), frozenset())
    if said.lemma in ("call", "label", "deem", "describe") and found.source and _dismissed(said):
        return said.of_speaker("claim.denied", set(), "denies")
    if found.stance == "denies" and found.source and (deed := denies_doing(verb)) is not None:
        return said.of_speaker("claim.denied", deed)
    return None


def _anothers(said: Words) -> Laid | None:
    """ "said that an armed group had fired", "might be behind it", "spoke of an ambush by insurgents", "suspects the rebels"."""
    verb, found = said.verb, said.found
    if tells(said.lemma) and found.stance == "asserts" and (other := said_of_another(verb) or said_to_be_anothers(verb)) is not None:
        return Laid("claim.accused", "accuses", frozenset(other[0]), frozenset(other[1]))
    if tells(said.lemma) and found.stance == "asserts" and (maybe := perhaps_anothers(verb)) is not None:
        named = {i for i in maybe[1] if verb.doc[i].pos_ != "PRON"}
        return Laid("claim.suspected" if named else "claim.accused", "suspects", frozenset(maybe[0]), frozenset(named and maybe[1]))
    if said.lemma in ("speak", "talk") and (arms := object_of(verb, verb, "of", "about")) is not None and (by := author(arms)):
        return Laid("claim.accused", "accuses", frozenset(by), frozenset())
    known = believed_of(verb) if found.stance == "suspects" else None
    if known is not None and not known[1] and doer_by_arms(verb) is None:
        return Laid("claim.accused", on=frozenset(known[0]), what=frozenset())
    if found.stance == "suspects" and (doer := doer_of(verb)) is not None:
        return Laid("claim.suspected", on=frozenset(subtree(doer)), what=frozenset(subtree(doer.head) - subtree(doer)))
    if known is not None:
        return Laid("claim.suspected", on=frozenset(known[0]), what=frozenset(known[1]))
    return None


def _taken_back(said: Words) -> Laid | None:
    """ "rejected the allegation", "denied that there was a truce", "withdrew its claim"."""
    thing = said.thing
    if thing is None:
        return None
    refuted = said.lemma in words("rejecting") and thing.lemma_.lower() in cue_nouns()
    if refuted or (said.found.stance == "denies" and thing.lemma_.lower() in words("accords")):
        return Laid("claim.refuted", "denies")
    if said.lemma in words("withdraw_verbs") and thing.lower_ in words("withdraw_objects"):
        return Laid("claim.withdrawn", "withdraws")
    return None


_WAYS: tuple[Callable[[Words], Laid | None], ...] = (
    _responsibility, _claimed, _own, _accused, _attributed, _no_part, _not_it, _anothers, _taken_back,
)  # fmt: skip


def _denies_deed(said: Words) -> bool:
    """Whether a speaker denies the deed told last, which the words do not name again: "denied it", "said it was not responsible"."""
    if said.found.source and only_it(said.verb, said.thing):
        return said.found.stance == "denies" or said.lemma in words("rejecting")
    return said.lemma in SAYS | {"tell"} and said.found.stance == "asserts" and said_not_own(said.verb, said.found.quoting)


def _dismissed(said: Words) -> bool:
    """Whether an accusation is called untrue: "called the accusation absurd", "described the charge as baseless"."""
    below = {t.lower_ for c in said.verb.children if c.i > said.verb.i for t in c.subtree}
    return said.thing is not None and said.thing.lemma_.lower() in words("blame") and bool(below & words("untrue"))
