"""An incident as ACLED events, or the reasons why its rules cannot code it.

Columns: data/acled.yaml. One event is one day, one place, the same actors and one type; a fight that lasts gives one event a day.
"""

from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from typing import Any

from thucydides.nouns import Incident, Place
from thucydides.publishing.coding.acled_actors import actors
from thucydides.publishing.coding.acled_notes import notes
from thucydides.publishing.coding.acled_when import days, geo_precision
from thucydides.publishing.coding.countries import Country, country
from thucydides.publishing.coding.fatalities import divided, fatalities
from thucydides.publishing.coding.ged import Uncoded
from thucydides.publishing.index import Index
from thucydides.publishing.sums import when
from thucydides.vocabulary import mapping, table

JOIN = "; "


def events(index: Index, incident: Incident) -> list[dict[str, Any]] | Uncoded:
    """The rows of one incident or act, one a day, or why it has none."""
    types: dict[str, list[str]] = mapping("types")["event_types"]
    if incident.type not in types.get(incident.event_type, ()):
        return Uncoded(("no event type of ACLED's: a political act without force",))
    place = incident.assessed("place")
    where = place.place if place else None
    on, precision = days(incident, when(incident)), geo_precision(incident, where)
    at = country(where.country) if where else None
    if isinstance(on, str) or isinstance(precision, str) or where is None or at is None:
        why = [r for r in (on, precision) if isinstance(r, str)] or ["the place lies in no country that ACLED covers"]
        return Uncoded(tuple(why))
    sides, dead = actors(index, incident, at.code), fatalities(index, incident)
    note = notes(index, incident, sides, dead, where)
    shared = {
        **_types(incident),
        "actor1": sides.first.name,
        "assoc_actor_1": JOIN.join(sides.first.others) or None,
        "inter1": sides.first.inter,
        "actor2": sides.second.name or None,
        "assoc_actor_2": JOIN.join(sides.second.others) or None,
        "inter2": sides.second.inter or None,
        "interaction": sides.interaction,
        "civilian_targeting": sides.targeting or None,
        **_located(where, at, precision),
        **_sources(index, incident, at),
        "tags": f"record={incident.id}",
    }
    shares = divided(dead.number, len(on.days))
    over = (
        f" {dead.number:,} fatalities over {len(on.days)} days are divided between them."
        if len(on.days) > 1 and dead.number
        else ""
    )
    return [
        {
            "event_id_cnty": f"{at.iso3}{int(sha256(f'{incident.id}/{n}'.encode()).hexdigest()[:10], 16):013d}",
            "event_date": day.isoformat(),
            "year": day.year,
            "time_precision": on.precision,
            **shared,
            "notes": note + over,
            "fatalities": share,
        }
        for n, (day, share) in enumerate(zip(on.days, shares, strict=True))
    ]


def _types(incident: Incident) -> dict[str, Any]:
    disorder: dict[str, str] = mapping("coding")["disorder"]
    return {
        "disorder_type": disorder.get(incident.type) or disorder.get(incident.event_type),
        "event_type": incident.event_type,
        "sub_event_type": incident.type,
    }


def _located(where: Place, at: Country, precision: int) -> dict[str, Any]:
    assert where.latitude is not None
    assert where.longitude is not None
    return {
        "iso": at.iso_number,
        "region": at.acled_region,
        "country": at.acled_name,
        "admin1": where.admin1,
        "admin2": where.admin2,
        "location": where.name,
        "latitude": f"{where.latitude:.4f}",
        "longitude": f"{where.longitude:.4f}",
        "geo_precision": precision,
    }


def _sources(index: Index, incident: Incident, at: Country) -> dict[str, Any]:
    """The outlets, how far their reach is from the country, and when the newest of the reports was published."""
    told = sorted({index.mentions[m].document for m in incident.mentions if m in index.mentions} & index.documents.keys())
    documents = [index.documents[d] for d in told]
    names = dict.fromkeys(" ".join((d.outlet or d.title or "Unnamed source").split()) for d in documents)
    scales = dict.fromkeys(_scale(name, at) for name in names)
    newest = max((d.published.latest for d in documents if d.published and d.published.latest), default=None)
    return {
        "source": JOIN.join(n.replace(";", ",") for n in names),
        "source_scale": "-".join(sorted(scales)),
        "timestamp": int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp()) if newest else None,
    }


def _scale(outlet: str, at: Country) -> str:
    """Whether an outlet is local, of the country, of its region or from further away; Other where it is not in the lists."""
    row = _outlets().get(outlet.casefold())
    if row is None or row["kind"] in ("wiki", "platform") or not row["country"]:
        return "Other"
    if row["country"] == at.code:
        return "Subnational" if row["local"] else "National"
    home = country(row["country"])
    return "Regional" if home and home.acled_region == at.acled_region else "International"


@cache
def _outlets() -> dict[str, dict[str, str]]:
    """The listed outlets by name, alias and host; `local` is the province or town of a local one."""
    local = {row["host"]: {"kind": "", "country": row["country"], "local": row["place"]} for row in table("places_outlets")}
    listed = (
        (n, {**row, "local": ""}) for row in table("outlets") for n in (row["name"], *row["aliases"].split(";"), row["hosts"])
    )
    return {**local, **{n.casefold(): row for n, row in listed if n}}
