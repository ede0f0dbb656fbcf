"""Blame: statements of who did it: claimed, admitted, accused, suspected, denied, claimed by nobody.

Invariant: a statement that speaks of no deed told lays none on anybody (which it speaks of: `spoken_of`).
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from thucydides.extracting.attributing.mutual import RECIPROCAL, Side, sides
from thucydides.extracting.attributing.parties import is_statement, maker
from thucydides.extracting.attributing.said_days import said_on
from thucydides.extracting.attributing.spoken import Said
from thucydides.extracting.attributing.spoken_of import spoken_of
from thucydides.extracting.attributing.voices import Voices
from thucydides.extracting.attributing.words import words as word_list
from thucydides.grounding.actors.actors import related
from thucydides.nouns import Claim, Mention, Passage
from thucydides.nouns.actor import GROUP_KINDS, STATE_KINDS

_RESPONSIBILITY: frozenset[str] = frozenset({"claims", "admits", "accuses", "suspects", "denies", "none-claimed", "unknown", "withdraws"})


_ABOUT_FORCE = re.compile(
    r"\b(?:attack|strik|struck|raid|shot|target|bombard|bomb|blast|explosion|kill|murder|shoot|assassin|massacre|clash|incident|incursion|responsib|perpetrat|behind|involve|connection|shell|rocket|missile|drone|ambush|kidnap|abduct|violence|death|act|operation|carried|firing|fired|fire\b|fight|hostilit|assault|offensive|aggress|provo|ceasefire|truce|carnage|slaughter|bloodshed|weapon|casualt|fatalit|tragedy|burn|torch|loot|crime|atroc|outrage|operat|behead|execut|poison|hit\b|detonat|explos|hijack|storm|stab|lynch|slay|slain|butcher|sabotag|device|t(?:ook|aken|aking|ake)\s+part|participat|blew|blow|planting|planted|happen|occurr)\w*",
    re.IGNORECASE,
)


_OF_THE_DEED = frozenset({"claim.accused", "claim.denied", "claim.responsibility"})
"""Rules of statements that lay the deed told last upon somebody where they name none: "the government blamed the rebels", "denied it"."""


_BARE = frozenset({"accuses", "suspects", "denies", "claims"})


_NEGLECT = re.compile(
    r"^(?:of\s+|for\s+)?not\b"
    r"|\b(?:fail\w*|harbou?r\w*|shelter\w*|allow\w*|train\w*|arm(?:ing|s)|support\w*|irresponsib\w*|suppl(?:y|ies|ied|ying)"
    r"|deploy\w*|withdraw\w*|station(?:ed|ing)|redeploy\w*"
    r"|provid\w*|deliver(?:y|ed|ing)|smuggl\w*|financ\w*|funding|dismantl\w*|plan(?:s|ned|ning)? (?:to|another|new|more|further))\b",
    re.IGNORECASE,
)
"""What somebody is accused of, or denies, that is no deed of force: a neglect, help, what is only planned."""


_POLICY = re.compile(
    r"\b(?:target|attack|harm|hit|strik|kill)\w* (?:any |innocent )?"
    r"(?:civilians?|non-combatants|the (?:civilian )?population|(?:its|his|their) (?:own )?people)[\s.,;”\"]*$",
    re.IGNORECASE,
)
"""What a party says that it never does, which says nothing of one deed: "denies targeting civilians"."""


_PART = re.compile(r"\b(?:involve|responsib|part\b|role|connect|hand\b|link|behind)\w*", re.IGNORECASE)
"""Words for a part in a deed, which name it again: "denied any role"."""


_OF_WHAT = re.compile(r"\s*,?\s+of\s+(\w+ing\b[^.;]*)")
"""Of what somebody is accused, behind the name."""


_NOBODY_NAMED = frozenset(
    {"", "it", "they", "them", "he", "she", "him", "her", "this", "that", "who", "which", "these", "those", "both", "all"}
    | {"everyone", "nobody", "no one"}
)
"""Words that name nobody to whom a deed could be laid."""


_ASKING = ("which ", "what ", "whose ", "any ", "anyone", "anybody")
"""How a question after the doer begins ("did not say which group was behind it"), or what names nobody ("too early to blame anybody")."""


_EACH_OTHER = "each other"


def _of_what(text: str, on: tuple[int, int]) -> "re.Match[str] | None":
    """Of what somebody is accused, behind the name or among its words ("accused the leader and his government of crying")."""
    return _OF_WHAT.match(text, on[1]) or _OF_WHAT.search(text, *on)


def _of_own_side(voices: Voices, said: Said, mentions: Sequence[Mention], spoken: Sequence[str]) -> bool:
    """Whether who rejects a claim is of the side that the deed told last is laid on: "the army rejected the claim"."""
    _, speaker, kind = voices.speaker(said)
    laid = {a.actor for m in mentions if m.id in spoken for a in m.actors if a.role == "perpetrator" and a.actor is not None}
    return speaker is not None and (speaker in laid or (kind in STATE_KINDS and any(related(speaker, other) for other in laid)))


_OWNED = frozenset({"claims", "admits"})
"""Stances of who speaks of its own deed."""


def _by_maker(voices: Voices, said: Said) -> Said | None:
    """A claim of the deed in the mouth of whose statement makes it (rule `claim.statement`); None for a question and for nobody's
    statement."""
    text = voices.document.text
    if text[said.sentence[1] :].lstrip(' ”"').startswith("?") or text[said.sentence[0] : said.sentence[1]].endswith("?"):
        return None
    if said.source is None or not is_statement(text[said.source[0] : said.source[1]]):
        return said
    by = maker(voices.document, voices.around, said.source)
    return replace(said, source=by, on=by) if by is not None else None


def _claimants(voices: Voices, said: Said) -> list[Side]:
    """The groups that claimed a deed, where a statement names them side by side ("both the Front and the League claimed it")."""
    named: dict[str, Side] = {}
    for party in voices.around.actors_in(*said.source) if said.source is not None else ():
        if party.kind in GROUP_KINDS and party.actor_id is not None and not party.generic:
            named.setdefault(party.actor_id, Side(voices.document.text[party.start : party.end], party.actor_id, party.kind))
    between = voices.document.text[said.source[0] : said.source[1]] if said.source is not None else ""
    return list(named.values()) if _SIDE_BY_SIDE.search(between) else []


_SIDE_BY_SIDE = re.compile(r"^both\b|\band\b", re.IGNORECASE)


def _speaks_for_itself(by: Side, accused: Side) -> bool:
    """Whether who lays a deed on somebody is that one, or a group's messenger: "it was the work of the Brigade, a caller said"."""
    last = next(iter(re.findall(r"[\w-]+", by.name.lower().split(" who ")[0])[-1:]), "")
    return (by.actor is not None and by.actor == accused.actor) or (last in word_list("messengers") and accused.actor is None)


