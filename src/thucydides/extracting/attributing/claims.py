"""Claims: who says each value of a mention, through whom, and who is held responsible by whom.

Invariants: a value stands in the content of at most one attribution, the narrowest around it; a value in nobody's mouth is the
outlet's own; a citation in brackets carries the words before it, back to the citation before, within one paragraph.
"""

import re
from collections.abc import Iterator, Sequence

from thucydides.extracting.attributing.blame import responsibility
from thucydides.extracting.attributing.parties import party_in
from thucydides.extracting.attributing.rival_days import rival_days
from thucydides.extracting.attributing.rival_places import rival_places
from thucydides.extracting.attributing.said_days import said_on
from thucydides.extracting.attributing.versions import versions
from thucydides.extracting.attributing.voices import Voices
from thucydides.extracting.harm.denied import denied
from thucydides.extracting.harm.taken_back import taken_back
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.formerly import formerly
from thucydides.grounding.actors.parties import ANYBODY
from thucydides.nouns import Citation, Claim, Document, Mention, Passage, TollItem
from thucydides.nouns.actor import GROUP_KINDS
from thucydides.nouns.claim import Stance


def _claim(voices: Voices, number: int, mention: Mention, attribute: str, value: str, passage: Passage) -> Claim:
    said = voices.around_passage(passage)
    speaker, actor, kind = voices.speaker(said)
    actor = actor or voices.home(said, mention)
    taken = said.attribution.stance if said is not None else "asserts"
    back = attribute in _COUNTED and (taken == "withdraws" or taken_back(voices.document.text, passage.start))
    if back and speaker is not None and _FIRST_COUNT.match(speaker):
        speaker, actor, kind = None, None, ""  # "first reports spoke of four": nobody's number now
    refuted = attribute in _COUNTED and denied(voices.document.text, passage.start, passage.end)
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


_UP_FROM = re.compile(
    r"[^.;\n]{0,200}\bup\s+from\s+(?:the\s+|an?\s+(?:earlier|initial)\s+)?(?:\w+\s+)?(?:\d|one|two|t\w+|f\w+|s\w+|e\w+|n\w+)",
    re.IGNORECASE,
)
"""What is behind a number that has risen from an earlier one: "nine people were killed, ..., up from the eight reported at first"."""


_CAME_TO = re.compile(
    r"\btoll\b|\brose\b|\brisen\b|\bbringing\b|\bupdated\b|\brevised\b|\braised\s+(?:to|this|it|that)\b|\bcorrect(?:ed|s|ing|ion)\b|\bamended\b",
    re.IGNORECASE,
)


def _runs(text: str, item: TollItem) -> bool:
    """Whether a number is what an earlier one came to."""
    told = _lead(text, item.passage.start) + text[item.passage.start : item.passage.end]
    return _CAME_TO.search(told) is not None or _UP_FROM.match(text, item.passage.end) is not None


def _lead(text: str, start: int) -> str:
    """The words of a sentence before a number, as far as they may say that it stands for an earlier one."""
    lead = text[max(0, start - 40) : start]
    sentence = text[max(0, start - 160) : start].rsplit(". ", 1)[-1].rsplit("\n", 1)[-1]
    return sentence if re.search(r"\bcorrect(?:ed|s|ing|ion)\b|\bamended\b", sentence, re.IGNORECASE) else lead


def _count_words(item: TollItem) -> str:
    return f"{item.quantity.wording} {item.group}".strip() if item.group not in item.quantity.wording else item.quantity.wording


def _rival_days(voices: Voices, mention: Mention, taken: frozenset[Passage]) -> Iterator[Claim]:
    """The days that others give for the deed of a mention, each in its speaker's mouth (rule `claim.rival-day`)."""
    from msgspec.structs import replace

    for number, rival in enumerate(rival_days(voices.document, mention, voices.around, taken), 1):
        claim = _claim(voices, number, mention, "date", rival.day.wording or rival.day.edtf, rival.passage)
        if rival.who is not None:
            party = party_in(voices.around, *rival.who)
            words = " ".join(voices.document.text[slice(*rival.who)].split())
            claim = replace(
                claim,
                speaker=words,
                speaker_actor=party.actor_id if party else None,
                speaker_kind=party.kind if party else "",
                said_on=None,
            )
        yield replace(claim, stance="asserts", date=rival.day)


