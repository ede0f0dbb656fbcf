"""Corpus: documents with what was extracted, and which event each of their mentions is known to tell of."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from thucydides.evaluating.outcome import Cut
from thucydides.evaluating.slices import HALVES, select_events
from thucydides.nouns import Document, Extract, Mention


class Corpus(msgspec.Struct):
    """Documents with their extracts, by mention id the event that a mention tells of, and by document id its one event;
    `halves` gives the half of each event.
    """

    documents: Sequence[Document]
    extracts: Sequence[Extract]
    events: Mapping[str, str]
    reports: Mapping[str, str]
    halves: Mapping[str, str]


def read(folder: Path, kept: Path | None) -> Corpus:
    """The documents of a folder, extracted (or as kept from a former run), and the events of their mentions."""
    store = kept / f"{folder.resolve().name}.json" if kept else None
    if store and store.exists():
        documents, extracts = msgspec.json.decode(store.read_bytes(), type=tuple[tuple[Document, ...], tuple[Extract, ...]])
    else:
        from thucydides.extracting import extract_documents
        from thucydides.reading import read_sources

        documents, _ = read_sources([folder / "documents.jsonl.gz"])
        extracts = tuple(extract_documents(documents))
        if store:
            store.parent.mkdir(parents=True, exist_ok=True)
            store.write_bytes(msgspec.json.encode((documents, extracts)))
    gold = json.loads((folder / "gold.json").read_text())["events"]
    told = {e["id"]: [m["page"] for m in e.get("mentions", ())] or e.get("told_in") or [] for e in gold}
    halves = {e: half for half in HALVES for e in select_events(told, Cut(half=half))[0]}
    if "mentions" not in gold[0]:
        return Corpus(documents, extracts, of_wars(gold, documents, extracts), {}, halves)
    reports = of_reports(gold, documents)
    mains = {e.document: main for e in extracts if (main := main_mention(e.mentions))}
    return Corpus(documents, extracts, {mains[d].id: event for d, event in reports.items() if d in mains}, reports, halves)


def of_reports(gold: Sequence[dict[str, Any]], documents: Sequence[Document]) -> dict[str, str]:
    """The event of each report that tells of one event mainly."""
    pages: dict[str, set[str]] = defaultdict(set)
    for event in gold:
        for mention in event["mentions"]:
            pages[mention["page"]].add(event["id"])
    return {d.id: min(pages[d.path]) for d in documents if len(pages.get(d.path, ())) == 1}


def of_wars(gold: Sequence[dict[str, Any]], documents: Sequence[Document], extracts: Sequence[Extract]) -> dict[str, str]:
    """Many events a report: the mention that agrees best in day, place and deaths with an event that the report is known to tell."""
    of = {e.document: e for e in extracts}
    by_path = {d.path: of[d.id] for d in documents}
    events: dict[str, str] = {}
    for event in gold:
        for page in event.get("told_in", ()):
            ranked = [(fit, m.id) for m in by_path[page].mentions if (fit := _agrees(m, event)) >= 2.5] if page in by_path else []
            if ranked:
                events.setdefault(max(ranked, key=lambda r: (r[0], r[1]))[1], event["id"])
    return events


def _agrees(mention: Mention, event: Mapping[str, Any]) -> float:
    if mention.kind != "incident" or mention.status not in ("happened", "foiled"):
        return 0.0
    fit, said = 0.0, mention.date
    if said and said.earliest and said.latest:
        first, last = date.fromisoformat(event["date_start"]), date.fromisoformat(event["date_end"])
        gap = max((said.earliest - last).days, (first - said.latest).days, 0)
        if gap > 2:
            return 0.0
        fit += 0.5 if gap else 2.0 if (said.latest - said.earliest).days < 4 else 1.0
    place = mention.place.place if mention.place else None
    if place and place.latitude is not None and place.longitude is not None and event.get("lat") is not None:
        fit += 2.0 * (abs(place.latitude - event["lat"]) < 0.3 and abs(place.longitude - event["lon"]) < 0.3)
    deaths = event["deaths"].get("best")
    return fit + 2.0 * bool(deaths and deaths in {t.quantity.best for t in mention.toll if t.outcome == "killed"})


def main_mention(mentions: Sequence[Mention]) -> Mention | None:
    """What a report is mainly about."""
    told = [m for m in mentions if m.kind == "incident" and m.status == "happened"]
    return min(told, key=lambda m: (-len(m.passages), m.passages[0].start, m.id), default=None)


def part(corpus: Corpus, half: str) -> Corpus:
    """The documents whose event is of the half asked for."""
    events = {m: e for m, e in corpus.events.items() if corpus.halves[e] == half}
    chosen = {m.rsplit(":", 1)[0] for m in events}
    return Corpus(corpus.documents, [e for e in corpus.extracts if e.document in chosen], events, corpus.reports, corpus.halves)
