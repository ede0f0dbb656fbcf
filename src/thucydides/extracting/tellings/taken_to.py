"""Taken to: places named only because people were taken there, mourned there, spoke there or met there: a hospital's town, a
jail's, a funeral's.

Invariant: where the house itself was struck, its place stays that of the deed.
"""

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from thucydides.nouns import PlaceRef
from thucydides.vocabulary import mapping

RULE = "place.taken-to"
BEFORE = 220
"""Characters before a place in which it is said that somebody was taken there."""
_END = re.compile(r"(?<![ap]\.m)(?<!\bSt)(?<!\bDr)[.!?]\s|\n")


@cache
def _words(name: str) -> str:
    return "|".join(re.escape(w) for w in mapping("places")["taken_to"][name])


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    houses = rf"(?:{_words('houses')})\b"
    return (
        re.compile(rf"(?:['’]s)? ?(?:[\w.’'-]+ ){{0,4}}?{houses}", re.IGNORECASE),
        re.compile(rf"\b{houses} (?:(?:in|at|outside|near|of) (?:the [\w ]{{0,20}}of )?(?:\w+ )?)?$", re.IGNORECASE),
        re.compile(rf"\b(?:{_words('verbs')})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{_words('struck')})\w*", re.IGNORECASE),
        re.compile(rf"\b(?:{_words('carried')})\b[^.;]{{0,80}}\b(?:{_words('moved')})(?: back| home)? to (?:the \w+ of )?$", re.IGNORECASE),
        re.compile(
            rf"\b(?:{_words('mourning')})(?: (?:service|ceremony|mass|prayers?))? (?:(?:was|were|is|are) held )?"
            r"(?:in|at|near|outside) (?:the \w+ of )?$",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{_words('spoke')}) (?:in|from) (?:the \w+ of )?$", re.IGNORECASE),
        re.compile(rf"\b(?:{_words('met')})(?: held)? (?:in|at) (?:the (?:\w+ ){{1,2}}of )?$", re.IGNORECASE),
    )


_CLOSED = re.compile(
    r"(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)?(?:\s*[.;!?\n]|,? (?:late |early )?on [A-Z]\w+day|, where\b|,? after\b|,? ahead\b)"
)
"""What ends the words on where somebody spoke: what was told is not in them ("said in Davos, where he ...")."""


_STRUCK_THERE = re.compile(r",\s+(?:[\w’'-]+\s+){1,5}?(?:killed|shot|attacked|massacred|slaughtered|murdered|opened\s+fire|stormed)\b")
"""What was done where the dead were mourned: "at a wake in Ntoyo, they killed sixty"."""


def taken_to(text: str, ref: PlaceRef) -> bool:
    """Whether a place only stands where a house is that somebody was taken to ("died in an Aleppo hospital", "held at the Goma prison"),
    where the dead were mourned, where somebody spoke of it ("said in Davos") or where parties met ("talks in Doha")."""
    behind, in_front, taken, struck, moved, mourned, spoke, met = _patterns()
    start, end = ref.passage.start, ref.passage.end
    opens = max((m.end() for m in _END.finditer(text, max(0, start - BEFORE), start)), default=max(0, start - BEFORE))
    if moved.search(text, opens, start):
        return True
    if met.search(text, opens, start):
        return struck.search(text, max(opens, text.rfind(", ", opens, start)), start) is None  # "at talks in Wau" nine were killed
    if mourned.search(text, opens, start) or (spoke.search(text, opens, start) and _CLOSED.match(text, end)):
        struck_there = struck.search(text, opens, start) or _STRUCK_THERE.match(text, end)
        return struck_there is None  # "a bomb at a funeral in Quetta" was there
    if not (behind.match(text, end, end + 60) or in_front.search(text, opens, start)):
        return False
    last = [*taken.finditer(text, opens, start)]
    return bool(last) and struck.search(text, last[-1].end(), start) is None


def without_taken_to(text: str, refs: Sequence[PlaceRef]) -> list[PlaceRef]:
    """The references, those where people were only taken marked as a goal (rule `place.taken-to`)."""
    return [replace(r, role="to", reason=RULE) if r.role in ("at", "near", "mentioned") and taken_to(text, r) else r for r in refs]
