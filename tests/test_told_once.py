"""One deed told as the news of the day stays one: fresh counts are no tallies, looks back, speakers' days and labels open no other deed."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.extracting.attributing.attributions import find_attributions
from thucydides.extracting.parsing import pipeline
from thucydides.grounding.actors.actors import find_actors
from thucydides.nouns import Extract, Mention
from thucydides.reading import read_sources


def _read(tmp_path: Path, title: str, text: str) -> Extract:
    path = tmp_path / "report.txt"
    path.write_text(f"{title}\n\nJuly 3, 2025\n\n{text}", encoding="utf-8")
    documents, _ = read_sources([str(path)])
    return next(extract_documents(documents))


def _incidents(extract: Extract) -> list[Mention]:
    return [m for m in extract.mentions if m.kind == "incident"]


def _killed(mention: Mention) -> list[int | None]:
    return [i.quantity.best for i in mention.toll if i.outcome == "killed" and i.part_of is None]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen have killed at least 20 people in a village in northwestern Myanmar.", 20),
        ("Militiamen have killed 31 villagers in Colombia's Cauca department, the governor said on Tuesday.", 31),
        ("Rescuers are still at work. The town is quiet. Shops are shut. The shelling has killed 45 people at a market in Kramatorsk.", 45),
    ],
)
def test_the_present_perfect_tells_the_news(tmp_path: Path, text: str, killed: int) -> None:
    found = _read(tmp_path, "Report of the day", text)
    assert [_killed(m) for m in _incidents(found)] == [[killed]]
    assert not found.aggregates


@pytest.mark.parametrize(
    "text",
    [
        "More than 400 people have been killed in Sagaing since January.",
        "The uprising has killed at least 150 people, rights groups say.",
        "Attacks by bandits have killed 90 people in the state.",
    ],
)
def test_counts_over_a_time_or_a_war_stay_tallies(tmp_path: Path, text: str) -> None:
    found = _read(tmp_path, "Report of the day", text)
    assert found.aggregates
    assert not [m for m in _incidents(found) if _killed(m)]


def test_a_part_before_the_place_of_the_whole_is_a_part(tmp_path: Path) -> None:
    text = "In a raid on 28 June, fighters killed 62 people, including 9 children, in the town of Kutum in Darfur."
    (mention,) = _incidents(_read(tmp_path, "Report of the day", text))
    assert _killed(mention) == [62]


def test_the_site_of_an_old_bombing_takes_no_later_count(tmp_path: Path) -> None:
    text = (
        "A car bomb killed 40 people at the main crossing in Quetta on Tuesday.\n\n"
        "The crossing is the site of the March 8, 2016, bombing that killed 70 people.\n\n"
        "“So far 40 people have died and 90 are wounded,” the minister told reporters."
    )
    found = _incidents(_read(tmp_path, "Report of the day", text))
    assert [(m.date.edtf if m.date else None, _killed(m)) for m in found] == [("2025-07-01", [40]), ("2016-03-08", [70])]
    assert {m.place.place.name for m in found if m.place and m.place.place} == {"Quetta"}


def test_the_day_on_which_a_speaker_confirmed_is_not_of_the_deed(tmp_path: Path) -> None:
    text = (
        "Rebels attacked farmers on Sunday near Popayán, killing over 15.\n\n"
        "A farmer, who confirmed the attack on Wednesday to a newspaper in Bogotá, said neighbours were still looking for the bodies."
    )
    (mention,) = _incidents(_read(tmp_path, "Report of the day", text))
    assert mention.date is not None
    assert mention.date.edtf == "2025-06-29"
    assert _killed(mention) == [16]


def test_the_day_of_an_issue_dates_no_deed(tmp_path: Path) -> None:
    title = "Myanmar - Pupils killed in school attack (Relief Desk Daily Flash of 3 July 2025)"
    found = _incidents(_read(tmp_path, title, "On 29 June, gunmen killed eight pupils at a school in Loikaw, aid workers said."))
    assert [m.date.edtf for m in found if m.date] == ["2025-06-29"]


def test_when_a_speaker_spoke_opens_no_later_deed(tmp_path: Path) -> None:
    text = (
        "The governor wept on Monday at the burial of 44 farmers slaughtered by rebels in Lashkar Gah.\n\n"
        "In an interview shortly after the burial in Lashkar Gah, he said that more than 40 citizens were slaughtered in their fields."
    )
    assert len(_incidents(_read(tmp_path, "Report of the day", text))) == 1


def test_a_village_that_is_called_so_is_where_it_was(tmp_path: Path) -> None:
    text = "The attack, in which 12 people died, took place on Friday night in a town called Kutum, near the border with Chad."
    (mention,) = _incidents(_read(tmp_path, "Report of the day", text))
    assert mention.place is not None
    assert "Kutum" in mention.place.wording


def test_six_others_with_injuries_are_hurt(tmp_path: Path) -> None:
    text = "On Monday medics in Idlib recovered 43 bodies, all of them burned, along with six others with serious injuries."
    (mention,) = _incidents(_read(tmp_path, "Report of the day", text))
    assert sorted((i.outcome, i.quantity.best) for i in mention.toll) == [("injured", 6), ("killed", 43)]


def test_houses_burnt_in_a_raid_that_killed_are_no_type(tmp_path: Path) -> None:
    text = "In a night raid on 1 July, gunmen killed 12 villagers near Bria. Officials say homes and the market were burnt and looted."
    (mention,) = _incidents(_read(tmp_path, "Twelve killed in raid", text))
    assert mention.type == "Attack"


@pytest.mark.parametrize("text", ["At least 80 killed in twin Baghdad bombings by Islamic State", "Mali gunfire kills four"])
def test_a_capital_or_country_before_a_bombing_is_where_it_was(text: str) -> None:
    assert not [m for m in find_actors(text) if m.kind == "state forces"]


def test_a_country_before_an_air_strike_is_whose_it_was() -> None:
    assert [m.name for m in find_actors("Israel air strike kills two")] == ["Military Forces of Israel"]


def test_a_place_before_the_colon_of_a_headline_says_nothing() -> None:
    assert not find_attributions(pipeline()("Popayán: Governor leads kinsmen to bury 43 farmers killed by the rebels"))


def test_reports_say_what_the_clause_behind_them_tells() -> None:
    text = "According to reports, the gunmen came back to the town of Kaya, which was hit by a raid that left 30 people dead."
    (found,) = find_attributions(pipeline()(text))
    assert found.source is not None
    assert text[slice(*found.source)] == "reports"


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("It is feared that the death toll from the attack may rise.", []),
        ("The mayor believes that only the presence of an army camp can calm them after the attack.", []),
        ("Residents suspect that mercenaries attacked the village.", ["mercenaries"]),
        ("Analysts suspect the group carried out the attack to scare voters.", ["the group"]),
    ],
)
def test_only_somebody_is_suspected(text: str, blamed: list[str]) -> None:
    found = find_attributions(pipeline()(text))
    assert [text[slice(*a.on)] for a in found if a.on is not None] == blamed
