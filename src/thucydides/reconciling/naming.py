"""Naming: how documents, speakers, dates, lists and incidents are called in sentences for people; never by id."""

from collections.abc import Iterable
from datetime import date

from thucydides.nouns import DateRange, Document
from thucydides.reconciling.context import Context
from thucydides.reconciling.counts import number
from thucydides.reconciling.origins import Chain

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
_LONGEST = 60
_OPENING = 6


def document_name(document: Document | None) -> str:
    """A document by its outlet, author or title; "a report that names no outlet" where it has none of them."""
    if document is None:
        return "a report"
    if document.outlet:
        return document.outlet
    if document.title:
        title = " ".join(document.title.split())
        return f"“{title if len(title) <= _LONGEST else title[: _LONGEST - 1].rsplit(' ', 1)[0] + '…'}”"
    opening = next((b for b in document.blocks if b.kind == "paragraph"), None)
    first = " ".join(document.text[opening.start : opening.end].split()[:_OPENING]) if opening is not None else ""
    return document.author or (f"a report that begins “{first}…”" if first else "a report that names no outlet")


def teller(context: Context, document: str, chain: Chain | None = None) -> str:
    """Who says it and where it is printed: "the Chinese embassy (in Eurasianet)"."""
    printed = document_name(context.documents.get(document))
    if chain is None or not chain.label or chain.label.casefold() == printed.casefold():
        return printed
    return f"{chain.label} (in {printed})"


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
