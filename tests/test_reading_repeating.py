"""Copies in a collection that grows and shrinks: what is kept of an earlier look, or how many texts came at once, changes no answer."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thucydides.keeping.shelf import Shelf
from thucydides.reading import repeating
from thucydides.reading.copies import repeats
from thucydides.reading.repeating import Told, repeated

WORDS = [f"word{n}" for n in range(50)]


def texts(dice: random.Random) -> list[Told]:
    """Texts of which some are much of others, from different days, as one order has them."""
    said = [" ".join(dice.choices(WORDS, k=dice.choice((20, 60, 90)))) for _ in range(6)]
    found = [told(f"t{n:03d}", dice.randrange(1, 5), _longer(dice, dice.choice(said))) for n in range(30)]
    return sorted(found, key=lambda told: (told.day, told.id))


def told(name: str, day: int, words: str) -> Told:
    return Told(name, date(2003, 4, day), words.encode(), lambda: words)


def _longer(dice: random.Random, words: str) -> str:
    return f"{words} {' '.join(dice.choices(WORDS, k=dice.choice((0, 1, 20, 60))))}"


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_texts_that_come_and_go_leave_the_answers_of_a_look_at_all(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    dice, shelf = random.Random(seed), Shelf(tmp_path_factory.mktemp("record") / "kept", "this")
    every = texts(dice)
    for _ in range(6):
        some = [one for one in every if dice.random() < 0.8]
        assert list(repeated(some, repeats, shelf)) == list(repeated(some, repeats))


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_many_texts_at_once_are_held_against_the_same_ones_as_few(seed: int) -> None:
    some = texts(random.Random(seed))
    few = repeated(some, repeats)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repeating, "_FEW", 0)
        assert list(repeated(some, repeats)) == list(few)


def test_the_made_texts_repeat_one_another() -> None:
    assert any(first >= 0 for seed in range(5) for first in repeated(texts(random.Random(seed)), repeats))


def test_a_text_whose_original_is_gone_repeats_the_next_one(tmp_path: object) -> None:
    shelf = Shelf(tmp_path, "this")  # type: ignore[arg-type]
    words = " ".join(WORDS)
    some = [told(name, day, words + more) for name, day, more in (("a", 1, ""), ("b", 2, " one"), ("c", 3, " two"))]
    assert list(repeated(some, repeats, shelf)) == [-1, 0, 0]
    assert list(repeated(some[1:], repeats, shelf)) == [-1, 0]
    assert list(repeated(some, repeats, shelf)) == [-1, 0, 0]
