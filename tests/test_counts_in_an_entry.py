"""What an entry of a timeline says of its deed's dead, in sentences that name no deed, is counted with it; who dies days later dates nothing."""

from pathlib import Path

import pytest

from told import told

_ENTRIES = (
    "14 February 2023: The rebels kill two men in Goma.\n\n"
    "12 May 2023: Soldiers on their way to the wreck are ambushed near Sake. At first the army speaks of one death. On 20 May it puts its losses at "
    "five dead and five wounded. The rebels' claim of 13 dead is never verified.\n\n"
    "9 October 2023: Fighters fire at a patrol in Masisi. Six soldiers are killed and one wounded."
)


def test_the_counts_of_an_entry_are_of_its_one_deed(tmp_path: Path) -> None:
    found = {m.date.edtf: m for m in told(tmp_path, _ENTRIES).mentions if m.date is not None}
    assert sorted(found) == ["2023-02-14", "2023-05-12", "2023-10-09"]
    ambush = found["2023-05-12"]
    assert [t.quantity.best for t in ambush.toll if t.outcome == "killed"] == [5]
    assert 13 in {t.quantity.best for t in ambush.beside}


@pytest.mark.parametrize(
    "text",
    [
        "A policeman was shot at Dekai on 1 July and died in hospital two days later.",
        "On 1 July a policeman was shot at Dekai and died of his wounds on 3 July.",
        "1 July 2025: A policeman is shot at Dekai and dies in hospital two days later.",
    ],
)
def test_who_was_shot_and_died_later_was_shot_on_the_day_told_first(tmp_path: Path, text: str) -> None:
    (mention,) = told(tmp_path, text).mentions
    assert mention.date is not None
    assert mention.date.edtf == "2025-07-01"
    assert [t.quantity.best for t in mention.toll if t.outcome == "killed"] == [1]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Troops were ambushed near Sake on 15 June. The army at first admitted one death. On 20 June it put its losses at five dead.", 5),
        ("A mortar shell hit the market of Tarhuna on 15 June. The ministry said on 20 June that 31 people had died.", 31),
    ],
)
def test_a_number_put_days_later_is_of_the_deed_before(tmp_path: Path, text: str, dead: int) -> None:
    (mention,) = told(tmp_path, text).mentions
    assert mention.date is not None
    assert mention.date.edtf == "2025-06-15"
    assert max(t.quantity.best or 0 for t in mention.toll if t.outcome == "killed") == dead


def test_dead_of_another_town_in_a_later_statement_are_of_another_deed(tmp_path: Path) -> None:
    text = "A mortar shell hit the market of Tarhuna on 15 June. The ministry said on 20 June that 31 people had died in Sabha."
    assert len(told(tmp_path, text).mentions) == 2


def test_losses_inflicted_on_a_day_are_of_that_day(tmp_path: Path) -> None:
    (mention,) = told(tmp_path, "The army suffered its worst losses on 20 June, when 40 soldiers were killed at Baga.").mentions
    assert mention.date is not None
    assert mention.date.edtf == "2025-06-20"
    assert not mention.date_is_report


@pytest.mark.parametrize("dead", ["24 dead, among them six villagers.", "24 killed.", "At least 24 people died."])
def test_a_count_below_the_head_of_an_entry_is_of_the_deed_of_its_days(tmp_path: Path, dead: str) -> None:
    text = (
        "North Kivu\n\n10-12 June: Clashes between the army and M23 fighters in Rutshuru and Kiwanja. {}\n\n"
        "23 June: A shell hit a house in Goma, killing a family of four.\n\n"
        "Ituri\n\n18 June: Gunmen attacked Bunia and Djugu. Seven people were killed in Bunia.\n\n24 June: A grenade wounded two men in Mambasa."
    )
    found = [m for m in told(tmp_path, text.format(dead)).mentions if m.kind == "incident" and m.date is not None]
    (fought,) = [m for m in found if m.date is not None and m.date.edtf == "2025-06-10/2025-06-12"]
    assert 24 in {t.quantity.best for t in fought.toll if t.outcome == "killed"}
