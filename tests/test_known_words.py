"""What the model's tables say of words is the same when it is looked up by the word."""

import importlib

import pytest
from spacy.language import Language

from thucydides.extracting.known_words import with_known_words
from thucydides.extracting.parsing import MODEL

TEXTS = (
    "There were three lorries on the road and nobody knew whose they were.",
    "Let's go, said the driver, who ain't gonna stay; y'all got ta leave, c'm on.",
    "The geese fled; he himself hadn't been fleeing, nor was she, but those buses weren't burning.",
    "It's theirs.  \n They'd been hit twice, and so had we, though this was the worst of all that there are.",
)


def loaded() -> Language:
    found: Language = importlib.import_module(MODEL).load(exclude=["ner"])
    return found


@pytest.fixture(scope="module")
def both() -> tuple[Language, Language]:
    plain, looked_up = loaded(), loaded()
    with_known_words(looked_up)
    return plain, looked_up


@pytest.mark.parametrize("text", TEXTS)
def test_a_word_has_the_kind_form_and_lemma_that_the_library_gives_it(both: tuple[Language, Language], text: str) -> None:
    plain, looked_up = ([(t.text, t.pos_, str(t.morph), t.lemma_) for t in pipe(text)] for pipe in both)
    assert looked_up == plain


def test_a_word_met_again_has_them_too(both: tuple[Language, Language]) -> None:
    plain, looked_up = both
    again = [*looked_up.pipe(TEXTS * 2)][len(TEXTS) :]
    assert [[(t.pos_, t.lemma_) for t in doc] for doc in again] == [[(t.pos_, t.lemma_) for t in plain(text)] for text in TEXTS]
