"""The suite `record`: a whole record against incidents that people coded from the same documents.

Data: a folder with `gold.json` (events with their mentions, dates, places, tolls, contradictions, aggregates) and the documents beside it
(`documents.jsonl[.gz]`, or any files the program reads). Incidents and gold events are paired one to one by the documents that tell
of them, closeness of place, equal toll and exact date; every value is then judged on the pairs. Gold may leave out anything: what it
does not say is not judged.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from thucydides.evaluating.judged import (
    Event,
    build_record,
    coded,
    count,
    gold_in_words,
    gold_when,
    in_words,
    kilometres,
    read_gold,
    when,
)  # fmt: skip
from thucydides.evaluating.measures import f1, greedy_pairs, grouping, ranges_meet, ratio
from thucydides.evaluating.outcome import Case, Cut, Outcome, Tally, excerpt
from thucydides.evaluating.slices import select_events, stem
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
        self.gold_told = {e: set(_pages(event)) for e, event in self.events.items()}
        self.required = {e for e, event in self.events.items() if _pages(event, "primary")}
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


def _pages(event: Event, role: str = "") -> list[str]:
    """The documents that tell of an event: all that do not only sum it up, or those of one role."""
    mentions = [m if isinstance(m, dict) else {"page": m} for m in event.get("mentions") or ()]
    return [stem(m["page"]) for m in mentions if m.get("role", "primary") == role or (not role and m.get("role") != "aggregate")]


def _passages(incident: Incident, mentions: Mapping[str, Any], paths: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """For each document of an incident, (how many passages tell of it, where the first starts)."""
    found: dict[str, list[int]] = {}
    for name in incident.mentions:
        found.setdefault(paths[mentions[name].document], []).extend(p.start for p in mentions[name].passages)
    return {d: (len(starts), min(starts)) for d, starts in found.items()}


def score(record: Record, gold: Mapping[str, Any]) -> Outcome:
    """Every measure of the suite by name, each between 0 and 1, with its cases."""
    from thucydides.evaluating.record_sums import judge_sums
    from thucydides.evaluating.record_values import judge_values

    judged = Judged(record, gold)
    tally = Tally()
    _found(judged, tally)
    accounts = _accounts(judged)
    grouped = _grouped(judged, tally)
    judge_values(judged, tally)
    judge_sums(judged, tally)
    scores = tally.scores()
    first = {name: scores.pop(name, 1.0) for name in ("incidents precision", "incidents recall")}
    first["incidents F1"] = f1(*first.values())
    return Outcome({**first, **accounts, **grouped, **scores}, len(record.documents), dict(tally.asked), tuple(tally.cases))


def _found(judged: Judged, tally: Tally) -> None:
    for name, incident in judged.incidents.items():
        where = ", ".join(sorted(judged.told[name]))
        case = Case("incidents precision", where, judged.text(name), "no such event", in_words(incident), 1.0)
        tally.judge("incidents precision", name in judged.pairs, case)
    for event in sorted(judged.required):
        case = Case(
            "incidents recall", event, judged.opening(event), gold_in_words(judged.events[event]), _told_instead(judged, event)
        )
        tally.judge("incidents recall", event in judged.incident_of, case)


def _told_instead(judged: Judged, event: str) -> str:
    """What the record tells from the documents of an event that was not found."""
    found = [name for name, told in judged.told.items() if told & judged.gold_told[event]]
    return " | ".join(in_words(judged.incidents[name]) for name in found) or "nothing from its documents"


def _accounts(judged: Judged) -> dict[str, float]:
    """Which documents tell of which event, under the pairing."""
    ours = {(d, judged.pairs.get(i, f"?{i}")) for i, documents in judged.told.items() for d in documents}
    every = {(d, e) for e, documents in judged.gold_told.items() for d in documents}
    wanted = {(d, e) for d, e in every if e in judged.required}
    precision, recall = ratio(len(ours & every), len(ours)), ratio(len(ours & wanted), len(wanted))
    return {"accounts precision": precision, "accounts recall": recall, "accounts F1": f1(precision, recall)}


def _grouped(judged: Judged, tally: Tally) -> dict[str, float]:
    """Documents with one event of their own, grouped by the incident that most of their passages tell of."""
    primary: dict[str, set[str]] = {}
    for event in judged.events.values():
        for page in _pages(event, "primary"):
            primary.setdefault(page, set()).add(event["id"])
    single = {d: next(iter(events)) for d, events in primary.items() if len(events) == 1}
    if not single:
        return {}
    main: dict[str, tuple[int, int, str]] = {}
    for incident, passages in judged.passages.items():
        for document, (many, first) in passages.items():
            rank = (-many, first, incident)
            if document not in main or rank < main[document]:
                main[document] = rank
    items = sorted(single)
    for d in items:
        read = judged.documents.get(d)
        text = excerpt(read.text) if read else "(not read)"
        case = Case("documents with an incident", d, text, gold_in_words(judged.events[single[d]]), "no incident")
        tally.judge("documents with an incident", d in main, case)
    mine = {d: main[d][2] if d in main else f"alone {d}" for d in items}
    b3, pairwise = grouping(items, mine, single)
    return {"documents grouped, B3 F1": b3, "documents grouped, pair F1": pairwise}


def evaluate_record(data: Path, cut: Cut | None = None) -> Outcome:
    """Build a record of the documents in `data` from nothing, or of a cut of them, and score it against `data/gold.json`."""
    cut = cut or Cut()
    gold = read_gold(data)
    names = None
    if cut.half or cut.limit is not None:
        told = {e["id"]: _pages(e) + _pages(e, "aggregate") for e in gold["events"]}
        events, names = select_events(told, cut)
        gold = thinned(gold, events, names)
    return score(build_record(data, names, cut), gold)


def thinned(gold: Mapping[str, Any], events: frozenset[str], documents: frozenset[str]) -> dict[str, Any]:
    """The gold of some events only, with what it says of them and of their documents."""
    return {
        "events": [e for e in gold["events"] if e["id"] in events],
        "contradictions": [c for c in gold["contradictions"] if set(str(c.get("event", "")).split("+")) <= events],
        "aggregates": [a for a in gold["aggregates"] if stem(str(a.get("page", ""))) in documents],
    }
