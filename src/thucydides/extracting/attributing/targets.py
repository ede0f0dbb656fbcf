"""Whom a claim lays a deed upon, and the chain through which it came: the last steps of reading an attribution."""

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from thucydides.extracting.attributing.accused import (
    ACCUSED_BY,
    deed_laid,
    doer_of,
    in_name,
    named_as,
    object_of,
    without_deed,
    words_behind,
)
from thucydides.extracting.attributing.agents import work_of
from thucydides.extracting.attributing.clauses import is_nobody, is_passive, speaker, speaker_words
from thucydides.extracting.attributing.denied_deeds import denies_doing, denies_in, only_it, said_not_own, said_untrue
from thucydides.extracting.attributing.identities import author
from thucydides.extracting.attributing.own_deeds import (
    SAYS,
    own_deed,
    said_clauses,
    said_of_another,
    said_own,
    said_to_be_anothers,
    tells,
)
from thucydides.extracting.attributing.spans import Found, subtree, trimmed
from thucydides.extracting.attributing.words import cue_nouns, table_of, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ACCUSING = frozenset({"accuse", "charge", "blame", "fault", "suspect", "implicate", "incriminate"})
_IT = frozenset({"it", "this", "both", "which"})
"""The deed told last, as what somebody claims: "the rebels claimed it"."""


def targeted(found: Found, doc: "Doc") -> list[Found]:
    """An attribution with whom it lays a deed upon; two where somebody denies one thing and says another ("said troops had not fired, but
    that an armed group had"), each with its own part of what is said."""
    verb, said = doc[found.verb], replace(found)
    first = with_target(found, doc)
    joined = said_clauses(verb)[1:] if said.stance == "asserts" and first.stance == "denies" else []
    if not joined:
        return [first]
    later = {i for clause in joined for i in subtree(clause)}
    denied = any(denies_in(clause, said.quoting) for clause in joined)
    second = replace(said, content=said.content - later if denied else said.content & later)
    first.content -= second.content
    if not denied and (other := said_of_another(verb) or said_to_be_anothers(verb)) is not None:
        second = replace(second, stance="accuses", on=other[0], what=other[1], rule="claim.accused")
    return [f for f in (first, second) if f.content]


