"""Who speaks of its own people: fighters of the speaker are the speaker, who acknowledges losses admits no deed, and who is armed is no civilian."""

from pathlib import Path

import pytest

from told import told


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("The Allied Democratic Forces (ADF) said its fighters had killed 12 soldiers near Beni on Monday.", "Allied Democratic Forces"),
        ("The Tehrik-i-Taliban Pakistan said in a statement on Tuesday that its men had killed 12 soldiers in a raid.", "Tehreek-i-Taliban Pakistan"),
        ("Al-Shabaab said in a statement carried by a radio station on Monday that its men had stormed the base and killed 70 soldiers.", "Al-Shabaab"),
    ],
)  # fmt: skip
def test_what_a_group_says_its_people_did_is_its_claim(tmp_path: Path, sentence: str, party: str) -> None:
    extract = told(tmp_path, sentence)
    blamed = [c for c in extract.claims if c.attribute == "responsibility"]
    assert [(c.value, c.stance, c.speaker is not None) for c in blamed] == [(party, "claims", True)]


def test_who_acknowledges_losses_admits_no_deed(tmp_path: Path) -> None:
    extract = told(tmp_path, "Benin's government acknowledged on Wednesday that 54 soldiers were killed in an attack near Banikoara.")
    assert not [c for c in extract.claims if c.attribute == "responsibility"]
    owned = told(tmp_path, "The army acknowledged on Wednesday that its soldiers had killed 5 villagers near Jos.")
    assert [c.stance for c in owned.claims if c.attribute == "responsibility"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("About thirty armed Serbs ambushed a patrol near Zvecan on Monday, killing an officer.", "unidentified"),
        ("Armed villagers attacked a camp of herders near Jos on Monday, killing 12 people.", "unidentified"),
        ("Villagers attacked a camp of herders near Jos on Monday, killing 12 people.", "civilians"),
    ],
)
def test_armed_people_are_no_civilians(tmp_path: Path, sentence: str, kind: str) -> None:
    (incident,) = told(tmp_path, sentence).mentions
    assert [a.kind for a in incident.actors if a.role == "perpetrator"] == [kind]
