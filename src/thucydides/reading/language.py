"""Language: which language a text is in, as ISO 639-1 where there is one; None where the text is too short or the answer unsure."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from thucydides.nouns import Document
from thucydides.vocabulary import mapping

READ = "en"
"""The language whose words the vocabularies hold; of a report in another, hardly more than its days and places is read."""
NAMED = 5
"""How many reports in other languages are named at most."""

LETTERS = 60
"""A shorter text (in letters) is not judged: titles of three words are taken for many languages."""
OTHER_LETTERS = 15
"""The same where the letters are not those of English: fewer languages write them, and an even chance is enough."""
SAMPLE = 3000
"""How many characters are judged."""
LAST_LATIN = 0x24F
"""The last code point of Unicode's Latin letters (block Latin Extended-B)."""
PROBABILITY = 0.8
"""Below it the answer is None (rule read.language-detected)."""
PLAIN_SHARE = 0.12
"""A text with so large a share of the commonest English words is English; it spares loading the model. In
English news the share is about 0.2, in Dutch, the nearest that was tried, 0.06."""

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?$")
_WORD = re.compile(r"[^\W\d_]+")


def language(text: str, given: str = "") -> tuple[str | None, str]:
    """The language and the rule that found it: as given (a BCP 47 tag), else as detected."""
    if match := _TAG.match(given.strip()):
        return match[1].casefold(), "read.language-given"
    words = _WORD.findall(text[:SAMPLE].casefold())
    least, enough = (OTHER_LETTERS, 0.5) if _in_another_script(words) else (LETTERS, PROBABILITY)
    if sum(map(len, words)) < least:
        return None, ""
    if sum(word in _common() for word in words) >= PLAIN_SHARE * len(words):
        return "en", "read.language-detected"
    found, probability = _identifier().classify(text[:SAMPLE])
    return (str(found), "read.language-detected") if probability >= enough else (None, "")


def foreign(documents: Iterable[Document]) -> str | None:
    """Which of the documents are in a language that is not read, in one line for a person; None where none is."""
    found = sorted((d.language, d.path) for d in documents if d.language and d.language.split("-")[0] != READ)
    if not found:
        return None
    named = ", ".join(f"{path} ({spoken})" for spoken, path in found[:NAMED])
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    which = "1 new report is" if len(found) == 1 else f"{len(found)} new reports are"
    return f"{which} not in English: {named}{more}; little or nothing of them is read; give a translation"


def likelihood(text: str) -> float:
    """How surely a text is in some one language, 0 to 1."""
    return float(_identifier().classify(text[:SAMPLE])[1])


def _in_another_script(words: Sequence[str]) -> bool:
    """Whether most letters are neither Latin nor marked forms of Latin ones: Cyrillic, Arabic, Chinese."""
    letters = "".join(words)
    return 2 * sum(ord(c) > LAST_LATIN for c in letters) > len(letters)


@cache
def _common() -> frozenset[str]:
    return frozenset(mapping("reading_english")["words"])


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
