"""Characters: bytes become text, and text becomes clean characters.

Invariants of clean text: NFC; the only control character is a newline; no invisible marks but the joiners that Persian, Urdu
and the Indic scripts write with; no private use characters; runs of blanks are one space.
"""

import codecs
import html
import re
import unicodedata

from thucydides.reading.guessing import guessed

SAMPLE_BYTES = 65_536
"""How much of a text in an unknown encoding is judged."""
MOSTLY = 0.002
"""A text counts as UTF-8 with damage where fewer than this share of its characters are broken (our choice: one in 500)."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,6}|[a-z]{2,8});", re.I)
_ESCAPED = re.compile(r"\\([/*])")
_BLANKS = re.compile(r"[^\S\n]+")
_KEPT_INVISIBLE = "\u200c\u200d"


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {
        0xA0: " ",
        0xAD: None,
        0x85: "\n",
        0x2028: "\n",
        0x2029: "\n",
        0x0B: "\n",
        0x0C: "\n",
        0xFFFC: None,
    }
    for code in [*range(0x20), *range(0x7F, 0xA0)]:
        table.setdefault(code, None)
    table[0x0A], table[0x09] = "\n", " "
    for code in (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0x180E, 0x061C):
        if chr(code) not in _KEPT_INVISIBLE:
            table[code] = None
    table.update(dict.fromkeys(range(0xE000, 0xF900)))
    table.update(dict.fromkeys(range(0xFFF9, 0xFFFC)))
    table.update(dict.fromkeys(range(0xD800, 0xE000)))
    return table


_TABLE = _table()


def clean(text: str) -> str:
    """The same words in clean characters, newlines as `\\n`; a text that is clean comes back unchanged."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    text = text.translate(_TABLE)
    text = _BLANKS.sub(" ", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def decoded(data: bytes, markup: bool = False) -> tuple[str, tuple[str, ...]]:
    """The text that bytes hold and notes on what had to be guessed or given up. Never fails.

    Tried in turn: a byte order mark; UTF-8; what a page says of itself (`markup`); UTF-16 by its zeros; UTF-8 with a few broken
    characters; the best guess (see `guessing`); UTF-8 with whatever is broken replaced.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace").lstrip("\ufeff"), ()
    zeros = data[:SAMPLE_BYTES]
    try:
        if b"\0" not in zeros:
            return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(data[:2048]) if markup else None
    guesses = [declared[1].decode("ascii")] if declared else []
    if zeros[1::2].count(0) > len(zeros) // 6:
        guesses.append("utf-16-le")
    elif zeros[0::2].count(0) > len(zeros) // 6:
        guesses.append("utf-16-be")
    for guess in guesses:
        try:
            return data.decode(guess), (f"encoding taken to be {guess}",)
        except (UnicodeDecodeError, LookupError):
            continue
    repaired = data.decode("utf-8", "replace")
    broken = repaired.count("\ufffd")
    damaged = f"{broken} character{'s' * (broken != 1)} could not be decoded and stand{'s' * (broken == 1)} as \ufffd"
    if broken <= max(1, MOSTLY * len(repaired)) and not repaired.replace("\ufffd", "").isascii():
        return repaired, (damaged,)
    likely = guessed(data[:SAMPLE_BYTES])
    try:
        return (data.decode(likely), (f"encoding guessed to be {likely}",)) if likely else (repaired, (damaged,))
    except UnicodeDecodeError:
        return repaired, (damaged,)
