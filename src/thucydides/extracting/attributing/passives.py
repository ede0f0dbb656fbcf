"""Claims without a speaker as subject: "is believed to have ...", "was blamed on X", "seems to", and that nobody has claimed a deed."""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.accused import without_deed
from thucydides.extracting.attributing.agents import claimable, is_somebody, may_have_done, work_of
from thucydides.extracting.attributing.clauses import SUBJECTS, cue_words, is_nobody, is_passive
from thucydides.extracting.attributing.spans import Found, subtree, trimmed
from thucydides.extracting.attributing.words import hedging_verbs, table_of, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LAID = frozenset({("blame", "on"), ("attribute", "to"), ("ascribe", "to"), ("pin", "on")})


def believed(verb: "Token") -> list[Found]:
    """Rule `claim.passive`: "X is believed to have done Y", "is suspected of Y", "was reported killed", without an agent."""
    stances = table_of("passive_belief")
    lemma = verb.lemma_.lower()
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), verb.head if verb.dep_ == "acl" else None)
    if lemma not in stances or subject is None:
        return []
    deed = [c for c in verb.children if c.dep_ in ("xcomp", "oprd", "ccomp", "prep") and c.i > verb.i]
    deed = [c for c in deed if c.dep_ != "prep" or c.lower_ in ("of", "for", "as", "in", "with")]
    clause = [c for c in deed if c.dep_ in ("xcomp", "ccomp", "oprd")]
    alone = lemma in ("suspect", "blame") and not deed and subject.dep_ == "nsubjpass"  # "anarchists are suspected"
    if (not deed and not alone) or (lemma not in ("suspect", "accuse", "blame", "implicate") and not clause):
        return []
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    noun = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    deed += [c for c in noun.children if c.lower_ == "for" and c.dep_ == "prep"] if noun is not None and lemma == "blame" else []
    cue = cue_words(verb)
    what = {i for c in deed for i in subtree(c) - ({c.i} if c.dep_ == "prep" else set())}
    expletive = subject.lower_ in ("it", "there") and any(c.dep_ == "ccomp" for c in deed)
    about = set() if expletive else subtree(subject) - (subtree(verb) if verb.dep_ == "acl" else set())
    source = without_deed(noun, frozenset({"for"})) if noun is not None else set()
    content = trimmed(verb.doc, (about | what) - cue - source)
    if not content or any(t.dep_ == "neg" for t in verb.children):
        return []
    stance = stances[lemma]
    named = next((t for c in clause if c.lemma_ == "be" for t in c.children if t.dep_ == "attr"), None)
    if named is not None and named.pos_ == "NOUN" and named.lemma_.lower() in words("deeds"):
        about, named = set(), None  # "what was believed to be the deadliest attack" suspects nobody
    there = any(c.dep_ == "expl" and c.lower_ == "there" for part in clause for c in part.children)
    deed_named = named is not None and named.lemma_.lower() in words("deeds")  # "is believed to be the deadliest attack"
    laid = stance in ("suspects", "accuses") and not there and not deed_named
    aimed_at = named is not None and named.lemma_.lower() in words("aims")
    laid = laid and not aimed_at and (named is not None or may_have_done(subject, deed))
    target = (subtree(work_of(named)) if named is not None else about) if laid else set()
    return [
        Found(
            source,
            cue,
            content,
            stance,
            "claim.passive",
            verb.i,
            hedging_verbs().get(lemma, verb.text.lower()),
            on=target,
            what=what if target else set(),
        )
    ]


