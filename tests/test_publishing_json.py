"""json: the design's names, unknown as null, passages that re-read, and what other programs read from it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from publishing_sample import sample
from thucydides.publishing import export

RECORD: dict[str, Any] = json.loads(export(sample(), "json") or b"")
DOCUMENT = ("id", "path", "url", "title", "outlet", "author", "published", "language", "sha256", "text", "cites", "copy_of")
INCIDENT = (
    *(
        "id",
        "title",
        "type",
        "event_type",
        "ucdp_type",
        "status",
        "date",
        "place",
        "launched_from",
        "actors",
        "weapons",
        "targets",
    ),
    *("toll", "responsibility", "grades", "origins", "accounts", "discrepancies"),
)
PLACE = ("name", "gazetteer_id", "country", "admin1", "admin2", "latitude", "longitude", "precision", "reason")
LISTS = (
    "documents",
    "incidents",
    "acts",
    "claims",
    "discrepancies",
    "aggregates",
    "gaps",
    "figures",
    "actors",
    "places",
    "rulings",
)
RANGE = ("low", "best", "high", "rule")


def holds(value: dict[str, Any], names: Iterable[str]) -> bool:
    return set(names) <= set(value)


def incident(name: str) -> dict[str, Any]:
    return next(i for i in RECORD["incidents"] if i["id"] == name)


def test_the_record_has_the_names_of_the_design() -> None:
    assert RECORD["format"] == "thucydides-record/1"
    assert holds(RECORD, ("conflict", "revision", *LISTS))
    assert RECORD["revision"] == 3
    assert [holds(d, DOCUMENT) for d in RECORD["documents"]] == [True] * 3
    assert all(holds(d["published"], ["edtf", "earliest", "latest", "basis"]) for d in RECORD["documents"] if d["published"])
    cited = [(c["outlet"], c["edtf"], d["text"][c["start"] : c["end"]]) for d in RECORD["documents"] for c in d["cites"]]
    assert cited == [("Radio Marañón", None, "Radio Marañón")]


def test_incidents_and_acts_have_the_names_of_the_design() -> None:
    assert all(holds(i, INCIDENT) for i in RECORD["incidents"])
    assert all(holds(a, [n for n in INCIDENT if n != "toll"]) and "toll" not in a for a in RECORD["acts"])
    clash = incident("EC-1991-03-12")
    assert clash["date"]["edtf"] == clash["date"]["earliest"] == clash["date"]["latest"] == "1991-03-12"
    assert (clash["date"]["precision"], clash["date"]["rule"]) == ("day", "assess.origins")
    assert holds(clash["place"], PLACE)
    assert clash["place"]["country"] == "EC"
    assert clash["toll"]["killed"] == {"low": 4, "best": 4, "high": 4, "rule": "assess.origins"}
    assert clash["toll"]["injured"] == {"low": 2, "best": 2, "high": 5, "rule": "assess.origins"}
    group = clash["toll"]["groups"][0]
    assert [group[k] for k in ["outcome", "group", "category", "nationality", "side", "low", "best", "high"]] == [
        "killed", "Ecuadorian soldiers", "state forces", "EC", None, 3, 3, 3,
    ]  # fmt: skip
    assert clash["actors"][0] == {"actor_id": "army-ecuador", "name": "Military Forces of Ecuador", "role": "party"}
    assert [(r["actor"], r["stance"], r["speaker"]) for r in clash["responsibility"]] == [
        ("Military Forces of Peru", "accuses", "Quito"),
        ("Military Forces of Peru", "denies", "the army"),
    ]
    assert clash["grades"] == {"harm": "confirmed", "responsibility": "contested"}
    assert (clash["origins"], clash["discrepancies"]) == (3, ["d1", "d3", "d5"])
    assert all(holds(a, ["document", "passages", "speakers", "date", "place", "type", "toll"]) for a in clash["accounts"])


def test_unknown_is_null_and_never_0() -> None:
    mine, crowd = incident("PE-1991-02"), incident("XX-unknown")
    assert mine["toll"]["killed"] == dict.fromkeys(RANGE)
    assert crowd["toll"]["killed"]["best"] == 0
    assert crowd["toll"]["injured"] == {"low": 3, "best": 3, "high": None, "rule": "assess.origins"}
    assert crowd["date"] is crowd["place"] is None
    assert RECORD["documents"][0]["published"] is None or RECORD["documents"][0]["published"]["earliest"]


def test_an_account_gives_what_its_document_says() -> None:
    by_path = {d["id"]: d["path"] for d in RECORD["documents"]}
    told = {by_path[a["document"]]: a for a in incident("EC-1991-03-12")["accounts"]}
    assert {path: a["date"]["earliest"] for path, a in told.items()} == {
        "wire.html": "1991-03-12", "review.txt": "1991-03-13", "notes.md": "1991-03-12",
    }  # fmt: skip
    assert {path: a["toll"]["injured"]["best"] for path, a in told.items()} == {"wire.html": 2, "review.txt": 5, "notes.md": 2}
    assert told["wire.html"]["toll"]["injured"]["high"] is None
    assert told["wire.html"]["toll"]["killed"]["best"] == 4, "a part is not added to its whole"
    assert told["review.txt"]["speakers"] == ["an official in Lima"], "who only accuses does not tell what happened"
    assert told["review.txt"]["place"] is None


def passages(value: Any, document: str | None = None) -> list[tuple[str, int, int]]:
    """Every document, start and end in a JSON value, however deep."""
    found = []
    if isinstance(value, dict):
        document = value.get("document") or document
        if document and isinstance(value.get("start"), int):
            found.append((document, value["start"], value["end"]))
        for inner in value.values():
            found += passages(inner, document)
    elif isinstance(value, list):
        for inner in value:
            found += passages(inner, document)
    return found


def test_every_passage_re_reads() -> None:
    texts = {d["id"]: d["text"] for d in RECORD["documents"]}
    found = passages({k: v for k, v in RECORD.items() if k != "documents"})
    assert len(found) >= 80
    assert all(0 <= start < end <= len(texts[document]) and texts[document][start:end].strip() for document, start, end in found)


def test_discrepancies_aggregates_gaps_and_figures_have_the_names_of_the_design() -> None:
    differ = {d["id"]: d for d in RECORD["discrepancies"]}
    assert differ["d3"]["attribute"] == "injured"
    assert [v["value"] for v in differ["d3"]["values"]] == ["2", "5"]
    assert all(holds(d, ["id", "kind", "incidents", "attribute", "values", "explanation"]) for d in differ.values())
    tally = RECORD["aggregates"][0]
    assert (tally["deaths"]["low"], tally["deaths"]["best"], tally["deaths"]["high"]) == (14, 14, None)
    assert tally["incidents"]["low"] == 4
    assert tally["window"]["earliest"] == "1991-02-01"
    checked = tally["checked"]
    assert (checked["recorded_incidents"], checked["residual_deaths"], checked["residual_incidents"]) == (4, [5, None], [0, None])
    assert checked["verdict"] == "short"
    assert checked["other"][0]["recorded_incidents"] == 3
    assert RECORD["gaps"][0]["deaths"] == [5, None]
    assert RECORD["figures"][0]["same_as"] == "f2"
    assert RECORD["rulings"][0]["who"] == "A. Coder"


def test_it_is_one_form_only() -> None:
    data = export(sample(), "json") or b""
    assert data.endswith(b"}\n")
    assert not data.endswith(b"\n\n")
    assert "Radio Marañón".encode() in data, "letters stand as themselves"
    assert list(RECORD)[:4] == ["format", "conflict", "revision", "program"]
    assert re.search(rb"[ \t]\n", data) is None


EXPECTED = {
    "events": [
        {
            "id": "clash", "date_start": "1991-03-12", "date_precision": "day", "country": "Ecuador", "country_code": "EC",
            "adm2": "Gualaquiza", "lat": -3.4, "lon": -78.57, "type": "Armed clash", "deaths": {"low": 4, "best": 4, "high": 4},
            "injured": {"low": 2, "best": 2, "high": 5}, "mentions": [{"page": p} for p in ("wire.html", "review.txt", "notes.md")],
        },
        {
            "id": "mine", "date_start": "1991-02-01", "date_end": "1991-02-28", "country": "Peru", "country_code": "PE",
            "type": "Remote explosive/landmine/IED", "injured": {"low": 1, "best": 1, "high": 1}, "mentions": [{"page": "notes.md"}],
        },
    ],
    "contradictions": [{"event": "clash", "field": "injured", "values": [{"value": 2}, {"value": 5}]}],
    "aggregates": [{"page": "review.txt", "deaths": 14}],
}  # fmt: skip


def test_a_program_that_scores_records_reads_it(tmp_path: Path) -> None:
    scorer = os.environ.get("THUCYDIDES_SCORER")
    if not scorer or not Path(scorer).is_file():
        pytest.skip("THUCYDIDES_SCORER names no program that scores a record against hand-coded events")
    (tmp_path / "expected.json").write_text(json.dumps(EXPECTED))
    export(sample(), "json", tmp_path / "record.json")
    command = [sys.executable, scorer, str(tmp_path / "record.json"), str(tmp_path / "expected.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    scores = {line[:34].strip(): line[34:].split()[0] for line in done.stdout.splitlines()}
    for name in (
        "incidents recall", "date exact to the day", "country", "within 50 km", "type", "killed best", "killed range",
        "killed unknown kept", "injured best", "injured range", "discrepancies recall", "aggregates recall", "passages that re-read",
    ):  # fmt: skip
        assert scores[name] == "1.000", name
