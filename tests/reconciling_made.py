"""Made reports for the tests of reconciling: texts of our own with the values read from them, passages and all."""

from calendar import monthrange
from datetime import date

from thucydides.nouns import (
    ActorRef,
    Aggregate,
    Citation,
    Claim,
    DateRange,
    Document,
    Figure,
    Mention,
    Passage,
    Place,
    PlaceRef,
    Quantity,
    TollItem,
)
from thucydides.reconciling import Reconciled, reconcile

KHATLON = Place("Khatlon", "geonames:1347488", "admin1", "TJ", "Khatlon", None, 37.91, 69.10, 4, 110.0)
SHOHIN = Place("Shamsiddin Shohin", "geonames:8740107", "admin2", "TJ", "Khatlon", "Shamsiddin Shohin", 37.70, 70.05, 3, 25.0)
DARVOZ = Place("Darvoz", "geonames:9166204", "admin2", "TJ", "Gorno-Badakhshan", "Darvoz", 38.45, 70.90, 3, 35.0)
GBAO = Place("Gorno-Badakhshan", "geonames:1221692", "admin1", "TJ", "Gorno-Badakhshan", None, 38.40, 73.00, 4, 200.0)
TAJIKISTAN = Place("Tajikistan", "iso:TJ", "country", "TJ", None, None, 38.8, 71.0, 6, 400.0)
TAKHAR = Place("Takhar", "geonames:1123230", "admin1", "AF", "Takhar", None, 36.7, 69.5, 4, 80.0)
BADAKHSHAN = Place("Badakhshan", "geonames:1147745", "admin1", "AF", "Badakhshan", None, 36.9, 71.1, 4, 150.0)
BORDER = Place("Afghanistan–Tajikistan border", "border:AF-TJ", "border", "TJ", None, None, 37.6, 70.2, 5, 450.0)


def exact(number: int) -> Quantity:
    return Quantity(number, number, number, str(number), "toll.exact")


def at_least(number: int) -> Quantity:
    return Quantity(number, number, None, f"at least {number}", "toll.at-least")


def more_than(number: int, wording: str) -> Quantity:
    passed = number if number >= 20 else number + 1
    return Quantity(passed, passed, None, wording, "toll.more-than")


def several() -> Quantity:
    return Quantity(3, 3, None, "several", "toll.several")


def on(day: str, **more: object) -> DateRange:
    """A day ("2025-11-26"), month ("2025-11") or year as a range."""
    parts = [int(p) for p in day.split("-")]
    if len(parts) == 3:
        first = last = date(*parts)
        precision = "day"
    elif len(parts) == 2:
        first, last = date(parts[0], parts[1], 1), date(parts[0], parts[1], monthrange(parts[0], parts[1])[1])
        precision = "month"
    else:
        first, last, precision = date(parts[0], 1, 1), date(parts[0], 12, 31), "year"
    return DateRange(day, first, last, precision, **{"wording": day, **more})


def between(first: str, last: str, wording: str = "", **more: object) -> DateRange:
    return DateRange(f"{first}/{last}", date.fromisoformat(first), date.fromisoformat(last), "days", wording=wording, **more)


