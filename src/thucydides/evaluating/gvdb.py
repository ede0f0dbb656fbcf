"""The suite `gvdb`: who shot whom, where, when and with what, with the words that say so (Gun Violence Database, Pavlick and others 2016).

Data: the table with tabs, whose column `Json` holds the annotations: names, place, time and weapon with characters of `Full text`. An
answer is taken from the incident that most of an article tells of, for the table asks of shootings. A value is right where the words of
one are all in the other, or where the family names agree; a passage is right where it lies on the annotated words, wherever the text has
them. Only roles that were annotated in an article are judged there: annotators left out what they could not name. Counts come from the
victims listed as killed or injured.
"""

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from thucydides.evaluating.case2021 import main_mention, report
from thucydides.evaluating.measures import f1, ratio
from thucydides.evaluating.outcome import Case, Cut, Outcome, Tally, excerpt
from thucydides.evaluating.slices import select
from thucydides.nouns import Document, Extract, Mention, Passage
from thucydides.nouns.person import Person
from thucydides.reading.characters import clean

COLUMNS = ("Article id", "Full text", "Json")
ROLES = ("victims", "shooters", "place", "time", "weapon")
_WORD = re.compile(r"\w+")
_LONGEST = 10_000_000  # characters of a field: articles are longer than the reader of tables allows at first


class Item(Struct, frozen=True):
    """One value of a role: its words, and where the article's text says them (annotators mark one place of several that say the same)."""

    value: str
    spans: tuple[tuple[int, int], ...]


def read_table(path: Path) -> dict[str, tuple[str, dict[str, Any]]]:
    """{article id: (text, annotations)}. ValueError with one line where the file is not of this shape."""
    csv.field_size_limit(_LONGEST)
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle, delimiter="\t"))
        return {
            row["Article id"]: (_text(row.get("Article title") or "", row["Full text"]), msgspec.json.decode(row["Json"]))
            for row in rows
            if row["Full text"].strip()
        }
    except (OSError, UnicodeDecodeError, csv.Error, KeyError, TypeError, msgspec.DecodeError) as error:
        raise ValueError(f"{path} is no table with the columns {', '.join(COLUMNS)}: {error}") from error


def _text(title: str, text: str) -> str:
    """The article with its title on a line of its own: the table has them run together ("... Los Angeles TimesJane Roe, 29, was")."""
    return f"{title}\n\n{text[len(title) :]}" if title and text.startswith(title) else text


def annotated(text: str, notes: Mapping[str, Any]) -> dict[str, tuple[Item, ...]]:
    """The annotated values by role, with their characters in `text`, the document's own."""
    when = notes.get("date-and-time", {})
    fields = {
        "victims": [one.get("name") for one in notes.get("victim-section", ())],
        "shooters": [one.get("name") for one in notes.get("shooter-section", ())],
        "place": [when.get("city")],
        "time": [when.get("time-day")],
        "weapon": [notes.get("circumstances", {}).get("type-of-gun")],
    }
    return {
        role: tuple(dict.fromkeys(_item(text, value) for value in values if _words(value))) for role, values in fields.items()
    }


def _words(value: Any) -> str:
    """The annotated words, cleaned as the text is (soft hyphens, blanks) and without the marks that close their sentence."""
    return clean(str(value.get("value") or "")).strip(" \n.,;:") if isinstance(value, dict) else ""


def _item(text: str, value: Mapping[str, Any]) -> Item:
    """The value, at every place where the text says it: cleaning moves characters, so the annotated ones are not used."""
    words = _words(value)
    return Item(words, tuple(m.span() for m in re.finditer(re.escape(words), text, re.IGNORECASE)))


def answered(text: str, mention: Mention) -> dict[str, tuple[Item, ...]]:
    """Our values by role: whom the toll and the parties name, where, when, with what."""

    def at(passages: Iterable[Passage]) -> tuple[Item, ...]:
        return tuple(dict.fromkeys(Item(text[p.start : p.end], ((p.start, p.end),)) for p in passages))

    harmed = [item for item in mention.toll if item.outcome in ("killed", "injured")]
    roles = {part: tuple(_person(text, p) for p in mention.persons if p.part == part) for part in ("victim", "perpetrator")}
    hurt = [i.passage for i in harmed if not i.perpetrator] + [a.passage for a in mention.actors if a.role in ("victim", "target")]
    did = [i.passage for i in harmed if i.perpetrator] + [a.passage for a in mention.actors if a.role == "perpetrator"]
    where = mention.town or mention.place  # the table asks for the city
    when = mention.hour[1] if mention.hour is not None else mention.date_passage
    return {
        "victims": roles["victim"] or at(hurt),
        "shooters": roles["perpetrator"] or at(did),
        "place": at([where.passage] if where is not None else []),
        "time": at([when] if when is not None else []),
        "weapon": at(_weapons(mention)),
    }


def _person(text: str, person: Person) -> Item:
    """A person by the fullest name, where that stands and where the part is told."""
    passages = (person.passage, person.told or person.passage)
    return Item(text[person.passage.start : person.passage.end], tuple(dict.fromkeys((p.start, p.end) for p in passages)))


