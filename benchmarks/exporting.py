"""How long a large made record takes to export in each format, in seconds of processor time.

usage: exporting.py [--incidents 100000] [FORMAT...]      (without formats: every tabular one)
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from thucydides.nouns import (
    Actor,
    Assessment,
    Claim,
    DateRange,
    Document,
    Grade,
    Incident,
    Mention,
    Passage,
    Place,
    PlaceRef,
    Quantity,
    Record,
)

TABULAR = ("csv", "parquet", "sqlite", "ucdp-ged", "acled", "package", "geojson")
TOLD = "On {day} gunmen of the {side} attacked a post near Town {n} in Province {p}, killing {k} soldiers, an officer said. "
FIRST = date(2000, 1, 1)
PER_DOCUMENT = 10
SIDES = (("north-front", "Northern Front", "rebel group"), ("river-league", "River League", "political militia"))


def made(incidents: int) -> Record:
    """A record of so many incidents, every third told by two documents, with four claims a telling."""
    parts = [part for n in range(0, incidents, PER_DOCUMENT) for part in _documents(n, min(n + PER_DOCUMENT, incidents))]
    documents = tuple(sorted((d for d, _, _ in parts), key=lambda d: d.id))
    mentions = {m.id: (n, m) for _, found, _ in parts for n, m in found}
    claims = tuple(sorted((c for _, _, found in parts for c in found), key=lambda c: c.id))
    told: dict[int, list[Mention]] = {}
    for n, mention in mentions.values():
        told.setdefault(n, []).append(mention)
    actors = tuple(Actor(i, name, kind, country="ML") for i, name, kind in SIDES)  # type: ignore[arg-type]
    return Record(
        "A made war",
        1,
        documents,
        mentions=tuple(sorted((m for _, m in mentions.values()), key=lambda m: m.id)),
        claims=claims,
        incidents=tuple(sorted((_incident(n, found) for n, found in told.items()), key=lambda i: i.id)),
        actors=(Actor("ml-forces", "Military Forces of Mali", "state forces", country="ML"), *actors),
    )


def _documents(first: int, last: int) -> Iterator[tuple[Document, list[tuple[int, Mention]], list[Claim]]]:
    for copy in (0, 1):
        rows = [n for n in range(first, last) if not copy or n % 3 == 0]
        text, spans = f"Report {first} of agency {copy}.\n", []
        for n in rows:
            told = TOLD.format(day=f"{_day(n):%B %d, %Y}", side=_side(n)[1], n=n % 997, p=n % 31, k=n % 7)
            spans.append((n, len(text), len(text) + len(told) - 1))
            text += told
        digest = sha256(text.encode()).hexdigest()
        name = digest[:12]
        document = Document(
            name, f"{first}-{copy}.txt", text, digest, title=f"Report {first}", outlet=f"Agency {copy}", language="en"
        )
        mentions, claims = [], []
        for n, start, end in spans:
            mention = _mention(n, Passage(name, start, end))
            mentions.append((n, mention))
            claims += _claims(n, mention)
        yield document, mentions, claims


def _day(n: int) -> date:
    return FIRST + timedelta(n % 9000)


def _side(n: int) -> tuple[str, str, str]:
    return SIDES[n % len(SIDES)]


def _place(n: int) -> Place:
    where = (12 + n % 997 / 200, -4 + n % 31 / 20)
    return Place(
        f"Town {n % 997}", f"made:{n % 997}", "settlement", "ML", f"Province {n % 31}", None, *where, 2, 10.0, "its name"
    )


def _when(n: int) -> DateRange:
    day = _day(n)
    return DateRange(day.isoformat(), day, day, rule="date.day", wording=f"{day:%B %d, %Y}")


def _killed(n: int) -> Quantity:
    return Quantity(n % 7, n % 7, n % 7 + n % 2, str(n % 7), "toll.exact")


def _mention(n: int, at: Passage) -> Mention:
    ref = PlaceRef(at, f"Town {n % 997}", "at", _place(n))
    name = f"{at.document}:{at.start}"
    return Mention(name, at.document, "incident", "Armed clash", "Battles", "happened", (at,), _when(n), at, place=ref)


def _claims(n: int, mention: Mention) -> list[Claim]:
    at, by = mention.passages[0], f"c:{mention.id}:"
    shared = {"document": at.document, "mentions": (mention.id,), "stance": "asserts", "passage": at, "speaker": "an officer"}
    return [
        Claim(by + "date", attribute="date", value=_day(n).isoformat(), date=_when(n), **shared),  # type: ignore[arg-type]
        Claim(by + "place", attribute="place", value=f"Town {n % 997}", place=_place(n), **shared),  # type: ignore[arg-type]
        Claim(by + "killed", attribute="killed", value=str(n % 7), quantity=_killed(n), group="soldiers", **shared),  # type: ignore[arg-type]
        Claim(by + "who", attribute="responsibility", value=_side(n)[1], actor=_side(n)[0], **{**shared, "stance": "accuses"}),  # type: ignore[arg-type]
    ]


def _incident(n: int, mentions: list[Mention]) -> Incident:
    name = f"ML-{_day(n).isoformat()}-{n}"
    claims = tuple(f"c:{m.id}:killed" for m in mentions)
    return Incident(
        name,
        "incident",
        f"Clash with {_side(n)[1]} near Town {n % 997}, Mali",
        "Armed clash",
        "Battles",
        "happened",
        tuple(m.id for m in mentions),
        1,
        (
            Assessment(name, "date", "assess.date", date=_when(n)),
            Assessment(name, "place", "assess.place", place=_place(n)),
            Assessment(name, "killed", "assess.origins", quantity=_killed(n), claims_for=claims, origins=len(mentions)),
            Assessment(name, "killed/soldiers", "assess.origins", quantity=_killed(n), group="soldiers", category="state forces"),
        ),
        Grade("fair", "two independent origins tell of it")
        if len(mentions) > 1
        else Grade("weak", "a single origin tells of it"),
        origins=len(mentions),
        actors=(("ml-forces", "Military Forces of Mali", "target"), (*_side(n)[:2], "perpetrator")),
        weapons=("firearm",),
    )


def main() -> None:
    """Print a line a format: seconds of processor time, megabytes, and the same through the file system."""
    from thucydides.publishing import export, formats

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*")
    parser.add_argument("--incidents", type=int, default=100_000)
    asked = parser.parse_args()
    begun = time.perf_counter()
    record = made(asked.incidents)
    gc.freeze()
    print(f"{len(record.incidents):,} incidents, {len(record.claims):,} claims, made in {time.perf_counter() - begun:.0f} s")
    print(f"{'format':10s} {'processor s':>12s} {'wall s':>8s} {'MB':>8s}")
    for name in asked.formats or [f.name for f in formats() if f.name in TABULAR]:
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "out"
            begun, used = time.perf_counter(), time.process_time()
            export(record, name, out)
            wall, used = time.perf_counter() - begun, time.process_time() - used
            size = sum(p.stat().st_size for p in ([out] if out.is_file() else out.rglob("*")) if p.is_file())
        print(f"{name:10s} {used:12.1f} {wall:8.1f} {size / 1e6:8.1f}", flush=True)


if __name__ == "__main__":
    main()
