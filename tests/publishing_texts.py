"""The reports of the invented record for the tests of publishing, a border dispute of 1991, with its places and parties.

The places are real, so that the map has something to draw; the events, outlets and numbers are invented. Every passage is found
by its words in the text, so the offsets always re-read.
"""

from datetime import date
from hashlib import sha256
from typing import Any

from thucydides.nouns import Actor, Block, DateRange, Document, Mention, Passage, Place, PlaceRef, Quantity, TollItem

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
