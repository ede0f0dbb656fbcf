"""Words of force that tell of no deed make no incident; deeds told in few words do. The reports are ours, of many wars."""

import pytest

from thucydides.extracting.chances import bits_of, chance
from thucydides.extracting.doubt.doubting import NO_DEED
from told import incidents, read

DAY = "2023-07-05"
NO_DEEDS = {
    "debate": "Debate on the war\n\nThe two clashed over the Yemen war in London, both landing blows. Will you attack us again, she asked?",
    "campaign": (
        "Allies meet on Libya\n\nMinisters of twelve states met in Brussels and spoke of money. They did not agree on who is to pay.\n\n"
        "The minister said the bombing has saved lives and that the alliance can extend it past the end of June. He left in the evening."
    ),
    "command": (
        "Mission in Mali\n\nThe force is set to take control of the whole operation in Mali on Thursday, which eases the cost."
    ),
    "letters to the paper": (
        "Letters\n\nWhat right have you to bomb other countries? We caused a disaster in Iraq and now you attack us for it."
    ),
}
DEEDS = {
    "strike": "Strike in Idlib\n\nWarplanes struck Saraqib on Saturday, residents said.",
    "count": "Kutum attack\n\nGunmen killed four traders in Kutum.",
    "headline": "Two soldiers killed in Kunar ambush\n\nThe ambush was on a road.",
    "witness": "Shells fall on Donetsk\n\nWe heard shells hit the market in Makiivka on Monday and two women were killed, a witness said.",
}


@pytest.mark.parametrize("name", NO_DEEDS)
def test_what_is_meant_asked_planned_or_goes_on_is_no_incident(name: str) -> None:
    assert not incidents(read(NO_DEEDS[name], DAY))


@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_told_in_a_sentence_is_one(name: str) -> None:
    assert len(incidents(read(DEEDS[name], DAY))) == 1


def test_who_tells_at_length_of_one_person_shot_tells_of_a_deed() -> None:
    text = (
        "Family mourns boy\n\nI pray for the mother of the child that got shot, a neighbour said. We heard him cry, she told us. He was shot at the door. "
        "He died in my arms, his aunt said. Do you know who shot him, she asked."
    )
    assert [m.toll[0].outcome for m in incidents(read(text, DAY))] == ["killed"]


def test_a_count_a_day_and_a_doer_speak_for_a_deed_and_a_question_against_one() -> None:
    bits = bits_of("doubt")
    assert min(bits[sign] for sign in ("counted", "own-day", "doer", "armed", "lead")) > 0
    assert max(bits[sign] for sign in ("asked", "undated", "country-only", "after-the-report", "not-done")) < 0
    assert chance("doubt", ["counted", "own-day", "doer"]) > 0.9 > NO_DEED > chance("doubt", ["asked", "undated", "no-place", "nobody-harmed"])


@pytest.mark.parametrize(
    "said",
    [
        "The president called it an attack on democracy.",
        "On Friday the opposition attacked the government's record in a debate in Accra.",
        "On Friday lawmakers in Accra shot down a proposal for talks.",
        "On Friday envoys in Accra said that a third party had torpedoed the deal.",
        "On Friday heavy rain killed 14 people in Accra.",
        "On Friday rival parties began a battle for votes in Accra.",
    ],
)
def test_force_on_what_is_only_thought_or_said_is_no_deed(said: str) -> None:
    told = read(f"Raid on Kori\n\nRebels attacked the village of Kori on Wednesday and killed two farmers.\n\n{said}", DAY)
    assert len(incidents(told)) == 1


@pytest.mark.parametrize("met", ["the talks in Gao", "a vote count in Gao"])
def test_people_who_talk_or_count_votes_may_be_attacked(met: str) -> None:
    assert len(incidents(read(f"Raid\n\nGunmen raided {met} on Wednesday and killed two clerks.", DAY))) == 1
