"""Guessing: which of the older encodings a text is in, where nothing says so.

charset-normalizer is trusted with scripts of their own; among the code pages for Latin letters, and where it names one that
hardly any page is in, the text that reads most like some language wins.
"""

import re

ENCODINGS = (
    "cp1252",
    "cp1251",
    "cp1250",
    "cp1254",
    "cp1256",
    "cp1253",
    "cp1255",
    "koi8_r",
    "cp1257",
    "gb18030",
    "shift_jis",
    "euc_kr",
    "big5",
)
"""The encodings that pages without UTF-8 are in, the commonest first (WHATWG Encoding Standard, less those of no page met)."""
LATIN = ("cp1250", "cp1252", "cp1254", "cp1257")

_ODD = re.compile(r"[^\W\d_][^\w\s'’‘“”\"«»().,;:!?–—…/&@%-]|[a-zа-я][A-ZА-Я]|[a-zA-Z][^\W\d_a-zA-ZÀ-ɏ]|[\x80-\x9f]")
"""Signs within words, capitals after small letters, two scripts in one word: marks of a wrong reading."""


def guessed(sample: bytes) -> str | None:
    """The likeliest encoding of a sample that is not UTF-8; None where it fits none."""
    from charset_normalizer import from_bytes

    from thucydides.reading.language import likelihood

    best = from_bytes(sample).best()
    if best is not None and best.encoding in ENCODINGS and best.encoding not in LATIN:
        return best.encoding
    ranked: list[tuple[int, float, int, str]] = []
    for rank, name in enumerate(ENCODINGS):
        text = _decoded(sample, name)
        if text is not None:
            ranked.append((len(_ODD.findall(text)), -round(likelihood(text), 2), rank, name))
    return min(ranked)[3] if ranked else None


def _decoded(sample: bytes, name: str) -> str | None:
    """A sample in one encoding, its last character perhaps cut; None where it cannot be in it."""
    for cut in range(4):
        try:
            return sample[: len(sample) - cut].decode(name)
        except UnicodeDecodeError as error:
            if error.start < len(sample) - 8:
                return None
    return None
