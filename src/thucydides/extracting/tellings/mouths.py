"""Mouths: in whose mouth a sentence puts each of its counts, so that what two speakers count is never put together.

Invariant: a count in nobody's mouth, or in that of "he" or "it", is held against no other.
"""

from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Doc, Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.harm.own import teller_of
from thucydides.extracting.tellings.speaking import REPORTING


def in_mouths(doc: Doc, harms: Sequence[Harm]) -> list[Harm]:
    """The harms with who says each of them; what one says is no part of what another says (rule `toll.mouths`)."""
    told = ["" if any(_behind(h, g) for g in harms) else _voice(doc[h.cue]) for h in harms]
    voices = [(h.voice if h.voice not in _PRONOUNS else v or h.voice) or v for h, v in zip(harms, told, strict=True)]
    return [
        replace(h, voice=voice, part_of=None if h.part_of is not None and apart(voice, voices[h.part_of]) else h.part_of)
        for h, voice in zip(harms, voices, strict=True)
    ]


_PRONOUNS = frozenset({"it", "he", "she", "they", "we"})
"""Who said in the same sentence that "it had recorded 15 deaths" is whom the sentence names as speaking."""


def apart(one: str, other: str) -> bool:
    """Whether two counts are in the mouths of two named speakers."""
    return bool(one and other) and one != other


def _behind(harm: Harm, given: Harm) -> bool:
    """Whether a count stands before the words that set another against it, and so is not the speaker's of these."""
    return given.given and bool(given.voice) and given.outcome == harm.outcome and harm.people.end < given.people.start and not harm.given


def _voice(cue: Token) -> str:
    """The head of the speaker under whose word of saying a word of harm stands, in small letters; "" for nobody or a pronoun."""
    below = cue
    for verb in cue.ancestors:
        if verb.lemma_.lower() in REPORTING and verb.pos_ == "VERB" and below.dep_ in ("ccomp", "xcomp", "parataxis"):
            subject = teller_of(verb)
            if subject is None and verb.dep_ == "advcl" and verb.tag_ == "VBG":
                subject = teller_of(verb.head)  # "the rebels rejected that figure, saying hundreds had died"
            if subject is not None and subject.lower_ in ("which", "who", "that") and verb.dep_ == "relcl":
                subject = verb.head
            return subject.lower_ if subject is not None and subject.pos_ in ("NOUN", "PROPN") else ""
        below = verb
    return ""
