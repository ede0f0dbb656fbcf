"""A deed recalled to say when another came keeps its own words, and gives its day to no news told behind it."""

from told import ASIDE, read


def _found(text: str, published: str) -> dict[str, str | None]:
    mentions = read(f"News\n\n{text}\n\n{ASIDE}", published).mentions
    return {m.place.place.name: m.date.edtf if m.date is not None else None for m in mentions if m.place is not None and m.place.place is not None}


def test_all_words_behind_a_recalled_deed_are_of_it() -> None:
    text = (
        "Rebels killed 12 people in Beni on Tuesday.\n\nThe killings come a month after the ADF attacked a school in Mpondwe, western Uganda, "
        "on June 16, killing 42 people, 37 of them students, and abducting six."
    )
    assert _found(text, "2023-07-13") == {"Beni": "2023-07-11", "Mpondwe": "2023-06-16"}


def test_a_separate_deed_of_the_news_has_not_the_day_of_one_recalled_before() -> None:
    text = (
        "Five soldiers were killed in an explosion in Rajouri on Friday.\n\nThe group ambushed an army truck in Poonch on April 20, killing five.\n\n"
        "In a separate encounter in Baramulla, one militant was killed, police said."
    )
    found = _found(text, "2023-05-06")
    assert found["Pūnch"] == "2023-04-20"
    assert found["Bāramūla"] != "2023-04-20"


def test_a_separate_deed_is_not_one_with_the_deed_told_before_it() -> None:
    text = (
        "Five soldiers were killed in an explosion in Rajouri on Friday.\n\nThe group is believed to have ambushed an army truck in Poonch on April 20, in "
        "which five jawans died.\n\nIn a separate encounter in the Kunzer area, one militant was killed, police said."
    )
    mentions = read(f"News\n\n{text}\n\n{ASIDE}", "2023-05-06").mentions
    assert sorted(t.quantity.best or 0 for m in mentions for t in m.toll if t.outcome == "killed") == [1, 5, 5]
    assert len(mentions) == 3


def test_other_dead_at_a_village_that_no_gazetteer_knows_are_of_another_deed() -> None:
    text = "Gunmen killed 16 people in Grand-Bassam on Sunday.\n\nA French patrol hit a mine near Ixuzit; three soldiers died."
    mentions = read(f"News\n\n{text}\n\n{ASIDE}", "2024-03-05").mentions
    assert [[t.quantity.best for t in m.toll if t.outcome == "killed"] for m in mentions] == [[16], [3]]


def test_the_attackers_dead_in_a_quarter_of_the_town_are_of_the_one_deed() -> None:
    text = "Gunmen killed at least 16 people in Jos on Sunday. The attackers stormed Anguwan Rukuba at night, killing 14 residents and two guards."
    assert len(read(f"News\n\n{text}\n\n{ASIDE}", "2024-03-05").mentions) == 1


def test_bullet_ridden_bodies_found_in_another_town_are_no_arms_and_of_another_deed() -> None:
    text = (
        "Some 100 villagers were abducted in Madaen last week, officials said.\n\nMeanwhile, residents said they had come upon the bullet-ridden bodies of 19 "
        "men on a football field in Haditha, a town 130 miles from Baghdad."
    )
    mentions = read(f"News\n\n{text}\n\n{ASIDE}", "2005-04-20").mentions
    dead = {m.place.place.name: [t.quantity.best for t in m.toll if t.outcome == "killed"] for m in mentions if m.place and m.place.place}
    assert dead == {"Mada'in": [], "Ḩadīthah": [19]}