def _rival_places(voices: Voices, mention: Mention) -> Iterator[Claim]:
    """The places that others give for the deed of a mention, each in its speaker's mouth (rule `claim.rival-place`)."""
    from msgspec.structs import replace

    for number, rival in enumerate(rival_places(voices, mention), 1):
        claim = _claim(voices, number, mention, "place", voices.document.text[rival.passage.start : rival.passage.end], rival.passage)
        if rival.who is not None:
            party = party_in(voices.around, *rival.who)
            words = " ".join(voices.document.text[slice(*rival.who)].split())
            claim = replace(claim, speaker=words, speaker_actor=party.actor_id if party else None, speaker_kind=party.kind if party else "")
        yield replace(claim, stance="asserts", place=rival.place)


def _value_claims(voices: Voices, mention: Mention, taken: frozenset[Passage]) -> Iterator[Claim]:
    from msgspec.structs import replace

    if mention.date is not None and mention.date_passage is not None:
        claim = _claim(voices, 0, mention, "date", mention.date.wording or mention.date.edtf, mention.date_passage)
        yield replace(claim, date=mention.date, date_is_report=mention.date_is_report)
    yield from _rival_days(voices, mention, taken)
    if mention.place is not None and mention.place.place is not None:
        yield replace(
            _claim(voices, 0, mention, "place", mention.place.wording, mention.place.passage), place=mention.place.place
        )
        yield from _rival_places(voices, mention)
    for number, item in enumerate(mention.toll):
        claim = _claim(voices, number, mention, item.outcome, _count_words(item), item.passage)
        yield replace(
            claim,
            quantity=item.quantity,
            group=item.group,
            category=item.category,
            part=item.part_of is not None,
            replaces=_runs(voices.document.text, item) and item.part_of is None,
        )
    yield from _beside(voices, mention)
    used = [w for w in mention.weapons if w[0]]
    passage = used[0][1] if used else mention.passages[0]
    yield _claim(voices, 0, mention, "type", mention.type, mention.passages[0])
    for number, (weapon, where) in enumerate(used):
        yield _claim(voices, number, mention, "method", weapon, where if where is not None else passage)


_AGAINST = re.compile(
    r"\b(?:but|however|while|whereas|although|though|only|just|instead|disput\w+|den(?:y|ies|ied)|reject\w*|contradict\w*|insist\w*"
    r"|put(?:s|ting)?|gave|gives|true|actual|real|higher|lower|far more|as many as|(?:its|their|his) own)\b",
    re.IGNORECASE,
)
"""What sets somebody's number against the one that a report gives in its own words."""


def _set_against(text: str, passage: Passage) -> bool:
    """Whether the sentence of a number sets it against another one: "officials said that only three had died"."""
    return _AGAINST.search(_sentence_before(text, passage) + text[passage.start : passage.end]) is not None


def _sentence_before(text: str, passage: Passage) -> str:
    """The words of its sentence before a passage."""
    return text[max(text.rfind(". ", 0, passage.start), text.rfind("\n", 0, passage.start)) + 1 : passage.start]


_FIRST_COUNT = re.compile(
    r"(?:(?:the|an?|its|their)\s+)?(?:\w+\s+)?(?:initial|first|early|earlier|earliest|preliminary|provisional|previous|original)"
    r"\s+(?:\w+\s+)?\w+$",
    re.IGNORECASE,
)
"""What was counted at first, as if it spoke: "first reports had spoken of five"."""


