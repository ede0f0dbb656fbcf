"""Denied deeds: what a speaker says it did not do, or that those whom others accuse did not do.

Invariant: only a use of force, or a part in one, is denied; what one would not do says nothing of what was done.
"""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.agents import is_somebody
from thucydides.extracting.attributing.clauses import is_time, subject_before
from thucydides.extracting.attributing.complements import is_doing
from thucydides.extracting.attributing.own_deeds import is_own_body, said_clauses
from thucydides.extracting.attributing.spans import subtree
from thucydides.extracting.attributing.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def only_it(verb: "Token", thing: "Token | None") -> bool:
    """Whether what is denied is the deed itself, named by a pronoun or as what was said of it: "denied it", "denied the allegation"."""
    if thing is not None and verb.dep_ == "relcl" and thing.tag_ in ("WDT", "WP"):
        thing = verb.head  # "a figure that the rebels dispute"
    if thing is None:
        return False
    if _whole_clause(verb):
        return True
    laid = thing.lemma_.lower() in _LAID and not any(c.dep_ == "acl" for c in thing.children)
    plainly = verb.lemma_.lower() in words("denying") or thing.lower_ != "it" or any(c.lower_ == "as" for c in verb.children)
    return laid or (thing.lower_ in _IT and verb.lemma_.lower() in words("rejecting") and plainly)


def _whole_clause(verb: "Token") -> bool:
    """Whether "which" takes up the clause before it, so that it is the deed which is denied: "shells hit the town on Friday, which the
    army denies"."""
    which = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ == "which"), None)
    behind = which is not None and which.i > 0 and which.nbor(-1).text == ","
    return verb.dep_ == "relcl" and behind and (verb.head.pos_ in ("PROPN", "VERB", "AUX") or is_time(verb.head))


_LAID = frozenset({"accusation", "allegation", "charge"})
_IT = frozenset({"it", "this", "that"})


def denies_in(clause: "Token", quoting: bool) -> bool:
    """Whether a clause that somebody says is itself a denial."""
    return _not_own(clause, quoting) or _cleared(clause) is not None


def said_untrue(verb: "Token") -> "set[int] | None":
    """Of whom a speaker says that it was not they: "said it was not the rebels who killed them", "said it was untrue that troops had
    shelled the town", "said troops had not fired"; nothing where that is the speaker's own people, None where it says no such thing."""
    return next((whom for clause in said_clauses(verb) if (whom := _cleared(clause)) is not None), None)


def _cleared(clause: "Token") -> "set[int] | None":
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    ground = next((c for c in clause.children if c.dep_ == "attr" and c.lower_ in words("grounds") and _none(c)), None)
    if ground is not None and any(t.lemma_.lower() in words("blame") for t in ground.subtree):
        return set()  # "there is no truth in the accusation"
    if subject is not None and subject.lemma_.lower() in words("blame") and clause.lemma_ == "be":
        return set() if _called_untrue(clause) else None
    if clause.lemma_ == "be" and subject is not None and is_somebody(subject) and not (_own(subject) or is_own_body(subject)):
        return subtree(subject) if _no_part(clause) else None
    if clause.lemma_ != "be" and subject is not None and is_somebody(subject) and not _own(subject):
        later = any(c.lower_ in ("yet", "still", "again", "longer") for c in clause.children)
        return subtree(subject) if _force_denied(clause, False) and not later else None
    if clause.lemma_ != "be" or not any(c.lower_ == "it" for c in clause.children):
        return None
    named = next((c for c in clause.children if c.dep_ == "attr"), None)
    if named is not None and any(c.dep_ == "neg" for c in clause.children):
        did = next(
            (c for t in (named, clause) for c in t.children if c.dep_ in ("relcl", "ccomp", "advcl") and _forceful(c)), None
        )
        return None if did is None else set() if _own(named) else subtree(named) - subtree(did)
    untrue = any(c.lower_ in words("untrue") for c in clause.children if c.dep_ in ("acomp", "attr"))
    not_true = any(c.lower_ in words("credible") for c in clause.children) and any(c.dep_ == "neg" for c in clause.children)
    told = next(
        (c for t in (clause, *clause.children) for c in t.children if c.dep_ in ("ccomp", "csubj", "acl") and _forceful(c)), None
    )
    doer = next((c for c in told.children if c.dep_ == "nsubj"), None) if told is not None else None
    if doer is None or not (untrue or not_true):
        return None
    return set() if _own(doer) else subtree(doer)


def _called_untrue(clause: "Token") -> bool:
    """Whether a clause says of an accusation that it is not true: "the allegations were baseless", "were without foundation"."""
    below = {t.lower_ for c in clause.children if c.i > clause.i for t in c.subtree}
    none = any(c.dep_ == "neg" for c in clause.children) or bool(below & {"no", "without"})
    return bool(below & words("untrue")) or (none and bool(below & words("grounds") | below & words("credible")))


def _no_part(clause: "Token") -> bool:
    """Whether a clause says that its subject was not to blame for a deed, not responsible, not behind it."""
    blamed = next((c for c in clause.children if c.lower_ in _TO_BLAME and c.i > clause.i), None)
    return blamed is not None and any(c.dep_ == "neg" for t in (clause, blamed) for c in t.children)


_TO_BLAME = frozenset({"responsible", "behind", "blame", "involved"})


def _own(noun: "Token") -> bool:
    """Whether a noun is the speaker or one of its own people."""
    return noun.lower_ in _OWN or any(t.dep_ == "poss" and t.lower_ in _ITS for t in noun.subtree)


