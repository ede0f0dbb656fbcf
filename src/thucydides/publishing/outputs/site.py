"""site: a folder of pages to read and to hand on: overview, a page an incident, sources, actors, claims; no server, no network."""

from thucydides.nouns import Record
from thucydides.publishing.options import Options
from thucydides.publishing.registry import FormatInfo
from thucydides.publishing.site.build import build

INFO = FormatInfo(
    "site",
    "",
    "A static site: overview with map and timeline, a page an incident with accounts side by side, sources, actors, claims, search.",
    standard="HTML Living Standard; WCAG 2.2 AA",
    readers=("any browser, from a disk or any web server",),
    grade="contested",
)


def write(record: Record, options: Options) -> dict[str, bytes]:
    """Every file of the site; open index.html."""
    return build(record, options)