def responsibility(voices: Voices, mentions: Sequence[Mention]) -> Iterator[Claim]:
    """The claims on who did the deeds of a document."""
    ends: dict[str, list[int]] = {}
    for number, told_by in enumerate(voices.said):
        said, a = told_by, told_by.attribution
        if a.stance not in _RESPONSIBILITY or a.rule == "claim.concedes":
            continue
        sentence = voices.document.text[said.sentence[0] : said.sentence[1]]
        what = voices.document.text[said.what[0] : said.what[1]] if said.what is not None else sentence
        if said.what is None and said.on is not None and (of := _of_what(voices.document.text, said.on)) is not None:
            what = of[1]
        elif said.what is None and a.rule == "claim.denies":
            what = " ".join(
                voices.document.text[start:end] for start, end in said.content
            )  # "disputed the figure" denies no deed
        taken_up = (said.what is None and what == sentence) or what.lower() in _NOBODY_NAMED  # "denies any part in it"
        bare = taken_up and said.on is not None and a.stance in _BARE and a.rule in _OF_THE_DEED
        bare = bare or a.rule in ("claim.mutual", "claim.refuted", "claim.unknown") or (a.stance == "none-claimed" and taken_up)
        if not (bare or _ABOUT_FORCE.search(what)) or (a.stance in ("accuses", "admits", "denies") and _NEGLECT.search(what)):
            continue
        if a.stance == "denies" and _POLICY.search(sentence):
            continue
        spoken = spoken_of(voices, said, mentions, ends, taken_up and a.stance == "denies" and not _PART.search(sentence))
        if not spoken or (a.rule == "claim.refuted" and not _of_own_side(voices, said, mentions, spoken)):
            continue
        if a.stance in _OWNED:
            made = _by_maker(voices, said)
            if made is None:
                continue
            said = made
        speaker, speaker_actor, kind = voices.speaker(said)
        words, actor = voices.actor_name(said.on)
        if a.stance == "unknown" and said.source is None:
            speaker, speaker_actor, kind = voices.speaker(voices.around_passage(Passage(voices.document.id, *said.cue)))
        if a.stance == "none-claimed":
            speaker, speaker_actor, kind = None, None, ""
        if a.stance in ("claims", "admits", "denies", "withdraws") and words.lower() in _NOBODY_NAMED:
            words, actor = speaker or "", speaker_actor
        if a.stance == "denies" and not words:
            continue  # nobody denies it
        if a.stance in ("accuses", "suspects", "denies") and a.negated:
            continue  # "did not blame the rebels", "did not deny that soldiers had been killed"
        if a.stance in ("accuses", "suspects") and (words.lower() in _NOBODY_NAMED or words.lower().startswith(_ASKING)):
            continue
        start, end = said.sentence
        passage = Passage(voices.document.id, start, end)
        for one in spoken:
            ends.setdefault(one, []).append(end)
        told = [("", Side(words or "no group", actor, kind), Side(speaker or "", speaker_actor, kind))]
        if a.stance == "claims" and len(several := _claimants(voices, said)) > 1:
            told = [(f":{n}", by, by) for n, by in enumerate(several)]
        if words.lower() in RECIPROCAL or a.rule == "claim.mutual":
            pair = sides(voices, said, [m for m in mentions if m.id in spoken])
            unnamed = [("", Side(_EACH_OTHER, None, ""), told[0][2])]
            told = [(":first", pair[1], pair[0]), (":second", pair[0], pair[1])] if pair is not None else unnamed
        for turn, accused, by in told:
            yield Claim(
                id=f"{voices.document.id}:{start}:responsibility:{number}{turn}",
                document=voices.document.id,
                mentions=spoken,
                attribute="responsibility",
                value=accused.name,
                stance="claims" if a.stance == "accuses" and _speaks_for_itself(by, accused) else a.stance,
                passage=passage,
                speaker=by.name or None,
                speaker_actor=by.actor,
                speaker_kind=by.kind,
                via=voices.via(said, passage),
                outlet=voices.document.outlet,
                hedge=a.hedge,
                cue=Passage(voices.document.id, *said.cue),
                said_on=said_on(voices.document, voices.around, said, None),
                actor=accused.actor,
            )
