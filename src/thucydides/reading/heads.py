"""Heads: what each line at the head of a page without marks is: the name of who publishes it, a path, a label, a place, or its title.

Rules `read.title-first` and `read.outlet-masthead` in `vocabularies/rules/reading.yaml`. Invariants: what stands below the first sentence
is no head; a line is called a masthead only where a title follows it.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from thucydides.grounding.datelines import is_dateline
from thucydides.reading import addresses
from thucydides.reading.bylines import STAMP, byline
from thucydides.reading.captions import caption
from thucydides.reading.facts import a_time_alone, is_sentence
from thucydides.reading.outlets import is_outlet
from thucydides.reading.page import Line
from thucydides.reading.phrases import bare
from thucydides.vocabulary import mapping

Part = Literal["title", "masthead", "issue", "other", "body"]
"""What a line of a head is; an issue ("Situation Report No. 14") is the title where nothing better is; the body ends the head."""

TITLE_WORDS = 35
MASTHEAD_WORDS = 8
PLACE_WORDS = 2
SHOUTED_WORDS = 3
"""A line in capitals of so few words is no headline where a line in small letters may be one."""
_STEP_WORDS = 4
_DATED_WORDS = 6
_OPEN_END = re.compile(r"[.;,]$|(?<!\w):$")
_ISSUE = re.compile(
    r"\b(?:no|nr|issue|vol|volume|week|edition|number|report|update|bulletin|sitrep|communiqu[eé])\b\.?\s*#?\s*[\d/-]+|\bissue\b|\breport/",
    re.I,
)
_PARTED = re.compile(r"\s+[—–|-]\s+|\s{3,}")
_LETTERS = re.compile(r"\s*\([A-Z][\w/ -]{1,20}\)$")
_JOINING = frozenset({"of", "the", "and", "for", "in", "on", "to", "from", "de", "la", "des", "du", "del", "al", "at", "with"})


def parts(lines: Sequence[Line]) -> tuple[Part, ...]:
    """What each line of a head is. The first that may be the title is one; the rest that may be are deck or kicker ("other")."""
    found: list[Part] = [_part(line) for line in lines]
    if "body" in found:
        found[found.index("body") :] = ["body"] * (len(found) - found.index("body"))
    maybe = [at for at, part in enumerate(found) if part == "title"]
    for at in maybe[:-1]:
        if _above(lines, at, maybe):
            found[at] = "masthead" if len(lines[at].text.split()) > 1 and not _is_place(lines[at].text) else "other"
    if "title" not in found:
        named = [at for at, part in enumerate(found) if part == "masthead"]
        for at in [*(at for at, part in enumerate(found) if part == "issue"), *named][:1]:
            found[at] = "title"
    return tuple(found)


def _part(line: Line) -> Part:
    text = line.text.strip()
    if line.kind in ("byline", "infobox", "caption", "summary", "quote"):
        return "other"
    if line.kind not in ("", "heading"):
        return "body"
    if is_summary(text):
        return "other"
    if is_sentence(text) and line.kind != "heading" and not _asks(text):
        return "body" if caption(text, True) is None else "other"
    if is_dateline(text):
        return "body"
    words = text.split()
    if (
        _is_label(text) or _is_path(text) or addresses.is_site(text) or any(map(a_time_alone, text.split(" | ")))
        or is_dated(text) or byline(text) or caption(text, True) is not None
    ):  # fmt: skip
        return "other"
    if text[:1].islower() or _OPEN_END.search(text) or len(words) > TITLE_WORDS:
        return "other" if len(words) <= TITLE_WORDS else "body"
    if is_masthead(text):
        return "masthead"
    return "issue" if _ISSUE.search(text) and len(words) <= MASTHEAD_WORDS else "title" if len(words) > 1 else "other"


def _above(lines: Sequence[Line], at: int, maybe: Sequence[int]) -> bool:
    """Whether a line that may be a title only stands above it: a place, a few words in capitals, or what a date follows at once."""
    text = lines[at].text
    later = [lines[n].text for n in maybe if n > at]
    if not any(len(words.split()) >= 3 for words in later):
        return False
    if _is_place(text) or any(text.casefold().lstrip("[(").startswith(opening) for opening in mapping("reading_heads")["columns"]):
        return True
    shouted = text.isupper() and not all(words.isupper() for words in later)
    if shouted and len(text.split()) <= SHOUTED_WORDS:
        return True
    below = lines[at + 1].text
    return at == 0 and shouted and (is_dated(below) or _is_label(below))


def is_masthead(text: str) -> bool:
    """Whether a line is the name of an outlet or of a body that publishes, by the words in which such names begin and end.

    >>> is_masthead("The Kivu Courier"), is_masthead("Courier killed in Kivu")
    (True, False)
    """
    pieces = [piece.strip(" []") for piece in _PARTED.split(text) if not _ISSUE.search(piece)]
    first = pieces[0] if pieces else ""
    if _is_name(first):
        return True
    return len(pieces) > 1 and _is_name(pieces[-1]) and len(_bare(first).split()) <= MASTHEAD_WORDS // 2 and first.isupper()


def name(masthead: str) -> str:
    """The name in a line that is a masthead, without the number of its issue and the letters by which it goes."""
    return _bare(_PARTED.split(masthead)[0])


def _bare(words: str) -> str:
    return _LETTERS.sub("", words.strip(" []"))


def _is_name(words: str) -> bool:
    if is_outlet(words):
        return True
    name = _bare(words)
    tokens = name.split()
    office = _offices().match(name) is not None
    if not 1 < len(tokens) <= (2 * MASTHEAD_WORDS if office else MASTHEAD_WORDS) or re.search(r"[\d:!?]", name):
        return False
    small = [token for token in tokens if token[:1].islower() and token not in _JOINING]
    return not small and (office or tokens[-1].casefold().strip("\"“”»") in mapping("reading_heads")["mastheads"])


@cache
def _offices() -> re.Pattern[str]:
    return re.compile(rf"(?:the )?(?:{'|'.join(map(re.escape, mapping('reading_heads')['offices']))})\b", re.I)


def is_summary(text: str) -> bool:
    """Whether a line opens a summary: "Key takeaways: ..."."""
    label, colon, _ = text.partition(":")
    return bool(colon) and bare(label) in mapping("reading_credits")["summaries"]


def _asks(text: str) -> bool:
    """Whether a line that ends like a sentence may be a title: a question, an outcry, somebody's words."""
    return text.endswith(("?", "!", "”", "’", "'", '"')) and len(text.split()) <= 20


