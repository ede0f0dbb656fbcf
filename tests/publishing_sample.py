"""A small invented record for the tests of publishing: a border dispute of 1991, three reports, four incidents and one act.

The places are real, so that the map has something to draw; the events, outlets and numbers are invented. Every passage is found
by its words in the text, so the offsets always re-read.
"""

from datetime import date
from hashlib import sha256
from typing import Any

from thucydides.nouns import (
    Actor,
    ActorRef,
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
    Ruling,
    TollItem,
    Unread,
)

WIRE = """Two patrols clash on the upper Cenepa

By Inés Duarte

On March 12, 1991, an Ecuadorian patrol and Peruvian soldiers exchanged fire near Coangos, in the district of Gualaquiza, \
Morona Santiago. Four soldiers, three of them Ecuadorian, were killed, the Defence Ministry in Quito said on Thursday. \
At least two others were wounded.

Three days earlier a bomb dropped from an aircraft hit a mining camp near Guayzimi, in Zamora Chinchipe province, killing five \
miners, according to the provincial governor. Lima denied that its aircraft had crossed the border.

The frontier, 890 miles (1,432 km) long, has 40 posts on the Ecuadorian side.
"""
REVIEW = """Who fired first on the Cenepa?

The clash of March 13 cost four lives and left five soldiers wounded, an official in Lima told Radio Marañón. Quito accuses the \
Peruvian army of opening fire; the army says it was ambushed.

Gunmen on foot, not aircraft, attacked the gold camp in Zamora Chinchipe on March 9, a survivor told this magazine. \
Five miners died. Observers suspect a smuggling ring.

At least 14 people have died in four or more incidents since February, by the count of the Andean Peace Observatory, \
among them "porters".

The two states share a border of 1,500 kilometres.
"""
NOTES = """= Cenepa border incidents of 1991 =

Infobox
- Conflict: Cenepa border incidents
- Casualties: 4 killed

== Timeline ==

In February 1991 a landmine wounded a farmer in the Peruvian department of Amazonas.

On 12 March 1991 four soldiers were killed and two wounded near Coangos.

Several people were hurt when a crowd stormed a customs house; nobody was killed. No report says where or when.

On 15 March 1991 delegations of both states agreed on joint patrols.
"""
_DOCUMENTS = (
    ("wire.html", WIRE, "Andes Wire", "Two patrols clash on the upper Cenepa", "Inés Duarte", "https://example.org/w"),
    ("review.txt", REVIEW, "Pacific Review", "Who fired first on the Cenepa?", None, None),
    ("notes.md", NOTES, None, "Cenepa border incidents of 1991", None, None),
)


def day(text: str, **more: Any) -> DateRange:
    """A DateRange of one day, or of "first/last"; EDTF as given."""
    first, _, last = text.partition("/")
    ends = date.fromisoformat(first), date.fromisoformat(last or first)
    precision = "day" if not last else "days"
    return DateRange(edtf=text, earliest=ends[0], latest=ends[1], **{"precision": precision, "rule": "date.day", **more})


def block_kinds(text: str) -> tuple[Block, ...]:
    """One block a line, its kind by its first characters."""
    blocks, at = [], 0
    for n, row in enumerate(text.splitlines(keepends=True)):
        end = at + len(row.rstrip("\n"))
        if end > at:
            kind = (
                "title" if n == 0 else "byline" if row.startswith("By ") else "heading" if row.startswith("==") else "paragraph"
            )
            kind = "infobox" if row.startswith("- ") else kind
            blocks.append(Block(start=at, end=end, kind=kind, level=2 if kind == "heading" else 0))  # type: ignore[arg-type]
        at += len(row)
    return tuple(blocks)


def documents() -> dict[str, Document]:
    """The three reports by short name: wire, review, notes (which has no date)."""
    published = {"wire": day("1991-03-14", basis="metadata"), "review": day("1991-03-20", basis="dateline")}
    made = {}
    for path, text, outlet, title, author, url in _DOCUMENTS:
        digest, name = sha256(text.encode()).hexdigest(), path.split(".")[0]
        made[name] = Document(
            id=digest[:12],
            path=path,
            text=text,
            sha256=digest,
            blocks=block_kinds(text),
            url=url,
            title=title,
            outlet=outlet,
            author=author,
            published=published.get(name),
            language="en",
        )
    return made


