"""Hyphens: words written with a hyphen, which are parsed as several: "sit-in", "cease-fire", "machine-gunned".

Invariant: pieces are one word only where nothing but a hyphen stands between them.
"""

from spacy.tokens import Span, Token

DASHES = frozenset({"-", "–", "‐"})


def hangs_together(words: Span) -> bool:
    """Whether the words of a span are the pieces of one, with hyphens and no space between them."""
    return any(t.text in DASHES for t in words) and not any(t.whitespace_ for t in words[:-1])


def outer(words: Span) -> Token:
    """The piece of a word by which it stands in its sentence: the first that hangs on a word outside it, no dash."""
    pieces = [t for t in words if t.text not in DASHES]
    return next((t for t in pieces if t.head == t or not words.start <= t.head.i < words.end), pieces[-1])


def whole(token: Token) -> str:
    """The word that a token is or closes, in lower case with its last piece as its lemma: "sit-in" for the "in" of "two sit-ins"."""
    first, doc = token.i, token.doc
    while first > 1 and doc[first - 1].text in DASHES and not (doc[first - 1].whitespace_ or doc[first - 2].whitespace_):
        first -= 2
    return doc[first : token.i].text.lower() + token.lemma_.lower() if first < token.i else token.lemma_.lower()
