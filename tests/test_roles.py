"""The learned layer: its noun phrases, its scores, its file, and that the program is whole without it."""

from pathlib import Path

import numpy as np
import pytest

from thucydides.extracting.parsing import Paragraph, pipeline
from thucydides.extracting.roles.candidates import candidates, relations
from thucydides.extracting.roles.layer import propose
from thucydides.extracting.roles.model import Head, model, read, save
from thucydides.extracting.roles.proposals import PARTS, entities, same
from thucydides.nouns import Block

TEXT = (
    "Guerrillas of the Red Front kidnapped the mayor of Achi, Pedro Ruiz, in northern Colombia on Monday. "
    "A car bomb destroyed a bank. Police said the Red Front placed the bomb."
)


@pytest.fixture(scope="module")
def paragraphs() -> list[Paragraph]:
    return [Paragraph(pipeline()(TEXT), 0, Block(0, len(TEXT), "paragraph"))]


def test_candidates_are_noun_phrases_of_the_text_without_article_and_with_their_name(paragraphs: list[Paragraph]) -> None:
    found = {c.text: c for c in candidates(paragraphs)}
    assert {"Guerrillas", "mayor", "car bomb", "bank"} <= set(found)
    assert all(TEXT[c.start : c.end] == c.text for c in found.values())
    assert found["mayor"].wide == "mayor of Achi"
    name = found["Pedro Ruiz"].name
    assert name is not None
    assert TEXT[name[0] : name[1]] == "Pedro Ruiz"


def test_relations_lead_from_a_noun_to_the_deed(paragraphs: list[Paragraph]) -> None:
    found = {c.text: c for c in candidates(paragraphs)}
    assert ("dobj", "kidnap") in [(r, g.lemma_) for r, g in relations(found["mayor"].head)]
    assert ("nsubj", "destroy") in [(r, g.lemma_) for r, g in relations(found["car bomb"].head)]


def test_the_layer_tells_who_did_what_to_whom_with_what(paragraphs: list[Paragraph]) -> None:
    proposed = propose(paragraphs)
    best = {p.text: PARTS[int(np.argmax(p.parts))] for p in proposed.proposals}
    assert best["mayor"] == "person"
    assert best["bank"] == "thing"
    assert best["car bomb"] == "instrument"
    assert best["Guerrillas"] == "individual"
    assert all(0 <= p.start < p.end <= len(TEXT) for p in proposed.proposals)


def test_without_weights_nothing_is_proposed(paragraphs: list[Paragraph]) -> None:
    assert propose(paragraphs, {}).proposals == ()


def test_a_name_and_its_explanation_are_one_entity(paragraphs: list[Paragraph]) -> None:
    found = propose(paragraphs).proposals
    people = entities(found, "person", -3.0)
    assert any({"mayor", "Pedro Ruiz"} <= {p.text for p in e.proposals} for e in people)
    fronts = [p for p in found if p.text == "Red Front"]
    assert len(fronts) == 2
    assert same(fronts[0], fronts[1], "organisation")


def test_weights_are_saved_without_those_near_nothing_and_read_back_the_same_every_time(tmp_path: Path) -> None:
    head = Head(("a", "b"), {"x": 0, "y": 1, "faint": 2}, np.array([[1.0, -2.0], [0.5, 0.25], [0.001, 0.0]]), np.array([0.5, -0.5]))
    files = [tmp_path / name for name in ("one", "two")]
    for file in files:
        save(file, {"test": head}, {"data": "ours"})
    assert files[0].read_bytes() == files[1].read_bytes()
    back = read(files[0].read_bytes())["test"]
    assert back.scores(["x", "y", "unknown"]) == (2.0, -2.25)
    assert "faint" not in back.rows
    assert back.best(["x"]) == "a"


def test_the_shipped_weights_are_small_and_have_every_model() -> None:
    assert {"document", "sentence", "part", "deed", "pair", "join", "person type", "stage"} <= set(model())