DOCS = documents()


def at(name: str, words: str, nth: int = 0) -> Passage:
    """Where `words` stand in a report, the nth time (from 0)."""
    start = -1
    for _ in range(nth + 1):
        start = DOCS[name].text.index(words, start + 1)
    return Passage(DOCS[name].id, start, start + len(words))


def exactly(n: int, wording: str = "") -> Quantity:
    """A plain number."""
    return Quantity(n, n, n, wording or str(n), "toll.exact")


GUALAQUIZA = Place(
    "Gualaquiza",
    "geonames:3657983",
    "admin2",
    "EC",
    "Morona Santiago",
    "Gualaquiza",
    -3.4,
    -78.57,
    3,
    40.0,
    "the district named in the text",
)
ZAMORA = Place(
    "Zamora Chinchipe",
    "geonames:3649953",
    "admin1",
    "EC",
    "Zamora Chinchipe",
    None,
    -4.2,
    -78.9,
    4,
    75.0,
    "the province named in the text",
)
AMAZONAS = Place(
    "Amazonas", "geonames:3699699", "admin1", "PE", "Amazonas", None, -5.1, -78.1, 4, 110.0, "Peru's, as the text says"
)
ECUADOR = Actor("army-ecuador", "Military Forces of Ecuador", "state forces", ("Ecuadorian soldiers",), "EC")
PERU = Actor("army-peru", "Military Forces of Peru", "state forces", ("Peruvian soldiers",), "PE")
LIMA = Actor("government-peru", "Government of Peru", "government", ("Lima",), "PE")
QUITO = Actor("government-ecuador", "Government of Ecuador", "government", ("Quito",), "EC")
ACTORS = (ECUADOR, PERU, QUITO, LIMA)


def mention(name: str, first: str, **values: Any) -> Mention:
    """A mention of report `name` whose first passage is `first`."""
    passage = at(name, first)
    given: dict[str, Any] = {
        "kind": "incident",
        "type": "Armed clash",
        "event_type": "Battles",
        "status": "happened",
        **values,
    }
    return Mention(id=f"{passage.document}:{passage.start}", document=passage.document, passages=(passage,), **given)


def toll(name: str, words: str, outcome: str, quantity: Quantity, **more: Any) -> TollItem:
    """One count with its passage."""
    return TollItem(outcome=outcome, quantity=quantity, passage=at(name, words), **more)  # type: ignore[arg-type]


def place(name: str, words: str, found: Place, role: str = "at") -> PlaceRef:
    """A place named in a report."""
    return PlaceRef(at(name, words), words, role, found, found.reason)  # type: ignore[arg-type]