def main_incident(extract: Extract) -> Mention | None:
    """The incident that most of an article tells of; an act only where it tells of no incident."""
    incidents = tuple(m for m in extract.mentions if m.kind == "incident")
    return main_mention(replace(extract, mentions=incidents or extract.mentions))


def _weapons(mention: Mention) -> list[Passage]:
    """The weapons told as used, and those found where none but "gunfire" and the like is."""
    return [passage for _, passage in mention.weapons or mention.recovered]


def same_value(ours: str, gold: str) -> bool:
    """Whether two wordings name the same: the words of one all in the other, or the last words of both (family names) equal."""
    one, other = _WORD.findall(ours.casefold()), _WORD.findall(gold.casefold())
    if not one or not other:
        return False
    return set(one) <= set(other) or set(other) <= set(one) or (one[-1] == other[-1] and len(one[-1]) > 3)


def same_passage(ours: Item, gold: Item) -> bool:
    """Whether two values share a character of the text."""
    return any(start < last and first < end for start, end in ours.spans for first, last in gold.spans)


def same_both(ours: Item, gold: Item) -> bool:
    """Whether the value is right and stands where the text says it."""
    return same_value(ours.value, gold.value) and same_passage(ours, gold)


def evaluate_gvdb(path: Path, cut: Cut | None = None) -> Outcome:
    """F1 of values, of passages, and of values with their passages, over all roles and by role, and the counts."""
    from thucydides.extracting import extract_documents

    rows = read_table(path)
    chosen = select(rows, cut or Cut())
    documents = [report(name, rows[name][0]) for name in chosen]
    extracts = extract_documents(documents, (cut or Cut()).layers)
    found = {measure: {role: [0, 0, 0, 0] for role in ROLES} for measure in ("value", "passage", "value with passage")}
    tally = Tally()
    for name, document, extract in zip(chosen, documents, extracts, strict=True):
        mention = main_incident(extract)
        none = Case("articles with a mention", name, excerpt(document.text), "a shooting", "no mention")
        tally.judge("articles with a mention", mention is not None, none)
        gold = annotated(document.text, rows[name][1])
        ours = answered(document.text, mention) if mention is not None else dict.fromkeys(ROLES, ())
        for role in ROLES:
            if gold[role]:
                _compare(role, document, ours[role], gold[role], found, tally)
        _counts(document, mention, rows[name][1], tally)
    scores = {f"{measure} F1": _f1(*map(sum, zip(*by_role.values(), strict=True))) for measure, by_role in found.items()}
    scores |= {f"{role}, {measure} F1": _f1(*by_role[role]) for role in ROLES for measure, by_role in found.items()}
    asked = {f"{role}, value F1": found["value"][role][3] for role in ROLES}
    cases = tuple(tally.cases)
    return Outcome(
        {**scores, **{k: v for k, v in tally.scores().items() if k in _SHARES}}, len(chosen), {**asked, **tally.asked}, cases
    )


_SHARES = ("articles with a mention", "killed count", "injured count")


def _compare(
    role: str,
    document: Document,
    ours: tuple[Item, ...],
    gold: tuple[Item, ...],
    found: dict[str, dict[str, list[int]]],
    tally: Tally,
) -> None:
    """Count (our right ones, ours, gold ones found, gold) for each measure, and the gold values that were not found."""

    tests: dict[str, Callable[[Item, Item], bool]] = {
        "value": lambda o, g: same_value(o.value, g.value), "passage": same_passage, "value with passage": same_both,
    }  # fmt: skip
    for measure, good in tests.items():
        counts = found[measure][role]
        more = (
            sum(any(good(o, g) for g in gold) for o in ours),
            len(ours),
            sum(any(good(o, g) for o in ours) for g in gold),
            len(gold),
        )
        found[measure][role] = [old + new for old, new in zip(counts, more, strict=True)]
    said = " | ".join(o.value for o in ours) or "nothing"
    for g in gold:
        case = Case(role, document.path, excerpt(document.text, g.spans[0][0] if g.spans else 0), g.value, said)
        tally.judge(role, any(same_value(o.value, g.value) for o in ours), case)


def _counts(document: Document, mention: Mention | None, notes: Mapping[str, Any], tally: Tally) -> None:
    """The number of victims listed as killed, and of those only injured, against the toll's largest count that is no part."""
    listed = [set(one.get("victim-was") or ()) for one in notes.get("victim-section", ())]
    if not listed or not all(listed):
        return
    gold = {"killed": sum("killed" in was for was in listed), "injured": sum("killed" not in was for was in listed)}
    for outcome, number in gold.items():
        items = [i for i in mention.toll if i.outcome == outcome and i.part_of is None and not i.perpetrator] if mention else []
        best = max((i.quantity.best or 0 for i in items), default=0)
        where = excerpt(document.text, items[0].passage.start if items else 0)
        case = Case(f"{outcome} count", document.path, where, str(number), str(best), abs(best - number))
        tally.judge(f"{outcome} count", best == number, case)


def _f1(right: int, ours: int, hit: int, gold: int) -> float:
    return f1(ratio(right, ours) if ours else 0.0, ratio(hit, gold))
