"""What a reader is shown, held against what people coded: parties in other words, coded numbers, false differences, tallies and tolls."""

import json
from pathlib import Path
from typing import Any

import pytest

from thucydides.evaluating import evaluate
from thucydides.evaluating.coded_numbers import differ, numbers, stated
from thucydides.evaluating.coded_parties import agrees, coded_doers, coded_parties

TEXTS = {
    "wire.txt": "MAIDUGURI, Nigeria, 4 May 2015 - Gunmen killed seven traders and wounded three at Gamboru, Nigeria, on 3 May 2015, police said. "
    "More than 900 people have been killed in the state since January.\n",
    "daily.txt": "ABUJA, 5 May 2015 - Boko Haram fighters killed nine traders at Gamboru, Nigeria, on 3 May 2015, residents said.\n",
}


def gold(killed: tuple[str | None, str | None], **more: Any) -> dict[str, Any]:
    mentions = [{"page": page, "deaths_as_stated": told} for page, told in zip(TEXTS, killed, strict=True)]
    event = {
        "id": "gamboru", "date_start": "2015-05-03", "date_end": "2015-05-03", "date_precision": "day", "type": "Attack",
        "deaths": {"best": 7, "low": 7, "high": 9}, "mentions": mentions, "actors": ["Boko Haram", "Civilians (Nigeria)"], **more,
    }  # fmt: skip
    return {"events": [event]}


def scores(path: Path, more: str = "", **coded: Any) -> dict[str, float]:
    for name, text in TEXTS.items():
        (path / name).write_text(text + more * name.startswith("daily"))
    (path / "gold.json").write_text(json.dumps(coded))
    return evaluate("record", str(path)).scores


def test_what_the_gold_has_too_is_shown_truly(tmp_path: Path) -> None:
    tally = [{"page": "wire.txt", "deaths": ">900"}]
    found = scores(tmp_path, **gold(("7", "nine")), aggregates=tally)
    for measure in ("parties precision", "perpetrators precision", "discrepancies precision", "aggregates precision", "killed as told"):
        assert found[measure] == 1.0, measure


def test_a_difference_that_no_page_gives_is_a_false_one(tmp_path: Path) -> None:
    found = scores(tmp_path, **gold(("7", "7")), aggregates=[])
    assert found["discrepancies precision"] == 0.0
    assert found["killed as told"] == 0.5, "one page is shown to say nine"
    assert found["aggregates precision"] == 0.0
    assert found["open questions precision"] == 0.0


def test_a_coded_contradiction_makes_a_difference_true(tmp_path: Path) -> None:
    said = [{"event": "gamboru", "field": "deaths", "values": []}]
    assert scores(tmp_path, **gold(("7", "7")), contradictions=said)["discrepancies precision"] == 1.0


def test_a_denial_that_nobody_coded_is_a_false_attribution(tmp_path: Path) -> None:
    army = "The army denied any part in the attack.\n"
    assert scores(tmp_path, army, **gold(("7", "9")))["attributions precision"] < 1.0
    denied = [{"actor": "army", "by": "army", "status": "denied"}]
    (again := tmp_path / "again").mkdir()
    assert scores(again, army, **gold(("7", "9"), attributed_to=denied))["attributions precision"] == 1.0


@pytest.mark.parametrize(
    ("party", "coded", "same"),
    [
        (("boko-haram", "Boko Haram"), "Boko Haram", True),
        (("ltte", "Liberation Tigers of Tamil Eelam"), "LTTE", True),
        (("", "Rebels"), "Insurgents (Iraq)", True),
        (("", "Rebels"), "FARC: Revolutionary Armed Forces of Colombia", True),
        (("sy-security-forces", "Security Forces of Syria"), "Military Forces of Syria", True),
        (("", "Civilians"), "Protesters (Chile)", True),
        (("", "Civilians"), "Police Forces of Chile", False),
        (("boko-haram", "Boko Haram"), "Military Forces of Nigeria", False),
        (("sy-military-forces", "Military Forces of Syria"), "Military Forces of Turkey", False),
        (("", "Peasant patrol"), "Peasant patrol of Sacsa", True),
    ],
)
def test_a_party_is_known_in_other_words(party: tuple[str, str], coded: str, same: bool) -> None:
    assert agrees(party, coded) is same


def test_doers_are_named_first_and_both_sides_of_a_clash_are() -> None:
    event = {"type": "Attack", "actors": ["Boko Haram", "Civilians"], "attributed_to": [{"actor": "army", "status": "accused"}]}
    assert coded_doers(event) == ("Boko Haram", "army")
    assert coded_parties(event) == ("Boko Haram", "Civilians", "army")
    assert coded_doers({**event, "type": "Armed clash"}) == ("Boko Haram", "Civilians", "army")
    assert coded_doers({"type": "Attack", "actors": ["army", "militia", "Civilians"]}) == ("army", "militia")


def test_coded_numbers_stand_alone_and_in_sum() -> None:
    assert numbers("31 + 3") == {31, 3, 34}
    assert numbers("at least 58") == {58}
    assert numbers(None) == numbers("unknown") == frozenset()
    event = {"mentions": [{"page": "a.txt", "deaths_as_stated": "5"}, {"page": "b.txt", "deaths_as_stated": None}]}
    assert stated(event, "killed") == {"a": ["5"], "b": []}
    assert differ(["5", "6"])
    assert not differ(["5", "5"])