CLASH_WIRE = mention(
    "wire",
    WIRE.splitlines()[4].split(" At least")[0],
    date=day("1991-03-12"),
    date_passage=at("wire", "On March 12, 1991"),
    place=place("wire", "the district of Gualaquiza", GUALAQUIZA),
    actors=(
        ActorRef(
            at("wire", "an Ecuadorian patrol"), "an Ecuadorian patrol", "party", ECUADOR.id, ECUADOR.name, ECUADOR.kind, "EC"
        ),
        ActorRef(at("wire", "Peruvian soldiers"), "Peruvian soldiers", "party", PERU.id, PERU.name, PERU.kind, "PE"),
    ),
    toll=(
        toll("wire", "Four soldiers", "killed", exactly(4, "Four"), group="soldiers", category="state forces"),
        toll(
            "wire",
            "three of them Ecuadorian",
            "killed",
            exactly(3, "three"),
            group="Ecuadorian soldiers",
            category="state forces",
            nationality="EC",
            part_of=0,
        ),
        toll("wire", "At least two others were wounded", "injured", Quantity(2, 2, None, "At least two", "toll.at-least")),
    ),
)
CLASH_REVIEW = mention(
    "review",
    "The clash of March 13 cost four lives and left five soldiers wounded",
    date=day("1991-03-13", rule="date.year-from-document", basis="document"),
    date_passage=at("review", "March 13"),
    toll=(
        toll("review", "four lives", "killed", exactly(4, "four")),
        toll("review", "five soldiers wounded", "injured", exactly(5, "five"), group="soldiers", category="state forces"),
    ),
)
CLASH_NOTES = mention(
    "notes",
    "On 12 March 1991 four soldiers were killed and two wounded near Coangos.",
    date=day("1991-03-12"),
    date_passage=at("notes", "On 12 March 1991"),
    place=place("notes", "near Coangos", GUALAQUIZA, "near"),
    toll=(toll("notes", "four soldiers", "killed", exactly(4)), toll("notes", "two wounded", "injured", exactly(2))),
)
CAMP_WIRE = mention(
    "wire",
    "Three days earlier a bomb dropped from an aircraft hit a mining camp near Guayzimi",
    type="Air/drone strike",
    event_type="Explosions/Remote violence",
    date=day("1991-03-09", rule="date.days-before-incident", basis="incident"),
    date_passage=at("wire", "Three days earlier"),
    place=place("wire", "Zamora Chinchipe province", ZAMORA),
    toll=(toll("wire", "five miners", "killed", exactly(5, "five"), group="miners", category="civilians"),),
    weapons=(("aircraft bomb", at("wire", "a bomb dropped from an aircraft")),),
    targets=(("mining camp", at("wire", "a mining camp")),),
)
CAMP_REVIEW = mention(
    "review",
    "Gunmen on foot, not aircraft, attacked the gold camp in Zamora Chinchipe on March 9",
    type="Attack",
    event_type="Violence against civilians",
    date=day("1991-03-09", rule="date.year-from-document", basis="document"),
    date_passage=at("review", "March 9"),
    place=place("review", "Zamora Chinchipe", ZAMORA),
    toll=(toll("review", "Five miners", "killed", exactly(5, "Five"), group="miners", category="civilians"),),
    weapons=(("firearms", at("review", "Gunmen")),),
)
MINE_NOTES = mention(
    "notes",
    "In February 1991 a landmine wounded a farmer in the Peruvian department of Amazonas.",
    type="Remote explosive/landmine/IED",
    event_type="Explosions/Remote violence",
    date=DateRange("1991-02", date(1991, 2, 1), date(1991, 2, 28), "month", rule="date.month"),
    date_passage=at("notes", "In February 1991"),
    place=place("notes", "the Peruvian department of Amazonas", AMAZONAS),
    toll=(
        toll(
            "notes", "a farmer", "injured", Quantity(1, 1, 1, "a farmer", "toll.singular"), group="farmer", category="civilians"
        ),
    ),
)
CROWD_NOTES = mention(
    "notes",
    "Several people were hurt when a crowd stormed a customs house; nobody was killed.",
    type="Mob violence",
    event_type="Riots",
    toll=(
        toll("notes", "Several people were hurt", "injured", Quantity(3, 3, None, "Several", "toll.several")),
        toll("notes", "nobody was killed", "killed", Quantity(0, 0, 0, "nobody", "toll.none")),
    ),
)
PATROLS_NOTES = mention(
    "notes",
    "On 15 March 1991 delegations of both states agreed on joint patrols.",
    kind="act",
    type="Agreement",
    event_type="Strategic developments",
    date=day("1991-03-15"),
    date_passage=at("notes", "On 15 March 1991"),
)
MENTIONS = (CLASH_WIRE, CLASH_REVIEW, CLASH_NOTES, CAMP_WIRE, CAMP_REVIEW, MINE_NOTES, CROWD_NOTES, PATROLS_NOTES)


def claim(number: int, told: Mention, attribute: str, words: str, name: str, value: str = "", **more: Any) -> Claim:
    """Claim c<number> of a mention, its passage found by its words."""
    values: dict[str, Any] = {"stance": "asserts", **more}
    return Claim(
        f"c{number:02}",
        told.document,
        (told.id,),
        attribute,
        value or words,
        passage=at(name, words),
        outlet=DOCS[name].outlet,
        **values,
    )


