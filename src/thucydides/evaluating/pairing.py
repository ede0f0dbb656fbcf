"""Pairing: which incident of a record is which event that people coded.

Incidents and gold events are paired one to one by the documents that tell of them, closeness of place, equal toll and exact date.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from thucydides.evaluating.judged import Event, coded, count, gold_when, kilometres, when
from thucydides.evaluating.measures import greedy_pairs, ranges_meet
from thucydides.evaluating.outcome import excerpt
from thucydides.evaluating.slices import stem
from thucydides.nouns import Document, Incident, Record

SLACK_DAYS = 2
"""Days by which the record's range may miss the coded one and still be the same event."""


class Judged:
    """A record and its gold with the pairing of incidents and events: `pairs` is {incident: event}."""

    def __init__(self, record: Record, gold: Mapping[str, Any]) -> None:
        self.record, self.gold = record, gold
        self.incidents = {i.id: i for i in record.incidents if i.kind == "incident"}
        self.events: dict[str, Event] = {e["id"]: e for e in gold["events"]}
        self.paths = {d.id: stem(d.path) for d in record.documents}
        self.documents: dict[str, Document] = {stem(d.path): d for d in record.documents}
        mentions = {m.id: m for m in record.mentions}
        self.told = {i.id: {self.paths[mentions[m].document] for m in i.mentions} for i in self.incidents.values()}
        self.passages = {i.id: _passages(i, mentions, self.paths) for i in self.incidents.values()}
        self.gold_told = {e: set(pages(event)) for e, event in self.events.items()}
        self.required = {e for e, event in self.events.items() if pages(event, "primary")}
        self.pairs = greedy_pairs(dict(self._weights()))
        self.incident_of = {event: incident for incident, event in self.pairs.items()}

    def _weights(self) -> Iterator[tuple[tuple[str, str], float]]:
        by_document: dict[str, list[str]] = {}
        for event, documents in self.gold_told.items():
            for document in documents:
                by_document.setdefault(document, []).append(event)
        for name, incident in self.incidents.items():
            for event in sorted({e for d in self.told[name] for e in by_document.get(d, ())}):
                gold = self.events[event]
                if not ranges_meet(when(incident), gold_when(gold), SLACK_DAYS):
                    continue
                far = kilometres(incident, gold)
                killed = count(incident, "killed")[1]
                weight = float(len(self.told[name] & self.gold_told[event]))
                weight += 2.0 * (killed is not None and killed == coded(gold, "killed").get("best"))
                weight += when(incident)[0] is not None and when(incident) == gold_when(gold)
                yield (name, event), weight - (0 if far is None else min(far, 1000) / 500)

    def text(self, incident: str) -> str:
        """What the document that tells most of an incident says of it."""
        document, (_, start) = min(self.passages[incident].items(), key=lambda item: (-item[1][0], item[1][1], item[0]))
        return excerpt(self.documents[document].text, start)

    def opening(self, event: str) -> str:
        """How the first document of a gold event begins."""
        told = sorted(self.gold_told[event] & set(self.documents))
        return excerpt(self.documents[told[0]].text) if told else "(no document of it was read)"


def pages(event: Event, role: str = "") -> list[str]:
    """The documents that tell of an event: all that do not only sum it up, or those of one role."""
    mentions = [m if isinstance(m, dict) else {"page": m} for m in event.get("mentions") or ()]
    return [stem(m["page"]) for m in mentions if m.get("role", "primary") == role or (not role and m.get("role") != "aggregate")]


def _passages(incident: Incident, mentions: Mapping[str, Any], paths: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """For each document of an incident, (how many passages tell of it, where the first starts)."""
    found: dict[str, list[int]] = {}
    for name in incident.mentions:
        found.setdefault(paths[mentions[name].document], []).extend(p.start for p in mentions[name].passages)
    return {d: (len(starts), min(starts)) for d, starts in found.items()}
