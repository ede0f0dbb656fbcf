"""Naming: how documents, speakers, dates, lists and incidents are called in sentences for people; never by id."""

import re
from collections.abc import Iterable
from datetime import date

from thucydides.grounding.outlets import outlet as listed_outlet
from thucydides.nouns import DateRange, Document
from thucydides.reconciling.agencies import agency
from thucydides.reconciling.context import Context
from thucydides.reconciling.counts import number
from thucydides.reconciling.groups import singular
from thucydides.reconciling.origins import Chain
from thucydides.reconciling.words import words

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_BEHIND = re.compile(r",\s+(?:including|which|who|whose|where|a|the|an)\b|\s+(?:who|which|whose|where)\s", re.IGNORECASE)
_PLACE_OF = re.compile(r"\s+(?:in|of|from|at|for)\s+|,")
_SHORTEST = 4
_LONGEST = 60
_OPENING = 6


def document_name(document: Document | None) -> str:
    """A document by its outlet or title, by its agency and day, else by its day and how it begins."""
    if document is None:
        return "a report"
    if document.outlet:
        return document.outlet
    if document.title:
        title = " ".join(document.title.split())
        return f"“{title if len(title) <= _LONGEST else title[: _LONGEST - 1].rsplit(' ', 1)[0] + '…'}”"
    published = document.published
    known = published.earliest if published is not None and published.earliest == published.latest else None
    dated = f" of {day(known)}" if known is not None else ""
    wire = agency(document)
    if wire is not None:
        return f"{'an' if wire[0] in 'AEIOU' else 'a'} {wire} report{dated}"
    opening = next((b for b in document.blocks if b.kind == "paragraph"), None)
    first = " ".join(document.text[opening.start : opening.end].split()[:_OPENING]) if opening is not None else ""
    if document.author and not dated:
        return document.author
    return f"a report{dated} that begins “{first}…”" if first else f"a report{dated} that names no outlet"


def teller(context: Context, document: str, chain: Chain | None = None) -> str:
    """Who says it and where it is printed: "the Chinese embassy (in Eurasianet)"."""
    printed = document_name(context.documents.get(document))
    label = " ".join(chain.label.split()) if chain is not None else ""
    if not label or label.casefold() == printed.casefold() or label in printed:
        return printed
    if label.casefold() in words("pronouns"):
        return f"someone quoted in {printed}"
    return f"{shortened(label)} (in {printed})"


def shortened(label: str) -> str:
    """A speaker without what is told of them behind the name ("activists, including four of them who ..." is activists)."""
    short = _BEHIND.split(label, maxsplit=1)[0].strip(" ,;")
    return inside(short if len(short) >= _SHORTEST else label)


def inside(label: str) -> str:
    """A speaker as it stands inside a sentence: "two security sources", "the provincial governor"; an outlet keeps its name."""
    first, _, rest = label.partition(" ")
    small = first.istitle() and bool(rest) and first.casefold() in words("opening") and listed_outlet(label) is None
    return f"{first.casefold()} {rest}" if small else label


def plural(name: str) -> bool:
    """Whether a speaker is several people ("officials in Dushanbe", "Tajik authorities (in AFP)")."""
    said = name.split(" (in ")[0]
    tokens = _PLACE_OF.split(said)[0].split()
    if not tokens or name.startswith(("a ", "an ", "“")) or "." in tokens[-1] or listed_outlet(said) is not None:
        return False
    if " and " in said:
        return True
    noun = tokens[-1].casefold()
    named = len(tokens) > 1 and tokens[-1][0].isupper()  # "Sky News" is one outlet, "Tajik authorities" are several
    return noun == "police" or (not named and singular(noun) != noun)


def listed(items: Iterable[str], link: str = "and") -> str:
    """ "a, b and c"."""
    some = list(dict.fromkeys(items))
    return some[0] if len(some) == 1 else f"{', '.join(some[:-1])} {link} {some[-1]}" if some else ""


def day(value: date) -> str:
    """ "24 December 2025"."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def when(value: DateRange | None) -> str:
    """A date range in words, as fine as it is."""
    if value is None:
        return "an unknown date"
    if value.earliest is None or value.latest is None:
        return value.wording or value.edtf.replace("XXXX-", "an unknown year, ")
    first, last = value.earliest, value.latest
    if first == last:
        return day(first)
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and value.precision == "month":
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if value.precision == "year" and first.year == last.year:
        return str(first.year)
    return f"{day(first)} to {day(last)}"


def sentence(words: str) -> str:
    """The words with a capital at the start and a full stop at the end."""
    return f"{words[:1].upper()}{words[1:]}" + ("" if words.endswith((".", "?", "!")) else ".")


def people(value: int, outcome: str) -> str:
    """ "five killed"."""
    return f"{number(value)} {outcome}"
