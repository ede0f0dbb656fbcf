"""Pages as local papers and agencies write them: titles that name the province, wards in a row, deeds named by their village, releases of
captives beside the news. All sentences are ours."""

import pytest

from thucydides.nouns import Mention
from told import incidents, read


def _one(text: str, published: str = "2024-05-02") -> Mention:
    (mention,) = incidents(read(text, published))
    return mention


def _days(text: str, published: str = "2024-05-02") -> list[str]:
    return sorted(m.date.edtf for m in incidents(read(text, published)) if m.date is not None)


def _killed(mention: Mention) -> int:
    return sum(t.quantity.best or 0 for t in mention.toll if t.outcome == "killed" and t.part_of is None)


def _town(mention: Mention) -> str:
    return mention.place.place.name if mention.place is not None and mention.place.place is not None else ""


@pytest.mark.parametrize("title", ["Junta jets kill 9 in Sagaing village", "Junta jets kill 9 in Sagaing"])
def test_a_title_by_the_province_tells_of_the_deed_of_the_lead(title: str) -> None:
    text = (
        f"{title}\n\nNine civilians were killed when a jet bombed a monastery in Sagaing Region on Wednesday night, residents said.\n\n"
        "The monastery in Myinmu Township was hit by two bombs."
    )
    mention = _one(text)
    assert (_killed(mention), _town(mention)) == (9, "Myinmu")


def test_captives_who_regain_their_freedom_take_no_ground() -> None:
    text = (
        "Teacher seized in Gao\n\nGunmen seized a teacher in Gao on Sunday. Ten nurses who had been kidnapped in March regained their "
        "freedom on Monday."
    )
    assert [m.type for m in incidents(read(text, "2024-05-02"))] == ["Abduction/forced disappearance"]


def test_a_taking_with_its_village_and_day_is_told_beside_the_release() -> None:
    text = (
        "Captives freed\n\nTen of the women who were abducted from Zurmi village on 3 April regained their freedom on Tuesday, an official said."
    )
    assert _days(text) == ["2024-04-03"]


def test_schoolchildren_taken_from_one_school_in_a_month_are_one_deed() -> None:
    text = "Raids in Kankara\n\nIn December 2020, bandits abducted 344 schoolboys from the Government Science School in Kankara."
    mention = _one(text)
    assert mention.date is not None
    assert mention.date.edtf == "2020-12"


def test_the_harm_of_a_clause_goes_with_the_day_of_its_deed() -> None:
    text = (
        "Clashes go on\n\nA soldier and a rebel were killed in Placer on Wednesday, and two students were slightly hurt when an explosive "
        "went off near a school in Dimasalang on Monday."
    )
    hurt = [m for m in incidents(read(text, "2024-05-02")) if any(t.outcome == "injured" for t in m.toll)]
    assert [(_town(m), m.date.edtf if m.date else "") for m in hurt] == [("Dimasalang", "2024-04-29")]


def test_a_bus_near_a_town_told_by_the_capital_was_near_the_town() -> None:
    assert _town(_one("Five die\n\nOn Monday gunmen shot at a minibus near Baquba, northeast of Baghdad, killing five people.")) == "Baqubah"


def test_wards_in_a_row_lie_in_the_city_behind_them() -> None:
    text = (
        "Rebels die\n\nTroops were on patrol when they chanced upon some 15 rebels in Sitio Medel, Barangay Tan-awan, Kabankalan City, at about "
        "5:30 a.m. Tuesday. The firefight lasted 40 minutes and left five rebels dead."
    )
    mention = _one(text)
    assert (_town(mention), mention.type, _killed(mention)) == ("Kabankalan", "Armed clash", 5)


def test_a_night_between_two_days_is_no_stretch() -> None:
    text = "Two soldiers die\n\nTwo soldiers were killed in Datta Khel in the night between Monday and Tuesday, police said."
    mention = _one(text)
    assert (_killed(mention), mention.date.edtf if mention.date else "") == (2, "2024-04-29/2024-04-30")


def test_somebody_told_by_a_pronoun_counts_beside_his_guard() -> None:
    text = "Elder dies\n\nA roadside bomb hit the car of a tribal elder in Khar on Monday, killing him and his guard."
    assert _killed(_one(text)) == 2


def test_strikes_over_two_weeks_are_a_sum() -> None:
    text = "Strikes\n\nAt least 32 people died in air strikes on three townships in Sagaing in the first two weeks of April, monitors say."
    extract = read(text, "2024-05-02")
    assert [a.deaths.best for a in extract.aggregates if a.deaths] == [32]
    assert not [m for m in incidents(extract) if m.toll]


def test_a_deed_named_by_its_village_is_the_one_told_there_whatever_is_counted_of_it() -> None:
    text = (
        "Bandits kill 14 in Katsina\n\nAt least 14 persons were killed on Sunday when gunmen invaded Unguwar Zakka community in Kankara Local "
        "Government Area of Katsina State.\n\nOn Monday gunmen killed three farmers in Gusau.\n\nOn Tuesday gunmen killed two traders in Sokoto."
        "\n\nThe police spokesman confirmed the Unguwar Zakka attack but put the death toll at 11."
    )
    told = {_town(m): m for m in incidents(read(text, "2024-05-02"))}
    assert [t.quantity.best for t in told["Kankara"].beside] == [11]
