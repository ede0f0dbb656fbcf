"""The suite `record`: a whole record against incidents that people coded from the same documents.

Data: a folder with `gold.json` (events with their mentions, dates, places, tolls, contradictions, aggregates) and the documents beside it
(`documents.jsonl[.gz]`, or any files the program reads). Incidents and gold events are paired one to one by the documents that tell
of them, closeness of place, equal toll and exact date; every value is then judged on the pairs.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from thucydides.evaluating.measures import f1, greedy_pairs, grouping, ranges_meet, ratio
from thucydides.nouns import Incident, Record

NEAR_KM = 50.0
"""A place within this of the gold's is right (the measure of the coded data)."""
SLACK_DAYS = 2
Dates = tuple[date | None, date | None]
Event = Mapping[str, Any]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _stem(name: str) -> str:
    return Path(name).stem if "." in Path(name).name else name


class Judged:
    """A record and its gold with the pairing of incidents and events."""

    def __init__(self, record: Record, gold: Mapping[str, Any]) -> None:
        self.incidents = {i.id: i for i in record.incidents if i.kind == "incident"}
        self.events: dict[str, Event] = {e["id"]: e for e in gold["events"]}
        paths = {d.id: _stem(d.path) for d in record.documents}
        mentions = {m.id: m for m in record.mentions}
        self.told = {i.id: {paths[mentions[m].document] for m in i.mentions} for i in self.incidents.values()}
        self.passages = {i.id: _passages(i, mentions, paths) for i in self.incidents.values()}
        self.gold_told = {
            e: {_stem(m["page"]) for m in event["mentions"] if m.get("role") != "aggregate"} for e, event in self.events.items()
        }
        self.required = {e for e, event in self.events.items() if any(m.get("role", "primary") == "primary" for m in event["mentions"])}
        self.pairs = greedy_pairs(dict(self._weights()))

    def _weights(self) -> Iterator[tuple[tuple[str, str], float]]:
        by_document: dict[str, list[str]] = {}
        for event, documents in self.gold_told.items():
            for document in documents:
                by_document.setdefault(document, []).append(event)
        for name, incident in self.incidents.items():
            for event in sorted({e for d in self.told[name] for e in by_document.get(d, ())}):
                gold = self.events[event]
                if not ranges_meet(_when(incident), _gold_when(gold), SLACK_DAYS):
                    continue
                far = _far(incident, gold)
                weight = float(len(self.told[name] & self.gold_told[event]))
                killed = _best(incident, "killed")
                weight += 2.0 * (killed is not None and killed == (gold.get("deaths") or {}).get("best"))
                weight += _when(incident)[0] is not None and _when(incident) == _gold_when(gold)
                yield (name, event), weight - (0 if far is None else min(far, 1000) / 500)


