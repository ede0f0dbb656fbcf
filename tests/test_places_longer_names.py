"""A word that begins a longer name is no place by itself. The sentences are ours."""

import pytest

from thucydides.grounding.places import ground_places
from thucydides.nouns import Block, Document


def found(text: str) -> dict[str, str | None]:
    document = Document("d", "d", text, "d", (Block(0, len(text), "paragraph"),))
    return {r.wording: r.place.country if r.place else None for r in ground_places(document)}


@pytest.mark.parametrize(
    ("text", "absent", "present"),
    [
        ("A drone hit the Dar al-Arqam shelter in El Fasher, Sudan.", "Dar", "El Fasher, Sudan"),
        ("Fighters of Jaish al-Izza shelled a village near Hama, Syria.", "Jaish", "Hama, Syria"),
        ("The family of Abu bin Saleh fled from Sanaa, Yemen.", "Abu", "Sanaa, Yemen"),
    ],
)
def test_the_first_word_of_a_name_with_an_article_is_no_place(text: str, absent: str, present: str) -> None:
    places = found(text)
    assert absent not in places
    assert present in places


def test_towns_with_an_article_are_still_found() -> None:
    assert found("Shells fell on Deir al-Balah in the Gaza Strip.").get("Deir al-Balah in the Gaza Strip") or any(
        w.startswith("Deir al-Balah") for w in found("Shells fell on Deir al-Balah in the Gaza Strip.")
    )
