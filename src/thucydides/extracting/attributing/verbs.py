"""Attributions by reporting verbs: "X said that ...", "..., X said", "X accused Y of ...", "X called on Y to ..."."""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.clauses import cue_words, is_negated, is_passive, speaker
from thucydides.extracting.attributing.complements import (
    after_preposition,
    beside_quotation,
    by_preposition,
    complement,
    has_clause,
    rest_of_sentence,
)
from thucydides.extracting.attributing.spans import Characters, Found, block, subtree, trimmed
from thucydides.extracting.attributing.speakers import speaker_words
from thucydides.extracting.attributing.words import ReportingVerb, cue_nouns, hedging_verbs, reporting_verbs, words
from thucydides.nouns.claim import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ADDRESSED = frozenset({"dobj", "dative", "iobj"})
_FINITE_ONLY = frozenset({"thinks", "judges", "wants"})


def verb_attributions(doc: "Doc", quotes: tuple[Characters, ...]) -> list[Found]:
    """The attributions that the reporting verbs of a paragraph make, in order; verbs inside quotations are what is said, and left."""
    out = []
    for token in doc:
        if token.pos_ not in ("VERB", "AUX") or any(a < token.idx < b - 1 for a, b in quotes) or _left_open(token):
            continue
        found = _attribution(token, quotes)
        if found is not None:
            out.append(found)
    return out


def _left_open(verb: "Token") -> bool:
    """Whether a denial is put beside a confirmation, and neither is said: "neither confirmed nor denied", "could not confirm or deny"."""
    if verb.lemma_.lower() != "deny":
        return False
    before = {t.lemma_.lower() for t in verb.doc[max(verb.sent.start, verb.i - 4) : verb.i]}
    return bool({"nor", "or"} & before) and bool({"confirm", "acknowledge", "admit"} & before)


def _attribution(verb: "Token", quotes: tuple[Characters, ...]) -> Found | None:
    lemma = verb.lemma_.lower()
    entry = _taking_on(verb, lemma) or reporting_verbs().get(lemma)
    by_prep = by_preposition(verb, lemma)
    if entry is None and by_prep is None:
        return None
    if is_passive(verb) or (entry is not None and entry.kind in _FINITE_ONLY and by_prep is None and _is_infinitive(verb)):
        return None
    if entry is not None and entry.kind == "wants" and verb.tag_ == "VBG":
        return None
    noun = speaker(verb)
    if noun is None and verb.dep_ != "ROOT":
        return None
    if noun is not None and noun.lemma_.lower() in words("deeds") | words("line_topics"):
        return None
    if lemma == "claim" and any(
        t.lower_ in words("claimed_things") for c in verb.children if c.dep_ == "dobj" for t in (c, *c.children)
    ):
        return None
    if any(t.lower_ in words("anonymity") for c in verb.children if c.dep_ in ("xcomp", "ccomp", "dobj") for t in c.subtree):
        return None
    noun = noun or _apposed(verb) or (_inverted(verb) if entry is None or "addressee" not in entry.frames else None)
    source = speaker_words(noun, verb) if noun is not None else _parted(verb)
    cue = cue_words(verb) - source
    content = complement(verb, entry) if entry is not None else set()
    if (
        not content
        and entry is not None
        and verb.dep_ == "relcl"
        and "object" in entry.frames
        and noun is not None
        and noun.i > verb.head.i
    ):
        content = _antecedent(verb)
    stance: Stance = entry.stance if entry is not None else "asserts"
    rule = f"claim.{entry.kind}" if entry is not None else "claim.says"
    if not content and by_prep is not None:
        prep, stance = by_prep
        content = (subtree(prep.head if prep.dep_ == "mark" else prep) - {prep.i}) | after_preposition(verb, prep)
        cue = block(cue | {prep.i}) if prep.i - max(cue) <= 2 else cue
    content -= source | cue
    quoting = False
    if entry is not None and "quote" in entry.frames:
        beside = beside_quotation(verb, source | cue, quotes)
        quoting = bool(beside)
        content |= beside
    if not content and entry is not None and "bare" in entry.frames:
        content = rest_of_sentence(verb, source, cue)
    content = trimmed(verb.doc, content - source - cue)
    if not content or (not source and not quoting and not has_clause(verb)):
        return None
    if noun is not None and noun.lower_ in ("i", "we", "you") and not quoting:
        return None
    if entry is not None and entry.kind == "thinks" and not has_clause(verb) and by_prep is None and entry.stance != "suspects":
        return None
    return Found(
        source,
        cue,
        content,
        stance,
        rule,
        verb.i,
        hedging_verbs().get(lemma, "") if lemma in ("claim", "allege", "believe", "suspect") else "",
        negated=is_negated(verb),
        quoting=quoting,
    )


def _taking_on(verb: "Token", lemma: str) -> ReportingVerb | None:
    """A verb that says nothing of itself, where responsibility is what is taken ("took responsibility for the blast") and not what somebody
    is to take ("somebody must one day take responsibility", "the government must accept responsibility")."""
    done = lemma in ("take", "assume", "accept") and verb.tag_ != "VB"
    taken = done and any(
        c.dep_ == "dobj" and c.lower_ in words("responsibility") | words("to_blame") for c in verb.children
    )
    return ReportingVerb(lemma, "asserts", "claims", frozenset({"object"})) if taken else None


def _antecedent(verb: "Token") -> set[int]:
    """What "which/that X denied" speaks of: the noun before it, or, for "..., a claim X denied", the clause that the noun sums up."""
    noun = verb.head
    if noun.lemma_ in cue_nouns() and noun.left_edge.i > verb.sent.start and verb.doc[noun.left_edge.i - 1].text == ",":
        return set(range(verb.sent.start, noun.left_edge.i - 1))
    return subtree(noun) - subtree(verb)


def _parted(verb: "Token") -> set[int]:
    """The words before the first comma where a root verb has no subject of its own and a participle parts it from them."""
    doc, first = verb.doc, verb.sent.start
    comma = next((t.i for t in verb.sent if t.text == "," and t.i < verb.i), None)
    if comma is None or comma - first > 9 or comma == first or doc[verb.i - 1].text != "," or comma == verb.i - 1:
        return set()
    return (
        set(range(first, comma))
        if any(doc[i].pos_ in ("PROPN", "NOUN") for i in range(first, comma)) and doc[first].pos_ != "ADP"
        else set()
    )


def _is_infinitive(verb: "Token") -> bool:
    return verb.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _apposed(verb: "Token") -> "Token | None":
    """The speaker right before a verb without a subject, whom the parser hung to a name before: "..., a caller told the agency"."""
    before = (t for t in verb.doc[verb.sent.start : verb.i] if t.dep_ == "appos" and verb.i - t.right_edge.i in (1, 2))
    spoken = words("speaking_nouns") | words("messengers")
    return next((t for t in before if t.lemma_.lower() in spoken and t.left_edge.i > 0 and t.left_edge.nbor(-1).text == ","), None)


def _inverted(verb: "Token") -> "Token | None":
    """The speaker after the verb where what is said stands before it ('"...," said a statement')."""
    noun = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "attr", "oprd") and c.i - verb.i < 6), None)
    return noun if noun is not None and any(c.i < verb.i and c.dep_ in ("ccomp", "punct") for c in verb.children) else None