def _is_label(text: str) -> bool:
    labels = mapping("reading_heads")["labels"]
    pieces = [bare(piece) for piece in re.split(r"\s{2,}|[|/,·•]|\s[—–-]\s", STAMP.sub(" ", text)) if bare(piece)]
    return bool(pieces) and all(piece in labels or _is_place_name(piece) for piece in pieces) and any(piece in labels for piece in pieces)


def _is_path(text: str) -> bool:
    """Whether a line is a path through a site: "Home » Africa » Somalia", "News / World"."""
    for step in mapping("reading_heads")["steps"]:
        steps = [part.strip() for part in text.split(f" {step} ")]
        if len(steps) > 1 and all(0 < len(part.split()) <= _STEP_WORDS for part in steps):
            plain = all(part[:1].isupper() for part in steps) and not re.search(r"\d", text)
            if plain and (step in "»›>→" or len(steps) > 2 or any(bare(part) in mapping("reading_heads")["labels"] for part in steps)):
                return True
    return False


def is_dated(text: str) -> bool:
    """Whether a line is a date with a few words around it that say no more than where, of what and by whom."""
    rest = STAMP.sub(" ", text)
    words = re.findall(r"[^\W\d_]+", rest)
    if rest != text and len(words) <= 2:
        return True
    return rest != text and len(words) <= _DATED_WORDS and not any(w.islower() and len(w) > 3 and w not in _JOINING for w in words)


def _is_place(text: str) -> bool:
    return len(text.split()) <= PLACE_WORDS and _is_place_name(text.strip(" :"))


@cache
def _is_place_name(name: str) -> bool:
    from thucydides.grounding.actors.countries import country_of_name

    return country_of_name(name) is not None
