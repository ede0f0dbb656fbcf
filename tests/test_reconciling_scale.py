"""Many incidents at once: time stays in proportion, because small problems stay small."""

from datetime import date, timedelta
from random import Random

from reconciling_made import at_least, exact
from thucydides.nouns import ActorRef, Aggregate, Claim, DateRange, Document, Mention, Passage, Place, PlaceRef, TollItem
from thucydides.reconciling import Reconciled, reconcile

GROUPS = (("civilians", "SD", "villagers"), ("state forces", "SD", "soldiers"), ("rebels", None, "fighters"))


def made(
    incidents: int, tellings: int, aggregates: int
) -> tuple[list[Document], list[Mention], list[Claim], list[Aggregate], list[tuple[str, ...]]]:
    """A war of `incidents`, each told by `tellings` papers of twenty, with a claim for each count told, and counts over weeks."""
    draw = Random(7)
    papers = [f"paper-{n:02}" for n in range(20)]
    text = {p: f"{p} " + " ".join(f"word{draw.randrange(400)}" for _ in range(4000)) for p in papers}
    documents = [Document(p, p, text[p], p, outlet=f"Outlet {p[-2:]}") for p in papers]
    mentions: list[Mention] = []
    claims: list[Claim] = []
    clusters: list[tuple[str, ...]] = []
    for n in range(incidents):
        day = date(2024, 1, 1) + timedelta(days=n % 700)
        place = Place(f"Town {n}", f"town:{n}", "settlement", "SD", f"State {n % 18}", None, 8 + n % 12, 22 + n % 14, 1, 5.0)
        truth = [draw.randrange(6) for _ in GROUPS]
        ids = []
        for paper in draw.sample(papers, tellings):
            start = draw.randrange(20000)
            passage = Passage(paper, start, start + 80)
            identifier = f"{paper}:{n}"
            wrong = draw.random() < 0.1
            whole = sum(truth) + wrong
            toll = [TollItem("killed", at_least(whole) if draw.random() < 0.2 else exact(whole), passage, "people")]
            toll += [
                TollItem("killed", exact(truth[i]), passage, g, c, nation, part_of=0)
                for i, (c, nation, g) in enumerate(GROUPS)
                if truth[i]
            ]  # type: ignore[arg-type]
            when = DateRange(day.isoformat(), day, day)
            actors = (ActorRef(passage, "fighters", "perpetrator", "rsf", "RSF", "rebel group", "SD"),)
            mentions.append(
                Mention(
                    identifier,
                    paper,
                    "incident",
                    "Attack",
                    "Violence against civilians",
                    "happened",
                    (passage,),
                    when,
                    passage,
                    place=PlaceRef(passage, place.name, "at", place),
                    actors=actors,
                    toll=tuple(toll),
                )
            )
            claims += [
                Claim(
                    f"{identifier}:{i}",
                    paper,
                    (identifier,),
                    "killed",
                    "",
                    "asserts",
                    passage,
                    quantity=t.quantity,
                    group=t.group,
                    category=t.category,
                    part=t.part_of is not None,
                )
                for i, t in enumerate(toll)
            ]
            ids.append(identifier)
        clusters.append(tuple(ids))
    counted = []
    for n in range(aggregates):
        first = date(2024, 1, 1) + timedelta(days=draw.randrange(650))
        window = DateRange("", first, first + timedelta(days=draw.randrange(1, 60)), "days", wording="in those weeks")
        paper = papers[n % 20]
        counted.append(
            Aggregate(
                f"{paper}:a{n}",
                paper,
                Passage(paper, 0, 50),
                deaths=at_least(draw.randrange(5, 400)),
                incidents=at_least(3),
                window=window,
                group="people",
            )
        )
    return documents, mentions, claims, counted, clusters


def test_many_incidents_load_no_solver_and_are_all_reconciled() -> None:
    """Small problems stay small: a war of nested groups is solved by pushing bounds, whatever its size."""
    documents, mentions, claims, aggregates, clusters = made(400, 4, 40)
    found: Reconciled = reconcile(documents, mentions, claims, (), aggregates, (), tuple(clusters), ())
    assert len(found.incidents) == 400
    assert len(found.checks) == 40
    assert all(r.low >= 0 and (r.high is None or r.low <= r.high) for r in found.ranges)
