"""The suite `record`: a whole record against incidents that people coded from the same documents.

Data: a folder with `gold.json` (events with their mentions, dates, places, tolls, contradictions, aggregates) and the documents beside it
(`documents.jsonl[.gz]`, or any files the program reads). Incidents and gold events are paired one to one, and every value is then
judged on the pairs. Gold may leave out anything: what it does not say is not judged.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from thucydides.evaluating.judged import build_record, gold_in_words, in_words, read_gold
from thucydides.evaluating.measures import f1, grouping, ratio
from thucydides.evaluating.outcome import Case, Cut, Outcome, Tally, excerpt
from thucydides.evaluating.pairing import Judged, pages
from thucydides.evaluating.record_shown import judge_shown
from thucydides.evaluating.record_sums import judge_sums
from thucydides.evaluating.record_values import judge_values
from thucydides.evaluating.slices import select_events, stem
from thucydides.nouns import Record


def score(record: Record, gold: Mapping[str, Any]) -> Outcome:
    """Every measure of the suite by name, each between 0 and 1, with its cases."""
    judged = Judged(record, gold)
    tally = Tally()
    _found(judged, tally)
    accounts = _accounts(judged)
    grouped = _grouped(judged, tally)
    judge_values(judged, tally)
    judge_sums(judged, tally)
    judge_shown(judged, tally)
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
        for page in pages(event, "primary"):
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
        told = {e["id"]: pages(e) + pages(e, "aggregate") for e in gold["events"]}
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
