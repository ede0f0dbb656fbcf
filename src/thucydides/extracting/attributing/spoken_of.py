"""Spoken of: which deeds of a report a statement on who did it speaks of.

Rule `claim.deed-meant`. Invariant: a statement of deeds that are not told speaks of none that are.
"""

import re
from collections.abc import Mapping, Sequence

from thucydides.extracting.attributing.spoken import Said
from thucydides.extracting.attributing.voices import Voices
from thucydides.nouns import Mention
from thucydides.sentences import ends

_DEEDS = (
    "attacks|strikes|raids|bombings|killings|incidents|incursions|clashes|deaths|murders|acts|operations|shootings|airstrikes"
)
_PLURAL = re.compile(rf"\b(?:{_DEEDS})\b", re.IGNORECASE)
_TAKING_UP = re.compile(
    rf"\b(?:both|the|these|those|all|each|its|their)(?: of)?(?: the| these| those)?(?: (?!\d)[\w-]+){{0,2}} (?:{_DEEDS})\b"
    r"|\b(?:both|all)(?: of (?:them|these))?(?=[.,;]|$)",
    re.IGNORECASE,
)
"""Words that take up several deeds already told: "the attacks", "both raids", "denied both"; "attacks on civilians" are any."""
_BOTH = re.compile(
    rf"\b(?:both|the two|all|each of)(?: of)?(?: the| these| those)?(?: [\w-]+)? (?:{_DEEDS})\b|\b(?:both|all)(?=[.,;]|$)",
    re.IGNORECASE,
)
_REACH = 600
"""Characters back within which the deed is told that a statement takes up."""


def spoken_of(
    voices: Voices, said: Said, mentions: Sequence[Mention], laid: Mapping[str, Sequence[int]], bare: bool
) -> tuple[str, ...]:
    """The mentions that a statement of responsibility speaks of: the one told in it, those its plural takes up, else the last one told.

    `laid` are the ends of the statements before it on each mention. A `bare` statement names no deed ("denied it"): it speaks of what is
    said right before it.
    """
    text = voices.document.text
    inside = [m for m in mentions if any(p.start < said.sentence[1] and said.sentence[0] < p.end for p in m.passages)]
    sentence = text[said.sentence[0] : said.sentence[1]]
    if said.source is not None:  # "both the army and the rebels" are two who speak of one deed
        first, last = (at - said.sentence[0] for at in said.source)
        sentence = sentence[:first] + sentence[last:]
    if inside and not _BOTH.search(sentence):
        return tuple(m.id for m in inside)
    before = [m for m in mentions if m.passages[0].start < said.sentence[1] and not m.background and m.status != "denied"]
    if _TAKING_UP.search(sentence):
        return tuple(m.id for m in _of_victims(voices, said, before) or inside)
    if inside or (_PLURAL.search(sentence) and not bare):
        return tuple(m.id for m in inside)
    if named := _named(voices, said, mentions):
        return named
    ended = {m.id: _ended(m, said.sentence[0], laid.get(m.id, ())) for m in mentions if m.status != "denied"}
    right_before = [i for i, end in ended.items() if end and beside(text, end, said.sentence[0])]
    near = right_before or [m.id for m in before if not bare and said.sentence[0] - ended[m.id] <= _REACH]
    return (max(near, key=lambda i: ended[i]),) if near else ()


def _named(voices: Voices, said: Said, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The mention that tells of those whom the words for the deed name ("the attack on General Abel Okoro"), wherever it is told."""
    text = voices.document.text
    names = set(_NAME.findall(text[said.what[0] : said.what[1]])) if said.what is not None else set()
    shared = {m.id: len({n for p in m.passages for n in _NAME.findall(text[p.start : p.end])} & names) for m in mentions}
    best = max(shared.values(), default=0)
    return tuple(i for i, n in shared.items() if n == best)[:1] if best >= _FULL_NAME else ()


_NAME = re.compile(r"(?<![^\W_])[A-Z][\w'’-]{2,}")
_FULL_NAME = 2
"""Words of a name by which somebody is known again."""


def _of_victims(voices: Voices, said: Said, before: Sequence[Mention]) -> list[Mention]:
    """The deeds told before whose victims are of the country that a statement names; all of them where it names none."""
    victims = {p.country for p in voices.around.actors_in(*said.sentence) if p.kind == "civilians" and p.country}
    return [
        m
        for m in before
        if not victims
        or victims & {i.nationality for i in m.toll}
        or victims & {a.country for a in m.actors if a.role in ("target", "victim")}
    ]


def _ended(mention: Mention, before: int, laid: Sequence[int]) -> int:
    """Where a report last told of a mention, or of who did it, before some character."""
    return max((end for end in (*(p.end for p in mention.passages if p.start < before), *laid) if end <= before), default=0)


def beside(text: str, end: int, start: int) -> bool:
    """Whether no whole sentence stands between what is told up to one character and what begins at another."""
    return sum(1 for _ in ends(text, max(0, end - 2), start + 1)) <= 1