def _beside(voices: Voices, mention: Mention) -> Iterator[Claim]:
    """Numbers that others give beside the mention's own, each in its speaker's mouth; nobody's number is no claim of its own."""
    from msgspec.structs import replace

    speakers = {
        i.outcome: voices.speaker(voices.around_passage(i.passage))[0] for i in reversed(mention.toll) if i.part_of is None
    }
    for number, item in enumerate(mention.beside):
        claim = _claim(voices, len(mention.toll) + number, mention, item.outcome, _count_words(item), item.passage)
        first = claim.speaker is None or _FIRST_COUNT.match(claim.speaker)
        if first and formerly(_sentence_before(voices.document.text, item.passage)):
            claim = replace(claim, stance="withdraws", speaker=None)  # "the initial count was four": nobody's number now
        if claim.stance in ("withdraws", "denies") or (claim.speaker is not None and claim.speaker != speakers.get(item.outcome)):
            yield replace(claim, quantity=item.quantity, group=item.group, category=item.category)
    told = {i.outcome: i.quantity.best for i in reversed(mention.toll) if i.part_of is None}
    for number, item in enumerate(mention.retold):
        claim = _claim(
            voices, len(mention.toll) + len(mention.beside) + number, mention, item.outcome, _count_words(item), item.passage
        )
        main = speakers.get(item.outcome)
        text = voices.document.text
        grown = any(
            _runs(text, i) and i.passage > item.passage for i in mention.toll if i.outcome == item.outcome and i.part_of is None
        )
        against = main is not None or told.get(item.outcome) == item.quantity.best or _set_against(text, item.passage) or grown
        if claim.speaker not in (None, main) and against:
            yield replace(claim, quantity=item.quantity, group=item.group, category=item.category)


def _perpetrators(voices: Voices, mention: Mention) -> Iterator[Claim]:
    """Who a mention itself says did it: an accusation where somebody says so, else the outlet's own word."""
    from msgspec.structs import replace

    for number, ref in enumerate(a for a in mention.actors if a.role == "perpetrator"):
        claim = _claim(voices, number, mention, "responsibility", ref.name or ref.wording, ref.passage)
        said = voices.around_passage(ref.passage)
        word = voices.word_of(ref.passage) if said is None else None
        if word is not None and word.attribution.stance == "asserts" and ref.kind in GROUP_KINDS:
            speaker, actor, kind = voices.speaker(word)
            told = said_on(voices.document, voices.around, word, mention.date)
            yield replace(
                claim, speaker=speaker, speaker_actor=actor, speaker_kind=kind, actor=ref.actor, stance="claims", said_on=told
            )
            continue
        own = claim.speaker_actor is not None and claim.speaker_actor == ref.actor
        # forces that fight fighters are not accused of it by who tells of it
        fought = ref.kind in ("state forces", "government", "external forces") and mention.type == "Armed clash"
        # who speaks of nameless doers tells what was done and accuses nobody
        blamed = claim.speaker is not None and not fought and (ref.actor is not None or ref.name != ANYBODY)
        stance: Stance = ("claims" if ref.kind in GROUP_KINDS else "admits") if own else "accuses" if blamed else "asserts"
        if said is not None and said.attribution.stance in ("suspects", "claims", "denies"):
            stance = said.attribution.stance
        yield replace(claim, actor=ref.actor, stance=stance)


def claims_of(
    document: Document, paragraphs: Sequence[Paragraph], mentions: Sequence[Mention], around: Surroundings
) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """All claims of a document's mentions, and its inline citations."""
    voices = Voices(document, paragraphs, around)
    found: dict[str, Claim] = {}
    taken = frozenset(m.date_passage for m in mentions if m.date_passage is not None)
    for mention in mentions:
        for claim in (*_value_claims(voices, mention, taken), *_perpetrators(voices, mention)):
            found.setdefault(claim.id, claim)
    for claim in (*responsibility(voices, mentions), *versions(voices, mentions)):
        found.setdefault(claim.id, claim)
    return tuple(found[k] for k in sorted(found)), voices.citations