def with_target(found: Found, doc: "Doc") -> Found:
    """The attribution with its stance on responsibility, who it is laid upon (`on`) and for what (`what`).

    Rules: `claim.accused` (accuse X of Y, blame X for Y, blame Y on X, attribute Y to X, point to X as Y), `claim.responsibility`
    (claim, accept, deny responsibility; claim an attack), `claim.denied` (deny involvement or connection), `claim.own-deed`
    ("claimed it launched": the speaker's own deed), `claim.withdrawn` (retract a claim), `claim.held` (hold X responsible).
    """
    verb = doc[found.verb]
    lemma = verb.lemma_.lower()
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if lemma in table_of("responsibility_verbs") and thing is not None and thing.lower_ in words("responsibility"):
        found.stance = table_of("responsibility_verbs")[lemma]
        found.on, found.what, found.rule = set(found.source), words_behind(thing, ("for", "of")), "claim.responsibility"
        found.hedge = ""
    elif lemma == "claim" and thing is not None and (thing.lower_ in words("deeds") or thing.lemma_ in words("deeds")):
        found.stance, found.on, found.what, found.rule, found.hedge = (
            "claims",
            set(found.source),
            subtree(thing),
            "claim.responsibility",
            "",
        )
    elif (
        lemma == "claim"
        and thing is not None
        and thing.lower_ in _IT
        and not any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)
    ):
        found.stance, found.on, found.what, found.rule, found.hedge = (
            "claims",
            set(found.source),
            set(),
            "claim.responsibility",
            "",
        )
    elif lemma == "claim" and own_deed(verb):
        found.stance, found.on, found.what, found.rule, found.hedge = (
            "claims",
            set(found.source),
            set(found.content),
            "claim.own-deed",
            "",
        )
    elif lemma in SAYS and found.stance == "asserts" and (deed := said_own(verb)) is not None:
        found.stance, found.on, found.what, found.rule, found.hedge = "claims", set(found.source), deed, "claim.own-deed", ""
    elif lemma in _ACCUSING and thing is None and (called := named_as(verb)):
        found.on, found.rule = called, "claim.accused"
    elif lemma in _ACCUSING and thing is not None:
        onto = object_of(verb, thing, "on") if lemma == "blame" else None
        name = {i for c in verb.children if c.dep_ == "prep" and in_name(thing, c) for i in subtree(c)}
        found.on = subtree(onto) if onto is not None else without_deed(thing, ACCUSED_BY) | name
        found.what = subtree(thing) - subtree(onto.head) if onto is not None else deed_laid(verb, thing)
        found.rule = "claim.accused"
    elif lemma in ("attribute", "ascribe", "impute") and thing is not None and (onto := object_of(verb, thing, "to")) is not None:
        found.stance, found.on, found.what, found.rule = "accuses", subtree(work_of(onto)), subtree(thing), "claim.accused"
    elif lemma == "point" and (onto := object_of(verb, verb, "to", "at")) is not None:
        found.on, found.rule = without_deed(onto, frozenset({"as"})), "claim.accused"
        found.what = {i for c in (*verb.children, *onto.children) if c.lower_ == "as" for i in subtree(c) - {c.i}}
    elif found.stance == "denies" and thing is not None and thing.lower_ in words("involvement"):
        found.on, found.what, found.rule = (
            set(found.source),
            words_behind(thing, ("in", "to", "with", "for", "of")),
            "claim.denied",
        )
    elif (
        found.stance == "denies"
        and found.source
        and (own_deed(verb) or (verb.dep_ == "relcl" and verb.head.lemma_ in cue_nouns()))
    ):
        found.on, found.what, found.rule = set(found.source), set(found.content), "claim.denied"
    elif _denies_deed(found, verb, thing):
        found.stance, found.on, found.what, found.rule = "denies", set(found.source), set(), "claim.denied"
    elif tells(lemma) and found.stance == "asserts" and found.source and (cleared := said_untrue(verb)) is not None:
        found.stance, found.on, found.what, found.rule = "denies", cleared or set(found.source), set(), "claim.denied"
    elif lemma in ("call", "label", "deem", "describe") and found.source and _dismissed(verb, thing):
        found.stance, found.on, found.what, found.rule = "denies", set(found.source), set(), "claim.denied"
    elif found.stance == "denies" and found.source and (deed := denies_doing(verb)) is not None:
        found.on, found.what, found.rule = set(found.source), deed, "claim.denied"
    elif tells(lemma) and found.stance == "asserts" and (other := said_of_another(verb) or said_to_be_anothers(verb)) is not None:
        found.stance, found.on, found.what, found.rule = "accuses", other[0], other[1], "claim.accused"
    elif lemma in ("speak", "talk") and (arms := object_of(verb, verb, "of", "about")) is not None and (by := author(arms)):
        found.stance, found.on, found.what, found.rule = "accuses", by, set(), "claim.accused"
    elif found.stance == "suspects" and (doer := doer_of(verb)) is not None:
        found.on, found.what, found.rule = subtree(doer), subtree(doer.head) - subtree(doer), "claim.suspected"
    elif thing is not None and (
        (lemma in words("rejecting") and thing.lemma_.lower() in cue_nouns())
        or (found.stance == "denies" and thing.lemma_.lower() in words("accords"))
    ):
        found.stance, found.rule = "denies", "claim.refuted"
    elif lemma in words("withdraw_verbs") and thing is not None and thing.lower_ in words("withdraw_objects"):
        found.stance, found.rule = "withdraws", "claim.withdrawn"
    lost = next((c for c in verb.children if c.dep_ == "ccomp" and c.lemma_.lower() in words("suffering")), None)
    if found.stance == "denies" and lost is not None and found.rule in ("claim.denies", "claim.denied"):
        found.rule = "claim.refuted"  # "denied that it had lost any helicopters"
    if found.rule == "claim.admits" and (_concedes(verb) or (thing is not None and not _deed_of_force(thing))):
        found.rule = "claim.concedes"
    own = found.stance in ("claims", "admits") and found.rule in ("claim.responsibility", "claim.own-deed")
    nobody = own and any(c.dep_ == "nsubj" and is_nobody(c) for c in verb.children)
    if nobody or (own and found.rule == "claim.responsibility" and (found.negated or _yet_to(verb))):
        found.stance, found.rule = "none-claimed", "claim.none"  # "the group has not claimed responsibility"
    return found


