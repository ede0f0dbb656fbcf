"""The suites on small data of our own: what counts as found, right and wrong, and what bad data answers."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from thucydides.evaluating import evaluate
from thucydides.evaluating.gvdb import evaluate_gvdb, same_value
from thucydides.evaluating.outcome import Cut
from thucydides.evaluating.timeline import score, weight
from thucydides.nouns import Assessment, DateRange, Document, Incident, Mention, Passage, Place, Quantity, Record

TWO = {
    "farm.txt": "Gunmen killed three farmers near Tumaco, Colombia, on 3 March 2019, police said on 5 March 2019.\n",
    "bus.txt": "A roadside bomb hit a bus near Kandahar, Afghanistan, on 7 June 2010, killing nine people and injuring four, officials said.\n",
}


def event(name: str, page: str, day: str, killed: int | None, **more: Any) -> dict[str, Any]:
    return {
        "id": name, "date_start": day, "date_end": day, "date_precision": "day", "deaths": {"best": killed, "low": killed, "high": killed},
        "mentions": [{"page": page}], **more,
    }  # fmt: skip


def folder(path: Path, **gold: Any) -> Path:
    for name, text in TWO.items():
        (path / name).write_text(text)
    (path / "gold.json").write_text(json.dumps(gold))
    return path


FARM = event("farm", "farm.txt", "2019-03-03", 3, country="Colombia", type="Attack")
BUS = event("bus", "bus.txt", "2010-06-07", 9, country_code="AF", injured={"best": 4, "low": 4, "high": 4})


def test_a_record_that_says_what_was_coded_scores_full_marks(tmp_path: Path) -> None:
    outcome = evaluate("record", str(folder(tmp_path, events=[FARM, BUS])))
    for measure in (
        "incidents F1",
        "accounts F1",
        "date exact to the day",
        "country",
        "killed best",
        "killed range",
        "injured best",
    ):
        assert outcome.scores[measure] == 1.0, measure
    assert outcome.asked["injured best"] == 1
    assert outcome.scores["passages that re-read"] == 1.0
    assert outcome.documents == 2


def test_wrong_values_lower_their_own_measure_and_are_shown_with_their_text(tmp_path: Path) -> None:
    wrong = {**BUS, "deaths": {"best": 12, "low": 12, "high": 12}, "country_code": "PK"}
    outcome = evaluate("record", str(folder(tmp_path, events=[FARM, wrong])))
    assert outcome.scores["killed best"] == 0.5
    assert outcome.scores["country"] == 0.5
    assert outcome.scores["date exact to the day"] == 1.0
    case = next(c for c in outcome.cases if c.measure == "killed best")
    assert "killed 12" in case.gold
    assert "killed 9" in case.ours
    assert "roadside bomb" in case.text


def test_events_that_are_missed_and_incidents_that_nobody_coded_are_counted(tmp_path: Path) -> None:
    outcome = evaluate("record", str(folder(tmp_path, events=[FARM, event("other", "bus.txt", "2011-01-01", None)])))
    assert outcome.scores["incidents recall"] == outcome.scores["incidents precision"] == 0.5
    missed = next(c for c in outcome.cases if c.measure == "incidents recall")
    assert "2010-06-07" in missed.ours, "what the record tells of its documents instead"


def test_contradictions_and_tallies_that_were_coded_are_asked_for(tmp_path: Path) -> None:
    gold = {
        "events": [FARM, BUS],
        "contradictions": [
            {
                "event": "bus",
                "field": "deaths",
                "values": [{"page": "bus.txt", "value": "nine"}, {"page": "farm.txt", "value": "ten"}],
            },
            {"event": "nobody", "field": "deaths", "values": []},
            {"event": "bus", "field": "third_act_scope", "values": []},
        ],
        "aggregates": [{"page": "bus.txt", "deaths": 140, "window": "this year"}, {"page": "bus.txt", "deaths": "several"}],
    }
    outcome = evaluate("record", str(folder(tmp_path, **gold)))
    assert (outcome.asked["discrepancies recall"], outcome.scores["discrepancies recall"]) == (1, 0.0)
    assert (outcome.asked["aggregates recall"], outcome.scores["aggregates recall"]) == (1, 0.0)


def test_a_tally_of_more_than_a_number_is_read_as_that_or_one_more(tmp_path: Path) -> None:
    data = folder(tmp_path, events=[BUS], aggregates=[{"page": "year.txt", "deaths": ">140"}, {"page": "year.txt", "deaths": ">90"}])
    (data / "year.txt").write_text(TWO["bus.txt"] + "Since January at least 12 bombings have killed more than 140 people in the province.\n")
    outcome = evaluate("record", str(data))
    assert (outcome.asked["aggregates recall"], outcome.scores["aggregates recall"]) == (2, 0.5)


def test_documents_may_lie_in_folders_and_a_readme_is_none(tmp_path: Path) -> None:
    data = folder(tmp_path, events=[FARM, BUS])
    (data / "reports").mkdir()
    for name in TWO:
        (data / name).rename(data / "reports" / name)
    (data / "README.md").write_text("Gunmen killed 40 people near Lima, Peru, on 1 May 2018.\n")
    assert evaluate("record", str(data)).documents == 2
    assert evaluate("record", str(data), Cut("", 1)).documents == 1


def test_gold_without_anything_but_mentions_is_no_fault(tmp_path: Path) -> None:
    bare = {"id": "farm", "mentions": ["farm.txt"], "date_start": None}
    outcome = evaluate("record", str(folder(tmp_path, events=[bare], contradictions=None)))
    assert outcome.scores["incidents recall"] == 1.0
    assert "date exact to the day" not in outcome.scores


def test_a_limit_takes_whole_events_with_their_documents_only(tmp_path: Path) -> None:
    outcome = evaluate("record", str(folder(tmp_path, events=[FARM, BUS])), Cut(limit=1))
    assert outcome.documents == 1
    assert outcome.asked["incidents recall"] == 1


@pytest.mark.parametrize("content", ["{", "[]", '{"events": 3}'])
def test_gold_that_is_none_is_refused_in_one_line(tmp_path: Path, content: str) -> None:
    (tmp_path / "gold.json").write_text(content)
    for suite in ("record", "timeline"):
        with pytest.raises(ValueError, match=r"gold\.json") as caught:
            evaluate(suite, str(tmp_path))
        assert "\n" not in str(caught.value)


def incident(name: str, day: date, killed: int, place: Place) -> Incident:
    return Incident(
        name, "incident", "", "Attack", "Violence against civilians", "happened", (f"{name}:0",),
        assessments=(
            Assessment(name, "date", "", date=DateRange(day.isoformat(), day, day)), Assessment(name, "place", "", place=place),
            Assessment(name, "killed", "", quantity=Quantity(killed, killed, killed)),
        ),
    )  # fmt: skip


HOMS = Place("Homs", "x:1", "settlement", "SY", latitude=34.73, longitude=36.72)
HAMA = Place("Hama", "x:2", "settlement", "SY", latitude=35.13, longitude=36.75)
MASSACRE = {
    "id": "m", "date_start": "2011-12-20", "date_end": "2011-12-20", "country_code": "SY", "place": "Homs", "lat": 34.73, "lon": 36.72,
    "type": "Attack", "type_also": [], "deaths": {"best": 61, "also": [60]}, "injured": {"best": None}, "told_in": ["d"],
}  # fmt: skip


def recorded(*incidents: Incident) -> Record:
    text = "Sixty people were killed."
    mentions = tuple(
        Mention(m, "d", "incident", i.type, i.event_type, "happened", (Passage("d", 0, 25),))
        for i in incidents
        for m in i.mentions
    )
    return Record("t", 1, documents=(Document("d", "d.txt", text, "0" * 64),), mentions=mentions, incidents=incidents)


def test_a_timeline_event_is_found_by_day_country_place_and_toll() -> None:
    day = date(2011, 12, 20)
    right, far, late = incident("a", day, 60, HOMS), incident("b", day, 60, HAMA), incident("c", date(2011, 12, 21), 4, HOMS)
    assert (weight(right, MASSACRE) or 0) > (weight(late, MASSACRE) or 0) > 0
    assert weight(incident("e", date(2011, 12, 23), 60, HOMS), MASSACRE) is None, "three days off"
    assert weight(incident("f", day, 60, Place("Tyre", country="LB")), MASSACRE) is None, "another country"
    scores = score(recorded(far, right, late), {"events": [MASSACRE]}).scores
    assert {m: scores[m] for m in ("found, told in articles", "killed exact", "day exact", "within 50 km", "type")} == {
        "found, told in articles": 1.0, "killed exact": 1.0, "day exact": 1.0, "within 50 km": 1.0, "type": 1.0,
    }  # fmt: skip
    assert scores["killed exact, number in articles"] == 1.0
    unsaid = {**MASSACRE, "deaths": {"best": 77}}
    assert score(recorded(right), {"events": [unsaid]}).scores.get("killed exact, number in articles", 0) == 0
    assert "killed exact, number in articles" not in score(recorded(right), {"events": [unsaid]}).asked
    worse = score(recorded(late), {"events": [MASSACRE]})
    assert (worse.scores["killed exact"], worse.scores["day exact"]) == (0.0, 0.0)
    assert "killed 61" in next(c.gold for c in worse.cases if c.measure == "killed exact")
    assert score(recorded(), {"events": [MASSACRE]}).scores["found"] == 0.0


def test_types_of_short_texts_are_scored_by_class(tmp_path: Path) -> None:
    rows = [
        ("1", "A suicide bomber killed four people at a market in Mogadishu on Monday, police said.", "SUIC_BOMB"),
        ("2", "Warplanes bombed the village of Kafr Nabl on Tuesday, killing two people.", "AIR_STRIKE"),
        ("3", "The cat sat in the sun.", "NATURAL_DISASTER"),
    ]
    table = tmp_path / "t.tsv"
    table.write_text("id\tEventSnippet\tSubType\n" + "".join("\t".join(row) + "\n" for row in rows))
    outcome = evaluate("case2021", str(table))
    assert outcome.scores["weighted F1"] == 1.0
    assert outcome.scores["micro F1, with the added classes"] == pytest.approx(0.8)
    assert [(c.gold, c.ours) for c in outcome.cases] == [("NATURAL_DISASTER", "(none)")]
    table.write_text("id\ttext\n1\tx\n")
    with pytest.raises(ValueError, match="must have the columns"):
        evaluate("case2021", str(table))


def test_values_with_their_passages_are_scored_by_role(tmp_path: Path) -> None:
    text = "Two men were shot dead in Reno on 4 May 2015, police said. Both died at the scene."
    notes = {
        "date-and-time": {"city": {"value": "Reno", "startIndex": 26, "endIndex": 30}, "time-day": {"value": "", "startIndex": -1}},
        "victim-section": [{"name": {"value": ""}, "victim-was": ["killed"]}, {"name": {"value": ""}, "victim-was": ["killed"]}],
        "shooter-section": [], "circumstances": {},
    }  # fmt: skip
    table = tmp_path / "t.tsv"
    quoted = json.dumps(notes).replace('"', '""')
    table.write_text(f'Article id\tFull text\tJson\n7\t{text}\t"{quoted}"\n')
    scores = evaluate_gvdb(table).scores
    assert scores["place, value with passage F1"] == 1.0
    assert scores["killed count"] == scores["injured count"] == 1.0
    assert scores["victims, value F1"] == 0.0
    assert same_value("Mr. Papiyan", "Arthur Papiyan")
    assert not same_value("Paul Reno", "Arthur Papiyan")
    table.write_text("a\tb\n1\t2\n")
    with pytest.raises(ValueError, match="no table with the columns"):
        evaluate_gvdb(table)
