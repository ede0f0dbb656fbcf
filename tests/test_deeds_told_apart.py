"""What opens a deed of its own and what goes on with one told before, by nights and villages. All sentences are ours."""

from pathlib import Path

import pytest

from test_deeds_by_common_verbs import LONG
from thucydides.nouns import Extract, Mention
from told import told


def deeds(extract: Extract) -> list[Mention]:
    return [m for m in extract.mentions if m.kind == "incident"]


@pytest.mark.parametrize(
    "text",
    [
        "On 14 June nine people were killed at Khamlok. The house of a minister was torched by a mob on the night of 15 June.",
        "Ten soldiers were killed at Kanakiro on 14 June. The air force struck tanks near Sijinabad that day.",
        "Gunmen killed three policemen in Villa Canales on 14 June. That night others opened fire on a station in Mixco and hit nobody.",
        "Fighting in Ain Zara killed 12 people on 14 June. In Tajoura a rocket hit a hotel, injuring three guests.",
        "Gunmen shot a driver dead in Armagh on 14 June. A second man was shot in Portadown but survived.",
        "A bomb killed five soldiers in Afgoye on 14 June. Elsewhere, mortar shells landed in Mogadishu's Hodan district, injuring three.",
        "Ten soldiers were killed at Kanakiro on 14 June. Fighters attacked the police post in Sijinabad, wounding two.",
    ],
)
def test_a_deed_of_another_night_or_village_is_its_own(tmp_path: Path, text: str) -> None:
    assert len(deeds(told(tmp_path, text + LONG))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday some forty quarrymen marched to the commissioner's gate, carrying leaves.",
        "On Monday several dozens of them held a protest at the jetty.",
        "There was an exchange of shots at Borbordukha on Monday after a patrol crossed the line.",
    ],
)
def test_a_protest_or_a_fight_of_a_day_is_a_deed_whoever_took_part(tmp_path: Path, text: str) -> None:
    assert len(deeds(told(tmp_path, text + LONG))) == 1