def _denies_deed(found: Found, verb: "Token", thing: "Token | None") -> bool:
    """Whether a speaker denies the deed told last, which the words do not name again: "denied it", "said it was not responsible"."""
    if found.source and only_it(verb, thing):
        return found.stance == "denies" or verb.lemma_.lower() in words("rejecting")
    return verb.lemma_.lower() in SAYS and found.stance == "asserts" and said_not_own(verb, found.quoting)


def _dismissed(verb: "Token", thing: "Token | None") -> bool:
    """Whether an accusation is called untrue: "called the accusation absurd", "described the charge as baseless"."""
    below = {t.lower_ for c in verb.children if c.i > verb.i for t in c.subtree}
    return thing is not None and thing.lemma_.lower() in words("blame") and bool(below & words("untrue"))


def _concedes(verb: "Token") -> bool:
    """Whether what is acknowledged is nothing that the speaker did: "acknowledged that 54 soldiers were killed"."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    told = clause is not None and any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
    return told and not own_deed(verb)


def _deed_of_force(thing: "Token") -> bool:
    """Whether a thing owned up to is a deed or a part in one: "admitted the killing", not "acknowledged the ceasefire"."""
    return any(
        t.lower_ in words("deeds") | words("involvement") | words("owned") or t.lemma_ in words("deeds") for t in thing.subtree
    )


def _yet_to(verb: "Token") -> bool:
    """Whether something is still to be done: "has yet to claim the attack"."""
    around = (*verb.children, *verb.head.children)
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children) and any(c.lower_ == "yet" for c in around)


def refuting(found: Found, doc: "Doc") -> Found:
    """Rule `claim.refuted`: what calls another's claim false ("found the claim to be not credible") denies it."""
    lemmas = [doc[i].lemma_.lower() for i in sorted(found.content)]
    if found.stance == "asserts" and any(w in cue_nouns() for w in lemmas):
        false = any(w in words("untrue") for w in lemmas)
        doubted = any(a in ("not", "n't", "no") and b in words("credible") for a, b in pairwise(lemmas))
        if false or doubted:
            found.stance, found.rule = "denies", "claim.refuted"
    return found


def held_responsible(doc: "Doc") -> list[Found]:
    """Rule `claim.held`: "X held Y responsible for Z", and `claim.withdrawn` for verbs that only withdraw ("withdrew its claim")."""
    out = []
    for verb in doc:
        if verb.pos_ != "VERB" or ((lemma := verb.lemma_.lower()) != "hold" and lemma not in words("withdraw_verbs")):
            continue
        noun = speaker(verb)
        if noun is None:
            continue
        liable = next((t for t in verb.subtree if t.lower_ in words("hold") and t.i - verb.i < 15 and t.i > verb.i), None)
        thing = next((c for c in verb.children if c.dep_ == "dobj"), None) or next(
            (c for k in verb.children if k.dep_ in ("ccomp", "xcomp") for c in k.children if c.dep_ in ("nsubj", "dobj")), None
        )
        source = speaker_words(noun, verb)
        if lemma == "hold" and liable is not None and not is_passive(verb):
            on = {i for i in subtree(thing) if i < liable.i} if thing is not None else set(range(verb.i + 1, liable.i))
            what = {i for t in liable.children if t.lower_ == "for" for i in subtree(t)} or {
                i for c in verb.children if c.lower_ == "for" for i in subtree(c)
            }
            content = trimmed(doc, (on | what | {liable.i}) - source)
            out.append(Found(source, {verb.i}, content, "accuses", "claim.held", verb.i, on=on, what=what))
        elif lemma in words("withdraw_verbs") and thing is not None and thing.lower_ in words("withdraw_objects"):
            out.append(Found(source, {verb.i}, trimmed(doc, subtree(thing)), "withdraws", "claim.withdrawn", verb.i))
    return out
