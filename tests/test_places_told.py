"""Where a report tells an incident: names that no gazetteer holds, parts of towns, bodies with the name of a place. The reports are ours."""

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Block, Document, Mention


def main(text: str) -> Mention:
    blocks, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        blocks.append(Block(at, at + len(paragraph), "paragraph" if number else "title"))
        at += len(paragraph) + 2
    (extract,) = extract_documents([Document("d", "d", text, "d", tuple(blocks), title=text.split("\n\n")[0])])
    return max((m for m in extract.mentions if m.kind == "incident"), key=lambda m: len(m.passages))


def words(text: str, mention: Mention) -> str:
    assert mention.place is not None
    return text[mention.place.passage.start : mention.place.passage.end]


def test_a_name_that_no_gazetteer_holds_is_the_wording_and_the_rest_of_the_report_the_place() -> None:
    text = "Village attacked\n\nGunmen killed nine people in Qwarbeen on Friday, according to Idlib province's health office."
    mention = main(text)
    assert words(text, mention) == "Qwarbeen"
    assert mention.place is not None
    assert mention.place.place is not None
    assert "Idlib" in mention.place.place.name
    assert (mention.place.place.precision or 0) >= 2


def test_an_unlisted_name_alone_is_a_place_without_an_entry() -> None:
    text = "Village attacked\n\nGunmen killed nine people in Qwarbeen on Friday."
    mention = main(text)
    assert words(text, mention) == "Qwarbeen"
    assert mention.place is not None
    assert mention.place.place is None
    assert mention.place.reason.startswith("place.unlisted")


@pytest.mark.parametrize("named", ["Ramadan", "Friday Street", "January", "Operation Qwarbeen", "Qwarbeen Hospital", "Supreme Court"])
def test_times_roads_bodies_and_buildings_are_no_unlisted_places(named: str) -> None:
    mention = main(f"Report\n\nGunmen killed nine people in {named}.")
    assert mention.place is None or not mention.place.reason.startswith("place.unlisted")


def test_a_town_said_of_the_deed_goes_before_any_unlisted_name() -> None:
    text = "Market attacked\n\nGunmen killed nine people in Aleppo on Friday. Forty were wounded in Qwarbeen market, doctors said."
    assert words(text, main(text)) == "Aleppo"


def test_what_somebody_said_according_to_is_no_goal() -> None:
    mention = main("Report\n\nNine people were killed on Friday, according to Idlib province's health office.")
    assert all(p.role != "to" for p in mention.places)


@pytest.mark.parametrize(
    ("sentence", "wording", "entry"),
    [
        ("Gunmen killed nine people in Qwarbeen, south of Aleppo, on Friday.", "Qwarbeen", "Aleppo"),
        ("Gunmen killed nine people on Friday, Qwarbeen residents said.", "Qwarbeen", None),
        ("Gunmen killed nine people in Qwarbeen Friday.", "Qwarbeen", None),
        ("Gunmen stormed Qwarbeen on Friday and killed nine people. Officials in Aleppo confirmed it.", "Qwarbeen", "Aleppo"),
        ("Nine people were shot in a raid on the hamlet of Qwarbeen on Friday, a lawmaker in Aleppo said.", "Qwarbeen", "Aleppo"),
        ("Nine people were shot dead on Friday, villagers from Qwarbeen told the radio.", "Qwarbeen", None),
    ],
)
def test_unlisted_names_are_found_beside_known_places_and_by_those_who_tell(sentence: str, wording: str, entry: str | None) -> None:
    text = f"Report\n\n{sentence}"
    mention = main(text)
    assert words(text, mention) == wording
    assert mention.place is not None
    assert (mention.place.place.name if mention.place.place is not None else None) == entry


def test_a_hospital_of_another_town_is_no_place_of_the_deed() -> None:
    text = "Two shot in Homs\n\nTwo men were shot on Friday and taken to Damascus University Hospital, police said."
    mention = main(text)
    assert mention.place is not None
    assert mention.place.place is not None
    assert mention.place.place.name == "Homs"


def test_a_quarter_has_the_town_that_the_report_names() -> None:
    text = "Blast in the capital\n\nA car bomb killed nine people in the Karrada section of Baghdad on Friday."
    mention = main(text)
    assert mention.town is not None
    assert (words(text, mention), mention.town.wording) == ("Karrada", "Baghdad")


def test_a_town_is_no_part_of_another() -> None:
    assert main("Attack\n\nA car bomb killed nine people in Homs on Friday. Damascus said the army had replied.").town is None


def test_a_dateline_goes_before_the_home_of_a_body() -> None:
    text = "Two shot\n\nLYONS, Kan. (AP) - Two people were shot on Friday night, Rice County Sheriff's deputies said."
    mention = main(text)
    assert mention.place is not None
    assert mention.place.place is not None
    assert mention.place.place.name == "Lyons"


def test_a_city_that_only_says_how_far_off_the_town_lies_is_not_where_it_was() -> None:
    text = "Raid\n\nThe raid by an armed gang in Saint-Marc, about 70 kilometers from the Haitian capital of Port-au-Prince left 20 dead."
    mention = main(text)
    assert words(text, mention) == "Saint-Marc"


def test_where_a_ministry_speaks_is_not_where_the_deed_was() -> None:
    said = "In Lima, the Interior Ministry said nine police officers were killed on Friday when rebels ambushed a convoy."
    text = f"Convoy attacked\n\nRebels attacked a convoy near Ayacucho on Friday.\n\n{said}"
    assert words(text, main(text)) == "Ayacucho"


def test_where_a_local_official_speaks_is_where_the_deed_was() -> None:
    text = "Traders killed\n\nIn Gao, the governor said nine traders were shot dead on Friday."
    assert words(text, main(text)) == "Gao"


def test_a_name_of_several_words_is_not_cut_by_the_end_of_a_sentence() -> None:
    text = (
        "Clash at a temple\n\nThe clash first broke out in the Ta Muen Thom temple compound in Phanom Dong Rak district of Surin as "
        "soldiers opened fire at a base on Thursday."
    )
    assert text.endswith(text[main(text).passages[0].start :])


def test_a_country_before_as_in_a_headline_is_that_country() -> None:
    text = "Dozens Killed in Colombia as Rebels Advance\n\nRebels killed 30 people on Friday in the Catatumbo region."
    blocks = (Block(0, 43, "title"), Block(45, len(text), "paragraph"))
    assert text[:43].endswith("Advance")
    (extract,) = extract_documents([Document("d", "d", text, "d", blocks, title=text[:43])])
    (mention,) = [m for m in extract.mentions if m.kind == "incident"]
    assert mention.place is not None
    assert mention.place.place is not None
    assert mention.place.place.name == "Catatumbo"


def test_an_ordinary_word_in_a_headline_is_no_misspelt_town() -> None:
    text = "Village Still in Danger\n\nGunmen killed nine people near Sibi in Pakistan on Friday."
    mention = main(text)
    assert mention.place is not None
    assert mention.place.place is not None
    assert mention.place.place.name == "Sibi"


def test_an_abbreviation_with_a_small_letter_is_no_code_of_a_province() -> None:
    text = "Shelling\n\nTwelve people were killed in shelling across the LoC on Tuesday."
    mention = main(text)
    assert mention.place is not None
    assert mention.place.place is not None
    assert mention.place.place.name == "Line of Control"
