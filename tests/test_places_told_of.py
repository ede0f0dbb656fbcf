"""Places that are none of the deed's: where the wounded were taken, surnames and ordinals that towns bear; and the town inside a province told."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.grounding.places import ground_places
from thucydides.nouns import Mention
from thucydides.reading import read_sources


def _told(tmp_path: Path, text: str, title: str = "Report of the day") -> Mention:
    path = tmp_path / "report.txt"
    path.write_text(f"{title}\n\nJuly 3, 2025\n\n{text}", encoding="utf-8")
    documents, _ = read_sources([str(path)])
    told = [m for m in next(extract_documents(documents)).mentions if m.kind == "incident"]
    return max(told, key=lambda m: len(m.passages))


def _names(tmp_path: Path, text: str) -> set[str]:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    documents, _ = read_sources([str(path)])
    return {r.place.name for r in ground_places(documents[0]) if r.place is not None}


@pytest.mark.parametrize(
    "text",
    [
        "GAO, Mali - Two boys were wounded by a mine on Wednesday. One of them died after he was flown to a hospital in Bamako.",
        "GAO, Mali - A mine wounded two boys on Wednesday. They were treated at a Bamako hospital, where one of them died of his wounds.",
        "GAO, Mali - A grenade killed one man and wounded another on Wednesday. A suspect who shot at soldiers is held at the Bamako prison.",
    ],
)
def test_where_people_were_taken_is_not_where_it_was(tmp_path: Path, text: str) -> None:
    told = _told(tmp_path, text)
    assert told.place is not None
    assert told.place.place is not None
    assert told.place.place.name == "Gao"


def test_a_hospital_that_was_struck_is_where_it_was(tmp_path: Path) -> None:
    told = _told(tmp_path, "KYIV, Ukraine - A missile struck a hospital in Kherson on Wednesday, killing three patients.")
    assert told.place is not None
    assert told.place.place is not None
    assert told.place.place.name == "Kherson"


def test_the_town_a_report_is_about_makes_its_province_finer(tmp_path: Path) -> None:
    text = (
        "Gunmen killed nine people in Borno on Wednesday.\n\nThey came to Gwoza at dawn. Soldiers in Gwoza fired back.\n\n"
        "In Gwoza the market was closed."
    )
    told = _told(tmp_path, text)
    assert told.place is not None
    assert told.place.place is not None
    assert told.place.place.name == "Gwoza"
    assert told.place.place.reason.startswith("place.finer")


def test_a_surname_of_which_only_persons_things_are_said_is_no_town(tmp_path: Path) -> None:
    text = "Police in Accra arrested Kwabena Yaw Dixon. Dixon is charged with murder, and Dixon was held in Accra."
    assert _names(tmp_path, text) == {"Accra"}


def test_ordinals_and_ranks_are_no_places(tmp_path: Path) -> None:
    assert _names(tmp_path, "In the Fourth of the attacks in Mali, Lt Traore was killed.") == {"Mali"}


def test_a_town_with_a_hyphen_is_no_full_name(tmp_path: Path) -> None:
    assert _names(tmp_path, "A teenager was wounded in Winston-Salem on Thursday.") == {"Winston-Salem"}


def test_a_quarter_called_after_a_creek_is_of_the_town_the_report_speaks_of(tmp_path: Path) -> None:
    text = "CHARLOTTE, N.C. - Two people were shot in Steele Creek on Monday. Police in Charlotte said so."
    assert _names(tmp_path, text) == {"Charlotte"}


def test_somebody_shot_who_is_called_like_a_town_is_no_place(tmp_path: Path) -> None:
    text = "GAO, Mali - Kwabena Davis, 25, and a friend were attacked on Wednesday. Davis was shot in the chest and died."
    told = _told(tmp_path, text)
    assert told.place is not None
    assert told.place.place is not None
    assert told.place.place.name == "Gao"


def test_whose_death_it_was_is_no_place(tmp_path: Path) -> None:
    told = _told(tmp_path, "Two men are sought in Qwarbeen's death. A gunman killed him in Gao on Wednesday.")
    assert told.place is None or "Qwarbeen" not in told.place.wording


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Nine herders were killed on Wednesday in clashes with gunmen in Niger's Sahara, the governor of Agadez said.", "NE"),
        ("AMRITSAR, India - Gunmen killed five shopkeepers in Punjab on Wednesday. India sent troops.", "IN"),
    ],
)
def test_a_region_of_several_countries_has_the_country_that_the_report_speaks_for(tmp_path: Path, text: str, country: str) -> None:
    told = _told(tmp_path, text)
    assert told.place is not None
    assert told.place.place is not None
    assert told.place.place.country == country


def test_a_region_where_no_country_speaks_for_itself_keeps_none(tmp_path: Path) -> None:
    told = _told(tmp_path, "Nine herders were killed on Wednesday in clashes with gunmen in the Sahara.")
    assert told.place is not None
    assert told.place.place is not None
    assert told.place.place.country is None


def test_the_border_of_a_neighbour_is_the_line_between_the_two(tmp_path: Path) -> None:
    told = _told(tmp_path, "Six rebels were killed on Wednesday in a Chadian army offensive near the Sudanese border.")
    assert told.place is not None
    assert told.place.place is not None
    assert told.place.place.gazetteer_id == "border:SD-TD"


def test_countries_in_a_list_lie_in_none_of_each_other(tmp_path: Path) -> None:
    text = "The killing was condemned by unions in Chile, Bolivia, Peru, Colombia and Panama."
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    documents, _ = read_sources([str(path)])
    kinds = [r.place.kind for r in ground_places(documents[0]) if r.place is not None]
    assert kinds == ["country"] * 5


def test_where_a_broadcast_was_heard_is_not_where_it_was(tmp_path: Path) -> None:
    told = _told(tmp_path, "A broadcast monitored in Nairobi said nine soldiers were killed on Wednesday in an ambush near Kismayo.")
    assert told.place is not None
    assert told.place.place is not None
    assert told.place.place.country == "SO"


def test_the_city_of_a_name_that_its_province_bears_is_the_town(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("Two people were killed in the city of Jalal-Abad, Kyrgyzstan.", encoding="utf-8")
    documents, _ = read_sources([str(path)])
    (place,) = [r.place for r in ground_places(documents[0]) if r.place is not None]
    assert place.kind == "settlement"


@pytest.mark.parametrize("troops", ["a battalion stationed in Kidal", "a unit garrisoned at Kidal", "a Kidal-based brigade", "a platoon quartered in Kidal"])
def test_where_troops_have_their_quarters_is_not_where_they_fell(tmp_path: Path, troops: str) -> None:
    told = _told(tmp_path, f"Four men of {troops} were killed on Wednesday in an ambush near Gao.")
    assert told.place is not None
    assert told.place.place is not None
    assert told.place.place.name == "Gao"
