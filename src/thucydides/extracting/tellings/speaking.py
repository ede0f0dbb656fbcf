"""Speaking: verbs that report or count what others did, and whose own deeds and people somebody speaks of."""

from collections.abc import Sequence

from spacy.tokens import Token

from thucydides.extracting.attributing.words import prepositional
from thucydides.nouns.actor import ActorRole
from thucydides.vocabulary import mapping

_OWN = {"it", "they", "we", "he", "she"}
_OWN_PEOPLE = {"its", "their", "our", "his", "her"}
_STATEMENTS = frozenset(
    {"statement", "message", "communique", "communiqué", "post", "release", "bulletin", "video", "letter", "note", "dispatch"}
)
REPORTING = {
    "retract",
    "correct",
    "revise",
    "say",
    "state",
    "report",
    "announce",
    "claim",
    "confirm",
    "tell",
    "add",
    "declare",
    "note",
    "acknowledge",
    "admit",
    "deny",
    "reveal",
    "disclose",
    "inform",
    "allege",
    "describe",
    "accuse",
    "blame",
    "condemn",
    "denounce",
    "deplore",
    "decry",
    "label",
    "term",
    "brand",
    "warn",
    "urge",
}
_COUNTS = frozenset({"toll", "number", "figure", "count", "total", "tally", "estimate", "body", "corpse", "remain"})
"""What who only counts the dead or comes upon them does it to: "the army lowers the toll", "villagers found nine bodies"."""

_HARMED = frozenset({"dead", "death", "wounded", "injured", "killed", "missing", "hurt", "casualty", "fatality", "loss", "injury"})
_PUTTING = frozenset({"put", "place", "set", "raise", "lower", "revise", "estimate", "increase", "update", "bring", "fix", "number"})


def _is_put(verb: Token, harmed: Token) -> bool:
    """Whether the words for those harmed are put at or raised to a number."""
    return any(c.lower_ in ("at", "to") and c.i > harmed.i for t in (verb, harmed) for c in t.children)


def only_speaks(verb: Token, deeds: set[int]) -> bool:
    """Whether a verb reports or counts what others did: "said", "documented 12 deaths", "put the toll at 43"."""
    lemma = verb.lemma_.lower()
    counts = any(c.dep_ == "dobj" and c.lemma_.lower() in _COUNTS - {"body", "corpse", "remain"} for c in verb.children)
    if verb.i in deeds:
        return counts and lemma in mapping("outcomes")["revising"]  # "revised the number of dead to 12"
    if lemma in REPORTING or any((lemma, c.lower_) in prepositional() for c in verb.children if c.dep_ == "prep"):
        return True  # "called for calm after a bombing killed nine"
    if counts:
        return True  # "raised the toll to 13 after an agent died"
    if lemma in _PUTTING and any(c.dep_ == "dobj" and {c.lower_, c.lemma_.lower()} & _HARMED and _is_put(verb, c) for c in verb.children):
        return True  # "put the dead at 18"
    beneath = [verb.doc[d] for d in under(verb) if d in deeds]
    if lemma in mapping("outcomes")["finders"]:
        return not any(d.dep_ in ("conj", "xcomp", "advcl") and not _has_subject(d) for d in beneath)
    return bool(beneath) and all(d.lemma_.lower() in _COUNTS for d in beneath)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def own_deed(verb: Token, deeds: set[int]) -> bool:
    """Whether a speaker speaks of its own deed: "claimed responsibility for", "said they had killed", "said its men stormed"."""
    if any(c.dep_ == "dobj" and c.lemma_.lower() == "responsibility" for c in verb.children):
        return True
    for clause in contents(verb):
        subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
        own = clause.dep_ == "xcomp" if subject is None else subject.lower_ in _OWN or has_owner(subject)
        if own and (clause.i in deeds or (any(d in deeds for d in under(clause)) and not only_speaks(clause, deeds))):
            return True
    return False


def own_loss(verb: Token) -> bool:
    """Whether a speaker speaks of those whom it lost itself: "says that it lost two men", "acknowledged having suffered losses"."""
    for clause in contents(verb):
        subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
        own = clause.dep_ == "xcomp" if subject is None else subject.lower_ in _OWN or has_owner(subject)
        if own and clause.lemma_.lower() in _LOSING:
            return True
    return False


_LOSING = frozenset({"lose", "suffer", "sustain", "mourn", "bury", "die", "perish"})


def has_owner(people: Token) -> bool:
    """Whether people are told of as somebody's own: "its fighters", "our men"."""
    return any(c.dep_ == "poss" and c.lower_ in _OWN_PEOPLE for c in people.children)


def alleged_now(verb: Token) -> bool:
    """Whether a verb says what is said of something now, whenever that was: "are alleged to have been killed"."""
    now = any(c.dep_ == "auxpass" and c.lower_ in ("is", "are") for c in verb.children)
    return verb.tag_ == "VBN" and now and any(c.dep_ == "xcomp" for c in verb.children)


def contents(verb: Token) -> list[Token]:
    """The clauses that say what a verb of saying reports, those of a statement named with it among them ("said in a statement that")."""
    found = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp")]
    nouns = [n for c in verb.children if c.dep_ == "prep" for n in c.children if n.lemma_.lower() in _STATEMENTS]
    return found + [c for n in nouns for c in n.subtree if c.dep_ in ("ccomp", "acl", "relcl") and _opened_by_that(c)]


def _opened_by_that(clause: Token) -> bool:
    return any(c.lower_ == "that" and c.dep_ in ("mark", "nsubj") for c in clause.children)


def without_own(tokens: Sequence[Token | None], roles: Sequence[ActorRole]) -> tuple[ActorRole, ...]:
    """The roles with those only mentioned who did for a party of the sentence what it says its own people did: the doer is that party."""
    named = any(t is not None and r == "perpetrator" and not has_owner(t) for t, r in zip(tokens, roles, strict=True))
    return tuple(
        "mentioned" if named and r == "perpetrator" and t is not None and has_owner(t) else r
        for t, r in zip(tokens, roles, strict=True)
    )


def said_to_have(verb: Token) -> Token | None:
    """What somebody is said, believed or feared to have done, behind a passive verb of saying: "are reported to have shot two"."""
    if verb.lemma_.lower() not in REPORTING | _HOLDING:
        return None
    done = (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB" and any(a.lower_ == "to" for a in c.children))
    return next((c for c in done if not any(a.dep_ == "auxpass" for a in c.children)), None)


_HOLDING = frozenset({"believe", "think", "suspect", "know", "presume", "understand", "suppose", "fear", "rumour", "rumor", "see", "hear"})
"""Verbs that say what is thought or known of somebody."""


def under(verb: Token) -> list[int]:
    """Verbs that share a subject with `verb`: coordinated ones, open complements and adverbial participles."""
    found = []
    for child in verb.children:
        if child.dep_ in ("conj", "xcomp", "advcl", "dobj", "prep"):
            if child.dep_ in ("advcl", "conj") and _has_subject(child):
                continue  # "bombed the town a day after rebels shot six": what others did
            found.append(child.i)
            if child.dep_ in ("conj", "xcomp", "advcl") and not any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children):
                inner = [g for g in child.children if g.dep_ in ("conj", "advcl", "xcomp", "dobj")]
                found += [g.i for g in inner if not (g.dep_ in ("advcl", "conj") and _has_subject(g))]
            if child.dep_ == "prep":
                found += [g.i for g in child.children if g.dep_ == "pobj"]
    return found
