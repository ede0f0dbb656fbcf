"""Claims of a version: a deed in the mouths of those who tell of it: "the army said that the attack had been repelled", "residents say
that they were farmers", "the ministry called it an accident".

Rules `claim.version`, `claim.victims`. Invariants: a version is the word of a named speaker, of the deed told in its sentence or right
before it; what a statement says of another thing is none.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from thucydides.extracting.attributing.spoken import Said
from thucydides.extracting.attributing.spoken_of import beside
from thucydides.extracting.attributing.voices import Voices
from thucydides.extracting.people.sides import categories, group_words
from thucydides.nouns import Claim, Mention, Passage
from thucydides.nouns.actor import SIDES
from thucydides.versions import Version, all_versions, of_those_harmed, takes_up_what_was_told, versions_in
from thucydides.vocabulary import mapping

REACH = 260
"""Characters behind a deed within which a statement takes it up."""
_LONGEST = 240
"""Characters of a statement that says what the deed was; longer ones tell a story."""
_WERE = re.compile(
    r"\s*(?:(?:was|were|are|is|had\s+been|have\s+been|as)\s+)?(?:in\s+fact\s+|really\s+|actually\s+|indeed\s+|all\s+|mostly\s+|mainly\s+"
    r"|only\s+|just\s+|simply\s+|merely\s+|innocent\s+|unarmed\s+|either\s+|members\s+of\s+(?:a\s+|an\s+|the\s+)?|fighters\s+of\s+"
    r"|part\s+of\s+|belong(?:ed|ing)?\s+to\s+|affiliated\s+with\s+|fighting\s+for\s+)*(?P<who>[^,;.:()—–]+)",
    re.IGNORECASE,
)
_NAMING = re.compile(r"describ|identif|label|brand|call|portray|present|regard|refer|nam|character|denounc", re.IGNORECASE)
"""How a verb begins that says of people what they are: "described them as farmers"."""
_OBJECT = re.compile(
    r"(?:them|him|her|those\s+\w+|(?:all\s+)?the\s+(?:\w+\s+){0,2}?\w+|all\s+\w+)\s+(?:all\s+)?(?=as\s+|\w+$)", re.IGNORECASE
)
_BEHIND = re.compile(
    r"\s+(?:who|from|in|on|at|with|whose|and|that|which|when|while|but|not|near|during|after|before|linked|[a-z]+ing)\b"
)
_GOES_ON = re.compile(r"\band\s+(?=that\s|they\s|all\s|the\s(?:dead|victims|men)\b)")
"""What joins a second thing that a statement says to the first."""
_ARMED = frozenset({"rebels", "militia", "criminals", "state forces", "external forces"})
_HARM = frozenset({"killed", "injured", "captured"})
_PHRASE = 6
"""Words of a phrase that tells who somebody was."""
_SMALL = frozenset({"a", "an", "the", "of"})


class Told(Struct, frozen=True):
    """One thing that a speaker says of a deed: the claim's attribute and category, the words, and where they stand."""

    attribute: str
    category: str
    words: str
    passage: Passage


def versions(voices: Voices, mentions: Sequence[Mention]) -> Iterator[Claim]:
    """What others than the outlet say that the deeds of some mentions were, one claim a speaker, version and deed."""
    for said in voices.said:
        mention = _deed_of(voices.document.text, said, mentions)
        if mention is None or said.source is None:
            continue
        for told in _told(voices, said, mention):
            speaker, actor, kind = voices.speaker(said)
            if speaker is None:
                continue
            yield Claim(
                id=f"{mention.id}:{told.attribute}:{told.passage.start}:{told.category}",
                document=mention.document,
                mentions=(mention.id,),
                attribute=told.attribute,
                value=told.words,
                stance="asserts",
                passage=told.passage,
                speaker=speaker,
                speaker_actor=actor or voices.home(said, mention),
                speaker_kind=kind,
                via=voices.via(said, told.passage),
                outlet=voices.document.outlet,
                hedge=said.attribution.hedge,
                cue=Passage(mention.document, *said.cue),
                category=told.category,
            )


def _deed_of(text: str, said: Said, mentions: Sequence[Mention]) -> Mention | None:
    """The deed that a statement speaks of: the one told in its sentence, else the one told last before it, not far off and in no other
    entry of a list."""
    start, end = said.sentence
    here = [m for m in mentions if any(p.start < end and start < p.end for p in m.passages)]
    line = text.rfind("\n", 0, start) + 1
    entry = line if text[line : line + 1].isdigit() else 0
    before = [m for m in mentions if any(0 <= start - p.end <= REACH and p.end > entry for p in m.passages)]
    return min(here, key=lambda m: m.id, default=None) or max(
        before, key=lambda m: max(p.end for p in m.passages if p.end <= start), default=None
    )


