"""Count claims: numbers that stand for earlier ones, and numbers that others give beside a mention's own.

Invariant: a number that nobody gives is no claim of its own beside the mention's.
"""

import re
from collections.abc import Iterator

from thucydides.extracting.attributing.claim_made import FIRST_COUNT, claim_of
from thucydides.extracting.attributing.voices import Voices
from thucydides.formerly import formerly
from thucydides.nouns import Claim, Mention, Passage, TollItem

_UP_FROM = re.compile(
    r"[^.;\n]{0,200}\bup\s+from\s+(?:the\s+|an?\s+(?:earlier|initial)\s+)?(?:\w+\s+)?(?:\d|one|two|t\w+|f\w+|s\w+|e\w+|n\w+)",
    re.IGNORECASE,
)
"""What is behind a number that has risen from an earlier one: "nine people were killed, ..., up from the eight reported at first"."""


_CAME_TO = re.compile(
    r"\btoll\b|\brose\b|\brisen\b|\bbringing\b|\bupdated\b|\brevised\b|\braised\s+(?:to|this|it|that)\b|\bcorrect(?:ed|s|ing|ion)\b|\bamended\b",
    re.IGNORECASE,
)


def came_to(text: str, item: TollItem) -> bool:
    """Whether a number is what an earlier one came to."""
    told = _lead(text, item.passage.start) + text[item.passage.start : item.passage.end]
    return _CAME_TO.search(told) is not None or _UP_FROM.match(text, item.passage.end) is not None


def _lead(text: str, start: int) -> str:
    """The words of a sentence before a number, as far as they may say that it stands for an earlier one."""
    lead = text[max(0, start - 40) : start]
    sentence = text[max(0, start - 160) : start].rsplit(". ", 1)[-1].rsplit("\n", 1)[-1]
    return sentence if re.search(r"\bcorrect(?:ed|s|ing|ion)\b|\bamended\b", sentence, re.IGNORECASE) else lead


def count_words(item: TollItem) -> str:
    return f"{item.quantity.wording} {item.group}".strip() if item.group not in item.quantity.wording else item.quantity.wording


_AGAINST = re.compile(
    r"\b(?:but|however|while|whereas|although|though|only|just|instead|disput\w+|den(?:y|ies|ied)|reject\w*|contradict\w*|insist\w*"
    r"|put(?:s|ting)?|gave|gives|true|actual|real|higher|lower|far more|as many as|(?:its|their|his) own)\b",
    re.IGNORECASE,
)
"""What sets somebody's number against the one that a report gives in its own words."""


def _set_against(text: str, passage: Passage) -> bool:
    """Whether the sentence of a number sets it against another one: "officials said that only three had died"."""
    return _AGAINST.search(_sentence_before(text, passage) + text[passage.start : passage.end]) is not None


def _own(claim: Claim, item: TollItem, main: str | None, told: int | None) -> bool:
    """Whether a number is the report's own, and lower than the one of the toll, which somebody else gives."""
    most, best = told or 0, item.quantity.best or 0
    return claim.speaker is None and claim.stance == "asserts" and main is not None and most <= _HALF * best < _HALF * most


_HALF = 2
"""A number of less than one in so many of the toll may be of some of them."""


def _of_them_all(text: str, passage: Passage) -> bool:
    """Whether all that is said of a number is that they died or were hurt: "the army said 45 people had died in the attack"."""
    return _DIED.match(text[passage.start : passage.start + _WHOLE]) is not None


_WHOLE = 160
_DIED = re.compile(
    r"(?:at\s+least\s+|more\s+than\s+|about\s+|some\s+|over\s+|only\s+|just\s+)?[\w,-]+\s+(?:people\s+|persons\s+)?"
    r"(?:(?:had\s+been|have\s+been|were|was|are|had|have)\s+)?(?:died|killed|dead|wounded|injured|hurt)"
    r"(?:\s+and\s+[\w-]+(?:\s+(?:people|others|more))?\s+(?:wounded|injured|hurt))?"
    r"(?:\s+in\s+(?:the|that|this)\s+(?:\w+\s+)?(?:attack|blast|bombing|raid|explosion|strike|shelling|clash|fighting|incident|assault|ambush|massacre|violence))?"
    r"\s*(?:[.;”\"]|,\s+(?:while|but|and)\b|$)",
    re.IGNORECASE,
)


