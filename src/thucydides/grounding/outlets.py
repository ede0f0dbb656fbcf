"""Outlets: who published or carried a report, by name or by the host of its address.

Source: `vocabularies/outlets.csv`. `kind` is one of news agency, state agency, independent, broadcaster, party (of a party to a
conflict, its owner), research, ngo, international organisation, wiki, platform. `owner` names the house that an outlet is a service of.
"""

from functools import cache
from urllib.parse import urlsplit

from msgspec import Struct

from thucydides.grounding.actors.tokens import Tokens, name_words, tokens
from thucydides.vocabulary import mapping, table

_SEPARATOR = ";"


class Outlet(Struct, frozen=True):
    """A house that publishes: canonical name, kind, country (ISO alpha-2), owner or parent, hosts, other names."""

    name: str
    kind: str
    country: str | None = None
    owner: str | None = None
    hosts: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class OutletMatch(Struct, frozen=True):
    """Characters `[start, end)` of a text name the outlet `name` (canonical)."""

    start: int
    end: int
    name: str


@cache
def all_outlets() -> tuple[Outlet, ...]:
    """Every listed outlet, in the table's order."""
    return tuple(
        Outlet(
            row["name"],
            row["kind"],
            row["country"] or None,
            row["owner"] or None,
            tuple(filter(None, row["hosts"].split(_SEPARATOR))),
            tuple(filter(None, row["aliases"].split(_SEPARATOR))),
        )
        for row in table("outlets")
    )


@cache
def _by_host() -> dict[str, Outlet]:
    return {host: found for found in all_outlets() for host in found.hosts}


class _Name(Struct, frozen=True):
    words: tuple[str, ...]
    capital: tuple[bool, ...]
    exact: bool
    outlet: str


@cache
def _index() -> dict[str, tuple[_Name, ...]]:
    index: dict[str, dict[tuple[str, ...], _Name]] = {}
    for found in all_outlets():
        for wording in (found.name, *found.aliases):
            t = name_words(wording.split(" (")[0])
            if not t.folded:
                continue
            exact = len(t.folded) == 1 and (wording.isupper() or len(wording) < 4)
            words = t.folded[1:] if t.folded[0] == "the" and len(t.folded) > 2 else t.folded
            name = _Name(words, t.capital[len(t.folded) - len(words) :], exact, found.name)
            index.setdefault(words[0], {}).setdefault(words, name)
    return {first: tuple(sorted(v.values(), key=lambda n: (-len(n.words), n.words))) for first, v in index.items()}


@cache
def _plain_words() -> frozenset[tuple[str, ...]]:
    """Names that are everyday words, read as outlets only where the surroundings say so (`outlet` and citations do)."""
    return frozenset(name_words(word).folded for word in mapping("actor_words")["outlet_plain_words"])


def find_outlets(text: str) -> tuple[OutletMatch, ...]:
    """The outlets named in a text, in order and without overlap, longest name first; everyday words ("Time", "Trend") are left out."""
    t, out, i = tokens(text), [], 0
    while i < len(t.folded):
        name = _longest(t, i)
        if name is None or (name.words in _plain_words() and not _among_agency_words(t, i + len(name.words))):
            i += 1
            continue
        last = i + len(name.words)
        out.append(OutletMatch(t.starts[i], t.ends[last - 1], name.outlet))
        i = last
    return tuple(out)


def _longest(t: Tokens, i: int) -> _Name | None:
    for name in _index().get(t.folded[i], ()):
        last = i + len(name.words)
        if t.folded[i:last] != name.words or not all(t.joined[i + 1 : last]):
            continue
        if t.shouted[i] or (
            t.upper[i] if name.exact else all(t.capital[k] or not c for k, c in zip(range(i, last), name.capital, strict=True))
        ):
            return name
    return None


def _among_agency_words(t: Tokens, last: int) -> bool:
    return (
        last < len(t.folded)
        and t.joined[last]
        and t.folded[last] in ("newspaper", "magazine", "tv", "television", "news", "agency", "reported")
    )


@cache
def outlet(name: str) -> Outlet | None:
    """The outlet of a name or alias, whatever its case and articles ("the Express Tribune"), None where none is listed."""
    words = name_words(name).folded
    if words and words[0] == "the" and len(words) > 2:
        words = words[1:]
    if not words:
        return None
    found = next((n for n in _index().get(words[0], ()) if n.words == words), None)
    return None if found is None else next(o for o in all_outlets() if o.name == found.outlet)


def outlet_by_host(host: str) -> Outlet | None:
    """The outlet of a host or address ("www.rferl.org", "https://rus.ozodi.org/a/1.html"): its own, or that of the domain above it."""
    bare = _bare_host(host)
    while bare.count(".") >= 1:
        found = _by_host().get(bare)
        if found is not None:
            return found
        bare = bare.split(".", 1)[1]
    return None


def _bare_host(host: str) -> str:
    """The host of an address or bare host in lower case, without user, port and leading "www."; "" for what is no address."""
    try:
        netloc = urlsplit(host if "//" in host else "//" + host).netloc
    except ValueError:
        return ""
    return netloc.rsplit("@", 1)[-1].split(":", 1)[0].lower().strip(".").removeprefix("www.")
