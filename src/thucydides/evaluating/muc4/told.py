"""An incident in the shape that MUC-4 asks for, whoever read it, and its writing as a template of 24 slots."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from thucydides.evaluating.muc4.data import MONTHS
from thucydides.evaluating.muc4.keys import Filler, Option, Template
from thucydides.vocabulary import mapping

PLURAL = "PLURAL"


class Thing(Struct, frozen=True):
    """A physical target: its wording, class, number ("1", "PLURAL", "~50"), nation and what became of it."""

    wording: str
    type: str = "OTHER"
    number: str = "1"
    nation: str = ""
    effect: str = ""


class Person(Struct, frozen=True):
    """A human target, one or many: name or "", description or "", and the same beside them as of a thing."""

    name: str
    description: str
    type: str = "CIVILIAN"
    number: str = "1"
    nation: str = ""
    effect: str = ""


class Told(Struct, frozen=True):
    """One incident: type, stage, when, where, with what (wording, class), by whom, on what and on whom."""

    type: str
    date: str = ""
    location: str = ""
    stage: str = "ACCOMPLISHED"
    instruments: tuple[tuple[str, str], ...] = ()
    category: str = ""
    individuals: tuple[str, ...] = ()
    organisations: tuple[tuple[str, str], ...] = ()
    things: tuple[Thing, ...] = ()
    people: tuple[Person, ...] = ()
    things_total: str = ""
    people_total: str = ""


def written_day(day: date) -> str:
    """A day as the keys write it: 04 FEB 90."""
    return f"{day.day:02} {MONTHS[day.month - 1]} {day.year % 100:02}"


def _quoted(wording: str) -> str:
    bare = " ".join(wording.upper().replace('"', " ").split())
    return f'"{bare}"'


def _fillers(values: Iterable[tuple[str, str]]) -> tuple[Filler, ...]:
    """Fillers of (value, wording referred to or "") in order, each once, without empty ones."""
    return tuple(Filler((Option(v, (_quoted(t),) if t else ()),)) for v, t in dict.fromkeys(values) if v)


def template(told: Told) -> Template:
    """The template of an incident: what does not apply to its type is left out, targets refer to their name or else description."""
    plain = told.type not in ("ARSON", "KIDNAPPING")
    things = told.things if told.type != "KIDNAPPING" else ()
    slots = {
        2: _fillers([(told.date, "")]),
        3: _fillers([(told.location, "")]),
        4: _fillers([(told.type, "")]),
        5: _fillers([(told.stage, "")]),
        6: _fillers((_quoted(w), "") for w, _ in told.instruments if w and plain),
        7: _fillers((kind, w) for w, kind in told.instruments if plain),
        8: _fillers([(told.category, "")]),
        9: _fillers((_quoted(w), "") for w in told.individuals),
        10: _fillers((_quoted(w), "") for w, _ in told.organisations),
        11: _fillers((confidence, w) for w, confidence in told.organisations),
        12: _fillers((_quoted(t.wording), "") for t in things),
        13: _fillers((t.type, t.wording) for t in things),
        14: _fillers((t.number, t.wording) for t in things),
        15: _fillers((t.nation, t.wording) for t in things),
        16: _fillers((t.effect, t.wording) for t in things),
        17: _fillers([(told.things_total, "")]),
        18: _fillers((_quoted(p.name), "") for p in told.people if p.name),
        19: _fillers((_quoted(p.description), p.name) for p in told.people if p.description),
        20: _fillers((p.type, p.name or p.description) for p in told.people),
        21: _fillers((p.number, p.name or p.description) for p in told.people),
        22: _fillers((p.nation, p.name or p.description) for p in told.people),
        23: _fillers((p.effect, p.name or p.description) for p in told.people),
        24: _fillers([(told.people_total, "")]),
    }
    return Template("1", {n: f for n, f in slots.items() if f})


def class_of(kind: str, wording: Sequence[str], default: str) -> str:
    """The class (of `people`, `things` or `weapons`) that the last word of a wording names, else another word of it, else the default."""
    table = mapping("muc4")[kind]
    lowered = [w.lower() for w in wording]
    for word in (*reversed(lowered),):
        for name, nouns in table.items():
            if word in nouns or word.removesuffix("s") in nouns or (word.endswith("men") and word[:-3] + "man" in nouns):
                return str(name)
    return default
