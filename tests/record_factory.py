"""Made records for the tests of the store: small reports written here, with every value's passage found in them."""

from datetime import date
from hashlib import sha256

from thucydides.nouns import (
    Actor,
    Aggregate,
    AggregateCheck,
    Assessment,
    Block,
    Citation,
    Claim,
    DateRange,
    Discrepancy,
    DiscrepancyValue,
    Document,
    Extract,
    Figure,
    Gap,
    Grade,
    Incident,
    Mention,
    Pair,
    Passage,
    Place,
    PlaceRef,
    Quantity,
    Record,
    TollItem,
    Unread,
)  # fmt: skip

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
RIVER = Place("Kala", "made:1", "settlement", "TJ", "Khatlon", None, 37.5, 69.5, 1, 2.0, "the only Kala of the district")


def document(name: str, text: str, published: date | None = None, outlet: str | None = None) -> Document:
    """A document of the made record with one paragraph."""
    sha = sha256(text.encode()).hexdigest()
    when = DateRange(published.isoformat(), published, published, "day", "dateline") if published else None
    return Document(
        sha[:12], name, text, sha, (Block(0, len(text), "paragraph"),), outlet=outlet or name, published=when, language="en"
    )


def report(name: str, day: int, killed: int, injured: int | None = None, outlet: str | None = None) -> Document:
    """A report that so many people were killed at Kala on a day of March 2024."""
    hurt = f" and {NUMBERS[injured]} were hurt" if injured is not None else ""
    text = f"On {day} March 2024 {NUMBERS[killed]} people were killed{hurt} at Kala, the mayor said. Told by {name}."
    return document(name, text, date(2024, 3, day), outlet)


def find(document: Document, words: str) -> Passage:
    """The passage of the first occurrence of words."""
    start = document.text.index(words)
    return Passage(document.id, start, start + len(words))


def day_of(document: Document) -> DateRange:
    """The date that a report made by `report` tells."""
    day = int(document.text.split()[1])
    return DateRange(f"2024-03-{day:02d}", date(2024, 3, day), date(2024, 3, day), "day", "stated", "date.day", f"{day} March 2024")


def count(document: Document, outcome: str) -> tuple[Quantity, Passage] | None:
    """The count of killed or injured of a report made by `report`."""
    end = " people were killed" if outcome == "killed" else " were hurt"
    if end not in document.text:
        return None
    word = document.text.split(end)[0].split()[-1]
    number = NUMBERS.index(word)
    return Quantity(number, number, number, word, "toll.number"), find(document, f"{word}{end}")


def extract(document: Document) -> Extract:
    """What a report made by `report` tells: one mention with its toll, and a claim for each value of it."""
    if " March 2024 " not in document.text:
        return Extract(document.id)
    date_range, sentence = day_of(document), find(document, document.text.split(".")[0])
    date_passage, place = find(document, date_range.wording), find(document, "Kala")
    tolls, claims = [], []
    name = f"{document.id}:{sentence.start}"
    for outcome in ("killed", "injured"):
        if (counted := count(document, outcome)) is not None:
            tolls.append(TollItem(outcome, counted[0], counted[1], "people"))
            claims.append(
                Claim(
                    f"{name}:{outcome}", document.id, (name,), outcome, counted[0].wording, "asserts", counted[1], "the mayor",
                    outlet=document.outlet, quantity=counted[0],
                )
            )  # fmt: skip
    claims.append(
        Claim(f"{name}:date", document.id, (name,), "date", date_range.wording, "asserts", date_passage, date=date_range)
    )
    mention = Mention(
        name, document.id, "incident", "Attack", "Violence against civilians", "happened", (sentence,), date_range, date_passage,
        place=PlaceRef(place, "Kala", "at", RIVER), toll=tuple(tolls), words=("kala", "mayor"),
    )  # fmt: skip
    return Extract(document.id, (mention,), tuple(claims))


