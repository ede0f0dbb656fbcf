"""Shown: a question as lines of text: what is asked, both passages with who says it, why it is asked, and what hangs on the answer."""

from collections.abc import Iterator, Sequence

from thucydides.linking import explain_pair
from thucydides.nouns import Claim, Incident, Mention, Pair
from thucydides.publishing import words
from thucydides.publishing.index import Index
from thucydides.reviewing.answers import ALLOWED, claims
from thucydides.reviewing.item import Item
from thucydides.showing.documents import credit
from thucydides.showing.lines import Line
from thucydides.showing.rules import explained
from thucydides.showing.values import chain, claimed, value

_TELLINGS, _CLAIMS = 2, 6
"""Tellings of a side, and claims of a value, that are quoted."""
_ASKED = {
    "killed": "How many were killed?", "injured": "How many were injured?", "missing": "How many are missing?",
    "captured": "How many were captured?", "displaced": "How many were displaced?", "date": "When was it?", "place": "Where was it?",
    "type": "What was done?",
}  # fmt: skip
_ANSWERS = {
    "same": "same", "different": "different", "right": "right (as it stands)", "set": "set VALUE", "take": "take NUMBER",
    "reject": "reject",
}  # fmt: skip


def question(item: Item) -> str:
    """What is asked."""
    if item.kind == "apart":
        return "Do these two tell of one incident?"
    if item.kind == "joined":
        return "Do these tell of one incident, as the record has it, or of two?"
    if item.kind == "lone":
        return "Is this an incident at all?"
    if item.kind == "unknown":
        return f"{_ASKED[item.attribute].rstrip('?')}, if it is an incident of its own?"
    return _ASKED.get(item.attribute, f"What is right of {item.attribute.replace('/', ', ')}?")


def shown(index: Index, item: Item, number: int, of: int) -> list[Line]:
    """The whole question."""
    lines = [Line(f"{number} of {of}: {question(item)}")]
    if item.kind == "joined":
        lines.append(Line(_headline(index, index.incidents[item.incidents[0]]), 2))
    sides = (item.left, item.right) if item.right else (item.left,)
    for n, side in enumerate(sides):
        incident = index.incidents[item.incidents[min(n, len(item.incidents) - 1)]]
        mark = f"{'AB'[n]}. " if item.right else ""
        head = _headline(index, incident) if item.kind != "joined" else _told(index, side)
        lines += [Line(head, 2, mark), *_tellings(index, item, side)]
    listed = claims(index, item)
    assessed = index.incidents[item.incidents[0]].assessed(item.attribute)
    held = assessed.claims_for if assessed is not None else ()
    lines += [
        Line(f"{claimed(index, c)}{' [the record’s]' * (c.id in held)}: {chain(index, c)}: “{index.sentence(c.passage)}”", 5, f"{n}. ")
        for n, c in enumerate(listed[:_CLAIMS], 1)
    ]
    if len(listed) > _CLAIMS:
        lines.append(Line(f"and {len(listed) - _CLAIMS} more: thucydides explain RECORD {item.incidents[0]} {item.attribute}", 5))
    lines.append(Line(f"Why it is asked: {likelihood(item)}: {item.doubt}.", 2))
    hangs = "; ".join(s.words for s in sorted(item.stakes, key=lambda s: (-s.points, s.rule)))
    lines.append(Line(f"What hangs on it: {hangs}.", 2))
    if item.pair is not None:
        a, b = (index.mentions.get(m) for m in (item.pair.left, item.pair.right))
        lines.append(Line(explain_pair(item.pair, a, b), 2))
    return lines


def answers(item: Item) -> str:
    """The answers there are, for the line that asks."""
    own = [_ANSWERS[v] for v in ALLOWED[item.kind]]
    if item.right:
        own[-1] = "reject a|b"
    return f"[{', '.join([*own, 'skip', 'why', 'build', 'quit'])}] "


def likelihood(item: Item) -> str:
    """The chance that the record is wrong, in words."""
    tenths = round(item.chance * 10)
    number = ("less than one", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "nearly ten")[tenths]
    return f"{number} {'chance' if tenths < 2 else 'chances'} in ten that the record is wrong here"


def _headline(index: Index, incident: Incident) -> str:
    """An incident in a line: its title, and the values that the record has for it."""
    told = [value(incident.assessed("date"))] if incident.assessed("date") else ["no day"]
    for outcome in ("killed", "injured"):
        assessed = incident.assessed(outcome)
        if assessed is not None:
            told.append(f"{value(assessed)} {outcome}")
    return f"{incident.title} ({incident.id}): {'; '.join(told)}"


