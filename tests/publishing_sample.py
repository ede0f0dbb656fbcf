"""A small invented record for the tests of publishing: a border dispute of 1991, three reports, four incidents and one act."""

from datetime import date
from typing import Any

from publishing_texts import ACTORS, AMAZONAS, DOCS, ECUADOR, GUALAQUIZA, LIMA, PERU, QUITO, ZAMORA, at, day, exactly
from publishing_told import (
    CAMP_REVIEW,
    CAMP_WIRE,
    CLAIMS,
    CLASH_NOTES,
    CLASH_REVIEW,
    CLASH_WIRE,
    CROWD_NOTES,
    MENTIONS,
    MINE_NOTES,
    PATROLS_NOTES,
)
from thucydides.nouns import (
    Aggregate,
    AggregateCheck,
    Assessment,
    Citation,
    DateRange,
    Discrepancy,
    DiscrepancyValue,
    Figure,
    Gap,
    Grade,
    Incident,
    Pair,
    Quantity,
    Record,
    Ruling,
    Unread,
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