def said_not_own(verb: "Token", quoting: bool = False) -> bool:
    """Whether a speaker says that it did not do it: "said that its fighters were not responsible", "said it had no part in it"."""
    return any(_not_own(clause, quoting) for clause in said_clauses(verb))


def _not_own(clause: "Token", quoting: bool) -> bool:
    subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None) or subject_before(clause)
    if subject is None:
        return _nothing_flew(clause)
    mine = {"we", "i"} if quoting else _OWN  # inside a quotation "he" is somebody else
    ours = any(c.dep_ in ("attr", "nsubj") and (c.lower_ in _US or _our_work(c, quoting)) for c in clause.children)
    if ours and any(c.dep_ == "neg" or c.lower_ == "none" for c in clause.children):
        return clause.lemma_ == "be" and subject.lower_ in _IT  # "it was not us"
    own = subject.lower_ in mine or is_own_body(subject) or any(
        c.dep_ == "poss" and c.lower_ in (_ITS if not quoting else {"our", "my"}) for c in subject.children
    )
    of_own = subject.lower_ in ("none", "neither", "no") and any(t.lower_ in _ITS for t in subject.subtree)
    if (own or of_own) and _force_denied(clause, of_own):
        return True
    told = [c for c in clause.children if c.dep_ in ("acomp", "dobj", "prep", "advmod", "attr", "xcomp") and c.i > clause.i]
    with_whom = any(c.lower_ == "with" for t in told for c in (t, *t.children))  # "not that involved with the press"
    with_whom = with_whom or clause.lemma_ in _SEEING  # "we see no link to the earlier blast": one who looks into it
    part = not with_whom and any(
        c.lower_ in ("responsible", "involved", "behind", "blame") or c.lower_ in words("involvement") for c in (clause, *told)
    )
    none = any(c.dep_ == "neg" or c.lower_ == "no" for t in (clause, *told) for c in t.children)
    return own and part and none


def _force_denied(clause: "Token", nobody: bool) -> bool:
    """Whether a clause says of its subject that it used no force: "its planes had not struck the town", "none of its ships had fired",
    "it had nothing to do with the raid"."""
    nothing = any(c.lower_ == "nothing" and any(t.lower_ == "do" for t in c.subtree) for c in clause.children)
    done = clause.tag_ == "VBD" or any(c.lower_ in _DONE for c in clause.children)  # not "would not use them", "does not target civilians"
    suffered = any(c.dep_ == "auxpass" for c in clause.children)  # "she was lucky not to be killed"
    no_deed = any(c.dep_ == "dobj" and c.lemma_.lower() in words("deeds") and _none(c) for c in clause.children)
    unarmed = any(c.dep_ == "dobj" and c.lemma_.lower() in words("laid_arms") and _none(c) for c in clause.children)
    negated = nobody or no_deed or any(c.dep_ == "neg" for c in clause.children)
    force = _forceful(clause) and done and not suffered and (negated or unarmed)
    return force or (clause.lemma_ == "have" and unarmed) or (clause.lemma_ == "have" and nothing)


def _none(noun: "Token") -> bool:
    """Whether there was none of a thing: "no strikes", "none of its aircraft"."""
    return any(c.lower_ == "no" and c.dep_ == "det" for c in noun.children)


def _our_work(noun: "Token", quoting: bool) -> bool:
    """Whether a noun says whose doing something was, and names who speaks: "this was not our doing"."""
    mine = ("our", "my") if quoting else _ITS
    if noun.lower_ == "none":  # "it was none of our doing"
        return any(t.lemma_.lower() in words("works") and _our_work(t, quoting) for t in noun.subtree if t.i != noun.i)
    return noun.lemma_.lower() in words("works") and any(c.dep_ == "poss" and c.lower_ in mine for c in noun.children)


_SEEING = frozenset({"see", "find", "discover", "establish", "detect", "identify", "observe", "suspect", "assume"})
"""Verbs of who looks into a deed, and says nothing of itself."""
_DONE = frozenset({"did", "had", "have", "has", "was", "were", "been", "having"})
"""Auxiliaries of what was done, or was not."""


def _forceful(clause: "Token") -> bool:
    """Whether a clause tells of a use of force, or of being where it was used ("had flown", "had operated there")."""
    return clause.lemma_.lower() in words("laid_force") | words("carrying") | words("denied_force")


def _nothing_flew(clause: "Token") -> bool:
    """Whether a clause says that there was no such deed: "there had been no air strikes in the area"."""
    told = next((c for c in clause.children if c.dep_ == "attr"), None)
    expletive = any(c.dep_ == "expl" for c in clause.children)
    none = told is not None and any(c.lower_ in ("no", "any") for c in told.children)
    return expletive and told is not None and none and told.lemma_.lower() in words("deeds")


_OWN = frozenset({"it", "they", "we", "he", "she", "us"})
_US = frozenset({"us", "we", "me", "ours"})


_ITS = frozenset({"its", "their", "our", "his", "her"})


def denies_doing(verb: "Token") -> "set[int] | None":
    """What a speaker denies to have done: "denied shelling the village"; nothing that happened to it ("denied losing men")."""
    deed = next((c for c in verb.children if c.dep_ == "xcomp" and is_doing(c)), None)
    done = deed is not None and deed.lemma_.lower() not in words("suffering") and not any(c.dep_ == "neg" for c in deed.children)
    return subtree(deed) if deed is not None and done else None
