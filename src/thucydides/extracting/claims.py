"""Claims: who says each value of a mention, through whom, and who is held responsible by whom.

Invariants: a value stands in the content of at most one attribution, the narrowest around it; a value in nobody's mouth is the
outlet's own; a citation in brackets carries the words before it, back to the citation before, within one paragraph.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from thucydides.extracting.attributions import Attribution, find_attributions, find_citations
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.surroundings import Surroundings
from thucydides.grounding.times import Anchor, find_times, resolve
from thucydides.nouns import Citation, Claim, Document, Mention, Passage, TollItem
from thucydides.nouns.claim import Stance

_RESPONSIBILITY: frozenset[str] = frozenset({"claims", "admits", "accuses", "suspects", "denies", "none-claimed", "withdraws"})
_ABOUT_FORCE = re.compile(
    r"\b(?:attack|strike|raid|bomb|blast|explosion|kill|murder|shoot|assassin|massacre|clash|incident|incursion|responsib|perpetrat|behind|involve|connection|shell|rocket|missile|drone|ambush|kidnap|abduct|violence|death|act|operation|carried)\w*",
    re.IGNORECASE,
)
_NEGLECT = re.compile(
    r"\b(?:fail\w*|harbou?r\w*|shelter\w*|allow\w*|train\w*|arm(?:ing|s)|support\w*|irresponsib\w*)\b", re.IGNORECASE
)
_PLURAL = re.compile(
    r"\b(?:attacks|strikes|raids|bombings|killings|incidents|incursions|clashes|deaths|murders|acts|operations|shootings)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\b(?:both|the two|all|each of)\b", re.IGNORECASE)


class Said(Struct, frozen=True):
    """An attribution with document offsets."""

    attribution: Attribution
    source: tuple[int, int] | None
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    on: tuple[int, int] | None
    what: tuple[int, int] | None
    sentence: tuple[int, int]

    @property
    def size(self) -> int:
        """Characters of its content."""
        return sum(e - s for s, e in self.content)


def _said(paragraphs: Sequence[Paragraph]) -> list[Said]:
    found = []
    for paragraph in paragraphs:
        shift = paragraph.start
        for a in find_attributions(paragraph.doc):
            if a.negated and a.stance == "asserts":
                continue
            first = min([a.cue[0], *(s for s, _ in a.content), *((a.source[0],) if a.source else ())])
            last = max([a.cue[1], *(e for _, e in a.content), *((a.source[1],) if a.source else ())])
            on = a.on
            found.append(
                Said(
                    a,
                    (a.source[0] + shift, a.source[1] + shift) if a.source else None,
                    (a.cue[0] + shift, a.cue[1] + shift),
                    tuple((s + shift, e + shift) for s, e in a.content),
                    (on[0] + shift, on[1] + shift) if on else None,
                    (a.what[0] + shift, a.what[1] + shift) if a.what else None,
                    (first + shift, last + shift),
                )
            )
    return found


def _citations(document: Document) -> tuple[Citation, ...]:
    found: list[Citation] = []
    blocks = [(b.start, b.end) for b in document.blocks] or [(0, len(document.text))]
    for cited_at in find_citations(document.text):
        start, end, wording = cited_at.start, cited_at.end, cited_at.date
        block = next((b for b in blocks if b[0] <= start < b[1]), (0, len(document.text)))
        before = max((c.passage.end for c in found if block[0] <= c.passage.end <= start), default=block[0])
        cited = document.text[wording[0] : wording[1]] if wording else ""
        times = find_times(cited) if cited else ()
        date = resolve(times[0], Anchor(document=document.published, incident=None)) if times else None
        # two outlets in one bracket carry the same words
        between = document.text[found[-1].passage.end : start] if found else "x"
        same = found[-1].covers if found and not between.strip(" ;,") else None
        first = before + len(document.text[before:start]) - len(document.text[before:start].lstrip(" .;,)]\n"))
        covers = same or (Passage(document.id, first, start) if first < start else None)
        found.append(Citation(Passage(document.id, start, end), cited_at.outlet, date, covers))
    return tuple(found)


class Voices:
    """The attributions, citations and parties of one document, ready to say who says what stands at a passage."""

    def __init__(self, document: Document, paragraphs: Sequence[Paragraph], around: Surroundings) -> None:
        self.document, self.around = document, around
        self.said = _said(paragraphs)
        self.citations = _citations(document)
        self._anchor = Anchor(document=document.published, incident=None)

    def around_passage(self, passage: Passage) -> Said | None:
        """The narrowest attribution whose content holds the middle of a passage."""
        middle = (passage.start + passage.end) // 2
        inside = [s for s in self.said if any(a <= middle < b for a, b in s.content)]
        return min(inside, key=lambda s: (s.size, s.cue), default=None)

    def speaker(self, said: Said | None) -> tuple[str | None, str | None, str]:
        """(words of the speaker, actor id, actor kind)."""
        if said is None or said.source is None:
            return None, None, ""
        start, end = said.source
        words = " ".join(self.document.text[start:end].split())
        parties = self.around.actors_in(start, end)
        party = next((p for p in parties if p.actor_id is not None), parties[0] if parties else None)
        return words, party.actor_id if party is not None else None, party.kind if party is not None else ""

    def via(self, said: Said | None, passage: Passage) -> tuple[str, ...]:
        """The carriers between the speaker and the document's outlet, in order."""
        carriers = list(said.attribution.via) if said is not None else []
        carriers += [
            c.outlet
            for c in self.citations
            if c.covers is not None and c.covers.start <= passage.start < c.covers.end and c.outlet not in carriers
        ]
        return tuple(carriers)

    def actor_name(self, span: tuple[int, int] | None) -> tuple[str, str | None]:
        """(words, actor id) of the party that a span names."""
        if span is None:
            return "", None
        parties = self.around.actors_in(*span)
        party = next((p for p in parties if p.actor_id is not None), parties[0] if parties else None)
        words = " ".join(self.document.text[span[0] : span[1]].split())
        return words, party.actor_id if party is not None else None


