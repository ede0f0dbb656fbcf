"""What the reports of the invented record tell: its mentions and claims."""

from datetime import date
from typing import Any

from publishing_texts import (
    AMAZONAS,
    DOCS,
    ECUADOR,
    GUALAQUIZA,
    LIMA,
    PERU,
    QUITO,
    WIRE,
    ZAMORA,
    at,
    day,
    exactly,
    mention,
    place,
    toll,
)
from thucydides.nouns import ActorRef, Claim, DateRange, Mention, Quantity

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
