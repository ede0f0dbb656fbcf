"""Voices: who says what stands at a passage: attributions, citations and parties of one document.

Invariants: a value stands in the content of at most one attribution, the narrowest around it; a citation in brackets carries the words
before it, back to the citation before, within one paragraph.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.attributing.attributions import find_attributions, find_citations
from thucydides.extracting.attributing.parties import meant, party_in, party_words, without_asides
from thucydides.extracting.attributing.said_days import without_day
from thucydides.extracting.attributing.spoken import Said
from thucydides.extracting.covering import Cover
from thucydides.extracting.filling.home_forces import home_actor
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.times import Anchor, find_times, resolve
from thucydides.nouns import Citation, Document, Mention, Passage

_STATEMENT_END = re.compile(r"[.!?][”\"]?\s+(?=[A-Z“\"])|\n")


_PERSONAL = frozenset({"he", "she", "they", "it", "him", "her", "them"})
_REACH = 600
"""Characters back within which the speaker is named whom a pronoun takes up."""

_LAYING = frozenset({"accuses", "suspects"})
_STRETCH = 2000
"""Characters of a stretch of text, of which what is said is looked up at once."""


def _said(paragraphs: Sequence[Paragraph], around: Surroundings) -> list[Said]:
    found = []
    for paragraph in paragraphs:
        shift = paragraph.start
        for a in find_attributions(paragraph.doc):
            if a.negated and a.stance == "asserts":
                continue
            if a.rule == "claim.dialogue" and a.source is not None and _is_town(around, a.source[0] + shift, a.source[1] + shift):
                continue  # "NYALA: Five people were killed": where it was written, in nobody's mouth
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


def _by_stretch(said: Sequence[Said]) -> dict[int, list[Said]]:
    """The attributions with content in each stretch of the text, by its number, in order."""
    found: dict[int, list[Said]] = {}
    for one in said:
        touched = {n for start, end in one.content for n in range(start // _STRETCH, end // _STRETCH + 1)}
        for number in touched:
            found.setdefault(number, []).append(one)
    return found


def _is_town(around: Surroundings, start: int, end: int) -> bool:
    """Whether characters are the name of a place below a country and nothing else."""
    named = [r for r in around.places_in(start, end) if r.place is not None and r.place.kind != "country"]
    return any(r.passage.start == start and end - r.passage.end <= 1 for r in named)


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
        if not cited:
            # a name alone in brackets says who said the statement before it, no more
            first = max([first, *(first + m.end() for m in _STATEMENT_END.finditer(document.text[first:start]))])
        covers = same or (Passage(document.id, first, start) if first < start else None)
        found.append(Citation(Passage(document.id, start, end), cited_at.outlet, date, covers))
    return tuple(found)


class Voices:
    """The attributions, citations and parties of one document, ready to say who says what stands at a passage."""

    def __init__(self, document: Document, paragraphs: Sequence[Paragraph], around: Surroundings) -> None:
        self.document, self.around = document, around
        self.said = _said(paragraphs, around)
        self._around = _by_stretch(self.said)
        self._boxes = Cover((b.start, b.end) for b in document.blocks if b.kind == "infobox")
        self.citations = _citations(document)
        self._anchor = Anchor(document=document.published, incident=None)

    def around_passage(self, passage: Passage) -> Said | None:
        """The narrowest attribution whose content holds the middle of a passage."""
        middle = (passage.start + passage.end) // 2
        if self._boxes.holds(middle):
            return None  # the name of a field says nothing
        inside = [s for s in self._around.get(middle // _STRETCH, ()) if any(a <= middle < b for a, b in s.content)]
        nearest = min(inside, key=lambda s: (s.size, s.cue), default=None)
        if nearest is None or (nearest.source is not None and not self._first_person(nearest.source)):
            return nearest
        around = [s for s in inside if s.source is not None and not self._first_person(s.source)]
        outer = min(around, key=lambda s: (s.size, s.cue), default=None)
        if outer is None:
            return nearest
        # rule `claim.enclosed`: "100 are feared dead, the agency said", "I counted 12, said a nurse": the word of who says so
        return replace(nearest, source=outer.source, attribution=replace(nearest.attribution, via=outer.attribution.via))

    def _first_person(self, source: tuple[int, int]) -> bool:
        return self.document.text[source[0] : source[1]].lower() in ("i", "we")

    def word_of(self, passage: Passage) -> Said | None:
        """The attribution that gives the word of a party named at a passage, the nearest where it speaks more than once."""
        own = [s for s in self.said if s.source is not None and s.source[0] <= passage.start and passage.end <= s.source[1]]
        return min(own, key=lambda s: (abs(s.cue[0] - passage.end), s.cue), default=None)

    def speaker(self, said: Said | None) -> tuple[str | None, str | None, str]:
        """(words of the speaker, actor id, actor kind)."""
        if said is None or said.source is None:
            return None, None, ""
        start, end = without_day(
            self.document.text, self.around, meant(self.document, self.around, self._named(said).source or said.source)
        )
        words = without_asides(" ".join(self.document.text[start:end].split()))
        party = party_in(self.around, start, end)
        return words, party.actor_id if party is not None else None, party.kind if party is not None else ""

    def _named(self, said: Said) -> Said:
        """The statement before whose speaker a pronoun takes up ("He confirmed six deaths"), in the same paragraph or the one before; else
        the statement itself (rule `claim.pronoun`)."""
        if said.source is None or not self._pronoun(said.source):
            return said
        near = [s for s in self.said if s.cue < said.cue and said.cue[0] - s.cue[0] <= _REACH]
        last = max(near, key=lambda s: s.cue, default=None)
        if said.attribution.stance == "denies" and last is not None and last.on and last.attribution.stance in _LAYING:
            return replace(said, source=last.on)  # "The militia is blamed; it has denied it"
        before = [s for s in near if s.source is not None and not self._pronoun(s.source)]
        return max(before, key=lambda s: s.cue, default=said)

    def _pronoun(self, source: tuple[int, int]) -> bool:
        return self.document.text[source[0] : source[1]].lower() in _PERSONAL

    def home(self, said: Said | None, mention: Mention) -> str | None:
        """The actor that a speaker named by no country's forces is, by the place of what it speaks of (rule `actor.home`)."""
        if said is None or said.source is None:
            return None
        party = next(iter(self.around.actors_in(*said.source)), None)
        return home_actor(party.name, mention.place, self.around) if party is not None and party.country is None else None

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
        """(words, actor id) of the party that a span names or means."""
        return party_words(self.document, self.around, span) if span is not None else ("", None)