MINISTRY = {
    "speaker": "the Defence Ministry in Quito",
    "speaker_actor": QUITO.id,
    "cue": at("wire", "said on Thursday"),
    "said_on": day("1991-03-14"),
}
OFFICIAL = {"speaker": "an official in Lima", "speaker_actor": LIMA.id, "via": ("Radio Marañón",), "cue": at("review", "told")}
SURVIVOR = {"speaker": "a survivor", "cue": at("review", "told this magazine")}
GOVERNOR = {"speaker": "the provincial governor", "cue": at("wire", "according to")}
CLAIMS = (
    claim(
        1,
        CLASH_WIRE,
        "killed",
        "Four soldiers, three of them Ecuadorian, were killed",
        "wire",
        "4",
        quantity=exactly(4),
        **MINISTRY,
    ),
    claim(
        2,
        CLASH_WIRE,
        "killed",
        "three of them Ecuadorian",
        "wire",
        "3",
        quantity=exactly(3),
        part=True,
        group="Ecuadorian soldiers",
        **MINISTRY,
    ),
    claim(
        3,
        CLASH_WIRE,
        "injured",
        "At least two others were wounded",
        "wire",
        "at least 2",
        quantity=Quantity(2, 2, None, "At least two", "toll.at-least"),
    ),
    claim(4, CLASH_WIRE, "date", "On March 12, 1991", "wire", "12 March 1991", date=day("1991-03-12")),
    claim(5, CLASH_WIRE, "place", "the district of Gualaquiza", "wire", "Gualaquiza", place=GUALAQUIZA),
    claim(6, CLASH_REVIEW, "killed", "four lives", "review", "4", quantity=exactly(4), **OFFICIAL),
    claim(7, CLASH_REVIEW, "injured", "five soldiers wounded", "review", "5", quantity=exactly(5), **OFFICIAL),
    claim(
        8, CLASH_REVIEW, "date", "March 13", "review", "13 March 1991", date=day("1991-03-13"), date_is_report=True, **OFFICIAL
    ),
    claim(
        9,
        CLASH_REVIEW,
        "responsibility",
        "Quito accuses the Peruvian army of opening fire",
        "review",
        "the Peruvian army",
        stance="accuses",
        speaker="Quito",
        speaker_actor=QUITO.id,
        actor=PERU.id,
    ),
    claim(
        10,
        CLASH_REVIEW,
        "responsibility",
        "the army says it was ambushed",
        "review",
        "the Peruvian army",
        stance="denies",
        speaker="the army",
        speaker_actor=PERU.id,
        actor=PERU.id,
    ),
    claim(11, CLASH_NOTES, "killed", "four soldiers were killed", "notes", "4", quantity=exactly(4)),
    claim(12, CLASH_NOTES, "injured", "two wounded", "notes", "2", quantity=exactly(2)),
    claim(13, CLASH_NOTES, "date", "On 12 March 1991", "notes", "12 March 1991", date=day("1991-03-12")),
    claim(14, CAMP_WIRE, "killed", "killing five miners", "wire", "5", quantity=exactly(5), **GOVERNOR),
    claim(15, CAMP_WIRE, "date", "Three days earlier", "wire", "9 March 1991", date=day("1991-03-09"), **GOVERNOR),
    claim(16, CAMP_WIRE, "method", "a bomb dropped from an aircraft", "wire", "aircraft bomb", **GOVERNOR),
    claim(17, CAMP_WIRE, "place", "Zamora Chinchipe province", "wire", "Zamora Chinchipe", place=ZAMORA, **GOVERNOR),
    claim(
        18,
        CAMP_WIRE,
        "responsibility",
        "Lima denied that its aircraft had crossed the border",
        "wire",
        "Lima",
        stance="denies",
        speaker="Lima",
        speaker_actor=LIMA.id,
        actor=LIMA.id,
    ),
    claim(19, CAMP_REVIEW, "killed", "Five miners died", "review", "5", quantity=exactly(5)),
    claim(20, CAMP_REVIEW, "method", "Gunmen on foot, not aircraft, attacked", "review", "firearms", **SURVIVOR),
    claim(21, CAMP_REVIEW, "date", "on March 9", "review", "9 March 1991", date=day("1991-03-09"), **SURVIVOR),
    claim(
        22,
        CAMP_REVIEW,
        "responsibility",
        "Observers suspect a smuggling ring",
        "review",
        "a smuggling ring",
        stance="suspects",
        speaker="Observers",
    ),
    claim(23, MINE_NOTES, "injured", "a landmine wounded a farmer", "notes", "1", quantity=exactly(1)),
    claim(24, MINE_NOTES, "date", "In February 1991", "notes", "February 1991", date=MINE_NOTES.date),
    claim(25, MINE_NOTES, "place", "the Peruvian department of Amazonas", "notes", "Amazonas", place=AMAZONAS),
    claim(
        26,
        CROWD_NOTES,
        "injured",
        "Several people were hurt",
        "notes",
        "several",
        quantity=Quantity(3, 3, None, "Several", "toll.several"),
    ),
    claim(27, CROWD_NOTES, "killed", "nobody was killed", "notes", "0", quantity=exactly(0)),
    claim(28, PATROLS_NOTES, "date", "On 15 March 1991", "notes", "15 March 1991", date=day("1991-03-15")),
)


