"""Explaining: why two mentions are one or are not, in sentences and as the bars of a waterfall."""

from collections.abc import Iterator

from msgspec import Struct

from thucydides.nouns import Mention, Pair, TollItem

_WEAK = 0.5


class Bar(Struct, frozen=True):
    """One bar of the waterfall: what was compared, the level in words, its bits, and the running weight before and after it."""

    name: str
    words: str
    bits: float
    start: float
    end: float


def waterfall(pair: Pair) -> tuple[Bar, ...]:
    """The bars from nothing through the prior and each comparison to the weight of the pair, for a chart or a table."""
    bars: list[Bar] = []
    at = 0.0
    for name, words, bits in pair.parts:
        bars.append(Bar(name, words, bits, round(at, 2), round(at + bits, 2)))
        at += bits
    return (*bars, Bar("sum", "all together", pair.weight, 0.0, pair.weight))


def explain_pair(pair: Pair, left: Mention | None = None, right: Mention | None = None) -> str:
    """A paragraph that says what speaks for one incident and what against; with the mentions, in their own values.

    "Both tell of 24 December 2025 (+6.9 bits). ..."
    """
    if pair.ruling:
        verb = pair.ruling.split()[0]
        decided = "one" if verb == "merge" else "not one"
        return f"A person has ruled ({pair.ruling}) that these are {decided}." + (f" {_weighed(pair)}" if pair.parts[1:] else "")
    if [name for name, _, _ in pair.parts] == ["copy"]:
        return f"{_sentence(pair.parts[0][1])} They count once."
    told = [(bits, _told(name, words, left, right)) for name, words, bits in pair.parts if name != "prior"]
    strong = sorted(((abs(bits), n, bits, words) for n, (bits, words) in enumerate(told)), key=lambda x: (-x[0], x[1]))
    for_it = [f"{words} ({bits:+.1f})" for size, _, bits, words in strong if bits > 0 and size >= _WEAK]
    against = [f"{words} ({bits:+.1f})" for size, _, bits, words in strong if bits < 0 and size >= _WEAK]
    sides = [f"For one incident: {'; '.join(for_it)}." if for_it else "Nothing speaks for one incident."]
    if against:
        sides.append(f"Against: {'; '.join(against)}.")
    return " ".join([*sides, _weighed(pair)])


def _weighed(pair: Pair) -> str:
    prior = next((bits for name, _, bits in pair.parts if name == "prior"), 0.0)
    start = f"From a start of {prior:+.1f} bits for any two mentions, all together {pair.weight:+.1f} bits"
    return f"{start}: probability {_chance(pair.probability)}."


def _chance(probability: float) -> str:
    if 0.005 <= probability <= 0.995:
        return f"{probability:.2f}"
    return "above 0.99" if probability > 0.5 else "below 0.01"


def _told(name: str, words: str, left: Mention | None, right: Mention | None) -> str:
    """The level in words, with what each of the two says where that is known."""
    if left is None or right is None:
        return words
    said = [" and ".join(_values(name, m)) for m in (left, right)]
    if not any(said):
        return words
    if said[0] == said[1]:
        return f"{words}: {said[0]}"
    return f"{words}: {said[0] or 'nothing'} against {said[1] or 'nothing'}" if all(said) else words


def _values(name: str, mention: Mention) -> Iterator[str]:
    if name == "date" and mention.date is not None:
        yield _quoted(mention.date.wording) or mention.date.edtf
    elif name == "place" and mention.place is not None:
        place = mention.place.place
        yield place.name if place is not None else _quoted(mention.place.wording)
    elif name == "type":
        yield mention.type
    elif name in ("killed", "injured"):
        yield from _toll(name, mention)
    elif name == "weapons":
        yield from sorted({w for w, _ in mention.weapons})
    elif name == "actors":
        yield from sorted({a.name or a.wording for a in mention.actors if a.actor is not None and a.role != "speaker"})
    elif name == "victims":
        yield from dict.fromkeys(t.group for t in mention.toll if t.group and not t.perpetrator)


def _toll(outcome: str, mention: Mention) -> Iterator[str]:
    top = [t for t in mention.toll if t.outcome == outcome and t.part_of is None]
    if top:
        yield " + ".join(_count(t) for t in top) + f" {outcome}"


def _count(item: TollItem) -> str:
    return item.quantity.wording or (str(item.quantity.best) if item.quantity.best is not None else "an unknown number")


def _quoted(wording: str) -> str:
    return f"“{wording}”" if wording else ""


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + "."
