"""Counts told in lists and of some of a side, households, mass graves, the wounded in care, counts over a country and over a day, in
sentences of our own about many conflicts."""

import pytest

from thucydides.extracting.harm import find_harm
from thucydides.extracting.parsing import pipeline
from told import incidents, read, toll


def counts(text: str) -> list[tuple[str, int | None]]:
    """(outcome, best) of every harm that is no part of another, sorted."""
    found = [h for s in pipeline()(text).sents for h in find_harm(s) if h.part_of is None]
    return sorted(((h.outcome, h.quantity.best if h.quantity else None) for h in found), key=lambda c: (c[0], c[1] or 0))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One of the minister's sons and three of his guards were killed.", [("killed", 1), ("killed", 3)]),
        ("Two sisters, their mother and three neighbours were killed when a rocket hit a farm.", [("killed", 1), ("killed", 2), ("killed", 3)]),
        ("Three of the governor's soldiers who were killed had come from Darfur.", [("killed", 3)]),
        ("Rebels murdered Omar Sesay, farmer, and burned his house.", [("killed", 1)]),
        ("Nine people died on the spot and two on the way to hospital.", [("killed", 2), ("killed", 9)]),
        ("The provincial intelligence head, Samir Haddad, was shot dead by his guard.", [("killed", 1)]),
        ("A couple and their baby were killed.", [("killed", 1), ("killed", 2)]),
        ("A family of four was killed.", [("killed", 4)]),
        ("An air strike killed a family in Taiz.", [("killed", None)]),
        ("Three families were killed in Taiz.", [("killed", None)]),
        ("Scores were killed and more were wounded.", [("injured", None), ("killed", 40)]),
        ("He quoted a letter as saying 40 farmers, including both old and young, had died.", [("killed", 40)]),
        ("Several raids since May, including an ambush near Kidal, have killed 64 people.", [("killed", 64)]),
        ("They had the names of 61 people who witnesses say were killed.", [("killed", 61)]),
        ("It was the worst attack since May, when 85 herders died.", []),
        ("Mass graves were said to hold 70 people.", [("killed", 70)]),
        ("Two of the dead had been shot in the back.", []),
        ("The prince looked like a wounded lion.", []),
        ("Italy said that 90 wounded Libyans would be treated in Rome.", []),
        ("Some 55 wounded were treated in the clinic this week.", []),
        ("Ambulances took 12 wounded people to hospital.", [("injured", 12)]),
    ],
)
def test_people_told_of_among_others_are_counted(text: str, told: list[tuple[str, int | None]]) -> None:
    assert counts(text) == told


def test_couples_and_the_rest_of_a_list_are_as_many_as_they_are() -> None:
    (harm,) = (h for s in pipeline()("An elderly couple was shot dead in Aden.").sents for h in find_harm(s))
    assert harm.quantity is not None
    assert (harm.quantity.low, harm.quantity.best, harm.quantity.high) == (2, 2, 2)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Police shot dead three demonstrators in Daraa on Friday. Across the country 75 people were killed, a rights group said.", 3),
        ("Police shot dead three demonstrators in Daraa on Friday. A rights group had been told of 75 deaths in the country.", 3),
        ("A bus hit a mine near Segou on Monday, killing seven people. We have buried nine people so far this month, the imam said.", 7),
        ("At first police said 11 people had died in the attack in Mopti on Monday. The toll has since risen to 18.", 18),
        ("The militia lost 11 fighters over the last 24 hours fighting for the port of Sirte, an officer said on Friday.", 11),
        ("The rebels seized Qasr on Monday. At least 12 government soldiers died. The rebels, who lost at least seven fighters, went on.", 19),
    ],
)
def test_a_deed_has_its_own_dead(text: str, killed: int) -> None:
    found = [n for m in incidents(read(text, "2024-05-03")) if (n := sum(toll(m, "killed")))]
    assert found == [killed]
