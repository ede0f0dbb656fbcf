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
        "In Sagaing more than 400 people have been killed since January.",
        "The uprising has killed at least 150 people, rights groups say.",
        "Attacks by bandits have killed 190 people in the state.",
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
    assert _killed(mention) == [15]


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


def test_who_must_look_into_a_massacre_did_not_do_it(tmp_path: Path) -> None:
    text = (
        "The Colombian authorities must urgently launch an impartial investigation into the summary killing of over 40 residents of "
        "Toribío in Cauca on 18 June, Amnesty International said today."
    )
    (mention,) = _incidents(_read(tmp_path, "Report of the day", text))
    assert _killed(mention) == [40]
    assert not [a for a in mention.actors if a.role == "perpetrator"]


def test_what_is_feared_in_a_statement_is_the_word_of_who_states_it(tmp_path: Path) -> None:
    text = "More than 60 people are feared dead in Loikaw following an attack on the town, the United Nations said."
    found = _read(tmp_path, "Report of the day", text)
    assert {c.speaker for c in found.claims if c.attribute == "killed"} == {"the United Nations"}


def test_i_inside_a_quotation_is_who_is_quoted(tmp_path: Path) -> None:
    text = "A nurse in Kherson, Olha Test, was quoted as saying “I have counted 23 bodies after the shelling.”"
    found = _read(tmp_path, "Report of the day", text)
    assert [c.speaker for c in found.claims if c.attribute == "killed"] == ["A nurse in Kherson, Olha Test"]


def test_a_first_toll_that_rose_is_taken_back_by_both_numbers(tmp_path: Path) -> None:
    text = "A strike hit a school in Taiz on Monday. The initial toll was 16 killed and 37 injured, but this rose to 26 killed and 33 injured."
    (mention,) = _incidents(_read(tmp_path, "Report of the day", text))
    assert sorted((i.outcome, i.quantity.best) for i in mention.toll if i.part_of is None) == [("injured", 33), ("killed", 26)]


def test_dozens_more_are_one_count(tmp_path: Path) -> None:
    text = "An air raid on a barracks in Taiz killed 28 cadets and injured dozens more on Saturday."
    (mention,) = _incidents(_read(tmp_path, "Report of the day", text))
    assert [i.quantity.best for i in mention.toll if i.outcome == "injured"] == [24]


def test_a_number_of_people_massacred_is_a_toll(tmp_path: Path) -> None:
    text = "The number of villagers massacred on Saturday near Toribío, Colombia, is well over 200."
    (mention,) = _incidents(_read(tmp_path, "Report of the day", text))
    assert _killed(mention) == [200]


def test_shares_behind_with_are_of_their_towns(tmp_path: Path) -> None:
    text = "Early reports put Friday's death toll at 57, with 32 civilians killed in Homs and 25 in Aleppo."
    found = _read(tmp_path, "Report of the day", text)
    assert sorted((m.place.place.name if m.place and m.place.place else "", *_killed(m)) for m in _incidents(found)) == [
        ("Aleppo", 25),
        ("Homs", 32),
    ]
    assert [a.deaths.best for a in found.aggregates if a.deaths] == [57]


def test_a_barrage_of_violence_is_no_shelling(tmp_path: Path) -> None:
    text = "On Monday men with machetes killed 60 people at a camp near Bunia, who woke up to a barrage of violence."
    assert {m.type for m in _incidents(_read(tmp_path, "Report of the day", text))} == {"Attack"}


def test_the_count_of_a_box_goes_before_a_toll_of_the_first_day(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        '<html><head><title>Toribío massacre</title></head><body><h1>Toribío massacre</h1><table class="infobox"><tbody>'
        '<tr><th colspan="2">Toribío massacre</th></tr><tr><th>Location</th><td>Toribío, Cauca, Colombia</td></tr>'
        "<tr><th>Date</th><td>18 June 2022</td></tr><tr><th>Deaths</th><td>54</td></tr></tbody></table>"
        "<p>On 18 June 2022, gunmen were accused of massacring villagers in the municipality of Caloto, Colombia.</p>"
        "<p>One resident told reporters that the death toll surpassed 26 people.</p></body></html>",
        encoding="utf-8",
    )
    documents, _ = read_sources([str(path)])
    found = next(extract_documents(documents))
    assert [_killed(m) for m in _incidents(found)] == [[54]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("an attack by the paramilitary Rapid Support Forces on a camp", ["Rapid Support Forces"]),
        ("The militant group Boko Haram raided a farm", ["Boko Haram"]),
    ],
)
def test_what_kind_of_group_it_is_and_its_name_are_one_party(text: str, names: list[str]) -> None:
    assert [m.name for m in find_actors(text)] == names


