"""Made mentions and documents for the tests and the benchmark of linking: short to write, and like what extracting gives."""

import calendar
import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date

from thucydides.nouns import ActorRef, DateRange, Document, Mention, Passage, Person, Place, PlaceRef, Quantity, TollItem
from thucydides.nouns.person import Part

ACTS = {"accuse", "consult", "request", "cooperate", "agree", "mobilize", "Agreement", "Headquarters or base established"}


def document(name: str, published: str | None = None, copy_of: str | None = None) -> Document:
    """A document called `name`, published on an ISO day."""
    day = date.fromisoformat(published) if published else None
    said = DateRange(published, day, day, "day", "metadata") if published and day else None
    return Document(name, f"{name}.txt", f"Text of {name}.", hashlib.sha256((copy_of or name).encode()).hexdigest(), published=said,
                    copy_of=copy_of)  # fmt: skip


def when(edtf: str) -> DateRange:
    """A range from EDTF: a day, a month, a year, "a/b", or "XXXX-11-26" without a year."""
    if edtf.startswith("XXXX"):
        return DateRange(edtf, None, None, "day", "stated", wording=edtf)
    first, last = (edtf.split("/") * 2)[:2]
    day = re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) is not None
    return DateRange(edtf, _ends(first)[0], _ends(last)[1], "day" if day else "month", "stated", "date.day" if day else "", edtf)


def _ends(edtf: str) -> tuple[date, date]:
    parts = [int(p) for p in edtf.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    if len(parts) == 2:
        return date(*parts, 1), date(*parts, calendar.monthrange(*parts)[1])
    return date(parts[0], 1, 1), date(parts[0], 12, 31)


def quantity(number: int | str) -> Quantity:
    """5, or "5+" for at least five."""
    if isinstance(number, str):
        low = int(number.rstrip("+"))
        return Quantity(low, low, None, f"at least {low}")
    return Quantity(number, number, number, str(number))


KHATLON = Place("Khatlon", "iso:TJ-KT", "admin1", "TJ", "Khatlon", None, 37.8, 69.6, 4, 120.0)
SHOHIN = Place("Shamsiddin Shohin", "geonames:1220747", "admin2", "TJ", "Khatlon", "Shamsiddin Shohin", 37.85, 70.05, 3, 30.0)
DARVOZ = Place("Darvoz", "geonames:1221194", "admin2", "TJ", "Gorno-Badakhshan", "Darvoz", 38.45, 70.9, 3, 40.0)
GBAO = Place("Gorno-Badakhshan", "iso:TJ-GB", "admin1", "TJ", "Gorno-Badakhshan", None, 38.4, 73.0, 4, 180.0)
TAJIKISTAN = Place("Tajikistan", "iso:TJ", "country", "TJ", None, None, 39.0, 71.0, 6, 300.0)
BORDER = Place("Afghanistan-Tajikistan border", "line:AF-TJ", "border", "TJ", None, None, 37.6, 70.3, 5, 150.0)
CROSSING = Place("Panji Poyon", "geonames:1221032", "crossing", "TJ", "Khatlon", "Jayhun", 37.2, 68.6, 1, 2.0)
TAKHAR = Place("Takhar", "iso:AF-TAK", "admin1", "AF", "Takhar", None, 36.7, 69.5, 4, 90.0)
HOMS = Place("Homs", "geonames:169577", "settlement", "SY", "Homs", "Homs", 34.73, 36.72, 1, 8.0)
ALEPPO = Place("Aleppo", "geonames:170063", "settlement", "SY", "Aleppo", "Aleppo", 36.2, 37.16, 1, 10.0)
KHARKIV = Place("Kharkiv", "geonames:706483", "settlement", "UA", "Kharkiv", "Kharkiv", 49.98, 36.25, 1, 12.0)
DJIBO = Place("Djibo", "geonames:2360886", "settlement", "BF", "Sahel", "Soum", 14.1, -1.63, 1, 5.0)
DEPAYIN = Place("Depayin", "made:depayin", "settlement", "MM", "Sagaing", "Shwebo", 22.6, 95.3, 1, 3.0)
TIBU = Place("Tibú", "geonames:3667166", "settlement", "CO", "Norte de Santander", "Tibú", 8.65, -72.73, 1, 5.0)
EL_FASHER = Place("El Fasher", "geonames:379062", "settlement", "SD", "North Darfur", "El Fasher", 13.63, 25.35, 1, 8.0)


def mention(
    source: str, start: int, type: str, day: str | None = None, place: Place | None = None, killed: Sequence[object] = (),
    injured: Sequence[object] = (), doers: Iterable[str] = (), sufferers: Iterable[str] = (), victims: str = "", nation: str | None = None,
    category: str = "unknown", weapons: Iterable[str] = (), words: str = "", names: Sequence[str] = (), report: bool = False,
    others: Iterable[Place] = (), apart: Iterable[int] = (), status: str = "happened", past: bool = False,
    persons: Iterable[tuple[str, Part, int | None]] = (), by: str = "",
) -> Mention:  # fmt: skip
    """One telling in document `source`, set `apart` from others of it `by` a rule; `killed` and `injured` are totals, each 5, "5+" or (number, group, category, part_of)."""
    spot = Passage(source, start, start + 20)
    toll = []
    for outcome, given in (("killed", killed), ("injured", injured)):
        for item in given:
            number, group, side, whole = item if isinstance(item, tuple) else (item, victims, category, None)
            toll.append(TollItem(outcome, quantity(number), spot, group, side, nation, part_of=whole))
    actors = [ActorRef(spot, a, "perpetrator", a, a) for a in doers] + [ActorRef(spot, a, "target", a, a) for a in sufferers]
    at = PlaceRef(spot, place.name, "at", place) if place else None
    return Mention(
        f"{source}:{start}", source, "act" if type in ACTS else "incident", type, "", status, (spot,), when(day) if day else None, spot,
        report, at, None, tuple(PlaceRef(spot, p.name, "near", p) for p in others), tuple(actors), tuple(toll),
        tuple((w, spot) for w in weapons), (), tuple(sorted(words.split())), tuple(names), tuple(f"{source}:{n}" for n in apart), tuple(by for _ in apart), past,
        persons=tuple(Person(name, part, spot, "killed" if part == "victim" else "", age) for name, part, age in persons),
    )  # fmt: skip
