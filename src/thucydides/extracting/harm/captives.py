"""Captives: people told as taken or held by what they were made ("took 40 people hostage", "took 15 soldiers prisoner",
"400 prisoners were taken").

Invariant: the number stands right before the word for captives, or between the verb and that.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.kinds.set_free import set_free
from thucydides.extracting.people import people
from thucydides.extracting.quantities import QuantitySpan, add

_VERBS = frozenset({"take", "hold", "seize", "keep"})
_CAPTIVES = frozenset({"hostage", "hostages", "captive", "captives", "prisoner", "prisoners"})
_REACH = 12
"""Tokens from the verb to the word for captives, at most."""
_UNREAL = frozenset({"MD", "TO"})


def from_captives(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """The counts of people who were made captives by the verbs of a sentence."""
    for verb in sentence:
        if verb.lemma_.lower() not in _VERBS or verb.pos_ != "VERB" or any(c.tag_ in _UNREAL or c.dep_ == "neg" for c in verb.children):
            continue
        if set_free(verb):
            continue
        told = verb.head if verb.dep_ == "acl" and verb.tag_ == "VBN" else None
        behind = sentence.doc[verb.i + 1].lower_ if verb.i + 1 < sentence.end else ""
        if told is not None and (told.lower_ in _CAPTIVES or behind in _CAPTIVES):  # "30 of the 85 hostages taken in the raid"
            before = next((q for q in reversed(quantities) if told.left_edge.idx <= q.start and q.end <= told.idx), None)
            harm = _harm(sentence, verb, told, before, quantities) if before is not None else None
            if harm is not None:
                yield harm
            continue
        made = _made(verb)
        if made is not None:
            counted = next((q for q in reversed(quantities) if made.left_edge.idx <= q.start and q.end <= made.idx), None)
            harm = _harm(sentence, verb, made, counted, quantities) if counted is not None else None
            if harm is not None:
                yield harm
            continue
        after = list(sentence.doc[verb.i + 1 : min(verb.i + _REACH, sentence.end)])
        word = next((t for t in after if t.lower_ in _CAPTIVES), None)
        if word is None or any(t.text in (",", ";", "—") or t.pos_ == "VERB" for t in after[: word.i - verb.i - 1]):
            continue
        counted = next((q for q in reversed(quantities) if verb.idx < q.start and q.end <= word.idx), None)
        harm = _harm(sentence, verb, word, counted, quantities) if counted is not None else None
        if harm is not None:
            yield harm


def _made(verb: Token) -> Token | None:
    """The captives who were taken: the subject of "400 prisoners were taken", but not of "were taken to a camp", who were so before."""
    if verb.lemma_.lower() != "take" or verb.tag_ != "VBN":
        return None
    behind = next((t.lower_ for t in verb.rights if t.dep_ in ("prep", "prt", "advmod", "xcomp", "oprd", "dative")), "")
    return next((c for c in verb.lefts if c.dep_ == "nsubjpass" and c.lower_ in _CAPTIVES and behind not in _AWAY), None)


_AWAY = frozenset({"to", "from", "into", "out", "away", "off", "back", "outside", "inside", "through", "aboard", "onto", "towards"})


def _harm(sentence: Span, verb: Token, word: Token, counted: QuantitySpan, quantities: tuple[QuantitySpan, ...]) -> Harm | None:
    """The captives of one verb; those counted are told by a noun before the word for captives, else by that word."""
    before = word.nbor(-1)
    head = before if before.idx >= counted.end and before.pos_ in ("NOUN", "PROPN", "ADJ", "PRON") else word
    person = people(head, quantities, sentence, verb.lemma_)
    if person is None or counted.quantity.rule == "toll.none":
        return None
    text = sentence.doc.text[counted.end : head.idx + len(head)].strip()
    group = "people" if head is word or head.lower_ == "others" else text
    person = replace(person, start=counted.start, end=head.idx + len(head), quantity=counted.quantity, counted=True, group=group)
    return Harm("captured", person, verb.i, counted.start, word.idx + len(word), counted.quantity)


def taken_before(harms: Sequence[Harm]) -> list[Harm]:
    """Killings told by pronoun of people whom the same sentence counts as taken before ("seized five villagers and shot them dead"): they
    are as many (rule `toll.taken-before`)."""
    result = []
    for harm in harms:
        taken = [h for h in harms if h.outcome == "captured" and h.people.end <= harm.people.start and h.quantity is not None]
        known = [h.quantity for h in taken if h.quantity is not None and h.quantity.best is not None]
        counts = any(h.people.counted for h in taken)
        if harm.outcome == "killed" and harm.quantity is None and harm.people.pronoun and counts and len(known) == len(taken):
            lead, end = taken[0].people, taken[-1].people.end
            quantity = add(known)
            people = replace(lead, end=end, quantity=quantity, counted=True, pronoun=False)
            result.append(replace(harm, people=people, start=lead.start, end=end, quantity=quantity))
        else:
            result.append(harm)
    return result