def _claim(voices: Voices, number: int, mention: Mention, attribute: str, value: str, passage: Passage) -> Claim:
    said = voices.around_passage(passage)
    speaker, actor, kind = voices.speaker(said)
    stance: Stance = "denies" if said is not None and said.attribution.stance == "denies" else "asserts"
    return Claim(
        id=f"{mention.id}:{attribute}:{passage.start}:{number}",
        document=mention.document,
        mentions=(mention.id,),
        attribute=attribute,
        value=value,
        stance=stance,
        passage=passage,
        speaker=speaker,
        speaker_actor=actor,
        speaker_kind=kind,
        via=voices.via(said, passage),
        outlet=voices.document.outlet,
        hedge=said.attribution.hedge if said is not None else "",
        cue=Passage(mention.document, *said.cue) if said is not None else None,
    )


def _count_words(item: TollItem) -> str:
    return f"{item.quantity.wording} {item.group}".strip() if item.group not in item.quantity.wording else item.quantity.wording


def _value_claims(voices: Voices, mention: Mention) -> Iterator[Claim]:
    from msgspec.structs import replace

    if mention.date is not None and mention.date_passage is not None:
        claim = _claim(voices, 0, mention, "date", mention.date.wording or mention.date.edtf, mention.date_passage)
        yield replace(claim, date=mention.date, date_is_report=mention.date_is_report)
    if mention.place is not None and mention.place.place is not None:
        yield replace(
            _claim(voices, 0, mention, "place", mention.place.wording, mention.place.passage), place=mention.place.place
        )
    for number, item in enumerate(mention.toll):
        claim = _claim(voices, number, mention, item.outcome, _count_words(item), item.passage)
        running = bool(
            re.search(
                r"\btoll\b|\brose\b|\brisen\b|\bbringing\b|\bupdated\b|\brevised\b",
                voices.document.text[max(0, item.passage.start - 40) : item.passage.end],
                re.IGNORECASE,
            )
        )
        yield replace(
            claim,
            quantity=item.quantity,
            group=item.group,
            category=item.category,
            part=item.part_of is not None,
            replaces=running and item.part_of is None,
        )
    used = [w for w in mention.weapons if w[0]]
    passage = used[0][1] if used else mention.passages[0]
    yield _claim(voices, 0, mention, "type", mention.type, mention.passages[0])
    for number, (weapon, where) in enumerate(used):
        yield _claim(voices, number, mention, "method", weapon, where if where is not None else passage)


