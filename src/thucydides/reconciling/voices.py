"""Voices: who speaks, under one name for one voice ("Tajik officials", "Dushanbe", "the interior ministry" are one government).

Rule `origin.voice`: the speakers of one state's government and forces are one voice, and officials of no named country are those
of the country in which it happened; anonymous speakers are told apart by who carries them.
"""

import re
from functools import cache
from itertools import takewhile

from thucydides.nouns import Claim
from thucydides.reconciling.context import Context
from thucydides.reconciling.words import words
from thucydides.vocabulary import table

_STATE = frozenset({"government", "state forces"})
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_OF = re.compile(r"\s+(?:of|from|in|at|near|with|who|for)\s+|,", re.IGNORECASE)
_LEAD = frozenset({"the", "a", "an", "some", "several", "local", "senior", "unnamed", "two", "three", "other", "top"})


@cache
def _countries() -> tuple[re.Pattern[str], dict[str, tuple[str, bool]]]:
    """A pattern over names, adjectives and seats of government, and for each its country and whether it is a seat."""
    found: dict[str, tuple[str, bool]] = {}
    for row in table("demonyms"):
        plain = [row["name"], *row["names"].split("|"), *row["adjectives"].split("|"), *row["people"].split("|")]
        for name in filter(None, plain):
            found.setdefault(name.casefold(), (row["code"], False))
        for seat in filter(None, row["seats"].split("|")):
            found.setdefault(seat.casefold(), (row["code"], True))
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(n) for n in sorted(found, key=lambda n: (-len(n), n))) + r")(?!\w)"
    ), found


@cache
def country_of(speaker: str) -> tuple[str, bool] | None:
    """The first country that a speaker's words name, and whether by its seat of government ("Dushanbe")."""
    pattern, countries = _countries()
    match = pattern.search(speaker.casefold())
    return countries[match.group()] if match else None


@cache
def _tokens(speaker: str) -> tuple[str, ...]:
    return tuple(t for t in _TOKEN.findall(speaker.casefold()) if t not in _LEAD)


@cache
def plain_voice(speaker: str, kind: str = "") -> str:
    """The voice of a speaker known only by words: "government:TJ", a folded name, or "" for one who is nobody in particular."""
    tokens = _tokens(speaker)
    head = next(iter(_tokens(_OF.split(speaker, maxsplit=1)[0])[-1:]), "")
    country = country_of(speaker)
    if country is not None and (
        kind in _STATE or any(t in words("official") for t in tokens) or (country[1] and len(tokens) <= 2)
    ):
        return f"government:{country[0]}"
    if not tokens or head in words("anonymous"):
        return ""
    return family_name(speaker) or " ".join(tokens)


@cache
def family_name(speaker: str) -> str:
    """The family name of a person who speaks, the same with or without office and given name ("Governor Ana Ruiz", "Ruiz, the governor"):
    the last word of a name that stands alone as one word, behind an office, or before one that is set beside it; "" where none is.
    """
    pieces: list[list[str]] = [_TOKEN.findall(piece) for piece in speaker.split(",")]
    for number, piece in enumerate(pieces):
        name = list(takewhile(lambda t: t[:1].isupper() and not t.isupper() and not _is_office(t), reversed(piece)))
        before = piece[: len(piece) - len(name)]
        if not name or len(name) > _LONGEST_NAME or (before and before[-1].casefold() in _OF_NAME):
            continue
        beside = number + 1 < len(pieces) or number > 0
        if any(map(_is_office, before)) or (not before and (len(name) == 1 or (beside and any(_is_office(t) for p in pieces for t in p)))):
            return name[0].casefold()
    return ""


_OF_NAME = frozenset({"of", "for", "the", "and", "in"})
_LONGEST_NAME = 4


def _is_office(word: str) -> bool:
    """Whether a word is of an office or a body and no name."""
    folded = word.casefold()
    return any(folded in words(kind) for kind in ("official", "official_kinds", "anonymous"))


def voice(context: Context, claim: Claim) -> str:
    """The voice that a claim goes back to, "" where the document speaks itself or its speaker is nobody in particular."""
    if claim.speaker_actor is not None:
        kind, country, _ = context.kinds.get(claim.speaker_actor, (claim.speaker_kind, None, ""))
        if kind in _STATE or claim.speaker_kind in _STATE:
            named = country_of(claim.speaker or "")
            code = country or (named[0] if named else None)
            return f"government:{code}" if code else claim.speaker_actor
        return claim.speaker_actor
    if not claim.speaker:
        return ""
    if country_of(claim.speaker) is None and nameless_official(claim.speaker):
        scene = next((c for m in claim.mentions if (c := _scene(context, m)) is not None), None)
        return f"government:{scene}" if scene else "officials"
    return plain_voice(claim.speaker, claim.speaker_kind)


@cache
def nameless_official(speaker: str) -> bool:
    """Whether a speaker is an official of no named country ("officials", "the police", "the border service")."""
    tokens = _tokens(speaker)
    said = [t for t in tokens if t not in words("official_kinds")]
    return bool(said) and all(t in words("official") for t in said)


def _scene(context: Context, mention: str) -> str | None:
    """The country in which a mention says that it happened, else in which the others of its incident do."""
    if mention in context.scenes:
        return context.scenes[mention]
    found = context.mentions.get(mention)
    place = found.place.place if found is not None and found.place is not None else None
    return place.country if place is not None else None
