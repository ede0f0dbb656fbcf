"""Quantities: how many, read from the words before a noun ("at least five", "more than a dozen", "between five and seven").

Invariants: spans never overlap and re-read to the wording; a wording never gives a number larger than it says.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct, structs

from thucydides.nouns import Quantity
from thucydides.vocabulary import mapping

TENTH = 0.1
"""How far "about n" may be off, each way (design, section 4)."""
ODD = 9
"""What "seventy-odd" may be over the number that it names."""
PASSED = 10
"""From so many on "more than n" names a number that was passed and counts nobody beyond it."""
KNOWN = 256
"""So many texts are known with their quantities: a sentence is asked after its numbers by many rules, one behind another."""


_YEAR = re.compile(r"(?:19|20)\d\d")


class QuantitySpan(Struct, frozen=True):
    """A quantity with the characters `[start, end)` of the text it was read from."""

    start: int
    end: int
    quantity: Quantity


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


_MAYBE = r"(?:perhaps|maybe|possibly|even)"
_PERHAPS = rf"(?:,\s+or\s+(?=(?:{_MAYBE}\s+)?[\w-]+,)(?:{_MAYBE}\s+)?|,?\s+or,?\s+{_MAYBE},?\s+|,?\s+(?:perhaps|maybe|possibly)\s+)"
"""What stands between two numbers of which either may be so: "nine, or eleven,", "ten, perhaps 13,"."""


@cache
def _pattern() -> re.Pattern[str]:
    words = mapping("numbers")
    unit = _alternatives(list(words["units"]))
    tens = _alternatives(list(words["tens"]))
    simple = rf"(?:(?:{tens})(?:[-\s](?:{unit}))?|(?:{unit}))"
    scale = _alternatives(list(words["scales"]))
    spelled = rf"(?:(?:{simple}|an?)\s+(?:{scale})(?:(?:\s+and)?\s+{simple})?|{simple})(?:\s+(?:hundred|thousand|million))?"
    digits = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?![\d.,]*\d)(?:\s+(?:hundred|thousand|million))?"
    dozen = rf"(?:(?:{simple}|\d+|another)\s+dozen)"
    vague = _alternatives(list(words["vague"]))
    number = rf"(?:{dozen}|{vague}|{spelled}|{digits})"
    return re.compile(
        rf"(?<![\w$€£.,:/-])(?:"
        rf"between\s+(?P<from>{number})\s+and\s+(?P<to>{number})"
        rf"|(?:(?P<at_least>{_alternatives(words['at_least'])})|(?P<more_than>(?:well\s+)?(?:{_alternatives(words['more_than'])}))"
        rf"|(?P<up_to>{_alternatives(words['up_to'])})|(?P<less_than>{_alternatives(words['less_than'])})"
        rf"|(?P<about>{_alternatives(words['about'])}))\s+(?P<modified>{number})(?:\s*(?:-|–|to|or)\s*(?P<modified_to>{number}))?"
        rf"|(?P<low>{number})(?:\s*(?:-|–|\sto\s|\sor\s)\s*|{_PERHAPS})(?P<high>{number})"
        rf"|(?P<plain>{number})(?P<more>\s+or\s+more|\s+at\s+least\b(?!\s+{number})|\s*\+|-plus)?(?P<odd>-(?:odd|some)(?:-odd)?)?"
        rf"|(?P<both>both)|(?P<none>none|nobody|no\s+one|no)"
        rf")(?![\w%]|[.,:/]\d|[-‐](?!plus|strong|member|man)\w)",
        re.IGNORECASE,
    )


def number(words: str) -> tuple[int, int | None, int | None, str] | None:
    """What one number wording says as (low, best, high, rule), or None where it is no number."""
    table = mapping("numbers")
    lowered = re.sub(r"\s+", " ", words.lower()).strip()
    if lowered in table["vague"]:
        low, best, high, rule = table["vague"][lowered]
        return low, best, high, rule
    tokens = re.split(r"[\s-]+", lowered.replace(",", ""))
    total = current = 0
    seen = False
    for token in tokens:
        if token in ("and",):
            continue
        if token in ("a", "an", "another"):
            current, seen = 1, True
        elif token.isdigit():
            current, seen = current + int(token), True
        elif token in table["units"]:
            current, seen = current + table["units"][token], True
        elif token in table["tens"]:
            current, seen = current + table["tens"][token], True
        elif token == "dozen":
            total, current, seen = total + max(current, 1) * 12, 0, True
        elif token == "hundred":
            current, seen = max(current, 1) * 100, True
        elif token in table["scales"]:
            total, current, seen = total + max(current, 1) * table["scales"][token], 0, True
        else:
            return None
    value = total + current
    return (value, value, value, "toll.dozen" if "dozen" in tokens else "toll.exact") if seen else None


def _range(first: str, second: str, wording: str) -> Quantity | None:
    low, high = number(first), number(second)
    if low is None or high is None or low[1] is None or (high[1] or 0) < low[0]:
        return None
    return Quantity(low[0], low[1], high[1], wording, "toll.range")


def _read(match: re.Match[str]) -> Quantity | None:
    wording = match.group()
    if match["from"]:
        return _range(match["from"], match["to"], wording)
    if match["low"]:
        compound = number(wording)  # "twenty-five" is one number, "five-seven" is a range
        if compound is not None and wording[0].isalpha() and compound[1] is not None and compound[1] % 10 and compound[1] > 20:
            return Quantity(compound[0], compound[1], compound[2], wording, compound[3])
        return _range(match["low"], match["high"], wording)
    if match["both"]:
        return Quantity(2, 2, 2, wording, "toll.both")
    if match["none"]:
        return Quantity(0, 0, 0, wording, "toll.none")
    if match["plain"]:
        value = number(match["plain"])
        if value is None:
            return None
        low, best, high, rule = value
        if match["odd"] and best is not None:
            return Quantity(best, best, best + ODD, wording, "toll.about", approximate=True)
        return Quantity(low, best, None, wording, "toll.at-least") if match["more"] else Quantity(low, best, high, wording, rule)
    value = number(match["modified"])
    if value is None:
        return None
    low, best, high, rule = value
    if match["modified_to"] and not match["up_to"]:
        return _range(match["modified"], match["modified_to"], wording)
    if best is None:
        return Quantity(low, None, None, wording, rule)
    if match["at_least"]:
        return Quantity(low, best, None, wording, "toll.at-least")
    if match["more_than"]:
        passed = 0 if best >= PASSED else 1
        return Quantity(low + passed, best + passed, None, wording, "toll.more-than")
    if match["up_to"]:
        top = number(match["modified_to"]) if match["modified_to"] else value
        most = (top or value)[1]
        return Quantity(0, most, most, wording, "toll.up-to", weak=True)
    if match["less_than"]:
        return Quantity(0, None, best - 1, wording, "toll.less-than", weak=True)
    if high is None:
        return Quantity(low, best, None, wording, rule, approximate=True)
    slack = int(best * TENTH)
    return Quantity(best - slack, best, best + slack, wording, "toll.about", approximate=True)


@lru_cache(maxsize=KNOWN)
def find_quantities(text: str) -> tuple[QuantitySpan, ...]:
    """Every quantity wording of a text in order; years, ages, units and money are left to the caller, who knows the noun."""
    found = []
    for match in _pattern().finditer(text):
        if _WEEKDAY.search(text, max(0, match.start() - 11), match.start()) and _HEAD.match(text, match.end()):
            continue
        quantity = _read(match)
        if match["low"] and _YEAR.fullmatch(match["low"]) and (quantity is None or " " in match.group()):
            value = number(match["high"])  # "23 Dec 2011 - 44 people killed": a day, and then a count
            if value is not None:
                found.append(QuantitySpan(match.start("high"), match.end("high"), Quantity(*value[:3], match["high"], value[3])))
        elif match["up_to"] and _ROSE.search(text, 0, match.start()) and (reached := number(match["modified"])) is not None:
            found.append(QuantitySpan(match.start("modified"), match.end(), Quantity(*reached[:3], match["modified"], reached[3])))
        elif quantity is not None:
            found.append(QuantitySpan(match.start(), match.end(), quantity))
        elif match["low"] and " " in match.group():  # "on December 30 – 25 people were hurt": no range falls
            for part in ("low", "high"):
                value = number(match[part])
                if value is not None:
                    found.append(QuantitySpan(match.start(part), match.end(part), Quantity(*value[:3], match[part], value[3])))
    return tuple(_without_wholes(text, list(_as_many(text, found))))


_WEEKDAY = re.compile(r"\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[.,]?\s$", re.IGNORECASE)
_HEAD = re.compile(r"\s*[-–—:|]\s")
"""Behind the day of a month that heads an entry of a list: "Mon 11 – A constable was shot"."""
_ROSE = re.compile(r"\b(?:go|goes|gone|going|went|crept|jumped|moved|shot)\s+$", re.IGNORECASE)
"""Verbs that "up" belongs to: "has gone up to 71"."""
_AS_MANY = re.compile(r"\bas\s+$", re.IGNORECASE)
_THAN = re.compile(r"\s+as\b", re.IGNORECASE)


def _as_many(text: str, found: list[QuantitySpan]) -> Iterator[QuantitySpan]:
    """The quantities with "as many" that of the count before it: "ten soldiers and as many rebels"."""
    last: QuantitySpan | None = None
    for span in found:
        opening = _AS_MANY.search(text, 0, span.start) if span.quantity.wording.lower() == "many" else None
        if opening is not None and last is not None and not _THAN.match(text, span.end):
            wording = text[opening.start() : span.end]
            span = QuantitySpan(opening.start(), span.end, structs.replace(last.quantity, wording=wording))
        last = span
        yield span


_OUT_OF = re.compile(r"\s+of\s+(?P<article>(?:the|its|their|some|about|those)\s+)?")


def _without_wholes(text: str, found: list[QuantitySpan]) -> Iterator[QuantitySpan]:
    """The quantities without those out of which another is counted: of "three of the 30 attackers" only the three."""
    for number, span in enumerate(found):
        last = found[number - 1] if number else None
        out_of = _OUT_OF.fullmatch(text, last.end, span.start) if last is not None else None
        if out_of is None or last is None or (out_of["article"] is None and last.quantity.best == 1):  # "one of five people shot"
            yield span


def add(quantities: Sequence[Quantity]) -> Quantity:
    """The sum of disjoint counts; an end unknown in one is unknown in the sum."""
    if len(quantities) == 1:
        return quantities[0]
    lows, bests, highs = zip(*((q.low, q.best, q.high) for q in quantities), strict=True)
    return Quantity(
        sum(x or 0 for x in lows),
        None if None in bests else sum(x for x in bests if x is not None),
        None if None in highs else sum(x for x in highs if x is not None),
        " + ".join(q.wording for q in quantities),
        "toll.sum",
        any(q.approximate for q in quantities),
        any(q.weak for q in quantities),
    )
