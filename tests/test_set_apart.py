"""Which incidents of one report its words set apart, and which are one deed told twice. The reports are ours."""

import pytest

from thucydides.linking import link
from thucydides.nouns import Document
from told import incidents, read

SAME_DAY_NEXT = """Bombs in Baghdad

A roadside bomb killed two policemen in western Baghdad on Monday, police said.

A roadside bomb killed two policemen in western Baghdad on Tuesday, police said."""
SEPARATE = """Two attacks in Mali

Gunmen killed six villagers in Bankass on Saturday, officials said.

In a separate incident, gunmen killed a driver near Gao."""
OTHER_PEOPLE = """Week of attacks in Mali

Gunmen killed six villagers in Bankass on Saturday, officials said.

On Monday gunmen killed two soldiers in Gao."""
HOSPITAL = """Bomb wounds girl in Kupiansk

An 11-year-old girl was wounded on Saturday when a shell hit her home in Kupiansk, the regional police said.

The girl, who was shot at as well, was wounded in the head and was flown to Kyiv on Monday."""
WITNESS = """Shooting at a wedding in Torreon

Gunmen opened fire at a wedding in Torreon on Saturday, killing three guests.

Prosecutors said the three guests were shot dead on Monday when gunmen opened fire."""


@pytest.mark.parametrize("text", [SAME_DAY_NEXT, SEPARATE, OTHER_PEOPLE])
def test_deeds_of_other_days_or_places_with_people_of_their_own_are_set_apart_and_never_one(text: str) -> None:
    extract = read(text, "2024-05-08")
    first, second = incidents(extract)
    assert first.distinct_from == (second.id,)
    assert second.distinct_from == (first.id,)
    linked = link(extract.mentions, [Document("d", "d", text, "d", ())])
    assert len(linked.clusters) == 2


@pytest.mark.parametrize("text", [HOSPITAL, WITNESS])
def test_the_same_people_on_another_day_or_at_another_place_are_not_set_apart(text: str) -> None:
    found = incidents(read(text, "2024-05-08"))
    assert len(found) == 2, "the case needs a report that reads as two"
    assert all(not m.distinct_from for m in found)
