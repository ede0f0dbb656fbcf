"""Claims: who says each value of a mention, through whom, and who is held responsible by whom.

Invariants: a value stands in the content of at most one attribution, the narrowest around it; a value in nobody's mouth is the
outlet's own; a citation in brackets carries the words before it, back to the citation before, within one paragraph.
"""

from collections.abc import Iterator, Sequence

from thucydides.extracting.attributing.blame import responsibility
from thucydides.extracting.attributing.claim_made import claim_of
from thucydides.extracting.attributing.count_claims import beside_claims, came_to, count_words
from thucydides.extracting.attributing.disputed_counts import disputed_counts, only_a_count
from thucydides.extracting.attributing.parties import party_in
from thucydides.extracting.attributing.rival_days import rival_days
from thucydides.extracting.attributing.rival_places import rival_places
from thucydides.extracting.attributing.said_days import said_on
from thucydides.extracting.attributing.version_claims import versions
from thucydides.extracting.attributing.voices import Voices
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.actors.parties import ANYBODY
from thucydides.nouns import Citation, Claim, Document, Mention, Passage
from thucydides.nouns.actor import GROUP_KINDS
from thucydides.nouns.claim import Stance


def _rival_days(voices: Voices, mention: Mention, taken: frozenset[Passage]) -> Iterator[Claim]:
    """The days that others give for the deed of a mention, each in its speaker's mouth (rule `claim.rival-day`)."""
    from msgspec.structs import replace

    for number, rival in enumerate(rival_days(voices.document, mention, voices.around, taken), 1):
        claim = claim_of(voices, number, mention, "date", rival.day.wording or rival.day.edtf, rival.passage)
        if rival.who is not None:
            party = party_in(voices.around, *rival.who)
            words = " ".join(voices.document.text[slice(*rival.who)].split())
            claim = replace(
                claim,
                speaker=words,
                speaker_actor=party.actor_id if party else None,
                speaker_kind=party.kind if party else "",
                said_on=None,
            )
        yield replace(claim, stance="asserts", date=rival.day)


def _rival_places(voices: Voices, mention: Mention) -> Iterator[Claim]:
    """The places that others give for the deed of a mention, each in its speaker's mouth (rule `claim.rival-place`)."""
    from msgspec.structs import replace

    for number, rival in enumerate(rival_places(voices, mention), 1):
        claim = claim_of(
            voices, number, mention, "place", voices.document.text[rival.passage.start : rival.passage.end], rival.passage
        )
        if rival.who is not None:
            party = party_in(voices.around, *rival.who)
            words = " ".join(voices.document.text[slice(*rival.who)].split())
            claim = replace(
                claim, speaker=words, speaker_actor=party.actor_id if party else None, speaker_kind=party.kind if party else ""
            )
        yield replace(claim, stance="asserts", place=rival.place)


def _value_claims(voices: Voices, mention: Mention, taken: frozenset[Passage]) -> Iterator[Claim]:
    from msgspec.structs import replace

    if mention.date is not None and mention.date_passage is not None:
        claim = claim_of(voices, 0, mention, "date", mention.date.wording or mention.date.edtf, mention.date_passage)
        yield replace(claim, date=mention.date, date_is_report=mention.date_is_report)
    yield from _rival_days(voices, mention, taken)
    if mention.place is not None and mention.place.place is not None:
        yield replace(
            claim_of(voices, 0, mention, "place", mention.place.wording, mention.place.passage), place=mention.place.place
        )
        yield from _rival_places(voices, mention)
    for number, item in enumerate(mention.toll):
        claim = claim_of(voices, number, mention, item.outcome, count_words(item), item.passage)
        yield replace(
            claim,
            quantity=item.quantity,
            group=item.group,
            category=item.category,
            part=item.part_of is not None,
            replaces=came_to(voices.document.text, item) and item.part_of is None,
        )
    yield from beside_claims(voices, mention)
    yield from disputed_counts(voices, mention)
    used = [w for w in mention.weapons if w[0]]
    passage = used[0][1] if used else mention.passages[0]
    yield claim_of(voices, 0, mention, "type", mention.type, mention.passages[0])
    for number, (weapon, where) in enumerate(used):
        yield claim_of(voices, number, mention, "method", weapon, where if where is not None else passage)


def _perpetrators(voices: Voices, mention: Mention) -> Iterator[Claim]:
    """Who a mention itself says did it: an accusation where somebody says so, else the outlet's own word."""
    from msgspec.structs import replace

    for number, ref in enumerate(a for a in mention.actors if a.role == "perpetrator"):
        claim = claim_of(voices, number, mention, "responsibility", ref.name or ref.wording, ref.passage)
        said = voices.around_passage(ref.passage)
        word = voices.word_of(ref.passage) if said is None else None
        if word is not None and word.attribution.stance == "asserts" and ref.kind in GROUP_KINDS:
            speaker, actor, kind = voices.speaker(word)
            told = said_on(voices.document, voices.around, word, mention.date)
            yield replace(
                claim, speaker=speaker, speaker_actor=actor, speaker_kind=kind, actor=ref.actor, stance="claims", said_on=told
            )
            continue
        own = claim.speaker_actor is not None and claim.speaker_actor == ref.actor
        # forces that fight fighters are not accused of it by who tells of it
        fought = ref.kind in ("state forces", "government", "external forces") and mention.type == "Armed clash"
        # who speaks of nameless doers tells what was done and accuses nobody
        blamed = claim.speaker is not None and not fought and (ref.actor is not None or ref.name != ANYBODY)
        stance: Stance = ("claims" if ref.kind in GROUP_KINDS else "admits") if own else "accuses" if blamed else "asserts"
        if said is not None and said.attribution.stance in ("suspects", "claims", "denies"):
            stance = said.attribution.stance
        yield replace(claim, actor=ref.actor, stance=stance)


def claims_of(
    document: Document, paragraphs: Sequence[Paragraph], mentions: Sequence[Mention], around: Surroundings
) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """All claims of a document's mentions, and its inline citations."""
    voices = Voices(document, paragraphs, around)
    found: dict[str, Claim] = {}
    taken = frozenset(m.date_passage for m in mentions if m.date_passage is not None)
    for mention in mentions:
        for claim in (*_value_claims(voices, mention, taken), *_perpetrators(voices, mention)):
            found.setdefault(claim.id, claim)
    for claim in (*responsibility(voices, mentions), *versions(voices, mentions)):
        if not (claim.stance == "denies" and claim.cue is not None and only_a_count(document.text, claim.cue)):
            found.setdefault(claim.id, claim)
    return tuple(found[k] for k in sorted(found)), voices.citations
