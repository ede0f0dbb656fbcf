"""Casing: text that is all in capitals given back its small letters, since names can be told from words only by their capitals.

Invariant: no character is added or lost, so a passage of the restored text is the same passage of the text as published.
"""

import re
from functools import cache

from msgspec.structs import replace

from thucydides.nouns import Document
from thucydides.vocabulary import text as vocabulary

_WORD = re.compile(r"[A-Z][A-Z]*(?:'[A-Z]+)*")
_SENTENCE_START = re.compile(r"(?:^\s*|[.!?:]['\")\]]*\s+|\n\s*\n\s*|\[TEXT\]\s*)$")
_BRACKETED = re.compile(r"[(\[]([A-Z]{2,6})[)\]]")
_VOWEL = re.compile(r"[AEIOUY]")
_ENDINGS = ("'s", "s'", "'", "s", "es", "ed", "d", "ing", "ly", "er", "ers", "or", "ors", "ist", "ists", "ment", "ive", "ives")
_LINKS = frozenset({"OF", "THE", "FOR", "AND", "DE", "LA", "EL", "DEL", "LOS", "DES", "DU", "Y"})
_MONTH = re.compile(
    r"(?:\b(?:IN|SINCE|UNTIL|TILL|BY|OF|LAST|THIS|NEXT|FROM|DURING|EARLY|MID|LATE|THROUGH|BETWEEN)[ -]|\d(?:ST|ND|RD|TH)?(?: OF)? )"
    r"(?P<behind>MAY|MARCH)\b|\b(?P<before>MAY|MARCH) \d"
)
"""The months that are words as well, told by what stands beside them."""
_DATELINE = re.compile(
    r"[A-Z][A-Z .'-]+(?:, ?[A-Z .'-]+)?(?:, ?(?:[A-Z]+\.? \d{1,2}|\d{1,2} [A-Z]+\.?)(?:,? \d{2,4})?)?"
    r"(?: ?\([A-Z .]+\))? ?(?:--?|[–—]) "
)
"""Town, day and agency before the first sentence."""
SHOUTED = 4
"""Words that a line in capitals must have to be taken for shouted: a dateline or a name in capitals is left as it is."""


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """(words written small, words that are small except beside a name)."""
    lines = [line for line in vocabulary("casing.txt").splitlines() if line and not line.startswith("#")]
    return frozenset(w for w in lines if w[0] != "="), frozenset(w[1:] for w in lines if w[0] == "=")


@cache
def _small(word: str) -> bool:
    small, titles = _words()
    if word in small:
        return True
    if word in titles:
        return False
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if (
            stem != word
            and len(stem) > 2
            and (stem in small or stem + "e" in small or (stem[-1] == "i" and stem[:-1] + "y" in small))
        ):
            return True
    return False


def shouted(text: str) -> bool:
    """Whether a text is written in capitals throughout: hardly a small letter in `SHOUTED` words or more."""
    capitals, small = sum(c.isupper() for c in text), sum(c.islower() for c in text)
    return capitals > 12 and small * 20 < capitals and len(_WORD.findall(text)) >= SHOUTED


def restore(text: str) -> str:
    """A shouted text with small letters but for names, initials and the first letters of sentences; the same length."""
    found = list(_WORD.finditer(text))
    months = {m.start("behind") if m["behind"] else m.start("before") for m in _MONTH.finditer(text)}
    opening = _DATELINE.match(text)
    acronyms = {m[1] for m in _BRACKETED.finditer(text)}
    known = {m.start(): "initials" for m in found if m.group() in acronyms} | dict.fromkeys(months, "name")
    kinds = [known.get(m.start()) or _kind(m.group(), text, m.start(), m.end()) for m in found]
    for i, m in enumerate(found):
        if kinds[i] == "initials" and text[m.start() - 1 : m.start()] in ("[", "("):
            for j in _spelt(m.group(), [f.group() for f in found[max(0, i - 12) : i]]):
                kinds[i - j] = "name"
    out = list(text)
    for i, m in enumerate(found):
        word, kind = m.group(), kinds[i]
        if kind == "title":
            beside = [
                kinds[j]
                for j in (i - 1, i + 1)
                if 0 <= j < len(found) and _joined(text, found[min(i, j)].end(), found[max(i, j)].start())
            ]
            kind = "name" if "name" in beside or "initials" in beside else "small"
        if kind == "initials":
            continue
        shape = word.lower()
        opens = opening is not None and m.start() == opening.end()
        if kind == "name" or opens or _SENTENCE_START.search(text[max(0, m.start() - 12) : m.start()]):
            shape = shape[0].upper() + shape[1:]
        out[m.start() : m.end()] = shape
    return "".join(out)


def _spelt(acronym: str, before: list[str]) -> list[int]:
    """How far back the words of a name stand whose first letters an acronym behind it spells, in whatever order (a translated name
    keeps its letters): 1 is the word just before; [] where most letters find no word."""
    letters = [c for c in acronym if c.isalpha()]
    left = list(letters)
    taken: list[int] = []
    for back, word in enumerate(reversed(before), 1):
        if word in _LINKS:
            continue
        if len(taken) == len(letters) or (word[0] not in left and back > 2):
            break
        if word[0] in left:
            left.remove(word[0])
        taken.append(back)
    return taken if len(taken) > 1 and len(left) * 3 <= len(letters) else []


def _joined(text: str, end: int, start: int) -> bool:
    return text[end:start] in (" ", "\n", ". ")


def _kind(word: str, text: str, start: int, end: int) -> str:
    lower = word.lower()
    if _small(lower) or (len(lower) == 1 and lower == "a"):
        return "small"
    if lower in _words()[1]:
        return "title"
    if len(word) == 1 or (text[end : end + 1] == "." and len(word) < 3) or not _VOWEL.search(word):
        return "initials"
    return "name"


def readable(document: Document) -> Document:
    """The document with its shouted blocks restored, for reading only; itself where it has none."""
    blocks = document.blocks
    spans = [(b.start, b.end) for b in blocks] or [(0, len(document.text))]
    pieces = [(a, b) for a, b in spans if shouted(document.text[a:b])]
    if not pieces:
        return document
    text = document.text
    for a, b in pieces:
        text = text[:a] + restore(text[a:b]) + text[b:]
    return replace(document, text=text)
