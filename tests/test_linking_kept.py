"""What linking keeps from one build to the next: the same clusters and pairs as without, whatever came, changed or went since."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from test_linking_adding import FEW, at_once, war
from thucydides.keeping.shelf import Shelf
from thucydides.linking import link
from thucydides.nouns import Claim, Document, Mention, Ruling

Told = tuple[list[Mention], list[Document], list[Claim]]


def part(documents: Sequence[Document]) -> Told:
    """Some documents of the war with what they tell."""
    names = {d.id for d in documents}
    mentions, _, claims = war()
    return [m for m in mentions if m.document in names], list(documents), [c for c in claims if c.document in names]


def reworded(told: Told, names: set[str]) -> Told:
    """The same, with other words in what some documents tell."""
    return [replace(m, words=("other", "words")) if m.document in names else m for m in told[0]], told[1], told[2]


@settings(FEW, max_examples=2)
@given(dice=st.randoms(use_true_random=False))
def test_documents_that_come_change_and_go_leave_what_a_link_at_once_gives(dice: random.Random, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("record") / "kept"
    documents = list(war()[1])
    for _ in range(2):
        told = part(dice.sample(documents, len(documents) - dice.randrange(40)))
        told = reworded(told, {d.id for d in dice.sample(told[1], dice.randrange(4))})
        one, other = dice.sample([m.id for m in told[0]], 2)
        rulings = (Ruling(1, dice.choice(("merge", "different")), (one, other), "me", "2026-01-01"),) if dice.random() < 0.5 else ()
        assert link(*told, rulings, shelf=Shelf(home, "this")) == link(*told, rulings)


def test_what_was_kept_is_taken_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the tests here would show nothing: no unit is made anew for what stands."""
    made: list[int] = []
    from thucydides.linking import reports

    usual = reports.features
    monkeypatch.setattr(reports, "features", lambda units, *rest: made.append(len(units)) or usual(units, *rest))
    documents = list(war()[1])
    for some in (documents[:-1], documents, documents):
        link(*part(some), shelf=Shelf(tmp_path / "kept", "this"))
    assert len(made) == 2
    assert made[0] > 20 * made[1] > 0


def damaged(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data))
    return dice.choice((b"", data[:at], data + b"x", data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], dice.randbytes(len(data))))


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "kept", "this")
    link(*part(war()[1][:40]), shelf=shelf)
    file = tmp_path / "kept" / "linking"
    whole, dice = file.read_bytes(), random.Random(1)
    assert shelf.take("linking") is not None
    for _ in range(40):
        file.write_bytes(damaged(whole, dice))
        assert shelf.take("linking") is None
    assert link(*part(war()[1][:41]), shelf=shelf) == link(*part(war()[1][:41]))
    assert shelf.take("linking") is not None


def test_what_another_program_kept_is_not_taken(tmp_path: Path) -> None:
    Shelf(tmp_path / "kept", "this").put("linking", b"something")
    assert Shelf(tmp_path / "kept", "that").take("linking") is None
    assert Shelf(tmp_path / "kept", "this").take("linking") == b"something"


def test_where_nothing_can_be_kept_the_link_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file where the folder should be")
    assert link(*war(), shelf=Shelf(tmp_path / "kept", "this")) == at_once()