def assessed(incident: str, attribute: str, support: str = "", against: str = "", **more: Any) -> Assessment:
    """An assessment by assess.origins; claims by number, separated by spaces."""
    ids = tuple(f"c{int(n):02}" for n in support.split())
    contrary = tuple(f"c{int(n):02}" for n in against.split())
    given: dict[str, Any] = {"rule": "assess.origins", "origins": len(ids), **more}
    return Assessment(incident, attribute, claims_for=ids, claims_against=contrary, **given)


def incidents() -> tuple[Incident, ...]:
    """Four incidents and one act, with their assessments, grades and the reasons of linking."""
    pair = Pair(
        CLASH_WIRE.id,
        CLASH_NOTES.id,
        0.998,
        9.0,
        (("date", "the same day", 5.2), ("place", "the same district", 3.1), ("killed", "the same number", 0.7)),
    )
    clash, camp, mine, crowd, act = "EC-1991-03-12", "EC-1991-03-09", "PE-1991-02", "XX-unknown", "EC-1991-03-15"
    return (
        Incident(
            camp,
            "incident",
            "Mining camp attacked in Zamora Chinchipe",
            "Air/drone strike",
            "Explosions/Remote violence",
            "happened",
            (CAMP_WIRE.id, CAMP_REVIEW.id),
            3,
            (
                assessed(camp, "date", "15 21", date=day("1991-03-09")),
                assessed(camp, "place", "17", place=ZAMORA),
                assessed(
                    camp, "type", "16", "20", value="Air/drone strike", reason="one origin each; the named official is preferred"
                ),
                assessed(camp, "killed", "14 19", quantity=exactly(5)),
                assessed(camp, "killed/miners", "14 19", quantity=exactly(5), group="miners", category="civilians"),
            ),
            Grade("fair", "two independent origins agree on the dead"),
            Grade("contested", "Lima denies; observers suspect a smuggling ring"),
            2,
            ((LIMA.id, LIMA.name, "mentioned"),),
            ("aircraft bomb", "firearms"),
            ("mining camp",),
            None,
            (),
            ("c18", "c22"),
            ("d2",),
        ),
        Incident(
            clash,
            "incident",
            "Patrols clash near Coangos",
            "Armed clash",
            "Battles",
            "happened",
            (CLASH_WIRE.id, CLASH_REVIEW.id, CLASH_NOTES.id),
            1,
            (
                assessed(
                    clash,
                    "date",
                    "4 13",
                    "8",
                    date=day("1991-03-12"),
                    reason="two origins against one; the 13th is likely the day of the statement",
                ),
                assessed(clash, "place", "5", place=GUALAQUIZA),
                assessed(clash, "type", "1", value="Armed clash"),
                assessed(clash, "killed", "1 6 11", quantity=exactly(4)),
                assessed(
                    clash,
                    "killed/Ecuadorian soldiers",
                    "2",
                    quantity=exactly(3),
                    group="Ecuadorian soldiers",
                    category="state forces",
                    nationality="EC",
                ),
                assessed(clash, "injured", "3 12", "7", quantity=Quantity(2, 2, 5, "", "assess.origins")),
            ),
            Grade("confirmed", "both parties give the same number of dead"),
            Grade("contested", "each side blames the other"),
            3,
            ((ECUADOR.id, ECUADOR.name, "party"), (PERU.id, PERU.name, "party")),
            (),
            (),
            None,
            (pair,),
            ("c09", "c10"),
            ("d1", "d3", "d5"),
        ),
        Incident(
            mine,
            "incident",
            "Landmine wounds a farmer in Amazonas",
            "Remote explosive/landmine/IED",
            "Explosions/Remote violence",
            "happened",
            (MINE_NOTES.id,),
            3,
            (
                assessed(mine, "date", "24", date=MINE_NOTES.date),
                assessed(mine, "place", "25", place=AMAZONAS),
                assessed(mine, "type", "23", value="Remote explosive/landmine/IED"),
                assessed(mine, "injured", "23", quantity=exactly(1)),
            ),
            Grade("weak", "one origin"),
            Grade("weak", "no document says who laid it"),
            1,
        ),
        Incident(
            crowd,
            "incident",
            "Crowd storms a customs house",
            "Mob violence",
            "Riots",
            "happened",
            (CROWD_NOTES.id,),
            None,
            (
                assessed(crowd, "type", "26", value="Mob violence"),
                assessed(crowd, "injured", "26", quantity=Quantity(3, 3, None, "Several", "toll.several")),
                assessed(crowd, "killed", "27", quantity=exactly(0)),
            ),
            Grade("weak", "one origin"),
            None,
            1,
        ),
        Incident(
            act,
            "act",
            "Delegations agree on joint patrols",
            "Agreement",
            "Strategic developments",
            "happened",
            (PATROLS_NOTES.id,),
            None,
            (assessed(act, "date", "28", date=day("1991-03-15")), assessed(act, "type", "28", value="Agreement")),
            origins=1,
            actors=((QUITO.id, QUITO.name, "party"), (LIMA.id, LIMA.name, "party")),
        ),
    )