def incident(day: str, extracts: list[Extract]) -> Incident:
    """The incident that the mentions of one day make; the killed are those that most say, the lower where even."""
    mentions = [m for e in extracts for m in e.mentions]
    claims = [c for e in extracts for c in e.claims]
    name = f"TJ-{day}"
    dates = [c for c in claims if c.attribute == "date"]
    values = [Assessment(name, "date", "assess.origins", date=dates[0].date, claims_for=tuple(c.id for c in dates), origins=1)]
    values.append(Assessment(name, "place", "assess.origins", place=RIVER, claims_for=(dates[0].id,), origins=1))
    for outcome in ("killed", "injured"):
        told = [c for c in claims if c.attribute == outcome and c.quantity is not None]
        if told:
            numbers = [c.quantity.best or 0 for c in told if c.quantity]
            best = max(sorted(set(numbers)), key=numbers.count)
            held = tuple(c.id for c in told if c.quantity and c.quantity.best == best)
            against = tuple(c.id for c in told if c.id not in held)
            quantity = Quantity(min(numbers), best, max(numbers))
            values.append(
                Assessment(name, outcome, "assess.origins", quantity=quantity, claims_for=held, claims_against=against, origins=len(held))
            )
    pairs = tuple(Pair(mentions[0].id, m.id, 0.99, 6.0, (("date", "same day", 4.0),)) for m in mentions[1:])
    return Incident(
        name, "incident", f"Attack at Kala, {day}", "Attack", "Violence against civilians", "happened",
        tuple(m.id for m in mentions), 3, tuple(values), Grade("fair", "two accounts"), Grade("weak", "nobody named"),
        len(mentions), pairs=pairs, claims=tuple(c.id for c in claims),
    )  # fmt: skip


def record(documents: list[Document], title: str = "Made", unread: tuple[Unread, ...] = ()) -> Record:
    """The record of reports made by `report`: an incident a day; a tally and a gap where a text says "in all"."""
    extracts = [extract(d) for d in sorted(documents, key=lambda d: d.id)]
    days: dict[str, list[Extract]] = {}
    for one in extracts:
        for m in one.mentions:
            assert m.date is not None
            days.setdefault(m.date.edtf, []).append(one)
    incidents = tuple(incident(day, told) for day, told in sorted(days.items()))
    discrepancies = []
    for one_incident in incidents:
        killed = one_incident.assessed("killed")
        if killed and killed.claims_against:
            claims = {c.id: c for e in extracts for c in e.claims}
            sides = [claims[c] for c in (*killed.claims_for, *killed.claims_against)]
            discrepancies.append(
                Discrepancy(
                    f"d-{one_incident.id}", "value", "killed", (one_incident.id,),
                    tuple(DiscrepancyValue(c.value, c.passage, c.id) for c in sides), "One count is older.", "discrepancy.value", 2.0,
                )
            )  # fmt: skip
    tallies = [d for d in documents if "in all" in d.text]
    aggregates = tuple(
        Aggregate(f"{d.id}:a", d.id, find(d, d.text), deaths=Quantity(9, 9, 9, "nine", "toll.number"), counter=d.outlet) for d in tallies
    )
    return Record(
        title=title,
        revision=0,
        documents=tuple(documents),
        unread=unread,
        mentions=tuple(m for e in extracts for m in e.mentions),
        claims=tuple(c for e in extracts for c in e.claims),
        citations=tuple(Citation(find(d, d.path), d.path) for d in documents if d.path in d.text),
        incidents=incidents,
        aggregates=aggregates,
        checks=tuple(
            AggregateCheck(a.id, "all of the record", Quantity(1, 1, 1), len(incidents), (8, 8), (1, None), "short") for a in aggregates
        ),
        discrepancies=tuple(discrepancies),
        gaps=tuple(Gap(f"{a.id}:g", a.id, "Where were the other eight killed?", a.passage, (8, 8), (1, None)) for a in aggregates),
        figures=tuple(
            Figure(f"{a.id}:f", a.document, a.passage, "dead", "Kala", 9.0, "people", 9.0, "people") for a in aggregates
        ),
        actors=(Actor("mayor-kala", "Mayor of Kala", "government"),),
        places=(RIVER,),
    )


def tally() -> Document:
    """A report with a count over many incidents."""
    return document("tally.txt", "The mayor counts nine dead in all.")