def _passages(incident: Incident, mentions: Mapping[str, Any], paths: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """For each document of an incident, (how many passages tell of it, where the first starts)."""
    found: dict[str, list[int]] = {}
    for name in incident.mentions:
        found.setdefault(paths[mentions[name].document], []).extend(p.start for p in mentions[name].passages)
    return {d: (len(starts), min(starts)) for d, starts in found.items()}


def _when(incident: Incident) -> Dates:
    found = incident.assessed("date")
    return (found.date.earliest, found.date.latest) if found is not None and found.date is not None else (None, None)


def _gold_when(event: Event) -> Dates:
    return _day(event.get("date_start")), _day(event.get("date_end") or event.get("date_start"))


def _far(incident: Incident, event: Event) -> float | None:
    from thucydides.grounding.places.geometry import haversine

    found = incident.assessed("place")
    place = found.place if found is not None else None
    if place is None or place.latitude is None or place.longitude is None or event.get("lat") is None or event.get("lon") is None:
        return None
    return haversine(place.latitude, place.longitude, event["lat"], event["lon"])


def _best(incident: Incident, outcome: str) -> int | None:
    found = incident.assessed(outcome)
    return found.quantity.best if found is not None and found.quantity is not None else None


def score(record: Record, gold: Mapping[str, Any]) -> dict[str, float]:
    """Every measure of the suite by name, each between 0 and 1."""
    judged = Judged(record, gold)
    pairs = judged.pairs
    scores: dict[str, float] = {}
    precision = ratio(len(pairs), len(judged.incidents))
    recall = ratio(len(set(pairs.values()) & judged.required), len(judged.required))
    scores |= {"incidents precision": precision, "incidents recall": recall, "incidents F1": f1(precision, recall)}
    ours = {(d, pairs.get(i, f"?{i}")) for i, documents in judged.told.items() for d in documents}
    every = {(d, e) for e, documents in judged.gold_told.items() for d in documents}
    wanted = {(d, e) for d, e in every if e in judged.required}
    scores["accounts F1"] = f1(ratio(len(ours & every), len(ours)), ratio(len(ours & wanted), len(wanted)))
    scores |= _grouped(judged) | _values(judged)
    return scores


def _grouped(judged: Judged) -> dict[str, float]:
    primary: dict[str, set[str]] = {}
    for event in judged.events.values():
        for m in event["mentions"]:
            if m.get("role", "primary") == "primary":
                primary.setdefault(_stem(m["page"]), set()).add(event["id"])
    single = {d: next(iter(events)) for d, events in primary.items() if len(events) == 1}
    main: dict[str, tuple[int, int, str]] = {}
    for incident, passages in judged.passages.items():
        for document, (many, first) in passages.items():
            rank = (-many, first, incident)
            if document not in main or rank < main[document]:
                main[document] = rank
    items = sorted(single)
    mine = {d: main[d][2] if d in main else f"alone {d}" for d in items}
    b3, pairwise = grouping(items, mine, single)
    return {
        "documents with an incident": ratio(sum(d in main for d in items), len(items)),
        "documents grouped, B3 F1": b3,
        "documents grouped, pair F1": pairwise,
    }


def _values(judged: Judged) -> dict[str, float]:
    good: dict[str, list[bool]] = {}
    for name, event_id in judged.pairs.items():
        incident, event = judged.incidents[name], judged.events[event_id]
        target = _day(event.get("best_date")) or (_day(event["date_start"]) if event.get("date_precision") == "day" else None)
        earliest, latest = _when(incident)
        if target is not None:
            inside = earliest is not None and latest is not None and earliest <= target <= latest
            good.setdefault("date covers the day", []).append(inside)
            good.setdefault("date exact to the day", []).append(earliest == latest == target)
        far = _far(incident, event)
        if event.get("lat") is not None and (event.get("adm2") or event.get("place")):
            good.setdefault("within 50 km", []).append(far is not None and far <= NEAR_KM)
        if event.get("type"):
            good.setdefault("type", []).append(incident.type in {event["type"], *event.get("type_also", [])})
        for outcome, key in (("killed", "deaths"), ("injured", "injured")):
            want = event.get(key) or {}
            if want.get("best") is not None:
                good.setdefault(f"{outcome} best", []).append(_best(incident, outcome) == want["best"])
            elif want.get("low") is None and want.get("high") is None:
                good.setdefault(f"{outcome} unknown kept", []).append(_best(incident, outcome) is None)
    return {measure: ratio(sum(hits), len(hits)) for measure, hits in sorted(good.items())}


def evaluate_record(data: Path) -> dict[str, float]:
    """Build a record of the documents in `data` from nothing and score it against `data/gold.json`."""
    from thucydides.build import build
    from thucydides.record import Store

    gold = json.loads((data / "gold.json").read_text(encoding="utf-8"))
    sources = [p for p in sorted(data.iterdir()) if p.name != "gold.json" and not p.name.startswith("timeline")]
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "record", create=True) as store:
        return score(build(sources, store), gold)
