"""Whether one filler of MUC-4 is right, partly right or wrong: fixed rules for what people judged in 1992.

Simplifications: nothing is looked up in the text and no synonym is known, so a paraphrase that the key does not list is wrong; a tag
corresponds where its words are right, without a look at the slot it refers to. Strings are compared without case, punctuation, articles
and small counts: right where equal, or where the answer has all words of the key and the same head; partly right where the words of one
hold those of the other or the heads agree but for a plural. One day within the key's range is partly right, and so is a range that
shares an end with the key's; the right country with another place is; so is one end of a range of numbers. Set fillers are partly
right where the answer names the class above the key's (GUN for RIFLE).
"""

import re
from datetime import date
from functools import cache
from itertools import pairwise

from thucydides.evaluating.muc4.data import MONTHS
from thucydides.evaluating.muc4.keys import SLOTS, Filler, Kind, Option, split_outside

RIGHT, PARTLY, WRONG = 2, 1, 0
LONGER = 20
"""Words by which an answer may be longer than the key's string and still earn something."""
OPEN_DAYS = 2
"""How long before the day of a key "- D" (on or before) a single day still earns half."""
ABOVE: dict[int, dict[str, tuple[str, ...]]] = {
    4: {"ATTACK": ("ARSON", "BOMBING", "KIDNAPPING", "HIJACKING", "ROBBERY", "FORCED WORK STOPPAGE")},
    7: {
        "GUN": ("MACHINE GUN", "MORTAR", "HANDGUN", "RIFLE"),
        "EXPLOSIVE": ("BOMB", "VEHICLE BOMB", "DYNAMITE", "MINE", "AERIAL BOMB", "GRENADE", "MOLOTOV COCKTAIL"),
        "BOMB": ("VEHICLE BOMB", "DYNAMITE", "MINE", "AERIAL BOMB"),
        "PROJECTILE": ("MISSILE", "ROCKET"),
    },
    11: {"SUSPECTED OR ACCUSED": ("SUSPECTED OR ACCUSED BY AUTHORITIES",)},
    13: {"POLITICAL FIGURE OFFICE OR RESIDENCE": ("GOVERNMENT OFFICE OR RESIDENCE",)},
    16: {"DESTROYED": ("SOME DAMAGE",)},
    20: {
        "POLITICAL FIGURE": ("GOVERNMENT OFFICIAL", "FORMER GOVERNMENT OFFICIAL"),
        "GOVERNMENT OFFICIAL": ("FORMER GOVERNMENT OFFICIAL",),
        "ACTIVE MILITARY": ("FORMER ACTIVE MILITARY",),
    },
    23: {"NO INJURY": ("NO DEATH", "NO INJURY OR DEATH"), "NO DEATH": ("NO INJURY OR DEATH",)},
}
_IDLE = frozenset(
    """A THE AN THIS THAT THESE THOSE ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN 1 2 3 4 5 6 7 8 9 10 MORE MOST MANY SEVERAL SOME
    ALL FEW ANY ANOTHER OTHER CERTAIN OF""".split()  # noqa: SIM905
)
_AFTER_HEAD = frozenset("OF IN AT ON FROM FOR WITH BY TO NEAR WHO WHICH THAT AND BELONGING".split())  # noqa: SIM905
_WORD = re.compile(r"[^\W_]+")
_DROPPED = re.compile(r"['.\\]")
_ASIDE = re.compile(r"(.*?)[(\[]([^)\]]*)[)\]](.*)")
_NUMBER = re.compile(r"(~?) *(\d*) *(-?) *(\d*)")
_EITHER = re.compile(r"\(([^()/]+)/([^()]+)\)")

Words = tuple[str, ...]
Days = tuple[int | None, int | None]
Where = tuple[str, frozenset[tuple[str, str]]]
Count = tuple[int | None, int | None, str]


@cache
def words(text: str) -> Words:
    """The words of a filler without quotes and punctuation; a possessive S is a word; ("-",) where there are none."""
    return tuple(_WORD.findall(_DROPPED.sub("", text.upper().replace("'S", " S")))) or ("-",)


@cache
def essential(string: Words) -> Words:
    """The words without articles and small counts, or all where nothing else is there."""
    return tuple(w for w in string if w not in _IDLE) or string


@cache
def head(string: Words) -> str:
    """The noun that a string is about: the last word before its first preposition, after what counts it."""
    first = next((i for i, w in enumerate(string) if w not in _IDLE), None)
    core = string[first:] if first is not None else string
    return next((w for w, after in pairwise(core) if after in _AFTER_HEAD), core[-1])


