"""The learned layer: its noun phrases, its scores, its file, and that the program is whole without it."""

from pathlib import Path

import numpy as np
import pytest

from thucydides.extracting.parsing import Paragraph, pipeline
from thucydides.extracting.roles.candidates import candidates, relations
from thucydides.extracting.roles.evidence import known, path_to
from thucydides.extracting.roles.layer import propose
from thucydides.extracting.roles.model import Head, Hidden, model, read, save
from thucydides.extracting.roles.proposals import PARTS, entities, same
from thucydides.extracting.roles.taken import bare, taken_in
from thucydides.extracting.roles.wording import wordings
from thucydides.nouns import Block, Document, Mention, Passage

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


def test_a_hidden_layer_counts_features_that_mean_something_together_only(tmp_path: Path) -> None:
    hidden = Hidden(np.array([[1.0], [1.0]]), np.array([-1.5]), np.array([[4.0]]))
    head = Head(("both",), {"x": 0, "y": 1}, np.zeros((2, 1)), np.array([-1.0]), hidden)
    assert (head.scores(["x"]), head.scores(["y"]), head.scores(["x", "y"])) == ((-1.0,), (-1.0,), (1.0,))
    save(tmp_path / "file", {"test": head}, {})
    assert read((tmp_path / "file").read_bytes())["test"].scores(["x", "y"]) == (1.0,)


def test_lists_know_names_as_calendar_countries_and_parties() -> None:
    assert known("December") == ("calendar",)
    assert "country" in known("Colombia")
    assert any(k.startswith("party-rebel") for k in known("FARC"))
    assert known("Pedro Ruiz") == ()


def test_the_way_from_a_noun_to_a_deed_is_told_by_its_steps() -> None:
    doc = pipeline()("Rebels attacked a convoy of buses near the town.")
    words = {t.text: t for t in doc}
    assert path_to(words["Rebels"], words["attacked"]) == "nsubj^"
    assert path_to(words["town"], words["attacked"]).startswith("pobj<")
    assert path_to(words["attacked"], words["attacked"]) == "^"


def test_the_wordings_of_a_phrase_are_its_ends_with_and_without_what_of_adds() -> None:
    found = [w for w, *_ in wordings(["urban", "guerrillas"], " of the front", "five")]
    assert found == [
        "five urban guerrillas of the front",
        "urban guerrillas of the front",
        "five urban guerrillas",
        "urban guerrillas",
        "guerrillas of the front",
        "guerrillas",
    ]


def told(text: str, **fields: object) -> Mention:
    passages = (Passage("d", 0, len(text)),)
    return Mention("d:0", "d", "incident", "Attack", "Violence against civilians", "happened", passages, **fields)  # type: ignore[arg-type]


def test_what_the_layer_alone_saw_is_taken_into_a_mention_with_its_passage_and_layer() -> None:
    text = "Guerrillas kidnapped the mayor of Tillaberi on Monday."
    document = Document("d", "d", text, "")
    parsed = [Paragraph(pipeline()(text), 0, Block(0, len(text), "paragraph"))]
    (mention,) = taken_in(document, parsed, [told(text)])
    assert {(a.wording, a.role, a.layer) for a in mention.actors} == {
        ("Guerrillas", "perpetrator", "model"),
        ("mayor", "target", "model"),
    }
    assert all(text[a.passage.start : a.passage.end] == a.wording for a in mention.actors)
    assert taken_in(document, parsed, [mention]) == (mention,), "what is filled stays as it is"
    assert taken_in(document, parsed, [told(text)], {}) == (told(text),), "without weights nothing is taken in"
    assert bare([mention])[0].actors == ()


def test_the_shipped_weights_are_small_and_have_every_model() -> None:
    assert {"document", "sentence", "part", "deed", "pair", "join", "person type", "stage"} <= set(model())
