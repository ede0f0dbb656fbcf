"""Names: where a text names persons, each place with the fullest name that the text gives the person.

Invariants: a name is two or more capitalised words of which none names a thing, or the last of them where the full name was told; spans
lie inside the text and never overlap.
"""

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from thucydides.vocabulary import mapping

_WORD = r"[A-Z][\w’'-]*[a-z][\w’'-]*"
_PARTICLE = r"(?:al|el|bin|ibn|van|von|de|der|da|la|abu|del|al-\w+)(?=\s[A-Z])"
_NICKNAME = r"“[^”]{1,15}”|\"[^\"]{1,15}\""
_NAME = re.compile(rf"(?<!\w)(?:{_WORD}|[A-Z]\.?)(?:[ \u00a0](?:{_WORD}|[A-Z]\.|[A-Z](?=\s)|{_PARTICLE}|{_NICKNAME}))*")
_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\b\.?")
_AGED = re.compile(
    r",? (?:\(?(?:aged? )?(\d{1,3})\)?(?=[\s,.;)—-])|an? (\d{1,3})[- ]year[- ]old)|,? \(?age (\d{1,3})\b", re.IGNORECASE
)
_AGE_BEFORE = re.compile(r"(\d{1,3})[- ]year[- ]old(?: [\w’'-]+){0,3}[ ,]{1,2}$")
_DAY = re.compile(r"(?:April|May|June|August|Sunday|March) \d")
_BEHIND = re.compile(r" ([a-z]+)\b")
_SAID = re.compile(
    r"(?:identified|named|known|arrested|charged)(?: \w+){0,4} (?:as|was) (?:\w+[- ]){0,2}$"
    r"|\b(?:slain|victim|suspect|gunman|shooter|officer|identified)[,:]? $",
    re.IGNORECASE,
)
OLDEST = 115
_CLIPPED = 3
"""Letters of a given name that a short form keeps at least ("Tim")."""


class Name(Struct, frozen=True):
    """One place `[start, end)` at which the person `full` is named; `age` where it is told beside it.

    `sure` holds where a known given name, an age or words before the name say that it names a person.
    """

    full: str
    start: int
    end: int
    age: int | None = None
    sure: bool = True


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(str(w) for w in mapping("persons")[key])


@cache
def _given() -> frozenset[str]:
    return frozenset(str(n).lower() for n in mapping("places_given_names")["names"])


@cache
def _parts() -> frozenset[str]:
    """The nouns that say the part of a person: they open headlines ("Suspect Named") and stand before names, and are no given names."""
    return frozenset(str(noun) for nouns in mapping("persons")["nouns"].values() for noun in nouns)


def _age(text: str, start: int, end: int) -> int | None:
    after = _AGED.match(text, end)
    before = None if after else _AGE_BEFORE.search(text, max(0, start - 60), start)
    number = next((int(g) for g in (after or before).groups() if g), None) if (after or before) else None  # type: ignore[union-attr]
    return number if number is not None and number <= OLDEST else None


def _trimmed(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words of a run that can be a name: titles, offices and words that begin sentences cut from its front."""
    while words and (
        not words[0].group()[0].isupper()
        or words[0].group().lower().endswith("-old")
        or words[0].group().strip(".").lower() in _set("titles") | _set("things") | _set("offices") | _parts()
    ):
        words = words[1:]
    return words


def names(text: str, taken: Sequence[tuple[int, int]] = (), places: Sequence[tuple[int, int]] = ()) -> tuple[Name, ...]:
    """The places of `text` that can name persons, in order; nothing inside the spans `taken` by parties.

    A run of capitalised words that names a place is a person only where its first word is a known given name, an age stands beside it, or
    words before it say so ("identified as").
    """
    full: list[Name] = []
    rest: list[tuple[str, int, int]] = []
    for run in _NAME.finditer(text):
        every = list(re.finditer(r"\S+", run.group()))
        words = _trimmed(every)
        if not words or _DAY.match(text, run.start() + words[-1].start()):
            continue
        aged = len(words) < len(every) and every[-len(words) - 1].group().lower().endswith("-old")
        start, end = run.start() + words[0].start(), run.start() + words[-1].end()
        parts = [w.group().strip(".,") for w in words]
        if parts[-1].endswith(("’s", "'s")):
            end -= 2
            parts[-1] = parts[-1][:-2]
        if len(parts) == 1:
            rest.append((parts[0], start, end))
            continue
        known = parts[0].lower() in _given()
        age = _age(text, start, end)
        told = age is not None or aged or bool(_SAID.search(text, max(0, start - 40), start))
        if len(parts) > 5 or any(len(p) > 1 and p.lower() in _set("things") for p in parts):
            if parts[-1][:1].isupper():  # and no nickname in quotes
                rest.append((parts[-1], run.start() + words[-1].start(), end))
            continue
        if not told and (
            any(a < end and start < b for a, b in taken) or (not known and any(a <= start and end <= b for a, b in places))
        ):
            continue
        behind = _BEHIND.match(text, end)
        if behind is not None and behind[1] in _set("neutral") | _set("bodies"):
            continue  # "a 62-year-old Castor Gardens man"
        suffix = _SUFFIX.match(text, end)
        end = suffix.end() if suffix else end
        age = age if age is not None else _age(text, start, end)
        full.append(Name(text[start:end], start, end, age, known or told or age is not None))
    return _joined(text, full, rest, taken)


def family(name: str) -> str:
    """The family name of a full name: its last word that is no suffix."""
    words = [w.strip(".,") for w in name.split()]
    return next((w for w in reversed(words) if w not in ("Jr", "Sr", "II", "III", "IV")), words[-1]).casefold()


def _joined(text: str, full: list[Name], rest: list[tuple[str, int, int]], taken: Sequence[tuple[int, int]]) -> tuple[Name, ...]:
    """Each place under the fullest name of its person; a family name alone is the bearer named last before it."""
    people: dict[str, list[Name]] = {}
    given: dict[str, list[Name]] = {}
    for name in full:
        people.setdefault(family(name.full), []).append(name)
        given.setdefault(name.full.split()[0], []).append(name)

    def fullest(name: Name) -> str:
        bearers = [*people[family(name.full)], *given[name.full.split()[0]]]
        return max((n.full for n in bearers if _within(name.full, n.full)), key=lambda n: (len(n), n))

    sure = {fullest(n) for n in full if n.sure}
    found = [Name(fullest(n), n.start, n.end, n.age, fullest(n) in sure) for n in full]
    meant: dict[str, str] = {}
    for word, start, end in rest:
        bearers = people.get(word.casefold(), ())
        if bearers and not any(a <= start and end <= b for a, b in taken):
            last = max((n for n in bearers if n.start < start), key=lambda n: n.start, default=bearers[0])
            who = meant.setdefault(word.casefold(), fullest(last))  # relatives named later go by their given names
            found.append(Name(who, start, end, _age(text, start, end), who in sure))
    return tuple(sorted(found, key=lambda n: (n.start, n.end)))


def _within(short: str, full: str) -> bool:
    """Whether every word of a name stands in another, an initial for a word or a short given name for a long one: "J. Doe", "Tim Doe"
    and "Timothy Doe" in "Timothy A. Doe"."""
    words = [w.strip('.,“”"') for w in full.split()]
    first, *rest = [w.strip('.,“”"') for w in short.split()]
    clipped = len(first) >= _CLIPPED and len(words[0]) > len(first) + 1 and words[0].startswith(first)
    told = rest if clipped and rest else [first, *rest]
    return all(any(w == x or (len(w) == 1 and x[:1] == w) for x in words) for w in told)
