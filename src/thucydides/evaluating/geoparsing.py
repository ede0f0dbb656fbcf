"""Geoparsing measured on public corpora: names found, and how far the points given to them lie from those of the annotators.

The files are those of the Local-Global Lexicon (Lieberman and others, 2010) and of TR-News (Kamalloo and Rafiei, 2018): articles with
toponyms, each with its characters and a GeoNames point. Documents are split in two halves by a hash of their id: rules are tuned on the
first, both are quoted. Accuracy within 161 km (100 miles) and the area under the log-error curve are as in Gritta and others,
"A pragmatic guide to geoparsing evaluation" (2019); a gold toponym that is not resolved counts as the largest error there is.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from math import log
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from msgspec import Struct

from thucydides.evaluating.outcome import Case, Cut, Outcome, excerpt
from thucydides.grounding.places.gazetteer import open_gazetteer
from thucydides.grounding.places.geometry import haversine
from thucydides.grounding.places.spans import SpanResolver, name_places
from thucydides.nouns.document import Document

LARGEST_KM = 20039.0  # half the circumference of the earth, as in the guide
NEAR_KM = 161.0


class Toponym(Struct, frozen=True):
    """A gold name: its characters in the article's text and its point."""

    start: int
    end: int
    phrase: str
    latitude: float
    longitude: float


def articles(path: Path) -> Iterator[tuple[Document, tuple[Toponym, ...], str]]:
    """The articles of a corpus file with their gold toponyms (those with a point) and their half ("tuned" or "kept").

    ValueError with one line where the file is not of this shape.
    """
    try:
        root = ElementTree.parse(path).getroot()
    except (ElementTree.ParseError, OSError) as error:
        raise ValueError(f"{path} cannot be read as a corpus of toponyms: {error}") from error
    for article in root.iter("article"):
        text = article.findtext("text") or ""
        number = article.get("docid", "")
        url, title = (article.findtext("url") or "").strip(), (article.findtext("title") or "").strip()
        outlet = (article.findtext("domain") or "").strip()
        digest = sha256(text.encode()).hexdigest()
        document = Document(id=digest[:12], path=number, text=text, sha256=digest, url=url, title=title, outlet=outlet)
        half = "tuned" if int(sha256(number.encode()).hexdigest(), 16) % 2 else "kept"
        yield document, tuple(_aligned(toponym, text) for toponym in _toponyms(article)), half


def _toponyms(article: Any) -> Iterator[Toponym]:
    for item in article.iter("toponym"):
        latitude, longitude = item.findtext(".//lat"), item.findtext(".//lon")
        if latitude and longitude:
            yield Toponym(
                int(item.findtext("start")), int(item.findtext("end")), item.findtext("phrase"), float(latitude), float(longitude)
            )


def _aligned(toponym: Toponym, text: str) -> Toponym:
    """The toponym with its characters at the nearest occurrence of its phrase: in some articles of TR-News they are shifted."""
    if text[toponym.start : toponym.end] == toponym.phrase:
        return toponym
    near = [text.rfind(toponym.phrase, 0, toponym.end), text.find(toponym.phrase, toponym.start)]
    found = [at for at in near if at >= 0]
    if not found:
        return toponym
    start = min(found, key=lambda at: abs(at - toponym.start))
    return Toponym(start, start + len(toponym.phrase), toponym.phrase, toponym.latitude, toponym.longitude)


def measure_geoparsing(path: Path, cut: Cut) -> Outcome:
    """The suite: the tuned half is the half to tune on, the kept one the half to check on; the first articles up to a limit."""
    cases: list[Case] = []
    scores = evaluate_geoparsing(path, {"tune": "tuned", "check": "kept"}.get(cut.half, ""), cut.limit, cases)
    articles_read, toponyms = int(scores.pop("articles")), int(scores.pop("toponyms"))
    return Outcome(scores, articles_read, {"recall": toponyms, "given within 161 km": toponyms}, tuple(cases))


def evaluate_geoparsing(
    path: Path, half: str = "", limit: int | None = None, cases: list[Case] | None = None
) -> dict[str, float]:
    """The measures over the articles of a half ("tuned", "kept") or of all: counts, recognition, given names, end to end.

    `limit` takes the first articles only; wrong answers are added to `cases` where a list is given.
    """
    gazetteer = open_gazetteer()
    given: list[float] = []
    whole: list[float] = []
    hits = found = gold = count = 0
    for document, toponyms, own in articles(path):
        if half and own != half:
            continue
        if limit is not None and count >= limit:
            break
        count += 1
        resolver = SpanResolver(document, gazetteer)
        for toponym in toponyms:
            place = resolver.at(toponym.start, toponym.end)
            given.append(_error(toponym, place.latitude if place else None, place.longitude if place else None))
            if cases is not None and given[-1] > NEAR_KM:
                point = f"{toponym.phrase} at {toponym.latitude:.2f}, {toponym.longitude:.2f}"
                ours = f"{place.name}, {place.country} at {place.latitude}, {place.longitude}" if place else "no place"
                text = excerpt(document.text, toponym.start)
                cases.append(Case("given within 161 km", document.path, text, point, ours, given[-1]))
        names = name_places(document, gazetteer, resolver.reading)
        found, gold = found + len(names), gold + len(toponyms)
        for toponym in toponyms:
            match = next((p for p in names if p.passage.start < toponym.end and toponym.start < p.passage.end), None)
            if match is None and cases is not None:
                cases.append(Case("recall", document.path, excerpt(document.text, toponym.start), toponym.phrase, "no name", 1.0))
            if match is not None:
                hits += 1
                place = match.place
                whole.append(_error(toponym, place.latitude if place else None, place.longitude if place else None))
    precision, recall = hits / max(1, found), hits / max(1, gold)
    return {
        "articles": count, "toponyms": gold, "precision": precision, "recall": recall,
        "f1": 2 * precision * recall / max(1e-9, precision + recall), **_summary("given", given), **_summary("end to end", whole),
    }  # fmt: skip


def _error(toponym: Toponym, latitude: float | None, longitude: float | None) -> float:
    if latitude is None or longitude is None:
        return LARGEST_KM
    return haversine(toponym.latitude, toponym.longitude, latitude, longitude)


def _summary(name: str, errors: Iterable[float]) -> dict[str, float]:
    """Share within 161 km, area under the log-error curve (0 best, 1 worst), median error in km."""
    ordered = sorted(errors)
    if not ordered:
        return {}
    area = sum(log(1 + error) for error in ordered) / (len(ordered) * log(1 + LARGEST_KM))
    near = sum(error <= NEAR_KM for error in ordered) / len(ordered)
    return {f"{name} within 161 km": near, f"{name} area": area, f"{name} median km": ordered[len(ordered) // 2]}
