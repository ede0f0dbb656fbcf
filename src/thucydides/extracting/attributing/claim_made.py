"""Claim made: one value of a mention as the claim of who says it, through whom and when."""

import re

from thucydides.extracting.attributing.said_days import said_on
from thucydides.extracting.attributing.voices import Voices
from thucydides.extracting.harm.denied_numbers import denied
from thucydides.extracting.harm.taken_back import left_to_earlier, taken_back
from thucydides.nouns import Claim, Mention, Passage
from thucydides.nouns.claim import Stance

FIRST_COUNT = re.compile(
    r"(?:(?:the|an?|its|their)\s+)?(?:\w+\s+)?(?:initial|first|early|earlier|earliest|preliminary|provisional|previous|original)"
    r"\s+(?:\w+\s+)?\w+$",
    re.IGNORECASE,
)
"""What was counted at first, as if it spoke: "first reports had spoken of five"."""
_ACCOUNTS = re.compile(r"(?:reports|accounts|figures|counts|tolls|estimates)", re.IGNORECASE)
"""The same where "earlier" stands apart from it: nobody speaks."""


_KNOWN = re.compile(
    r",\s+(?:(?:in|at|on|during|of|from)\s+)?(?:which|where|when|who|whom|whose)\b"
    r"|\w\s+(?:that|which)\s+(?:(?:had|has|have)\s+)?(?:kill|left|leave|claim|wound|injur|cost|took|hurt|maim)\w*\b"
    r"|\b(?:in|of)\s+which\b|,?\s+(?:al)?though\b"
    r"|\b(?:responsibility|involvement|participation|complicity|connection|link|hand|part|role)\s+(?:in|for|with|to)\s+(?!any\b)"
    r"|\bnothing\s+(?:whatever\s+|at\s+all\s+)?to\s+do\s+with\s+(?!any\b)",
    re.IGNORECASE,
)


def known_before(denied: str) -> bool:
    """Whether words between a denial and a value hang the value on what is denied as known ("denied shelling the camp, where six died",
    "denied a part in the raid that killed six"), so that nobody denies it."""
    return len(denied) <= _REACH and "." not in denied and _KNOWN.search(denied) is not None


_REACH = 250


def claim_of(voices: Voices, number: int, mention: Mention, attribute: str, value: str, passage: Passage) -> Claim:
    """The claim of a value that a passage tells of a mention, in the mouth of the narrowest attribution around it."""
    said = voices.around_passage(passage)
    speaker, actor, kind = voices.speaker(said)
    actor = actor or voices.home(said, mention)
    taken = said.attribution.stance if said is not None else "asserts"
    known = said is not None and taken == "denies" and known_before(voices.document.text[said.cue[1] : passage.start])
    if known:
        said, taken = None, "asserts"
        speaker, actor, kind = None, None, ""
    back = attribute in _COUNTED and (taken == "withdraws" or taken_back(voices.document.text, passage.start))
    former = speaker is not None and (FIRST_COUNT.match(speaker) or _ACCOUNTS.fullmatch(speaker))
    if back and (former or left_to_earlier(voices.document.text, passage.start)):
        speaker, actor, kind = None, None, ""  # "first reports spoke of four": nobody's number now
    refuted = attribute in _COUNTED and not known and denied(voices.document.text, passage.start, passage.end)
    if taken == "denies" and said is not None:  # who calls a report a lie says the numbers that he gives beside it
        refuted = refuted or attribute not in _COUNTED or said.attribution.rule != "claim.refuted"
    stance: Stance = "withdraws" if back else "denies" if refuted else "asserts"
    return Claim(
        id=f"{mention.id}:{attribute}:{passage.start}:{number}",
        document=mention.document,
        mentions=(mention.id,),
        attribute=attribute,
        value=value,
        stance=stance,
        passage=passage,
        speaker=speaker,
        speaker_actor=actor,
        speaker_kind=kind,
        via=voices.via(said, passage),
        outlet=voices.document.outlet,
        hedge=said.attribution.hedge if said is not None else "",
        cue=Passage(mention.document, *said.cue) if said is not None else None,
        said_on=said_on(voices.document, voices.around, said, mention.date),
    )


_COUNTED = frozenset({"killed", "injured", "missing", "captured", "displaced"})
