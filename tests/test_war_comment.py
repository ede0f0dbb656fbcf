"""What long reports, analyses and explainers of a war tell: few deeds among much comment, totals, background, speakers and places."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Extract, Mention
from thucydides.reading import read_sources

HEAD = (
    "Fighting spreads in the north\n\nJuly 3, 2025\n\nShells fell on the market in El Fasher on Wednesday and killed nine people, doctors said. "
    "Rescuers worked until dark. Traders said that the stalls had only opened again last month. "
)
"""A report's lead, behind which comment follows."""


def _read(tmp_path: Path, text: str) -> Extract:
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    documents, _ = read_sources([str(path)])
    return next(extract_documents(documents))


def _incidents(tmp_path: Path, behind: str) -> list[Mention]:
    return [m for m in _read(tmp_path, HEAD + behind).mentions if m.kind == "incident"]


def _killed(mention: Mention) -> list[int | None]:
    return [i.quantity.best for i in mention.toll if i.outcome == "killed" and i.part_of is None]


@pytest.mark.parametrize(
    "comment",
    [
        "The violence must stop, the minister said, and both sides have committed crimes for which nobody answers.",
        "The regime is killing its own people while the world looks on, she wrote.",
        "As a country which has fought two wars with its neighbour, Chad has an enormous stake in the outcome of the war.",
        "Diplomats fear that bloodshed would follow if the talks were to fail.",
        "Bombing has become a matter of everyday life, and children draw what they see.",
        "There were rumours that the governor had been shot dead.",
        "State radio wrongly reported that Kutum had fallen to the militia on Tuesday.",
        "A reporter of the paper died of an asthma attack in Kutum last week.",
    ],
)
def test_comment_behind_the_lead_adds_no_incident_and_no_count(tmp_path: Path, comment: str) -> None:
    (told,) = _incidents(tmp_path, comment)
    assert _killed(told) == [9]
    assert told.place is not None
    assert told.place.place is not None
    assert told.place.place.name == "El Fasher"
    assert len(told.passages) <= 2


def test_a_deed_behind_the_lead_is_told_of_nonetheless(tmp_path: Path) -> None:
    told = _incidents(tmp_path, "The army has bombed the region for months. On Monday a drone killed four farmers near Kutum, the union said.")
    assert sorted(_killed(m)[0] or 0 for m in told) == [4, 9]


@pytest.mark.parametrize(
    ("count", "deaths"),
    [
        ("Another 31 people were killed on Tuesday, including 12 soldiers, a monitor said.", 31),
        ("A rights group said on Tuesday that 400 people have been killed by the army.", 400),
        ("The monitor said that 26 people had been killed on Tuesday, in Kutum, Nyala and El Geneina.", 26),
        ("At least 31 people died in violence across Sudan on Tuesday, the monitor said.", 31),
    ],
)
def test_counts_of_a_day_and_of_a_war_are_aggregates(tmp_path: Path, count: str, deaths: int) -> None:
    text = HEAD + "On Monday a drone killed four farmers near Kutum, the union said. " + count
    extract = _read(tmp_path, text)
    assert deaths in [a.deaths.best for a in extract.aggregates if a.deaths is not None]
    assert sorted(_killed(m)[0] or 0 for m in extract.mentions if m.kind == "incident") == [4, 9]


def test_a_count_of_a_day_in_a_report_of_one_place_is_of_its_deed(tmp_path: Path) -> None:
    text = (
        "Shelling of a market\n\nJuly 3, 2025\n\nShells fell on the market in El Fasher on Wednesday. The firing went on for an hour. "
        "Nobody could leave. At least 12 people were killed on Wednesday, doctors said."
    )
    (told,) = [m for m in _read(tmp_path, text).mentions if m.kind == "incident"]
    assert _killed(told) == [12]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("On Tuesday the army bombed the town of Kutum, and the envoy to Nairobi was called home.", "Kutum"),
        ("Militiamen killed four men in Kutum on Tuesday, the first such deed since the fall of Nyala.", "Kutum"),
        ("Four men were shot in Kutum on Tuesday, and their families fled to Nyala.", "Kutum"),
    ],
)
def test_where_people_are_sent_or_flee_and_what_dates_a_deed_is_no_place_of_it(tmp_path: Path, sentence: str, place: str) -> None:
    told = [m for m in _incidents(tmp_path, sentence) if m.date is not None and m.date.edtf == "2025-07-01"]
    assert [m.place.place.name for m in told if m.place is not None and m.place.place is not None] == [place]


def test_an_analysis_without_news_has_no_incident_of_its_own_day(tmp_path: Path) -> None:
    text = (
        "Why the war goes on\n\nJuly 3, 2025\n\nThree years of talks have brought no peace. Those who lead the two armies draw on gold and on friends "
        "abroad, and neither has much to fear from its people. That is why sanctions have done little. Outside powers, too, are divided on "
        "what should follow. The army ruled the country for thirty years until its leader fell. Since then it has looked for a partner it can "
        "trust and has found none. Its generals say that they alone can hold the country together, and those who remember the old days say "
        "that they never did. In Kutum, a trader said, soldiers had shot his brother at a checkpoint and taken his lorry. The killing of "
        "civilians has become the language in which both sides speak."
    )
    mentions = [m for m in _read(tmp_path, text).mentions if m.kind == "incident"]
    assert all(m.date is None for m in mentions)


def test_the_time_at_which_a_report_was_put_out_dates_no_deed(tmp_path: Path) -> None:
    text = (
        "Bombing is nothing new Saturday 14 June 2025 00.01 BST One of the most chilling sides of the war is that bombing has become a matter "
        "of everyday routine. Nobody is surprised any more, and few papers print a list of the dead."
    )
    assert not [m for m in _read(tmp_path, text).mentions if m.date is not None and m.date.edtf == "2025-06-14"]


def test_the_day_of_another_verb_is_no_day_of_force_named_in_passing(tmp_path: Path) -> None:
    told = _incidents(tmp_path, "The foreign minister, who has deplored the violence, said that an envoy would fly to Khartoum on Friday.")
    assert [m.date.edtf for m in told if m.date is not None] == ["2025-07-02"]


def test_where_somebody_speaks_of_force_is_no_place_of_it(tmp_path: Path) -> None:
    told = _incidents(tmp_path, "In Cairo on Tuesday, the head of the league condemned the violence and called for talks.")
    assert [m.place.place.name for m in told if m.place is not None and m.place.place is not None] == ["El Fasher"]


def test_a_name_says_more_than_a_long_way_from_another(tmp_path: Path) -> None:
    text = (
        "Assault on a town\n\nJuly 3, 2025\n\nAt least 65 people have died since tanks rolled on Tuesday into the town, 300 km west of Khartoum, and "
        "opened fire. The assault on El Obeid began at dawn."
    )
    (told,) = [m for m in _read(tmp_path, text).mentions if m.kind == "incident"]
    assert told.place is not None
    assert told.place.place is not None
    assert told.place.place.name == "El Obeid"
