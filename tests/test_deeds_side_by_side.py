"""Deeds told side by side: what a report adds to a deed at another place, hours apart or with other dead. All sentences are ours."""

from pathlib import Path

import pytest

from test_deeds_by_common_verbs import LONG
from told import incidents, read, told


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the Wadi Kol base on 14 June and killed 20 soldiers. A teacher was also shot dead near Bankass.",
        "Rebels took the checkpoint of Wadi Kol on 14 June after a battle. They also captured a police post in Bankass.",
        "A bomber killed 112 labourers in Kadhimiya on 14 June. An hour later gunmen shot 17 men dead in Taji.",
        "A sniper wounded a soldier in Belfast on 14 June. Earlier a 19-year-old Catholic was found shot dead off the Kilcor Road.",
        "At least 40 people died in an attack on a wedding. Last month a drone strike killed 11 people at a filling station.",
        "Gunmen killed two policemen in Tikrit on 14 June, and mortar rounds landed in Kolbek, wounding six.",
        "Officials said a bomber killed two people in Tikrit on 14 June and that gunmen had seized the town hall at Kolbek.",
        "A car bomb exploded in Rural Damascus on 14 June, killing 40 people, while shells struck a school in Aleppo, leaving 14 dead.",
    ],
)
def test_what_is_added_at_another_place_or_time_is_a_deed_of_its_own(tmp_path: Path, text: str) -> None:
    assert len(incidents(told(tmp_path, text + LONG))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the Wadi Kol base on 14 June and killed 20 soldiers. They also burned two lorries.",
        "Gunmen raided Bankass on 14 June and killed three men. They also burned a school in the town.",
        "A bomb killed 12 people at a market in Kati on 14 June. Hours later two of the wounded died in hospital.",
        "A bomb killed 12 people at a market in Kati on 14 June. Earlier, officials had put the toll at eight.",
        "At least 12 people were killed when gunmen attacked a wedding in Kati. The attack on 14 June left 30 others wounded.",
    ],
)
def test_what_goes_on_with_a_deed_is_of_that_deed(tmp_path: Path, text: str) -> None:
    assert len(incidents(told(tmp_path, text + LONG))) == 1


@pytest.mark.parametrize("who", ["Catholic", "Kurd", "Shia", "Hutu"])
def test_one_of_a_people_or_faith_is_one_person(who: str) -> None:
    (mention,) = incidents(read(f"A {who} was shot dead in an alley on Saturday.", "2014-01-12"))
    assert [(t.outcome, t.quantity.best) for t in mention.toll if t.quantity] == [("killed", 1)]
