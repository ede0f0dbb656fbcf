"""Parties: whom the words of a statement mean: a name without what is told of it by the way, or the group that was named before.

Rules: `claim.the-group` ("the group", "this gang" is the armed group named last before), `claim.statement` (a statement, a video or a
message is its maker's word and no party).
"""

import re
from collections.abc import Sequence

from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.actors.actors import ActorMatch
from thucydides.nouns import Document
from thucydides.nouns.actor import GROUP_KINDS

_RELATIVE = re.compile(r",\s+(?:who|which|whose|whom|where)\b|\s+[–—-]\s+(?:who|which|whose|whom|where)\b")
"""What is told of a party by the way, and is no part of the name."""
_DEFINING = re.compile(r"\s+(?:who|which|that|whose)\s|\s+(?:of|for|with)\s+\w+ing\s|,\s+(?:an?|the|led|headed|backed)\s")
_DESCRIBING = re.compile(r",?\s+(?:who|which|that|whose)\s|\s+\w{3,}ing\s+(?:to|for|against)\s")
"""What tells more of a party already described: "extremists seeking to overthrow Chinese rule" are not China."""
_GROUP = (
    r"(?:[a-z]+(?:-[a-z]+)?\s+){0,2}(?:group|militia|movement|gang|outfit|faction|organi[sz]ation)"
    r"(?=$|\s+(?:which|that|who)\b|\s*[,(–—])"
)
_THE_GROUP = re.compile(r"(?:the|this|that)\s+" + _GROUP, re.IGNORECASE)
"""A party meant by what it is: "the group", "this gang, which ..."; "the group Ansar" and "the group's spokesman" name or mean another."""
_A_GROUP = re.compile(r"an?\s+" + _GROUP, re.IGNORECASE)
"""What a party just named is: "the Desert Brigades, a group that later claimed it"."""
_STATEMENT = re.compile(
    r"(?:an?|the|its|their|another)\s+(?:\w+\s+){0,2}(?:statement|communiqu[ée]|video|message|post|release|letter|tape|recording)s?(?=$|\s)",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:(?:calling|styling|naming|terming|describing)\s+(?:itself|themselves)(?:\s+as)?|(?:that|which|who)\s+(?:calls?|styles?|called)\s+(?:itself|themselves)"
    r"|(?:called|named|dubbed|known\s+as|going\s+by\s+the\s+name(?:\s+of)?|identifying\s+itself\s+as))\s+(?=(?:the\s+|[“\"'])?[A-Z])"
)
"""What stands before the name by which a group calls itself: "a group calling itself the Sons of the Valley"."""
_ARTICLE = 4
_REACH = 600
"""Characters back within which a party is named that words take up."""
_SENTENCE_END = re.compile(r"[.!?][”\"]?\s|\n")
_NAME = 80
"""Characters behind a description of a group in which its name stands."""
_BRACKET = re.compile(r"\s*\([^()]{1,30}\)")


def without_asides(words: str) -> str:
    """A speaker's words without what is told of him by the way."""
    return _RELATIVE.split(words)[0]


def party_in(around: Surroundings, start: int, end: int) -> ActorMatch | None:
    """The party that characters name: the first of the catalogue, else the first described; a capital that only says where somebody lives
    stands for no government ("residents of a town west of Baghdad")."""
    return _named_party([p for p in around.actors_in(start, end) if not p.metonym or p.start - start <= _ARTICLE])


def _named_party(parties: Sequence[ActorMatch]) -> ActorMatch | None:
    """The first party of the catalogue, else the first described; the country where fighters are, who stand before it, does not speak for
    them ("rebels in Sudan's Darfur region")."""
    named = next((p for p in parties if p.actor_id is not None), parties[0] if parties else None)
    fighters = bool(parties) and parties[0].actor_id is None and parties[0].kind in GROUP_KINDS
    return parties[0] if fighters and named is not None and named.kind == "government" else named


def meant(document: Document, around: Surroundings, span: tuple[int, int]) -> tuple[int, int]:
    """The characters that name whom a span means: those of the group named before for "the group", of its maker for a statement."""
    start, end = span
    words = document.text[start:end]
    party = party_in(around, start, end)
    if party is not None and party.actor_id is not None:
        return span
    if (called := _CALLED.search(words)) is not None and called.start() > 1:
        return start + called.end(), end
    if _A_GROUP.match(words):
        last = _group_before(around, start)
        return (
            (last.start, last.end)
            if last is not None and document.text[last.end : start].strip(" )(,") in ("", last.name)
            else span
        )
    if _THE_GROUP.match(words):
        last = _group_before(around, start)
        return (last.start, last.end) if last is not None else span
    return span


def is_statement(words: str) -> bool:
    """Whether words are somebody's word and nobody: "a statement claiming responsibility"."""
    return _STATEMENT.match(words) is not None


def maker(document: Document, around: Surroundings, span: tuple[int, int]) -> tuple[int, int] | None:
    """The armed group whose statement a span is: the one that its sentence names, else the one named last before; None where none is."""
    stop = _SENTENCE_END.search(document.text, span[1])
    own = [
        p
        for p in around.actors_in(span[0], stop.start() if stop is not None else len(document.text))
        if p.kind in GROUP_KINDS and not p.generic
    ]
    found = own[0] if own else _group_before(around, span[0])
    return (found.start, found.end) if found is not None else None


def _group_before(around: Surroundings, start: int) -> ActorMatch | None:
    named = [
        p
        for p in around.actors_in(max(0, start - _REACH), start)
        if p.kind in GROUP_KINDS and p.actor_id is not None and not p.generic
    ]
    return named[-1] if named else None


def party_words(document: Document, around: Surroundings, span: tuple[int, int]) -> tuple[str, str | None]:
    """(words, actor id) of the party that a span names or means, with the name that stands in apposition to it and no clause about it."""
    span = meant(document, around, span)
    parties = around.actors_in(*span)
    clause = _DESCRIBING.search(document.text, *span)
    parties = [p for p in parties if clause is None or p.start < clause.start()] or parties
    if parties and all(p.actor_id is None for p in parties):
        apposed = [p for p in around.actors_in(span[1], span[1] + _NAME) if p.start - span[1] <= 1 and p.actor_id is not None]
        span, parties = (span[0], apposed[0].end) if apposed else span, apposed or parties  # "the armed group Jund al-Sham"
    party = _named_party(parties)
    return " ".join(_name(document.text, span, party).split()), party.actor_id if party is not None else None


def _name(text: str, span: tuple[int, int], party: ActorMatch | None) -> str:
    """The words of a span up to the end of the name in it, brackets with its short form included; a description up to its clause."""
    whole = text[span[0] : span[1]]
    if party is None or party.actor_id is None or party.generic:
        return _DEFINING.split(_RELATIVE.split(whole)[0])[0]
    short = _BRACKET.match(text, party.end, span[1])
    end = short.end() if short is not None else party.end
    rest = text[end : span[1]]
    return text[span[0] : end] if _RELATIVE.match(rest) or _DEFINING.match(rest) or rest.startswith(",") else whole
