"""Tokens: the words of a text with what name finding needs to know of each."""

import re

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’ʻʼ`][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…:;\n•]|[\"“”]\s*$|^\s*[-–—]\s")
_INNER = frozenset({", ", "-", "–", " (", ") ", "/", "' "})
_APOSTROPHE = "'’ʻʼ`"


class Token:
    """A word: its characters, its key (folded, without a possessive), and whether it opens with a capital, is all capitals, is
    possessive, or opens a sentence. `gap` is the text between it and the word before."""

    __slots__ = ("cap", "end", "gap", "key", "lower", "opens", "possessive", "start", "text", "upper")

    def __init__(self, text: str, start: int, end: int, gap: str, key: str, possessive: bool, opens: bool) -> None:
        self.text, self.start, self.end, self.gap, self.key, self.possessive, self.opens = (
            text,
            start,
            end,
            gap,
            key,
            possessive,
            opens,
        )
        self.lower = text.lower()
        self.cap = self.lower[0] != text[0]
        self.upper = self.cap and len(text) > 1 and text.isupper()


def tokenize(text: str, fold_word: "dict[str, str]") -> list[Token]:
    """The words of `text` in order; `fold_word` is a cache of folded words, filled here."""
    from thucydides.grounding.places.fold import fold

    tokens: list[Token] = []
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        gap = text[last:start]
        possessive = False
        if word[-1] in "sS" and len(word) > 2:
            if word[-2] in _APOSTROPHE:
                word, end, possessive = word[:-2], end - 2, True
            elif text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2].isspace():
                possessive = True
        key = fold_word.get(word)
        if key is None:
            key = fold_word[word] = fold(word)
        opens = not tokens or (gap != " " and gap not in _INNER and bool(_SENTENCE_END.search(gap)))
        tokens.append(Token(word, start, end, gap, key, possessive, opens))
        last = match.end()
    return tokens
