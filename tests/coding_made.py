"""Made incidents for the tests of the coding of UCDP and ACLED: each with just what a test needs."""

from datetime import date
from typing import Any

from thucydides.nouns import Actor, Assessment, Claim, DateRange, Document, Incident, Mention, Passage, Place, Quantity, Record

TEXT = "A report of ours with enough words to point at."
HOME = Place("Mopti", "made:mopti", "settlement", "ML", "Mopti", "Mopti", 14.4843, -4.1827, 1, 5.0, "its name")
ACTORS = (
    Actor("ml-forces", "Military Forces of Mali", "state forces", country="ML"),
    Actor("ml-government", "Government of Mali", "government", country="ML"),
    Actor("front", "Northern Front", "rebel group", ("NF",), "ML"),
    Actor("league", "River League", "political militia", country="ML"),
    Actor("people", "Civilians (Mali)", "civilians", country="ML"),
    Actor("turned", "Turned Movement", "state forces", country="ML", kinds=(("rebel group", "", "2021-08-15"),)),
    Actor("fr-forces", "Military Forces of France", "external forces", country="FR"),
)
TYPES = {"Armed clash": "Battles", "Attack": "Violence against civilians", "Air/drone strike": "Explosions/Remote violence"}


def on(first: str, last: str | None = None, rule: str = "date.day", wording: str = "") -> DateRange:
    """The days from one to another."""
    ends = date.fromisoformat(first), date.fromisoformat(last or first)
    return DateRange(first, *ends, "day" if last is None else "days", "stated", rule, wording)


def exactly(n: int) -> Quantity:
    """A plain number."""
    return Quantity(n, n, n, str(n), "toll.exact")


FIVE, FIFTH = exactly(5), on("2024-03-05")


def incident(
    type: str = "Armed clash",
    actors: tuple[tuple[str, str, str], ...] = (("ml-forces", "", "target"), ("front", "", "perpetrator")),
    killed: Quantity | None = FIVE,
    groups: tuple[tuple[str, str, int], ...] = (),
    when: DateRange | None = FIFTH,
    where: Place | None = HOME,
    origins: int = 1,
    **more: Any,
) -> Incident:
    """An incident; `groups` are (words, category, dead)."""
    names = {a.id: a.name for a in ACTORS}
    name = str(more.pop("id", "ML-2024-03-05"))
    assessments = [Assessment(name, "type", "assess.type", value=type)]
    if when:
        assessments.append(Assessment(name, "date", "assess.date", date=when))
    if where:
        assessments.append(Assessment(name, "place", "assess.place", place=where))
    if killed:
        assessments.append(Assessment(name, "killed", "assess.origins", quantity=killed, origins=origins, claims_for=("c1",)))
    assessments += [
        Assessment(name, f"killed/{words}", "assess.origins", quantity=exactly(n), group=words, category=category)
        for words, category, n in groups
    ]
    given = {"event_type": TYPES.get(type, "Strategic developments"), "ucdp_type": 1, "kind": "incident", **more}
    return Incident(
        name,
        given.pop("kind"),
        "A made incident",
        type,
        given.pop("event_type"),
        "happened",
        ("m1",),
        given.pop("ucdp_type"),
        tuple(assessments),
        actors=tuple((a, text or names[a], role) for a, text, role in actors),
        origins=origins,
        **given,
    )


def record(*incidents: Incident, killed: Quantity | None = None, **more: Any) -> Record:
    """A record of some incidents, told by one document of an outlet, with a claim on the dead."""
    at = Passage("d1", 0, 8)
    document = Document("d1", "a.txt", TEXT, "0", outlet="Agence France-Presse", title="A title", published=on("2024-03-07"))
    claim = Claim("c1", "d1", ("m1",), "killed", "5", "asserts", at, "an officer", quantity=killed or exactly(5))
    mention = Mention("m1", "d1", "incident", "Armed clash", "Battles", "happened", (at,))
    return Record("Made", 1, (document,), mentions=(mention,), claims=(claim,), incidents=incidents, actors=ACTORS, **more)
