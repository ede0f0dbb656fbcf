"""Sentences that tell of an incident in words that a reader expects: who took ground from whom, and how a speaker stands inside a sentence."""

import pytest
from msgspec.structs import replace

from publishing_sample import sample
from thucydides.nouns import Incident
from thucydides.publishing.index import Index
from thucydides.publishing.responsibility import mutual, voice
from thucydides.publishing.sentences import told
from thucydides.reconciling.naming import inside


def taken(kind: str, *actors: tuple[str, str, str]) -> str:
    record = sample()
    clash: Incident = next(i for i in record.incidents if i.id == "EC-1991-03-12")
    changed = replace(clash, type=kind, event_type="Battles", actors=actors)
    return told(Index(record), changed)[0].text


def test_ground_is_taken_by_one_side_from_the_other() -> None:
    rebels, army = ("", "Condor Front", "perpetrator"), ("ec-military-forces", "Military Forces of Ecuador", "target")
    assert "in a takeover of territory by the Condor Front from the Military Forces of Ecuador" in taken(
        "Non-state actor overtakes territory", rebels, army
    )
    assert "in a recapture of territory by the Military Forces of Ecuador" in taken("Government regains territory", (*army[:2], "perpetrator"))
    assert "in a takeover of territory from the Military Forces of Ecuador" in taken("Non-state actor overtakes territory", army)
    assert "in an armed clash between the Condor Front and the Military Forces of Ecuador" in taken("Armed clash", rebels, army)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Two port workers", "two port workers"),
        ("The provincial governor", "the provincial governor"),
        ("Local journalists", "local journalists"),
        ("Chadian officials", "Chadian officials"),
        ("The New York Times", "The New York Times"),
        ("ELN", "ELN"),
    ],
)
def test_a_speaker_inside_a_sentence_keeps_only_the_capitals_of_a_name(name: str, said: str) -> None:
    assert inside(name) == said
    assert voice(name) in (said, f"{said[0].lower()}{said[1:]}")


def test_two_sides_that_name_one_another_are_no_party() -> None:
    assert mutual("each other")
    assert not mutual("the other brigade")