class Made:
    """Documents and what is read from them, gathered by calls; `reconciled` runs the step over all of it."""

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.mentions: list[Mention] = []
        self.claims: list[Claim] = []
        self.citations: list[Citation] = []
        self.aggregates: list[Aggregate] = []
        self.figures: list[Figure] = []
        self.clusters: dict[str, list[str]] = {}
        self.rulings: list[object] = []

    def document(
        self,
        name: str,
        text: str,
        outlet: str | None = None,
        published: str | DateRange | None = None,
        copy_of: str | None = None,
    ) -> str:
        self.documents.append(
            Document(
                name,
                f"{name}.txt",
                text,
                name,
                outlet=outlet,
                copy_of=copy_of,
                published=on(published) if isinstance(published, str) else published,
            )
        )
        return name

    def text(self, document: str) -> str:
        return next(d.text for d in self.documents if d.id == document)

    def at(self, document: str, words: str) -> Passage:
        start = self.text(document).find(words)
        assert start >= 0, f"{words!r} is not in {document}"
        return Passage(document, start, start + len(words))

    def mention(
        self,
        document: str,
        cluster: str,
        words: str,
        kind: str = "Armed clash",
        when: tuple[str, DateRange] | None = None,
        place: tuple[str, Place] | None = None,
        toll: tuple[tuple[object, ...], ...] = (),
        weapons: tuple[tuple[str, str], ...] = (),
        actors: tuple[tuple[object, ...], ...] = (),
        report: bool = False,
        speaker: str | None = None,
        speaker_actor: str | None = None,
        via: tuple[str, ...] = (),
        source: tuple[str, Place] | None = None,
        status: str = "happened",
        act: bool = False,
        hedge: str = "",
        replaces: bool = False,
        said_on: str | None = None,
        stance: str = "asserts",
        places: tuple[tuple[str, Place], ...] = (),
    ) -> str:
        """A telling: `toll` rows are (words, outcome, quantity, group, category, nationality, part_of), `actors` rows
        (words, role, kind, country, id).
        """
        passage = self.at(document, words)
        identifier = f"{document}:{passage.start}"
        items = []
        for row in toll:
            said, outcome, quantity, group, category, nationality, part_of = (*row, *(None,) * 7)[:7]
            where = self.at(document, str(said))
            items.append(TollItem(outcome, quantity, where, group or "", category or "unknown", nationality, part_of=part_of))
        references = []
        for row in actors:
            said, role, who, country, actor = (*row, *(None,) * 5)[:5]
            references.append(
                ActorRef(self.at(document, str(said)), str(said), role, actor, str(said), who or "unidentified", country)
            )
        event = {"Armed clash": "Battles", "Air/drone strike": "Explosions/Remote violence"}.get(
            kind, "Violence against civilians"
        )
        self.mentions.append(
            Mention(
                identifier,
                document,
                "act" if act else "incident",
                kind,
                event,
                status,
                (passage,),
                when[1] if when else None,
                self.at(document, when[0]) if when else None,
                report,
                PlaceRef(self.at(document, place[0]), place[0], "at", place[1]) if place else None,
                PlaceRef(self.at(document, source[0]), source[0], "from", source[1]) if source else None,
                tuple(PlaceRef(self.at(document, said), said, "at", found) for said, found in places),
                tuple(references),
                tuple(items),
                tuple((name, self.at(document, said)) for name, said in weapons),
            )
        )
        outlet = next(d.outlet for d in self.documents if d.id == document)
        for number, item in enumerate(items):
            self.claims.append(
                Claim(
                    f"{identifier}:{item.outcome}:{number}",
                    document,
                    (identifier,),
                    item.outcome,
                    item.quantity.wording,
                    stance,
                    item.passage,
                    speaker,
                    speaker_actor,
                    "",
                    via,
                    outlet,
                    hedge,
                    quantity=item.quantity,
                    group=item.group,
                    category=item.category,
                    part=item.part_of is not None,
                    replaces=replaces,
                    said_on=on(said_on) if said_on else None,
                )
            )
        self.clusters.setdefault(cluster, []).append(identifier)
        return identifier

    def claim(
        self,
        document: str,
        mentions: tuple[str, ...],
        words: str,
        stance: str,
        value: str = "",
        attribute: str = "responsibility",
        **more: object,
    ) -> None:
        passage = self.at(document, words)
        identifier = f"{document}:{passage.start}:{attribute}:{stance}:{len(self.claims)}"
        self.claims.append(Claim(identifier, document, mentions, attribute, value, stance, passage, **more))

    def cite(self, document: str, words: str, outlet: str, covers: str, day: str | None = None) -> None:
        self.citations.append(Citation(self.at(document, words), outlet, on(day) if day else None, self.at(document, covers)))

    def aggregate(self, document: str, words: str, window: tuple[str, DateRange] | None = None, **more: object) -> str:
        passage = self.at(document, words)
        identifier = f"{document}:{passage.start}:aggregate:{len(self.aggregates)}"
        self.aggregates.append(
            Aggregate(
                identifier,
                document,
                passage,
                window=window[1] if window else None,
                window_passage=self.at(document, window[0]) if window else None,
                **more,
            )
        )
        return identifier

    def figure(
        self, document: str, words: str, name: str, value: float, unit: str, factor: float, same: bool = False, **more: object
    ) -> None:
        passage = self.at(document, words)
        identifier = f"{document}:{passage.start}:figure"
        self.figures.append(
            Figure(
                identifier,
                document,
                passage,
                name,
                str(more.pop("subject", "AF–TJ border")),
                value,
                unit,
                value * factor,
                "m" if factor != 1 else "1",
                same_as=self.figures[-1].id if same else None,
                **more,
            )
        )

    def reconciled(self, rule: str = "assess.origins", backwards: bool = False) -> Reconciled:
        turn = -1 if backwards else 1
        clusters = tuple(tuple(some[::turn]) for some in list(self.clusters.values())[::turn])
        return reconcile(
            self.documents[::turn],
            self.mentions[::turn],
            self.claims[::turn],
            self.citations[::turn],
            self.aggregates[::turn],
            self.figures[::turn],
            clusters,
            (),
            self.rulings[::turn],
            rule,
        )