def _told(index: Index, side: Sequence[str]) -> str:
    reports = len({index.mentions[m].document for m in side if m in index.mentions})
    return f"told by {words.count(reports, 'report')}"


def _tellings(index: Index, item: Item, side: Sequence[str]) -> Iterator[Line]:
    """Who tells of a side, and in which words; the nearest telling of a pair first. Of a value the claims are listed, so one is enough."""
    nearest = (item.pair.left, item.pair.right) if item.pair is not None else ()
    first = sorted((index.mentions[m] for m in side if m in index.mentions), key=lambda m: (m.id not in nearest, m.background, m.id))
    if claims(index, item) and item.kind == "value":
        return
    for mention in first[:_TELLINGS]:
        quoted = list(dict.fromkeys(f"“{index.sentence(p)}”" for p in mention.passages[:2]))
        yield Line(f"{credit(index, mention.document)}{_speakers(index, mention)}: {' … '.join(quoted)}", 5, "- ")
    if len(first) > _TELLINGS:
        yield Line(f"and {words.count(len(first) - _TELLINGS, 'more telling')}", 5, "- ")


def _speakers(index: Index, mention: Mention) -> str:
    """Who says it in the report, where it names somebody."""
    said: list[Claim] = [c for c in index.claims_of.get(mention.id, ()) if c.attribute in ("killed", "injured", "date", "place", "type")]
    speakers = list(dict.fromkeys(c.speaker for c in said if c.speaker))
    return f" ({words.listing(speakers[:2])})" if speakers else ""


def why(index: Index, item: Item) -> list[Line]:
    """The rules by which the question stands where it does, and all that speaks for and against."""
    lines = [Line(f"Expected change {item.change:.2f}: {item.chance:.2f} × {sum(s.points for s in item.stakes):.2f}"
                  + (", less for earlier questions on it" if item.weight - item.change > 1e-3 else ""), 2)]  # fmt: skip
    lines.append(Line(explained(item.rule), 4, "- "))
    lines += [Line(f"{s.words}: {s.points:.2f}. {explained(s.rule)}", 4, "- ") for s in item.stakes]
    lines += [Line(explained("review.order"), 4, "- "), Line(explained("review.again"), 4, "- ")]
    for pair in _between(index, item):
        a, b = index.mentions[pair.left], index.mentions[pair.right]
        lines.append(Line(f"{credit(index, a.document)} and {credit(index, b.document)}: {explain_pair(pair, a, b)}", 4, "- "))
    return lines


def _between(index: Index, item: Item) -> list[Pair]:
    """The kept pairs across the two sides of one incident, weakest last; at most six."""
    if item.kind != "joined":
        return []
    left, right = set(item.left), set(item.right)
    pairs = [p for p in index.incidents[item.incidents[0]].pairs if left & {p.left, p.right} and right & {p.left, p.right}]
    return sorted(pairs, key=lambda p: (-p.weight, p.left, p.right))[:6]


def plain(index: Index, item: Item, number: int) -> dict[str, object]:
    """The question for a script."""
    return {
        "rank": number, "id": item.id, "kind": item.kind, "question": question(item),
        "incidents": [{"id": i, "title": index.incidents[i].title} for i in item.incidents], "attribute": item.attribute or None,
        "change": item.change, "chance": round(item.chance, 4), "rule": item.rule, "doubt": item.doubt,
        "stakes": [{"rule": s.rule, "words": s.words, "points": s.points} for s in item.stakes],
        "sides": [[_mention(index, m) for m in side] for side in (item.left, item.right) if side],
        "claims": [
            {"number": n, "id": c.id, "says": claimed(index, c), "who": chain(index, c), "quote": index.quote(c.passage)}
            for n, c in enumerate(claims(index, item), 1)
        ],
        "weight": item.pair.weight if item.pair is not None else None, "answers": list(ALLOWED[item.kind]),
    }  # fmt: skip


def _mention(index: Index, mention: str) -> dict[str, object]:
    found = index.mentions[mention]
    return {
        "id": mention, "document": found.document, "path": index.documents[found.document].path,
        "passages": [{"start": p.start, "end": p.end, "quote": index.quote(p)} for p in found.passages],
    }  # fmt: skip
