"""Whom a claim lays a deed upon, and the chain through which it came: the last steps of reading an attribution."""

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from thucydides.extracting.attributing.clauses import is_negated, is_nobody, is_passive, speaker
from thucydides.extracting.attributing.denied_deeds import denies_in
from thucydides.extracting.attributing.own_deeds import (
    by_any_way,
    is_unsure,
    own_deed,
    said_clauses,
    said_of_another,
    said_to_be_anothers,
)
from thucydides.extracting.attributing.spans import Found, subtree, trimmed
from thucydides.extracting.attributing.speakers import speaker_words
from thucydides.extracting.attributing.stances import laid
from thucydides.extracting.attributing.words import cue_nouns, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


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
    """The attribution with its stance on responsibility, who it is laid upon (`on`) and for what (`what`)."""
    verb = doc[found.verb]
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if found.rule == "claim.according" and verb.head.pos_ in ("VERB", "AUX") and (by := by_any_way(verb.head)) is not None:
        found.stance = "suspects" if is_unsure(verb.head) else "accuses"
        found.on, found.what, found.rule = by[0], by[1], "claim.accused"
        return found
    if (one := laid(found, verb)) is not None:
        found.rule, found.stance = one.rule, one.stance or found.stance
        found.on, found.what = found.on if one.on is None else set(one.on), found.what if one.what is None else set(one.what)
        found.hedge = found.hedge if one.hedge is None else one.hedge
    lost = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and c.lemma_.lower() in words("suffering")), None)
    if found.stance == "denies" and lost is not None and found.rule in ("claim.denies", "claim.denied"):
        found.rule = "claim.refuted"  # "denied that it had lost any helicopters"
    if found.rule == "claim.admits" and (_concedes(verb) or (thing is not None and not _deed_of_force(thing))):
        found.rule = "claim.concedes"
    own = found.stance in ("claims", "admits") and found.rule in ("claim.responsibility", "claim.own-deed")
    taken = found.stance in ("claims", "admits") and found.rule != "claim.concedes"
    nobody = taken and any(c.dep_ == "nsubj" and is_nobody(c) for c in verb.children)  # "no movement has admitted the bombing"
    if nobody or (own and found.rule == "claim.responsibility" and (found.negated or _yet_to(verb))):
        found.stance, found.rule = "none-claimed", "claim.none"  # "the group has not claimed responsibility"
    return found


def _concedes(verb: "Token") -> bool:
    """Whether what is acknowledged is nothing that the speaker did: "acknowledged that 54 soldiers were killed"."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    told = clause is not None and any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
    return told and not own_deed(verb)


def _deed_of_force(thing: "Token") -> bool:
    """Whether a thing owned up to is a deed or a part in one: "admitted the killing", not "acknowledged the ceasefire" nor one's own dead
    ("admitted two deaths", "acknowledged the deaths of six soldiers")."""
    if thing.lemma_.lower() in words("borne"):
        return any(t.lemma_.lower() in words("others_dead") for t in thing.subtree)
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
        if verb.pos_ != "VERB" or is_negated(verb) or ((lemma := verb.lemma_.lower()) != "hold" and lemma not in words("withdraw_verbs")):
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
