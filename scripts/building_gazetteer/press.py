"""Places that reports name and the sources lack or spell otherwise: spellings of the press, camps, islets, passes, valleys, bases."""

import sys
from collections import defaultdict
from collections.abc import Sequence

from thucydides.grounding.places.fold import fold, skeleton
from thucydides.grounding.places.geometry import haversine
from thucydides.vocabulary import table

from .districts import near_unit
from .names import folded, split
from .outlines import Outlines
from .row import KNOWN_TOWN, Row, own_id
from .sources import Cells

SAME_SPOT_KM = 5.0
NEAR_POINT_KM = 20.0
SAME_AREA_KM = 60.0


def apply_spellings(cells: Sequence[Cells], settlements: list[Row], outlines: Outlines, reach_km: float = NEAR_POINT_KM) -> None:
    """News spellings, on the largest town of that name or spelling in the country.

    Where the table gives a point, the place is the one of that name or spelling nearest to it, within `reach_km`; if there is none, a new
    place there; one that a source puts on the other side of a border is dropped. It is called as the table says. Such places are known
    from the news, and count as towns of `KNOWN_TOWN` people where the sources do not say how large they are.
    """
    listed: dict[str, list[Row]] = defaultdict(list)
    for s in settlements:
        listed[skeleton(fold(s.name))].append(s)
    dropped: set[int] = set()
    for r in cells:
        wanted, spellings = skeleton(fold(r["place"])), r["spellings"].split("|")
        keys = folded([r["place"], *spellings])
        alike = [s for key in sorted({skeleton(key) for key in keys}) for s in listed[key]]
        found = [s for s in alike if s.country == r["country"] and (fold(s.name) in keys or skeleton(fold(s.name)) == wanted)]
        if r["latitude"]:
            town = nearest(found, r, reach_km)
            if town is None:
                town = new_place(r, "settlement", outlines, quality=0)
                settlements.append(town)
                listed[wanted].append(town)
            dropped |= {id(s) for s in alike if s.country != r["country"] and not s.population and apart(s, r) < SAME_SPOT_KM}
            town.population = town.population or KNOWN_TOWN
            town.alternates |= {town.name, *spellings}
            town.name = r["place"]
        elif found:
            max(found, key=lambda s: (s.population, fold(s.name) == fold(r["place"]))).alternates.update(spellings)
        else:
            print("no town for", r["country"], r["place"], file=sys.stderr)
    settlements[:] = [s for s in settlements if id(s) not in dropped]


def nearest(found: list[Row], r: Cells, reach_km: float) -> Row | None:
    """The one near the table's point, those called exactly so first."""
    near = [s for s in found if apart(s, r) < reach_km]
    return min(near, key=lambda s: (fold(s.name) != fold(r["place"]), apart(s, r), str(s.id)), default=None)


def apply_sites(settlements: list[Row], districts: list[Row], areas: list[Row], outlines: Outlines) -> None:
    """Places of wars that the sources lack: camps, islets, passes, valleys, bases, mines, dams (`vocabularies/places_sites.csv`).

    Towns and camps are entered as spellings of the press are, and one that a source puts on the other side of a border near by is dropped;
    a district gets its other names; of the rest, one that the sources hold near by gets the names, else there is a new entry.
    """
    sites = [{**r, "place": r["name"]} for r in table("places_sites")]
    towns = [{**r, "spellings": "|".join([r["name"], *split(r["aliases"])])} for r in sites if r["kind"] == "settlement"]
    apply_spellings(towns, settlements, outlines, SAME_SPOT_KM)
    for r in sites:
        if r["kind"] == "settlement":
            continue
        latitude, longitude, names = float(r["latitude"]), float(r["longitude"]), set(split(r["aliases"]))
        if r["kind"] == "admin2":
            known, rows = near_unit(districts, r["country"], {r["name"]}, latitude, longitude), districts
        else:
            alike = (a for a in areas if fold(a.name) == fold(r["name"]) and apart(a, r) < max(SAME_AREA_KM, a.radius))
            known, rows = next(alike, None), areas
        if known is not None:
            known.alternates |= names
            continue
        new = new_place(r, r["kind"], outlines)
        new.sub, new.radius, new.alternates = r["sub"], float(r["radius_km"]), names
        rows.append(new)


def new_place(r: Cells, kind: str, outlines: Outlines, quality: int = 1) -> Row:
    """An entry at the table's point, in the province that holds it."""
    latitude, longitude = float(r["latitude"]), float(r["longitude"])
    return Row(
        name=r["place"], kind=kind, country=r["country"], latitude=latitude, longitude=longitude, scheme="curated", quality=quality,
        id=own_id(r["country"], r["place"], latitude, longitude), admin1=outlines.holding([(latitude, longitude)], [r["country"]])[0],
    )  # fmt: skip


def apart(row: Row, r: Cells) -> float:
    """Kilometres between an entry and the table's point."""
    return haversine(float(r["latitude"]), float(r["longitude"]), row.latitude, row.longitude)
