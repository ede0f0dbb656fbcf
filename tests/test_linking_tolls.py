"""Numbers killed that differ: rival counts of one deed are one incident, other numbers on other days are another. The reports are ours."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from linking_factory import DJIBO, HOMS, KHARKIV, document, mention
from thucydides.linking import link
from thucydides.linking.days import BUSY_DAYS
from thucydides.linking.link import linked as standing_linked
from thucydides.linking.standing import Standing
from thucydides.linking.unit import units
from thucydides.linking.words import content_words
from thucydides.nouns import Document, Extract, Mention, Place
from told import read


def linked(first: Mention, second: Mention, days: tuple[str, str]) -> int:
    """How many incidents two mentions are."""
    documents = [document(m.document, day) for m, day in zip((first, second), days, strict=True)]
    return len(link([first, second], documents).clusters)


@pytest.mark.parametrize("place", [HOMS, DJIBO, KHARKIV])
@pytest.mark.parametrize("tolls", [(21, 41), (27, 70), (12, 30)])
def test_rival_counts_of_one_day_town_and_kind_are_one_incident(place: Place, tolls: tuple[int, int]) -> None:
    words = {"a": "market trader stall morning siege crowd artisan", "b": "shrapnel surgeon corridor mourner baker grave orphan"}
    told = [mention(name, 0, "Attack", "2024-06-04", place, [n], words=words[name]) for name, n in zip("ab", tolls, strict=True)]
    assert linked(told[0], told[1], ("2024-06-05", "2024-06-05")) == 1


@pytest.mark.parametrize("place", [HOMS, DJIBO, KHARKIV])
def test_another_toll_on_the_next_day_is_another_incident_and_the_same_toll_may_be_the_same(place: Place) -> None:
    words = "governor night street house hospital"
    made = {n: mention(f"d{n}", 0, "Attack", "2024-05-14" if n else "2024-05-13", place, [3 - n % 2], words=words) for n in (0, 1, 2)}
    assert linked(made[0], made[1], ("2024-05-14", "2024-05-15")) == 2
    assert linked(made[0], made[2], ("2024-05-14", "2024-05-15")) == 2, "both days are written out"
    assert made[2].date is not None
    reckoned = replace(made[2], date=replace(made[2].date, basis="document", rule="date.weekday", wording="Tuesday"))
    assert linked(made[0], reckoned, ("2024-05-14", "2024-05-15")) == 1


def drone(day: str, killed: str) -> str:
    return f"Drone strike kills {killed} in Kherson\n\nA Russian drone killed {killed} people in Kherson on {day}, the governor said."


def extracts() -> tuple[Extract, Extract]:
    return read(drone("Monday", "three"), "2024-05-14"), read(drone("Tuesday", "two"), "2024-05-15")


def test_words_that_name_the_place_the_party_and_the_kind_are_not_compared_as_words() -> None:
    one, _ = extracts()
    (unit,) = units(one.mentions, [Document("d", "d", "", "d", ())])
    assert "kherson" in unit.mention.words
    assert not content_words(unit) & {"kherson", "russian", "drone", "strike"}
    assert "governor" in content_words(unit)


WORDS = "wedding singer tent generator courtyard harvest well cistern"


def worked_out(name: str, day: date, place: Place, told: str, killed: int, names: Sequence[str] = ()) -> tuple[Mention, Document]:
    """A mention whose day was worked out ("on Friday") by a report of the day after, and that report."""
    made = mention(name, 0, "Attack", day.isoformat(), place, [killed], words=told, names=names)
    assert made.date is not None
    made = replace(made, date=replace(made.date, basis="document"))
    return made, document(name, (day + timedelta(days=1)).isoformat())


def test_an_area_that_becomes_busy_parts_what_worked_out_days_could_not_and_a_kept_record_agrees() -> None:
    people = ["Aminata Ouedraogo", "Boureima Sawadogo", "Salif Kinda"]
    two = [worked_out(f"a{n}", date(2024, 3, 1 + 14 * n), DJIBO, WORDS, 14, people) for n in (0, 1)]
    others = [worked_out(f"h{n:02d}", date(2023, 1, 1) + timedelta(days=40 * n), HOMS, f"word{n}", 2) for n in range(60)]
    strikes = [worked_out(f"z{n}", date(2024, 2, 20) + timedelta(days=n), DJIBO, f"other{n}", 30 + 9 * n) for n in range(8)]
    standing = Standing()
    for portion in ([*two, *others], *([s] for s in strikes)):
        standing.change([d for _, d in portion], [m for m, _ in portion])
        given = [*two, *others, *strikes][: len(standing.units)]
        together = next(c for c in standing_linked(standing).clusters if "a0:0" in c)
        assert standing_linked(standing) == link([m for m, _ in given], [d for _, d in given])
        busy = len(standing.units) - len(two) - len(others) + 1 >= BUSY_DAYS  # each of the two is told to be struck on the other's day too
        assert ("a1:0" in together) == (not busy), f"{len(standing.units)} tellings"