def sample() -> Record:
    """The whole record."""
    since = DateRange("1991-02/1991-03", date(1991, 2, 1), date(1991, 3, 20), "months", "document", "date.since")
    tally = Aggregate(
        "a1",
        DOCS["review"].id,
        at("review", "At least 14 people have died in four or more incidents since February"),
        deaths=Quantity(14, 14, None, "At least 14", "toll.at-least"),
        incidents=Quantity(4, 4, None, "four or more", "toll.at-least"),
        window=since,
        window_passage=at("review", "since February"),
        counter="the Andean Peace Observatory",
        categories=("porters",),
        date_is_document_bound=True,
    )
    infobox = Aggregate("a2", DOCS["notes"].id, at("notes", "Casualties: 4 killed"), deaths=exactly(4), summary=True)
    later = AggregateCheck(
        "a1",
        "from the end of February to 20 March 1991",
        exactly(9),
        3,
        (5, None),
        (1, None),
        "short",
        ("EC-1991-03-09", "EC-1991-03-12"),
    )
    checks = (
        AggregateCheck(
            "a1",
            "from 1 February to 20 March 1991",
            exactly(9),
            4,
            (5, None),
            (0, None),
            "short",
            ("EC-1991-03-09", "EC-1991-03-12", "PE-1991-02", "XX-unknown"),
            (later,),
        ),
        AggregateCheck("a2", "all incidents of the same document", exactly(4), 3, (0, 0), (0, None), "met", ("EC-1991-03-12",)),
    )
    discrepancies = (
        Discrepancy(
            "d1",
            "report date",
            "date",
            ("EC-1991-03-12",),
            (
                DiscrepancyValue("12 March 1991", at("wire", "On March 12, 1991"), "c04"),
                DiscrepancyValue("13 March 1991", at("review", "March 13"), "c08"),
            ),
            "The later day is likely the day of the statement, not of the clash.",
            "discrepancy.report-date",
            2.0,
        ),
        Discrepancy(
            "d2",
            "method",
            "method",
            ("EC-1991-03-09",),
            (
                DiscrepancyValue("aircraft bomb", at("wire", "a bomb dropped from an aircraft"), "c16"),
                DiscrepancyValue("firearms", at("review", "Gunmen on foot, not aircraft, attacked"), "c20"),
            ),
            "A governor speaks of an aircraft, a survivor of gunmen; both cannot be the only means.",
            "discrepancy.method",
            3.0,
        ),
        Discrepancy(
            "d3",
            "value",
            "injured",
            ("EC-1991-03-12",),
            (
                DiscrepancyValue("2", at("notes", "two wounded"), "c12"),
                DiscrepancyValue("5", at("review", "five soldiers wounded"), "c07"),
            ),
            "Sources give 2 and 5 injured.",
            "discrepancy.value",
            3.5,
        ),
        Discrepancy(
            "d4",
            "unit",
            "border length",
            (),
            (
                DiscrepancyValue("890 miles (1,432 km)", at("wire", "890 miles (1,432 km)"), "f1"),
                DiscrepancyValue("1,500 kilometres", at("review", "1,500 kilometres"), "f3"),
            ),
            "890 miles are 1,432 km, which agrees; 1,500 km does not.",
            "discrepancy.unit",
            1.0,
        ),
        Discrepancy(
            "d5",
            "responsibility",
            "responsibility",
            ("EC-1991-03-12",),
            (
                DiscrepancyValue(
                    "the Peruvian army, says Quito", at("review", "Quito accuses the Peruvian army of opening fire"), "c09"
                ),
                DiscrepancyValue("not the army, says the army", at("review", "the army says it was ambushed"), "c10"),
            ),
            "Each side blames the other.",
            "discrepancy.responsibility",
            2.5,
        ),
    )
    gaps = (
        Gap(
            "g1",
            "a1",
            "Which deaths does the count of the Andean Peace Observatory hold that no report here tells of?",
            tally.passage,
            (5, None),
            (0, None),
            "from 1 February to 20 March 1991",
            "It names “porters”, whom no incident of the record has.",
        ),
    )
    miles, km, review = (at("wire", "890 miles"), at("wire", "1,432 km"), at("review", "1,500 kilometres"))
    figures = (
        Figure(
            "f1",
            miles.document,
            miles,
            "border length",
            "EC-PE border",
            890,
            "mile",
            1432.3,
            "km",
            wording="890 miles",
            same_as="f2",
        ),
        Figure("f2", km.document, km, "border length", "EC-PE border", 1432, "km", 1432, "km", wording="1,432 km", same_as="f1"),
        Figure(
            "f3", review.document, review, "border length", "EC-PE border", 1500, "km", 1500, "km", wording="1,500 kilometres"
        ),
        Figure("f4", miles.document, at("wire", "40 posts"), "posts", "EC", 40, "post", 40, "post", wording="40 posts"),
    )
    return Record(
        "Cenepa border incidents",
        3,
        tuple(sorted(DOCS.values(), key=lambda d: d.id)),
        (Unread("scan.png", "an image: give its text"),),
        tuple(sorted(MENTIONS, key=lambda m: m.id)),
        CLAIMS,
        (Citation(at("review", "Radio Marañón"), "Radio Marañón"),),
        tuple(sorted(incidents(), key=lambda i: i.id)),
        (tally, infobox),
        checks,
        discrepancies,
        gaps,
        figures,
        ACTORS,
        (AMAZONAS, GUALAQUIZA, ZAMORA),
        (Ruling(1, "different", (CLASH_WIRE.id, CAMP_WIRE.id), "A. Coder", "1991-03-21T09:00:00Z", "told as two in one report"),),
    )
