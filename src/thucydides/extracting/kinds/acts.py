"""Acts: what parties did without force: political acts by PLOVER's types, bases opened, agreements.

Invariants: an act has a party as its subject and a date of its own, and is told as having happened; it has no toll and is never
linked with an incident.
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span, Token

from thucydides.extracting.drafting.placing import choose_places
from thucydides.extracting.kinds.kinds import event_type_of
from thucydides.extracting.kinds.status import status_of
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.participants import token_at
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.texts import text_of
from thucydides.grounding.actors.actors import ActorMatch
from thucydides.nouns import ActorRef, Document, Mention, Passage
from thucydides.nouns.actor import ActorRole
from thucydides.vocabulary import mapping


@cache
def _verbs() -> dict[str, str]:
    return {verb: kind for kind, verbs in mapping("acts")["plover"].items() for verb in verbs}


def kind_of_verb(verb: Token) -> tuple[str, str] | None:
    """(type, rule) of a verb's act, or None."""
    lemma = verb.lemma_.lower()
    vocabulary = mapping("acts")
    objects = {
        t.lemma_.lower() for c in verb.children if c.dep_ in ("dobj", "prep", "nsubjpass", "attr") for t in (c, *c.children)
    }
    subjects = {c.lemma_.lower() for c in verb.children if c.dep_ == "nsubjpass"}
    if lemma in vocabulary["bases"]["verbs"] and (objects | subjects) & set(vocabulary["bases"]["nouns"]):
        return "Headquarters or base established", "type.base"
    if lemma in vocabulary["agreements"]["verbs"] and objects & {n.split()[-1] for n in vocabulary["agreements"]["nouns"]}:
        return "Agreement", "type.plover"
    kind = _verbs().get(lemma)
    if kind is None:
        return None
    needed = vocabulary["needs_object"].get(lemma)
    if needed and not objects & set(needed):
        return None
    return kind, "type.plover"


def _act(document: Document, sentence: Span, verb: Token, shift: int, around: Surroundings) -> Mention | None:
    found = kind_of_verb(verb)
    if found is None or status_of(sentence, verb) != "happened" or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN", "VBG"):
        return None
    start, end = sentence.start_char + shift, sentence.start_char + shift + len(text_of(sentence).rstrip())
    kinds = set(mapping("acts")["speakers"])
    roles = parties_of(sentence, verb, shift, around)
    doers = [m for m, role in roles if role == "party" and m.kind in kinds]
    times = [t for t in around.times_in(start, end) if not t.window]
    if not doers or not times:
        return None
    kind, rule = found
    return act_at(document, sentence, verb, shift, around, roles, kind, rule)


def parties_of(sentence: Span, verb: Token, shift: int, around: Surroundings) -> list[tuple[ActorMatch, ActorRole]]:
    """The parties of a verb's act: who did it, and to or with whom."""
    roles: list[tuple[ActorMatch, ActorRole]] = []
    for match in around.actors_in(sentence.start_char + shift, sentence.end_char + shift):
        token = token_at(sentence, match.start - shift, match.end - shift)
        if token is None:
            continue
        if token.dep_ == "nsubj" and token.head == verb:
            roles.append((match, "party"))
        elif token.dep_ in ("dobj", "pobj", "nsubjpass") and (token.head == verb or token.head.head == verb):
            roles.append((match, "target"))
    return roles


def act_at(
    document: Document,
    sentence: Span,
    verb: Token,
    shift: int,
    around: Surroundings,
    roles: list[tuple[ActorMatch, ActorRole]],
    kind: str,
    rule: str,
) -> Mention:
    """The act that a sentence tells by a verb, dated by the first day that the sentence gives, if any."""
    start, end = sentence.start_char + shift, sentence.start_char + shift + len(text_of(sentence).rstrip())
    times = [t for t in around.times_in(start, end) if not t.window]
    date = around.reckoning.when(times[0]) if times else None
    cue = verb.idx + shift
    stand_in = Telling(
        start, end, 0, 0, "paragraph", (), (), "happened", places=tuple(around.places_in(start, end)), cue=(cue, cue + len(verb))
    )
    at, _ = choose_places(stand_in)
    return Mention(
        id=f"{document.id}:{cue}",
        document=document.id,
        kind="act",
        type=kind,
        event_type=event_type_of(kind),
        status="happened",
        passages=(Passage(document.id, start, end),),
        date=date,
        date_passage=Passage(document.id, times[0].start, times[0].end) if date is not None else None,
        place=at,
        actors=tuple(
            ActorRef(
                Passage(document.id, m.start, m.end), document.text[m.start : m.end], role, m.actor_id, m.name, m.kind, m.country
            )
            for m, role in roles
        ),
        words=tuple(
            sorted(
                {
                    t.lemma_.lower()
                    for t in sentence
                    if t.pos_ in ("NOUN", "VERB", "PROPN") and len(t) > 3 and t.is_alpha and not t.is_stop
                }
            )
        ),
        type_rule=rule,
    )


def find_acts(document: Document, paragraph: Paragraph, around: Surroundings) -> Iterator[Mention]:
    """The acts of one paragraph, one a sentence at most."""
    if paragraph.block.kind in ("infobox", "caption", "heading"):
        return
    for sentence in paragraph.sentences():
        for token in sentence:
            if token.pos_ == "VERB":
                act = _act(document, sentence, token, paragraph.start, around)
                if act is not None:
                    yield act
                    break