@cache
def judge_string(key: Words, ours: Words) -> int:
    """How far our words name what the key's do."""
    key_head, our_head = head(key), head(ours)
    wanted, given = essential(key), essential(ours)
    if wanted == given or "".join(wanted) == "".join(given):
        return RIGHT
    if len(given) > len(wanted) + LONGER:
        return WRONG
    if set(wanted) <= set(given):
        return RIGHT if key_head == our_head else PARTLY
    alike = key_head.removesuffix("S") == our_head.removesuffix("S")
    return PARTLY if alike or set(given) <= set(wanted) else WRONG


@cache
def _readings(text: str) -> tuple[Words, ...]:
    m = _ASIDE.match(text)
    return (words(text), *((words(m[1] + m[3]), words(m[2])) if m else ()))


@cache
def days(text: str) -> Days | None:
    """The first and last day as ordinals, None for an open end; None for what is no date."""
    low, dash, high = text.partition("-")
    try:
        first, last = (_ordinal(part) if part.strip() else None for part in (low, high))
    except (ValueError, IndexError):
        return None
    if first is None and last is None:
        return None
    return (first, last) if dash else (first, first)


def _ordinal(text: str) -> int:
    day, month, year = text.split()
    return date(1900 + int(year[-2:]), MONTHS.index(month[:3]) + 1, int(day)).toordinal()


def _judge_days(key: Days, ours: Days) -> int:
    (key_low, key_high), (low, high) = key, ours
    if low is not None and low == high:
        start = key_low if key_low is not None else (key_high or 0) - OPEN_DAYS
        return PARTLY if start <= low <= (key_high if key_high is not None else start + OPEN_DAYS) else WRONG
    if low is None:
        return PARTLY if high == key_high else WRONG
    return PARTLY if key_low != key_high and {key_low, key_high} & {low, high} - {None} else WRONG


@cache
def places(text: str) -> tuple[Where, ...]:
    """(country, places with their kinds) for each reading of a location."""
    if m := _EITHER.search(text):
        return tuple(w for kind in m.groups() for w in places(f"{text[: m.start()]}({kind}){text[m.end() :]}"))
    country, *rest = split_outside(text, ":")
    named = set()
    for part in rest:
        bare = part[1:-1] if part.startswith("(") and part.endswith(")") else part
        for place in re.split(r"\s+-\s+", bare):
            name, _, kind = place.partition("(")
            named.add((" ".join(name.split()), kind.strip(" )")))
    return ((country, frozenset(named)),)


@cache
def number(text: str) -> Count | None:
    """(low, high, "~" where approximate), None for an open end; None for what is no number (PLURAL)."""
    m = _NUMBER.fullmatch(text)
    if not m or not m[2] + m[4]:
        return None
    low, high = (int(g) if g else None for g in m.group(2, 4))
    return low, high if m[3] else low, m[1]


@cache
def judge_value(slot: int, kind: Kind, key: str, ours: str) -> int:
    """How right one wording is by one option of the key, tags left aside."""
    if kind == "string":
        return max(judge_string(k, o) for k in _readings(key) for o in _readings(ours))
    if kind == "location":
        pairs = [(k, o) for k in places(key) for o in places(ours)]
        return RIGHT if any(k == o for k, o in pairs) else PARTLY if any(k[0] == o[0] for k, o in pairs) else WRONG
    if kind == "date":
        one, other = days(key), days(ours)
        if one is None or other is None:
            return RIGHT if key == ours else WRONG
        return RIGHT if one == other else _judge_days(one, other)
    if kind == "number":
        count, given = number(key), number(ours)
        if count is None or given is None:
            return RIGHT if key == ours else WRONG
        return RIGHT if count == given else PARTLY if given[0] == given[1] and given[0] in count[:2] else WRONG
    return RIGHT if key == ours else PARTLY if key in ABOVE.get(slot, {}).get(ours, ()) else WRONG


def judge(slot: int, key: Filler, ours: Filler, strict: bool = False) -> tuple[int, bool]:
    """(how right, whether the tags correspond) by the best option of the key; a right value under another tag is partly right.

    `strict` leaves out what people decided: everything partly right but classes above and the country of a place.
    """
    return max((_judged(slot, k, o, strict) for o in ours.options for k in key.options), default=(WRONG, False))


def _judged(slot: int, key: Option, ours: Option, strict: bool) -> tuple[int, bool]:
    kind = SLOTS[slot].kind
    found = judge_value(slot, kind, key.value, ours.value)
    same = key.tags == ours.tags or any(judge_string(words(k), words(o)) == RIGHT for k in key.tags for o in ours.tags)
    if found == RIGHT and not same:
        found = WRONG if strict else PARTLY
    elif strict and found == PARTLY and kind != "set" and not (kind == "location" and places(key.value)[0][1]):
        found = WRONG
    return found, same
