"""Places of post codes: villages and quarters of countries of which no table of villages is at hand, from the post codes of GeoNames.

Only names that GeoNames tied to a place of its own are taken: the others have the point of a neighbour or of a whole post code, which
may be a town away.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from thucydides.grounding.places.fold import fold
from thucydides.grounding.places.geometry import haversine
from thucydides.vocabulary import mapping

from .names import folded, latin, romanised
from .outlines import Outlines
from .row import Row, own_id
from .sources import Cells

SAME_KM = 15.0
"""No farther apart than this two places of one name are one."""
LEAST = 3
"""Letters of a name at least."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_LETTERS = re.compile(r"[^\W\d_][^\d]*")


def add_postal(rows: Iterable[Cells], settlements: list[Row], outlines: Outlines) -> None:
    """The places of post codes that the settlements lack, added to them."""
    known: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in settlements:
        for key in folded(row.names):
            known[row.country, key].append((row.latitude, row.longitude))
    added = []
    for country, name, latitude, longitude in sorted(set(_named(rows))):
        points = known[country, fold(name)]
        if any(haversine(latitude, longitude, *point) <= SAME_KM for point in points):
            continue
        points.append((latitude, longitude))
        added.append(Row(
            name=name, kind="settlement", country=country, latitude=latitude, longitude=longitude, scheme="curated",
            id=own_id(country, name, latitude, longitude),
        ))  # fmt: skip
    for row, up in zip(added, outlines.holding_rows(added), strict=True):
        row.admin1 = up
    without = mapping("places_postal")["without"]
    settlements += [row for row in added if row.admin1 is not None and row.admin1.name not in without.get(row.country, ())]


def _named(rows: Iterable[Cells]) -> Iterator[tuple[str, str, float, float]]:
    """Country, name and point of the places of post codes that may be named in news."""
    wanted = mapping("places_postal")
    never = re.compile(rf"\b(?:{'|'.join(wanted['never'])})\b", re.IGNORECASE)
    for r in rows:
        country, name = r["country_code"], _BRACKETS.sub("", r["city"]).strip()
        regions = wanted["countries"].get(country, ())
        if regions == () or float(r["accuracy"] or 0) != wanted["sure"] or (regions is not None and r["state"] not in regions):
            continue
        name = name.title() if name.isupper() else name
        name = name if latin(name) else romanised(name, "russian") or ""
        if len(name) >= LEAST and _LETTERS.fullmatch(name) and not never.search(name) and len(fold(name)) >= LEAST:
            yield country, name, float(r["latitude"]), float(r["longitude"])
