"""Not known: who says that it is not known who did a deed: "it was not clear who fired", "too early to say who was behind the blast",
"premature to blame anybody", "could not establish who fired the missile".

Rule `claim.unknown`. Invariants: a doer is asked for, and a use of force; "did not say who did it" is silence and not read.
"""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.clauses import SUBJECTS, cue_words
from thucydides.extracting.attributing.spans import Found, subtree, trimmed
from thucydides.extracting.attributing.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ASKED = frozenset({"who", "whose"})
_ABLE = frozenset({"could", "can", "cannot", "ca"})


def not_known(doc: "Doc") -> list[Found]:
    """Every statement that it is not known who did it, in the order of the words."""
    found: dict[int, Found] = {}
    for token in doc:
        did = _asked(token) or (token if token.dep_ == "xcomp" and token.lemma_.lower() in words("blaming") else None)
        verb = _ignorant(did) if did is not None else None
        if did is None or verb is None or verb.i in found:
            continue
        who = next((c for c in verb.children if c.dep_ in SUBJECTS and c.pos_ in ("NOUN", "PROPN")), None)
        source = subtree(who) if who is not None and did.i not in subtree(who) else set()
        what = trimmed(doc, subtree(did))
        found[verb.i] = Found(source, cue_words(verb), what, "unknown", "claim.unknown", verb.i, what=what, negated=True)
    return list(found.values())


def _asked(token: "Token") -> "Token | None":
    """The verb of the clause that asks who did a deed: "who fired", "which group was behind the attack"."""
    group = token.lower_ in ("which", "what") and token.head.lemma_.lower() in words("doers") | {"party"}
    state = token.dep_ == "nsubjpass" or (token.dep_ == "nsubj" and token.head.lemma_ in ("be", "remain"))
    if token.lemma_.lower() in words("perpetrators") and state and any(c.lower_ in ("the", "of", "whose") for c in token.children):
        return token  # "the authors of the attack are unknown"
    if token.lemma_.lower() == "identity" and token.dep_ in SUBJECTS and _of_doers(token):
        return token
    noun = token.head if group or (token.lower_ == "whose" and token.dep_ == "poss") else token
    if not (group or token.lower_ in _ASKED) or noun.dep_ not in SUBJECTS:
        return None
    did = noun.head
    told = did.lemma_.lower() in words("laid_force") | words("carrying") | words("denied_force")
    told = told or (did.lemma_ == "set" and any(c.dep_ == "prt" for c in did.children))  # "who set off the bomb"
    behind = did.lemma_ == "be" and any(t.lower_ in words("hold") | words("to_blame") | {"behind"} for t in did.subtree)
    return did if told or behind else None


def _of_doers(identity: "Token") -> bool:
    """Whether "the identity of the attackers" is what is spoken of."""
    of = (t for c in identity.children if c.lower_ == "of" for t in c.children)
    return any(t.lemma_.lower() in words("perpetrators") for t in of) or any(
        c.dep_ == "poss" and c.lemma_.lower() in words("perpetrators") for c in identity.children
    )


def _ignorant(did: "Token") -> "Token | None":
    """The verb that says of a question that there is no answer to it yet; None where there is."""
    above = [did.head, *(t for t in (did.head.head, did.head.head.head) if did.head.dep_ in ("xcomp", "ccomp", "acl"))]
    if did.head.lemma_.lower() in words("ideas") and any(c.lower_ in ("no", "any", "little") for c in did.head.children):
        return did.head.head  # "have no idea who set off the bomb"
    for at, verb in enumerate(above):
        beside = [c for c in verb.children if c.i != did.i and c.dep_ in ("acomp", "advmod", "neg", "aux", "oprd")]
        early = [
            c
            for c in (verb, *beside)
            if c.lower_ in words("too_early") or (c.lower_ in ("early", "soon") and any(g.lower_ == "too" for g in c.children))
        ]
        if early:
            return verb if verb.pos_ in ("AUX", "VERB") else verb.head
        if at > 0 or did.lemma_.lower() in words("blaming"):
            continue
        if any(c.lower_ in words("unknown") for c in (verb, *beside, *(c for c in verb.children if c.dep_ == "attr"))):
            return verb
        knows = verb.lemma_.lower() in words("knowing") or any(c.lower_ in words("knowing") for c in beside)
        still = any(c.lower_ == "yet" for c in verb.head.children) and verb.dep_ == "xcomp"  # "have yet to establish who did it"
        denied = still or (any(c.dep_ == "neg" for c in beside) and (
            verb.lemma_ not in ("say", "tell") or any(c.lower_ in _ABLE for c in beside)
        ))
        unable = any(c.lower_ in words("unable") for c in verb.head.children) or verb.head.lower_ in words("unable")
        if knows and (denied or unable):
            return verb
    return None
