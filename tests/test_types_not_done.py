"""What a brief report tells as planned, foiled or only spoken of, and what is no conflict at all."""


import pytest

from thucydides.extracting.kinds.status import status_of
from thucydides.extracting.parsing import pipeline
from told import told_briefly


@pytest.mark.parametrize(
    "text",
    [
        "Reporters bombarded the coach with questions after the defeat.",
        "The opposition attacked the government's tax policy in a heated debate.",
        "The director shot the film in the old town of Sarajevo.",
        "Arsenal beat Chelsea 2-1 with a late strike.",
        "An earthquake of magnitude 6.1 killed 12 people in Herat.",
        "A passenger ferry capsized on the Congo River and 40 people drowned.",
        "A gas leak at a fertiliser plant in Gujarat killed six workers.",
        "Heavy monsoon floods swept away houses in Sindh.",
        "The band exploded onto the scene with its second album.",
        "The central bank raised its key rate to fight inflation.",
    ],
)
def test_what_is_no_conflict_is_no_incident(text: str) -> None:
    assert told_briefly(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Police said they had foiled a plan to attack a market in Dhaka.",
        "The rebels threatened to attack the capital.",
        "The army denied that it had bombed the village.",
        "Analysts fear that militants could attack the port.",
    ],
)
def test_what_did_not_happen_is_no_done_incident(text: str) -> None:
    assert [m.type for m in told_briefly(text) if m.status == "happened" and m.event_type in ("Battles", "Explosions/Remote violence")] == []


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Police foiled an attack on a mosque.", "attack", "foiled"),
        ("Security forces thwarted a plot to bomb a station.", "bomb", "planned"),
        ("A planned attack on the embassy was prevented.", "attack", "foiled"),
        ("The rebels plan to attack the city.", "attack", "planned"),
        ("Militants threatened to kidnap foreigners.", "kidnap", "planned"),
        ("The army will attack the town next week.", "attack", "planned"),
        ("The army denied shelling the hospital.", "shelling", "denied"),
        ("Troops did not bomb the village.", "bomb", "denied"),
        ("Rumours that four were killed by the army are baseless.", "killed", "denied"),
        ("Allegations that soldiers killed four villagers are false.", "killed", "denied"),
        ("Hostile media fabricated that troops bombed the village.", "bombed", "denied"),
        ("Allegations that soldiers killed four villagers are credible.", "killed", "happened"),
        ("There was no attack on the convoy.", "attack", "denied"),
        ("If the rebels attack the city, thousands will flee.", "attack", "hypothetical"),
        ("Militants could attack the port.", "attack", "hypothetical"),
        ("A strike on the dam would kill thousands.", "strike", "hypothetical"),
        ("Soldiers may have killed ten villagers.", "killed", "happened"),
        ("The attack would have killed more people on a market day.", "attack", "happened"),
        ("The army said it had shelled the camp.", "shelled", "happened"),
        ("There were no casualties.", "casualties", "happened"),
    ],
)
def test_a_word_has_its_status(text: str, word: str, status: str) -> None:
    sentence = next(pipeline()(text).sents)
    (token,) = [t for t in sentence if t.text == word]
    assert status_of(sentence, token) == status
