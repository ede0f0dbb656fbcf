"""Words: exchangeable words and wordings of the vocabulary put for one another, inflection, articles and capitals kept right.

Invariants: a word with a capital that opens no sentence may be part of a name and stays; a form gives way to the same form of the next
word of its class, and where the class has no such form it stays.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from thucydides.evaluating.steadiness.edits import Edit, apart
from thucydides.vocabulary import filled, mapping

NAME = "rewordings"
_OPENING = re.compile(r"(?:^|[.!?:…]['\"’”)]*\s|^[-–—•*]\s?)[\"'“‘(\[]*$")
_ARTICLE = re.compile(r"\b(an?) $", re.IGNORECASE)
_NEAR = 40
"""Characters beside a word in which the vocabulary's guards look."""


def worded(kind: str, text: str) -> Iterator[Edit]:
    """The edits of one kind of the vocabulary: its classes of words, then its patterns."""
    yield from apart((*_exchanged(kind, text), *_patterned(kind, text)))


def _exchanged(kind: str, text: str) -> Iterator[Edit]:
    pattern, forms = _classes(kind)
    if pattern is None:
        return
    for match in pattern.finditer(text):
        said = match[0]
        new, guard = forms[said.lower()]
        if guard is not None and not guard(text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]):
            continue
        if said[0].isupper():
            if not _OPENING.search(text[: match.start()]) or said[1:] != said[1:].lower():
                continue
            new = new[0].upper() + new[1:]
        yield _with_article(text, match.start(), match.end(), new)


def _with_article(text: str, start: int, end: int, new: str) -> Edit:
    """The edit, with the article before it where that changes."""
    article = _ARTICLE.search(text, max(0, start - 4), start)
    if article is None or (new[0].lower() in "aeiou") == (article[1].lower() == "an"):
        return Edit(start, end, new)
    right = article[1][0] + ("n" if new[0].lower() in "aeiou" else "")
    return Edit(article.start(1), end, f"{right} {new}")


def _patterned(kind: str, text: str) -> Iterator[Edit]:
    for pattern, put in _patterns(kind):
        for match in pattern.finditer(text):
            new = match.expand(put)
            if match[0][0].isupper():
                new = new[0].upper() + new[1:]
            yield Edit(match.start(), match.end(), new)


class _Guard:
    """Where a word of a class is meant: what must not, or must, stand behind and before it."""

    def __init__(self, told: Mapping[str, str]) -> None:
        self._after, self._unless_after = _behind(told.get("after")), _behind(told.get("not_after"))
        self._before, self._unless_before = _ahead(told.get("before")), _ahead(told.get("not_before"))

    def __call__(self, left: str, right: str) -> bool:
        return (
            (self._after is None or bool(self._after.search(left)))
            and (self._before is None or bool(self._before.match(right)))
            and not (self._unless_after is not None and self._unless_after.search(left))
            and not (self._unless_before is not None and self._unless_before.match(right))
        )


def _behind(wording: str | None) -> re.Pattern[str] | None:
    return re.compile(rf"(?<![\w-])(?:{filled(NAME, wording)}) $", re.IGNORECASE) if wording else None


def _ahead(wording: str | None) -> re.Pattern[str] | None:
    return re.compile(rf" (?:{filled(NAME, wording)})(?![\w-])", re.IGNORECASE) if wording else None


@cache
def _classes(kind: str) -> tuple[re.Pattern[str] | None, dict[str, tuple[str, _Guard | None]]]:
    """One pattern of all words of a kind, and for each form what takes its place, and where."""
    forms: dict[str, tuple[str, _Guard | None]] = {}
    for given in mapping(NAME)["kinds"][kind].get("classes", ()):
        told: Mapping[str, Any] = given if isinstance(given, dict) else {"words": given}
        guard = _Guard(told) if len(told) > 1 else None
        words = [str(word).split("|") for word in told["words"]]
        for n, word in enumerate(words):
            for k, form in enumerate(word):
                if (new := _next(words, n, k)) and form != "-":
                    forms.setdefault(form, (new, guard))
    if not forms:
        return None, forms
    longest = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w'’-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])", re.IGNORECASE), forms


def _next(words: Sequence[Sequence[str]], n: int, k: int) -> str:
    """The form `k` of the next word of a class that has one of its own."""
    for other in (*words[n + 1 :], *words[:n]):
        if k < len(other) and other[k] not in ("-", words[n][k]):
            return other[k]
    return ""


@cache
def _patterns(kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    given = mapping(NAME)["kinds"][kind].get("patterns", ())
    return tuple((re.compile(filled(NAME, one["find"])), one["put"]) for one in given)