def laid_upon(verb: "Token") -> list[Found]:
    """Rule `claim.laid-upon`: "the attack was blamed on X", "was attributed to X", "was claimed by X"."""
    lemma = verb.lemma_.lower()
    behind = verb.head if verb.dep_ == "acl" else None  # "an ambush claimed by the Front", "the raid, blamed on herders, ..."
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), behind)
    if subject is None or any(c.dep_ == "neg" for c in verb.children) or is_nobody(subject):
        return []
    if subject is behind and not (claimable(subject) or subject.lemma_.lower() in words("laid_arms")):
        return []
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    author = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    if author is None and lemma == "claim":  # "was claimed in a letter by the Front"
        by = (t for t in verb.subtree if t.lower_ == "by" and t.dep_ in ("prep", "agent") and t.i > verb.i)
        author = next((c for t in by for c in t.children if c.dep_ == "pobj" and is_somebody(c)), None)
    deed = subtree(subject) - (subtree(verb) if subject is behind else set())
    if (
        author is not None
        and (lemma == "claim" or (lemma in ("take", "assume") and subject.lower_ in words("responsibility")))
        and any(verb.doc[i].lower_ in words("deeds") | words("responsibility") | words("laid_arms") for i in deed)
    ):
        source = subtree(author)
        return [
            Found(
                source,
                cue_words(verb),
                trimmed(verb.doc, deed),
                "claims",
                "claim.responsibility",
                verb.i,
                on=set(source),
                what=deed,
            )
        ]
    prep = next((c for c in verb.children if c.dep_ == "prep" and (lemma, c.lower_) in _LAID), None)
    noun = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
    if prep is None or noun is None:
        return []
    source = subtree(author) if author is not None else set()
    content = trimmed(verb.doc, deed | subtree(prep))
    return [
        Found(source, cue_words(verb), content, "accuses", "claim.laid-upon", verb.i, lemma, on=subtree(work_of(noun)), what=deed)
    ]


def seeming(verb: "Token") -> list[Found]:
    """Rule `claim.seems`: "X seems to have fled" is the writer's own guess."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    deed = next((c for c in verb.children if c.dep_ in ("xcomp", "oprd", "ccomp", "acomp") and c.i > verb.i), None)
    if subject is None or deed is None:
        return []
    content = trimmed(verb.doc, subtree(subject) | subtree(deed))
    return [
        Found(set(), cue_words(verb), content, "asserts", "claim.seems", verb.i, hedging_verbs().get(verb.lemma_, verb.lemma_))
    ]


def _left_unclaimed(token: "Token") -> "Token | None":
    """The deed that nobody has claimed: "the attack has gone unclaimed", "the bombing remained unclaimed"."""
    subject = next((c for c in token.head.children if c.dep_ in SUBJECTS), None)
    return subject if subject is not None and (claimable(subject) or subject.lower_ in ("it", "this")) else None


def nobody_claims(doc: "Doc") -> list[Found]:
    """Rule `claim.none`: "no group has claimed responsibility", "there was no claim of responsibility", "has not been claimed"."""
    out = []
    for token in doc:
        if token.lower_ == "unclaimed" and (left := _left_unclaimed(token)) is not None:
            deed = subtree(left)
            out.append(Found(set(), {token.i}, trimmed(doc, deed), "none-claimed", "claim.none", token.i, what=deed, negated=True))
        if token.lemma_ not in ("claim", "take", "accept") or token.pos_ not in ("VERB", "NOUN"):
            continue
        objects = [c for c in token.children if c.dep_ in ("dobj", "pobj", "prep", "nsubjpass")]
        over = [t for c in objects for t in c.subtree]
        named = any(t.lower_ in words("responsibility") for t in over) or any(t.lower_ in words("deeds") for t in over)
        subject = next((c for c in token.children if c.dep_ in SUBJECTS), None)
        if subject is None and token.dep_ in ("xcomp", "advcl") and token.tag_ == "VB":  # "nobody has come forward to claim it"
            subject = next((c for c in token.head.children if c.dep_ in SUBJECTS and is_nobody(c)), None)
        verbal = (
            token.pos_ == "VERB"
            and named
            and (
                (subject is not None and is_nobody(subject))
                or (any(c.dep_ == "neg" for c in token.children) and is_passive(token))
            )
        )
        nominal = token.pos_ == "NOUN" and named and any(c.lower_ == "no" and c.dep_ == "det" for c in token.children)
        if not (verbal or nominal):
            continue
        what = {i for c in objects for i in subtree(c) - ({c.i} if c.dep_ == "prep" else set())}
        cue = cue_words(token) | ({c.i for c in token.children if c.dep_ == "det"} if nominal else set())
        about = subtree(subject) if subject is not None and not is_passive(token) else set()
        out.append(Found(about, cue, trimmed(doc, what), "none-claimed", "claim.none", token.i, what=what, negated=True))
    return out
