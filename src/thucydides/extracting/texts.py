"""Texts: the characters of a parsed paragraph or of a part of it.

The parser's library puts a text together from its words each time that it is asked for; it is asked for so often that it is kept.
"""

from spacy.tokens import Doc, Span

_KEPT = "thucydides_text"


def text_of(told: Doc | Span) -> str:
    """The text of a paragraph, or of some words of one without the space behind them."""
    known = told.doc.user_data
    text: str | None = known.get(_KEPT)
    if text is None:
        text = known[_KEPT] = told.doc.text
    return text[told.start_char : told.end_char] if isinstance(told, Span) else text
