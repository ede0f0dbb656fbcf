"""Laid deeds: on whom a clause of saying lays the deed told of, and that the record shows the accounts to differ."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.nouns import Record
from thucydides.record import Store


def record(folder: Path, text: str) -> Record:
    (folder / "a.txt").write_text(f"Events in the hills\n\nJuly 3, 2031\n\n{text}\n")
    with Store.open(folder / "record", create=True) as store:
        return build([folder / "a.txt"], store)


@pytest.mark.parametrize(
    ("text", "accuser", "accused"),
    [
        (
            "Twenty villagers were killed at Gwoza, Nigeria, on 1 July. Survivors accused soldiers; the army said that bandits in uniform had done it.",
            "the army",
            "bandits in uniform",
        ),
        (
            "Five civilians were killed in clashes near Chaman, Pakistan, on 1 July. The Taliban accused Pakistani troops; Islamabad said that the "
            "shooting had begun on the Afghan side.",
            "Islamabad",
            "the Afghan side",
        ),
        (
            "Two soldiers were shot dead near Poipet, Cambodia, on 1 July. The ministry said that it was the Thais who shot first.",
            "The ministry",
            "the Thais",
        ),
        (
            "A mayor was shot dead in Apatzingan, Mexico, on 1 July. It was the work of the Viagras gang, the prosecutor said.",
            "the prosecutor",
            "the Viagras gang",
        ),
    ],
)
def test_a_clause_of_saying_lays_the_deed_told_on_somebody(tmp_path: Path, text: str, accuser: str, accused: str) -> None:
    said = {
        (c.speaker, c.value) for c in record(tmp_path, text).claims if c.attribute == "responsibility" and c.stance == "accuses"
    }
    assert (accuser, accused) in said


@pytest.mark.parametrize(
    "denial", ["denies any part in it", "denies having fired it", "denied having taken part in the killing", "denied it"]
)
def test_who_denies_a_part_in_it_disputes_who_did_it(tmp_path: Path, denial: str) -> None:
    made = record(
        tmp_path,
        f"A rocket killed 12 people on a football field in Qana, Lebanon, on 28 June. Israel accused Hezbollah. Hezbollah {denial}.",
    )
    assert [d.kind for d in made.discrepancies if d.attribute == "responsibility"] == ["responsibility"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed five guards near Kidal, Mali, on 1 July. The army said its soldiers had opened fire on them.",
        "Rebels killed five guards near Kidal, Mali, on 1 July. The army said that the fighting had begun on the eastern road.",
        "Rebels killed five guards near Kidal, Mali, on 1 July. The governor said that the rebels would pay for it.",
    ],
)
def test_what_names_no_other_doer_lays_it_on_nobody(tmp_path: Path, text: str) -> None:
    made = record(tmp_path, text)
    assert not [d for d in made.discrepancies if d.attribute == "responsibility"]