def _spoken_of(voices: Voices, said: Said, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The mentions that a statement of responsibility speaks of: the one told in it, those its plural takes up, else the last one told."""
    inside = [m for m in mentions if any(p.start < said.sentence[1] and said.sentence[0] < p.end for p in m.passages)]
    sentence = voices.document.text[said.sentence[0] : said.sentence[1]]
    plural = _PLURAL.search(sentence) or _BOTH.search(sentence)
    if inside and (not plural or not _BOTH.search(sentence)):
        return tuple(m.id for m in inside)
    before = [m for m in mentions if m.passages[0].start < said.sentence[1] and not m.background and m.status != "denied"]
    if plural:
        parties = voices.around.actors_in(*said.sentence)
        victims = {p.country for p in parties if p.kind == "civilians" and p.country}
        told = [
            m
            for m in before
            if not victims
            or victims & {i.nationality for i in m.toll}
            or victims & {a.country for a in m.actors if a.role in ("target", "victim")}
        ]
        return tuple(m.id for m in (told or inside))
    if inside:
        return tuple(m.id for m in inside)
    return (
        (max(before, key=lambda m: max((p.end for p in m.passages if p.start < said.sentence[0]), default=0)).id,)
        if before
        else ()
    )


def _responsibility(voices: Voices, mentions: Sequence[Mention]) -> Iterator[Claim]:
    for number, said in enumerate(voices.said):
        a = said.attribution
        if a.stance not in _RESPONSIBILITY or a.rule == "claim.refuted":
            continue
        sentence = voices.document.text[said.sentence[0] : said.sentence[1]]
        what = voices.document.text[said.what[0] : said.what[1]] if said.what is not None else sentence
        if not _ABOUT_FORCE.search(what) or (a.stance == "accuses" and _NEGLECT.search(what)):
            continue
        spoken = _spoken_of(voices, said, mentions)
        if not spoken:
            continue
        speaker, speaker_actor, kind = voices.speaker(said)
        words, actor = voices.actor_name(said.on)
        if a.stance == "none-claimed":
            speaker, speaker_actor, kind = None, None, ""
        if a.stance in ("claims", "admits", "denies", "withdraws") and not words:
            words, actor = speaker or "", speaker_actor
        if a.stance in ("accuses", "suspects") and not words:
            continue
        start, end = said.sentence
        passage = Passage(voices.document.id, start, end)
        yield Claim(
            id=f"{voices.document.id}:{start}:responsibility:{number}",
            document=voices.document.id,
            mentions=spoken,
            attribute="responsibility",
            value=words or "no group",
            stance=a.stance,
            passage=passage,
            speaker=speaker,
            speaker_actor=speaker_actor,
            speaker_kind=kind,
            via=voices.via(said, passage),
            outlet=voices.document.outlet,
            hedge=a.hedge,
            cue=Passage(voices.document.id, *said.cue),
            actor=actor,
        )


def _perpetrators(voices: Voices, mention: Mention) -> Iterator[Claim]:
    """Who a mention itself says did it: an accusation where somebody says so, else the outlet's own word."""
    from msgspec.structs import replace

    for number, ref in enumerate(a for a in mention.actors if a.role == "perpetrator"):
        claim = _claim(voices, number, mention, "responsibility", ref.name or ref.wording, ref.passage)
        said = voices.around_passage(ref.passage)
        own = claim.speaker_actor is not None and claim.speaker_actor == ref.actor
        stance: Stance = "admits" if own else "accuses" if claim.speaker is not None else "asserts"
        if said is not None and said.attribution.stance in ("suspects", "claims", "denies"):
            stance = said.attribution.stance
        yield replace(claim, actor=ref.actor, stance=stance)


def claims_of(
    document: Document, paragraphs: Sequence[Paragraph], mentions: Sequence[Mention], around: Surroundings
) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """All claims of a document's mentions, and its inline citations."""
    voices = Voices(document, paragraphs, around)
    found: dict[str, Claim] = {}
    for mention in mentions:
        for claim in (*_value_claims(voices, mention), *_perpetrators(voices, mention)):
            found.setdefault(claim.id, claim)
    for claim in _responsibility(voices, mentions):
        found.setdefault(claim.id, claim)
    return tuple(found[k] for k in sorted(found)), voices.citations
