"""The text of a parsed paragraph and of its sentences, asked for again and again."""

import pytest
from spacy.tokens import Doc, Span

from thucydides.extracting.parsing import Paragraph, pipeline
from thucydides.extracting.texts import text_of
from thucydides.nouns import Block

TEXTS = (
    "Two herders were killed near the Okari wells on Monday.  A third was wounded, the governor's office said.",
    " Shelling of the harbour went on; four dockers died.\nNobody claimed it. ",
    "“They came at night,” she said — and left before dawn…",
)


@pytest.mark.parametrize("text", TEXTS)
def test_the_text_kept_is_that_of_the_words(text: str) -> None:
    doc: Doc = pipeline()(text)
    for _ in range(2):
        assert text_of(doc) == doc.text == text
        assert [text_of(sentence) for sentence in doc.sents] == [sentence.text for sentence in doc.sents]
        spans: list[Span] = [doc[first:last] for first in range(len(doc)) for last in range(first + 1, len(doc) + 1)]
        assert all(text_of(span) == span.text for span in spans)


def test_the_sentences_of_a_paragraph_are_the_same_each_time_and_never_blank() -> None:
    text = TEXTS[0] + "\n \n" + TEXTS[1]
    paragraph = Paragraph(pipeline()(text), 0, Block(0, len(text), "paragraph"))
    first, again = [[sentence.text for sentence in paragraph.sentences()] for _ in range(2)]
    assert first == again
    assert all(sentence.strip() for sentence in first)
