"""Tokens: the words of a text with what name finding needs to know of each.

A token says nothing of where it stands: the same word after the same gap is the same object in every document, so that what is known of
a word is worked out once. `Tokens` holds where each begins. The table of known words is emptied when it is full.
"""

import re
from itertools import accumulate

from thucydides.grounding.places.fold import fold
from thucydides.grounding.places.lexicon import lexicon

_WORD = re.compile(r"((?:[A-Z]\.){2,}(?:[A-Z](?!\w))?|[^\W_]+(?:['’ʻʼ`][^\W_]+)*(?:(?<=[sS])['’](?=\s))?)")
_SENTENCE_END = re.compile(r"[.!?…:;\n•]|[\"“”]\s*$|^\s*[-–—]\s")
_INNER = frozenset({", ", "-", "–", " (", ") ", "/"})
_APOSTROPHE = "'’ʻʼ`"
_ARTICLES = frozenset({"al", "el"})
_MOST = 100_000


class Token:
    """A word after a gap: its characters without a possessive, their number, its key (folded), and whether it opens with a capital, is
    all capitals, is possessive, or opens a sentence. `gap` is the text between it and the word before. `title`, `given` and `short` tell
    whether it is a title of persons, a given name, the short form of a state, `unit` and `brings` whether it is the kind of an unknown
    place ("district") or a word before one ("near"); `heads` whether a name may begin with it; `leads` whether names of several words
    begin with it, as `names` found it (None: not asked yet).
    """

    __slots__ = ("brings", "cap", "gap", "given", "heads", "key", "leads", "lower", "opens", "possessive", "short", "size",
                 "text", "title", "unit", "upper")  # fmt: skip

    def __init__(self, gap: str, word: str) -> None:
        self.possessive = False
        if len(word) > 2 and word[-1] in "sS" and word[-2] in _APOSTROPHE:
            word, self.possessive = word[:-2], True
        elif word[-1] in _APOSTROPHE:
            word, self.possessive = word[:-1], True
        self.text, self.gap, self.key, self.size = word, gap, fold(word), len(word)
        self.lower = word.lower()
        self.cap = self.lower[0] != word[0]
        self.upper = self.cap and len(word) > 1 and word.isupper()
        self.opens = gap != " " and gap not in _INNER and bool(_SENTENCE_END.search(gap))
        words = lexicon()
        self.title = self.cap and self.lower in words.sets["people_titles"] and not self.possessive
        self.given = self.cap and self.lower in words.given and not (self.upper and self.size < 4)
        self.short = self.cap and (word in words.abbreviations or word + "." in words.abbreviations or word == "W")
        self.unit = self.lower in words.sets["unknown_types"]
        self.brings = self.lower in words.sets["leads_to"] or self.lower == "of"
        self.heads = self.cap or self.lower in _ARTICLES
        self.leads: bool | None = None


class _Known(dict[tuple[str, str], Token]):
    def __missing__(self, key: tuple[str, str]) -> Token:
        if len(self) > _MOST:
            self.clear()
        token = self[key] = Token(*key)
        return token


_KNOWN = _Known()


class Tokens(list[Token]):
    """The words of one text in order; `starts[i]` is where word `i` begins, `heads` are those that a name may begin with."""

    __slots__ = ("heads", "starts", "text")

    def __init__(self, text: str) -> None:
        parts = _WORD.split(text)
        self.text = text
        self.starts = list(accumulate(map(len, parts)))[0::2]
        words = parts[1::2]
        parts[0] = "\n"  # the first word opens a sentence, whatever stands before it
        super().__init__(map(_KNOWN.__getitem__, zip(parts[0::2], words, strict=False)))
        self.heads = [at for at, token in enumerate(self) if token.heads]

    def end(self, at: int) -> int:
        """Where word `at` ends, its possessive left out."""
        return self.starts[at] + self[at].size

    def between(self, one: int, two: int) -> str:
        """The text between the end of a word and the start of another."""
        return self.text[self.starts[one] + self[one].size : self.starts[two]]
