"""Gathering: documents that come by and by, are corrected and repeat one another, as if all had been read at once."""

import json
import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thucydides.build import build, extend
from thucydides.gathering import gather
from thucydides.keeping.library import Library
from thucydides.keeping.library import whole as at_hand
from thucydides.keeping.shelf import Shelf
from thucydides.nouns import Document
from thucydides.record import Store, texts

WORDS = [f"word{n}" for n in range(40)]


def quiet(step: str, done: int, total: int) -> None:
    """Progress that nobody follows."""


def reports(dice: random.Random) -> list[dict[str, str]]:
    """Reports of which some have the text of another, some nearly, some the name of another."""
    said = [" ".join(dice.choices(WORDS, k=60)) for _ in range(4)]
    return [
        {"id": f"r{dice.randrange(9)}", "published": f"1987-03-{dice.randrange(1, 6):02d}", "text": _printed(dice, dice.choice(said))}
        for _ in range(14)
    ]


def _printed(dice: random.Random, words: str) -> str:
    return words if dice.random() < 0.4 else f"{words} {' '.join(dice.choices(WORDS, k=dice.choice((1, 2, 50))))}"


def written(some: list[dict[str, str]], path: Path) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in some))
    return path


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_documents_that_come_by_and_by_are_those_of_one_reading(seed: int, tmp_path_factory: object) -> None:
    dice, home = random.Random(seed), tmp_path_factory.mktemp("reports")  # type: ignore[attr-defined]
    shelf, kept, waiting, whole = Shelf(home / "kept", "this"), Library(), reports(dice), dict[str, Document]()
    for n in range(4):
        came = [waiting.pop() for _ in range(min(len(waiting), dice.randrange(1, 6)))]
        source = written(came, home / f"source{n}.jsonl")
        library, _ = gather([source], kept, (), quiet, shelf)
        anew, _ = gather([source], at_hand(whole.values()), (), quiet)
        assert dict(library.documents) == dict(anew.documents)
        assert library.headers == anew.headers
        whole = dict(anew.documents)
        kept = Library(library.headers.values(), whole.__getitem__)


def refuse(connection: object, folder: object, names: Iterable[str], record: str) -> dict[str, str]:
    """No text may be read."""
    assert not list(names)
    return {}


def test_a_build_reads_none_of_the_texts_that_what_came_does_not_touch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = [
        f"{one} people were killed when a mortar shell hit a school in {town}, officials said on 3 May 1999."
        for one, town in (("Two", "Asmara"), ("Five", "Keren"), ("Seven", "Lima"), ("Nine", "Dushanbe"), ("Three", "Manila"))
    ]
    some = [{"id": f"r{n}", "published": "1999-05-04", "text": text} for n, text in enumerate(told)]
    with Store.open(tmp_path / "record", create=True) as store:
        build([written(some[:-1], tmp_path / "first.jsonl")], store)
        monkeypatch.setattr(texts, "read", refuse)
        built = extend([written(some[-1:], tmp_path / "more.jsonl")], store)
        assert built.documents == len(some)


def test_documents_are_read_at_once_where_all_are_asked_for(tmp_path: Path) -> None:
    some = [{"id": f"r{n}", "published": "1971-12-04", "text": f"Weather {n} over the delta: rain."} for n in range(9)]
    with Store.open(tmp_path / "record", create=True) as store:
        record = build([written(some, tmp_path / "first.jsonl")], store)
        library = store.library()
        assert not library.at_hand
        assert library.documents[record.documents[3].id] == record.documents[3]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(store, "_as_read", refuse)
            assert tuple(library.documents.values()) == record.documents
