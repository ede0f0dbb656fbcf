"""Build: the site's files, each page from one template, all in one folder."""

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment

from thucydides.nouns import Claim, Incident, Record
from thucydides.publishing.addresses import Files
from thucydides.publishing.briefing.choosing import principal
from thucydides.publishing.evidence import Evidence
from thucydides.publishing.index import Index, by_time
from thucydides.publishing.options import Options
from thucydides.publishing.pages.incident import Entry, named
from thucydides.publishing.pages.page import contents
from thucydides.publishing.reader import anchor, slug
from thucydides.publishing.site.detail import Saying, claims, excerpts, passages_of
from thucydides.publishing.site.months import months
from thucydides.publishing.site.people import people
from thucydides.publishing.site.searching import listing
from thucydides.publishing.templating import environment

PARTS = (
    ("index", "Overview"),
    ("incidents", "Incidents"),
    ("tolls", "Tolls"),
    ("discrepancies", "Discrepancies"),
    ("questions", "Questions"),
    ("statements", "Statements"),
    ("claims", "Claims"),
    ("actors", "Actors"),
    ("sources", "Sources"),
    ("matrix", "Matrix"),
    ("method", "Method"),
)
"""The pages that the navigation leads to, in its order."""
PER_PAGE = 400
"""Claims on one page: more make a page slow on a phone."""
MOST_TIMELINE = 60
"""Incidents up to which the overview tells all of them by time; of more it tells the weightiest."""


def build(record: Record, options: Options) -> dict[str, bytes]:
    """Every file of the site by its name."""
    index = Index(record, options)
    evidence = Evidence(index, Files())
    for incident in record.incidents:
        for held in passages_of(index, incident).values():
            for passage in held:
                evidence.ref(passage)
    sayings = _claims(evidence)
    found = contents(evidence)
    entries: dict[str, Entry] = {e.id: e for e in (*found["entries"], *found["acts"])}
    actors, ordered = people(evidence), sorted(record.incidents, key=by_time)
    told = ordered if len(ordered) <= MOST_TIMELINE else list(principal(index))
    site = _Site(environment(), {**found, "parts": PARTS, "people": actors, "months": months(index)})
    site.page("index", "Overview", told=[entries[i.id] for i in told], whole=told is ordered)
    for name, title in PARTS[1:]:
        if name != "claims":
            site.page(name, title)
    pages = [sayings[n : n + PER_PAGE] for n in range(0, len(sayings), PER_PAGE)] or [[]]
    names = [f"claims{f'-{n}' if n > 1 else ''}" for n in range(1, len(pages) + 1)]
    for n, (name, some) in enumerate(zip(names, pages, strict=True)):
        site.page(name, "Claims", template="claims", part="claims", sayings=some, names=names, at=n, every=len(sayings))
    for n, incident in enumerate(ordered):
        near = [named(evidence, ordered[m]) if 0 <= m < len(ordered) else None for m in (n - 1, n + 1)]
        shown = entries[incident.id]
        values = {"e": shown, "near": near, **_incident(evidence, incident)}
        site.page(_stem(shown.href), shown.title, template="incident", part="incidents", **values)
    for source in found["sources"]:
        told_by = [entries[i.id] for i in ordered if entries[i.id].number in source.incidents]
        site.page(_stem(source.href), source.title or source.name, template="source", part="sources", source=source, told_by=told_by)
    site.page("search", "Search", part="search")
    site.files["rows.js"] = listing(evidence, list(entries.values()), found["sources"], actors, found)
    site.files["site.js"] = _own("table.js") + _own("site.js")
    site.files["style.css"] = _own("style.css") + _own("site.css")
    return site.files


class _Site:
    """Collects the pages; what all share is given once."""

    def __init__(self, made: Environment, shared: dict[str, Any]) -> None:
        made.globals.update(slug=slug, anchor=anchor)
        self._made, self._shared = made, shared
        self.files: dict[str, bytes] = {}

    def page(self, name: str, title: str, template: str = "", part: str = "", **values: Any) -> None:
        made = self._made.get_template(f"site_{template or name}.html.j2")
        self.files[f"{name}.html"] = made.render(self._shared, page_title=title, part=part or name, **values).encode()


def _stem(href: str) -> str:
    return href.removesuffix(".html")


def _incident(evidence: Evidence, incident: Incident) -> dict[str, Any]:
    """The words in the documents, and every claim."""
    index = evidence.index
    own: dict[str, Claim] = {c.id: c for m in incident.mentions for c in index.claims_of.get(m, ())}
    own |= {n: index.claims[n] for n in incident.claims if n in index.claims}
    return {"excerpts": excerpts(evidence, incident), "sayings": claims(evidence, tuple(own.values()))}


def _claims(evidence: Evidence) -> list[Saying]:
    """Every claim of the record with the incidents that it speaks of, by their time."""
    index, found = evidence.index, []
    for incident in sorted(index.record.incidents, key=by_time):
        own = {c.id: c for m in incident.mentions for c in index.claims_of.get(m, ())}
        found += [_with(s, named(evidence, incident)) for s in claims(evidence, tuple(own.values()))]
    return found


def _with(saying: Saying, incident: tuple[str, str, str]) -> Saying:
    return Saying(saying.who, saying.through, saying.what, saying.stance, saying.ref, (incident,))


@cache
def _own(name: str) -> bytes:
    return (files("thucydides.publishing") / "templates" / name).read_bytes()