_FEW = 10
"""A number of less than one in so many of the toll is of some of them, save where it answers the other."""
_ANSWERS = re.compile(
    r"(?:at\s+least\s+|only\s+|just\s+)?[\w,-]+\s+(?:of\s+(?:its|their|our|his)\s+)?(?:\w+\s+){0,2}?"
    r"(?:had\s+been\s+|have\s+been\s+|were\s+|was\s+|had\s+|have\s+)?(?:died|killed|dead|fallen|lost|wounded|injured|hurt)\s*(?:[.;”\"]|$)"
    r"|(?:had\s+|has\s+)?(?:lost|losing|lose)\s+(?:only\s+|just\s+)?[\w,-]+(?:\s+of)?(?:\s+\w+){0,3}\s*(?:[.;”\"]|$)",
    re.IGNORECASE,
)


def _answers(text: str, passage: Passage) -> bool:
    """Whether a number far below another is set against it, or is all that its sentence says of the dead: "the army said four had died"."""
    return _set_against(text, passage) or _ANSWERS.match(text[passage.start : passage.start + _WHOLE]) is not None


def _sentence_before(text: str, passage: Passage) -> str:
    """The words of its sentence before a passage."""
    return text[max(text.rfind(". ", 0, passage.start), text.rfind("\n", 0, passage.start)) + 1 : passage.start]


def beside_claims(voices: Voices, mention: Mention) -> Iterator[Claim]:
    """Numbers that others give beside the mention's own, each in its speaker's mouth; nobody's number is no claim of its own."""
    from msgspec.structs import replace

    speakers = {
        i.outcome: voices.speaker(voices.around_passage(i.passage))[0] for i in reversed(mention.toll) if i.part_of is None
    }
    told = {i.outcome: i.quantity.best for i in reversed(mention.toll) if i.part_of is None}
    for number, item in enumerate(mention.beside):
        claim = claim_of(voices, len(mention.toll) + number, mention, item.outcome, count_words(item), item.passage)
        first = claim.speaker in (None, speakers.get(item.outcome)) or FIRST_COUNT.match(claim.speaker or "")
        if first and formerly(_sentence_before(voices.document.text, item.passage)):
            claim = replace(claim, stance="withdraws", speaker=None)  # "the initial count was four": nobody's number now
        if claim.stance == "denies" and item.quantity.best == 0:
            claim = replace(claim, stance="asserts")  # who denies that anyone died says that nobody did
        own = _own(claim, item, speakers.get(item.outcome), told.get(item.outcome))
        if claim.stance in ("withdraws", "denies") or own or (claim.speaker is not None and claim.speaker != speakers.get(item.outcome)):
            yield replace(claim, quantity=item.quantity, group=item.group, category=item.category)
    for number, item in enumerate(mention.retold):
        claim = claim_of(
            voices, len(mention.toll) + len(mention.beside) + number, mention, item.outcome, count_words(item), item.passage
        )
        main = speakers.get(item.outcome)
        text = voices.document.text
        grown = any(
            came_to(text, i) and i.passage > item.passage for i in mention.toll if i.outcome == item.outcome and i.part_of is None
        )
        against = main is not None or told.get(item.outcome) == item.quantity.best or _set_against(text, item.passage) or grown
        bare = against or _of_them_all(text, item.passage)
        own = not grown and _own(claim, item, main, told.get(item.outcome))
        some = _FEW * (item.quantity.best or 0) < (told.get(item.outcome) or 0) and not _answers(text, item.passage)
        if (claim.speaker not in (None, main) and bare and not some) or own:
            yield replace(claim, quantity=item.quantity, group=item.group, category=item.category)