def test_a_country_before_the_colon_of_a_headline_says_nothing() -> None:
    assert not find_attributions(pipeline()("Libya: At least 28 dead in raid on military school"))


def test_leaders_who_demonstrate_solidarity_hold_no_protest(tmp_path: Path) -> None:
    text = (
        "In all 71 soldiers were killed in a raid on a base at Kaya on 11 December 2024.\n\n"
        "Demonstrating their solidarity, leaders met in Ouagadougou on 15 December 2024 to pay homage to the soldiers who were killed."
    )
    assert len(_incidents(_read(tmp_path, "Report of the day", text))) == 1


def test_dozens_may_be_the_number_of_the_title(tmp_path: Path) -> None:
    text = (
        "Dozens of people were killed in an attack on an army camp in western Niger on Tuesday, July 1, a security source said.\n\n"
        "The attack in the town of Tillabéri killed 60, the source said."
    )
    found = _incidents(_read(tmp_path, "At least 60 killed in attack on Niger army camp", text))
    assert [(m.date.edtf if m.date else None, _killed(m)) for m in found] == [("2025-07-01", [60])]


def test_fighters_without_a_number_leave_the_soldiers_counted(tmp_path: Path) -> None:
    text = "The army said 71 soldiers were killed near Kutum on Monday and a substantial number of terrorists were neutralised."
    assert 71 in {n for m in _incidents(_read(tmp_path, "Report of the day", text)) for n in _killed(m)}


def test_this_sunday_of_what_happened_is_the_last_one(tmp_path: Path) -> None:
    text = "At least 17 people died this Sunday as a result of a bomb attack on a church in Kasindi, Congo."
    (mention,) = _incidents(_read(tmp_path, "Report of the day", text))
    assert mention.date is not None
    assert mention.date.edtf == "2025-06-29"


def test_is_in_capitals_is_the_group(tmp_path: Path) -> None:
    text = "On 3 June fighting went on in Raqqa, where IS killed 24 people in the main market."
    assert [24] in [_killed(m) for m in _incidents(_read(tmp_path, "Report of the day", text))]


def test_who_gives_the_numbers_is_not_among_the_dead(tmp_path: Path) -> None:
    text = "According to Malian officials, at least 47 students and four militants were killed in an attack in Gao on Monday."
    (mention,) = _incidents(_read(tmp_path, "Report of the day", text))
    assert not [i for i in mention.toll if "officials" in i.group]


def test_attackers_who_take_positions_take_no_place(tmp_path: Path) -> None:
    text = "On Monday gunmen killed 30 worshippers at a mosque in Gao. The attackers took positions facing the door of the mosque."
    assert {m.type for m in _incidents(_read(tmp_path, "Report of the day", text))} == {"Attack"}


def test_what_was_believed_the_deadliest_attack_blames_nobody() -> None:
    text = "Gunmen stormed a mosque in what was believed to be the deadliest single attack by rebels on civilians."
    assert not [a for a in find_attributions(pipeline()(text)) if a.on is not None]


def test_a_number_of_another_day_and_town_tells_no_deed_again(tmp_path: Path) -> None:
    text = (
        "On March 4, a strike hit a truck full of people in Shire. At least 30 were killed, a hospital doctor told us then.\n\n"
        "On May 19, jets hit a bus at Mekele in Tigray, as it carried people home from a feast. Relatives say 30 passengers died; the "
        "authorities are silent.\n\n"
        "Gunmen shot dead three teachers near Adwa on 12 May 2025."
    )
    found = _incidents(_read(tmp_path, "Strikes on trucks", text))
    assert [(m.date.edtf if m.date else None, _killed(m)) for m in found] == [
        ("2025-03-04", [30]), ("2025-05-19", [30]), ("2025-05-12", [3]),
    ]  # fmt: skip


def test_a_number_told_twice_of_one_day_is_of_one_deed(tmp_path: Path) -> None:
    text = (
        "Fighting also engulfed Sumy on Tuesday, where 19 defenders were killed, a spokesman said.\n\n"
        "Shells hit a bakery in Izium on Sunday and killed two women.\n\n"
        "Gunmen shot dead three teachers near Lyman on 12 May 2025.\n\n"
        "Just west of the city 19 defenders were killed on Tuesday in a clash with troops, said the spokesman."
    )
    found = _incidents(_read(tmp_path, "Day of fighting", text))
    assert [n for m in found for n in _killed(m)].count(19) == 1