def _right_before(text: str, said: Said, mention: Mention) -> bool:
    """Whether a deed is told in the sentence of a statement or in the one before it."""
    start, end = said.sentence
    return any(p.start < end and (start < p.end or beside(text, p.end, start)) for p in mention.passages)


def _told(voices: Voices, said: Said, mention: Mention) -> Iterator[Told]:
    text = voices.document.text
    for start, end in said.content:
        statement = text[start:end]
        if len(statement) > _LONGEST:
            continue
        for version, first, last in versions_in(statement):
            name = _turned(said, version, statement)
            if name == "none" and not _right_before(text, said, mention):
                continue  # what is untrue is what was said last
            if name and voices.around_passage(Passage(mention.document, start + first, start + last)) == said:
                yield Told("version", name, statement[first:last], Passage(mention.document, start, end))
        if said.attribution.rule == "claim.refuted" and takes_up_what_was_told(statement):
            yield Told("version", "none", statement, Passage(mention.document, start, end))
        for first in (0, *(m.end() for m in _GOES_ON.finditer(statement))):
            yield from _of_whom(voices, said, mention, start + first, end)


def _turned(said: Said, version: Version, statement: str) -> str:
    """The version that a statement comes to by its stance: who denies that a place fell says that it was held, other denials are none."""
    denies = said.attribution.stance == "denies"
    if version.name == "none":
        refers = takes_up_what_was_told(statement) or not _is_a_word_for_a_lie(statement)
        return version.name if refers else ""
    if version.name in _ONLY_DENIED and not denies:
        return ""
    return _DENIED.get(version.name, "") if denies else version.name


_DENIED = {"taken": "held", "hurt": "unhurt"}
"""What it comes to that a version is denied."""
_ONLY_DENIED = frozenset({"hurt"})
"""Versions that say nothing new where nobody denies them."""


def _is_a_word_for_a_lie(statement: str) -> bool:
    """Whether a statement refutes by calling something a lie, and does not itself say that nothing happened."""
    *happened, lies, absurd = all_versions()["none"].patterns
    lower = statement.lower()
    return any(p.search(lower) for p in (lies, absurd)) and not any(p.search(lower) for p in happened)


def _of_whom(voices: Voices, said: Said, mention: Mention, start: int, end: int) -> Iterator[Told]:
    """Who those harmed were, as a statement says: "they were farmers", "described them as rebels"."""
    if said.attribution.stance not in ("asserts", "claims") or not any(i.outcome in _HARM for i in mention.toll):
        return
    text = voices.document.text
    statement = text[start:end]
    cue = text[said.cue[0] : said.cue[1]]
    named = _OBJECT.match(statement) if _NAMING.search(cue) else None
    behind = named.end() if named is not None else of_those_harmed(statement)
    were = _WERE.match(statement, behind) if behind else None
    if were is None:
        return
    cut = _BEHIND.search(were["who"])
    who = were["who"][: cut.start()] if cut is not None else were["who"]
    if statement.lower().removeprefix("that ").startswith("it ") and who.split(" ")[0].lower() in ("a", "an", "the"):
        return  # "it was a suicide bomber" tells of the doer
    place = start + were.start("who")
    side = _side(voices, place, place + len(who), who)
    if side and voices.around_passage(Passage(mention.document, place, place + len(who))) == said:
        yield Told("victims", side, " ".join(who.split()), Passage(mention.document, start, end))


def _side(voices: Voices, start: int, end: int, who: str) -> str:
    """ "fighters" or "civilians" by a noun phrase, "" where it tells neither."""
    words = [w for w in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", who.lower()) if w not in _SMALL]
    if not words or len(words) > _PHRASE:
        return ""
    table, noun = categories(), words[-1]
    one = next((n for n in (noun, noun.removesuffix("s"), noun.removesuffix("es"), *_singular(noun)) if n in table), "")
    if group_words("fighter_words") & set(words):
        return "fighters"
    loose = one in group_words("generic") or one in group_words("of_any_side")
    if one in mapping("versions")["civil"] or (table.get(one) == "civilians" and not loose):
        return "civilians"
    party = next((a for a in reversed(voices.around.actors_in(start, end)) if not a.metonym), None)
    named = party is not None and end - party.end <= 1 and SIDES.get(party.kind, party.kind) in (*_ARMED, "unidentified")
    if named or table.get(one) in _ARMED:
        return "fighters"
    return "civilians" if not one and noun.endswith(("ers", "ors", "ists")) else ""


def _singular(noun: str) -> tuple[str, ...]:
    """The singular of a noun whose plural has another vowel or ending: "women", "children", "families"."""
    return noun[:-2] + "an", noun.removesuffix("ren"), noun[:-3] + "y"
