"""What the rules read, in the shape of MUC-4: mentions with their parties, harm, means, day and place, and the task's own relevance.

The task wants acts against those who do not fight, one template for a type, place and day; fights between forces, arrests and protests
are no incidents of it. Countries beyond nine of Latin America are out of scope unless the text is filed there.
"""

import re
from collections.abc import Sequence

from thucydides.evaluating.muc4.data import Message
from thucydides.evaluating.muc4.places import Atlas, Found
from thucydides.evaluating.muc4.told import PLURAL, Person, Thing, Told, class_of, written_day
from thucydides.nouns import DateRange, Extract, Mention, Quantity, TollItem
from thucydides.vocabulary import mapping

SCOPE = frozenset(("EL SALVADOR", "GUATEMALA", "HONDURAS", "ARGENTINA", "BOLIVIA", "CHILE", "COLOMBIA", "ECUADOR", "PERU"))
_FIGHTERS = frozenset(("state forces", "rebels", "militia", "criminals", "external forces"))
_LEADING = re.compile(
    r"^(?:the|an?|some|about|at least|around|\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|several|many)\s+",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:[A-Z][\w.'-]+(?: (?:de|la|del|los|y))? ?)+$")
EFFECTS = {"killed": "DEATH", "injured": "INJURY"}


def told_by_rules(message: Message, text: str, extract: Extract, atlas: Atlas) -> list[Told]:
    """The incidents of a message that the task asks for; `text` is the document's with its small letters restored."""
    types = mapping("muc4")["types"]
    out = []
    for mention in extract.mentions:
        if (
            mention.kind != "incident"
            or mention.type not in types
            or mention.background
            or mention.status not in ("happened", "foiled")
        ):
            continue
        told = _told(message, text, mention, str(types[mention.type]), atlas)
        if (told.people or told.things) and told.location.split(":")[0] in SCOPE:
            out.append(told)
    return merged(out)


def _told(message: Message, text: str, mention: Mention, kind: str, atlas: Atlas) -> Told:
    def words(start: int, end: int) -> str:
        return bare(text[start:end])

    people = [p for item in mention.toll if (p := _person(item, text)) is not None]
    doers = [a for a in mention.actors if a.role == "perpetrator"]
    named = [a for a in doers if a.actor]
    things = [
        Thing(words(a.passage.start, a.passage.end), class_of("things", text[a.passage.start : a.passage.end].split(), "OTHER"))
        for a in mention.actors if a.role == "target" and a.kind in ("company", "government", "outlet")
    ]  # fmt: skip
    state = any(a.kind in ("state forces", "government", "external forces") for a in doers)
    used = tuple(
        (words(p.start, p.end), class_of("weapons", [text[p.start : p.end], *text[p.start : p.end].split()], "BOMB"))
        for _, p in mention.weapons
    )
    spans = [(p.start, p.end) for p in mention.passages]
    return Told(
        kind,
        date=written_date(mention.date, message),
        location=location(message, spans, atlas),
        stage="ATTEMPTED" if mention.status == "foiled" else "ACCOMPLISHED",
        instruments=used,
        category=("STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT") if doers else "",
        individuals=tuple(words(a.passage.start, a.passage.end) for a in doers if not a.actor),
        organisations=tuple((words(a.passage.start, a.passage.end), "REPORTED AS FACT") for a in named),
        things=tuple(things),
        people=tuple(people),
    )


def bare(wording: str) -> str:
    """A noun phrase without its article and count."""
    out = " ".join(wording.split())
    while m := _LEADING.match(out):
        out = out[m.end() :]
    return out


def _person(item: TollItem, text: str) -> Person | None:
    if (
        item.outcome not in ("killed", "injured", "captured")
        or item.perpetrator
        or item.category in _FIGHTERS
        or item.quantity.best == 0
    ):
        return None
    wording = bare(text[item.passage.start : item.passage.end])
    if not wording or not any(c.isalpha() for c in wording):
        return None
    m = _NAMED.search(wording)
    name = m.group().strip() if m and item.quantity.best == 1 and m.start() != 0 else ""
    if m and m.start() == 0 and wording[0].isupper():
        name = wording
    description = wording[: m.start()].strip() if m and name else wording
    kind = class_of("people", (description or name).split(), "CIVILIAN")
    return Person(
        name,
        description if not name or description != name else "",
        kind,
        written_number(item.quantity),
        "",
        EFFECTS.get(item.outcome, ""),
    )


def written_number(quantity: Quantity) -> str:
    """A count as the keys write it: 5, 5-, ~50, PLURAL where no number is said."""
    if quantity.best is None or (not any(c.isdigit() for c in quantity.wording) and quantity.low and quantity.high is None):
        return PLURAL
    if quantity.approximate:
        return f"~{quantity.best}"
    return f"{quantity.low}-" if quantity.high is None and quantity.low == quantity.best else str(quantity.best)


def written_date(when: DateRange | None, message: Message) -> str:
    """A day or a range; "- D" with the day of filing where the text gives no day."""
    filed = message.document.published
    if when is not None and when.earliest is not None and when.latest is not None and (when.latest - when.earliest).days < 60:
        first, last = written_day(when.earliest), written_day(when.latest)
        if first == last and when.basis not in ("metadata", "dateline"):
            return first
        if first != last:
            return f"{first} - {last}"
    return f"- {written_day(filed.latest)}" if filed is not None and filed.latest is not None else ""


def location(message: Message, spans: Sequence[tuple[int, int]], atlas: Atlas) -> str:
    """The location that the passages name, in the country that they or the rest of the text name most or the dateline gives."""
    text = message.document.text
    near = [f for start, end in spans for f in atlas.find(text[start:end])]
    country = home(message, near, atlas)
    return atlas.write(near, country) if country else ""


def home(message: Message, near: Sequence[Found], atlas: Atlas) -> str:
    """The country of an incident: one named with it, else the one that most places named in the text lie in."""
    counts: dict[str, float] = {}
    for weight, found in (
        (3.0, near),
        (2.0, atlas.find(message.filed)),
        (1.0, atlas.find(message.document.text[message.body :])),
    ):
        for f in found:
            countries = [f.name] if not f.entries else sorted({e.country for e in f.entries})
            for c in countries:
                if c in SCOPE or not f.entries:
                    counts[c] = counts.get(c, 0.0) + weight / len(countries)
    return max(counts, key=lambda c: (c in SCOPE, counts[c], c), default="")


def merged(all_told: Sequence[Told]) -> list[Told]:
    """Incidents of one type, day and place as one."""
    by: dict[tuple[str, str, str], list[Told]] = {}
    for told in all_told:
        by.setdefault((told.type, told.date, told.location), []).append(told)
    out = []
    for (kind, when, where), group in by.items():

        def joined(field: str, group: list[Told] = group) -> tuple:  # type: ignore[type-arg]
            return tuple(dict.fromkeys(x for t in group for x in getattr(t, field)))

        out.append(Told(
            kind, when, where, group[0].stage, joined("instruments"), max(t.category for t in group), joined("individuals"),
            joined("organisations"), joined("things"), joined("people"),
        ))  # fmt: skip
    return out
