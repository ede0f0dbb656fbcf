"""Deeds told by a noun and what it was done to, or in a clipped entry, and verbs of forces and crowds that tell of one by whom they are of."""

from pathlib import Path

import pytest
from tests.told import told

FIRST = "Shelling killed nine people at a market in Goma, Congo, on 1 July 2025, medics said.\n\n"


def _told(folder: Path, text: str) -> list[tuple[str, str]]:
    """(day, type) of each incident of a report that tells of another first."""
    return [(m.date.edtf if m.date else "", m.type) for m in told(folder, FIRST + text).mentions if m.kind == "incident"][1:]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Theft of sixty head of cattle by men on horseback was reported at Rutshuru on 9 May 2025.", "Looting/property destruction"),
        ("The destruction of a clinic at Rutshuru by rebels on 9 May 2025 was condemned.", "Looting/property destruction"),
        ("The liquidation of three gunmen at Rutshuru on 9 May 2025 was announced by the army.", "Attack"),
        ("The storming on 9 May 2025 of the prison of Bukavu freed 40 men.", "Attack"),
    ],
)
def test_a_noun_tells_of_its_deed_with_what_it_was_done_to(tmp_path: Path, sentence: str, kind: str) -> None:
    assert _told(tmp_path, sentence) == [("2025-05-09", kind)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty on the destruction of stockpiles was signed by ninety states, the minister recalled.",
        "Theft of identity papers is a matter for the registry, the minister recalled.",
        "The elimination of customs duties was on the agenda in Bukavu on 9 May 2025.",
    ],
)
def test_of_what_is_no_place_herd_or_person_it_tells_of_none(tmp_path: Path, sentence: str) -> None:
    assert not _told(tmp_path, sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The town of Walikale was secured on 9 May 2025 by the Simba brigade.", "Non-state actor overtakes territory"),
        ("The flag of the Simba front flew over Walikale on 9 May 2025.", "Non-state actor overtakes territory"),
        ("On 9 May 2025 widows walked from the cathedral to the ministry in Bukavu.", "Peaceful protest"),
        ("On 9 May 2025 a patrol was stopped in Bukavu by twenty men with clubs, who took a camera.", "Mob violence"),
        ("On 9 May 2025 rebels cut down eight farmers with hoes in Walikale.", "Attack"),
    ],
)
def test_what_forces_and_crowds_do_tells_of_a_deed(tmp_path: Path, sentence: str, kind: str) -> None:
    assert _told(tmp_path, sentence) == [("2025-05-09", kind)]


def test_flags_at_half_mast_take_no_town(tmp_path: Path) -> None:
    assert not _told(tmp_path, "Flags flew at half-mast over Walikale on 9 May 2025.")


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("9 May 2025: drone on fuel trucks, Goma.", "Air/drone strike"),
        ("9 May 2025, Goma: rockets on the airfield.", "Shelling/artillery/missile attack"),
        ("9 May 2025: two traders dead due to a sniper at Goma.", "Attack"),
    ],
)
def test_an_entry_tells_a_deed_by_its_means_alone(tmp_path: Path, entry: str, kind: str) -> None:
    listed = f"- 3 May 2025: a car bomb killed nine people in Bukavu.\n- {entry}\n- 12 May 2025: gunmen shot dead a judge in Uvira.\n"
    assert ("2025-05-09", kind) in _told(tmp_path, listed)
