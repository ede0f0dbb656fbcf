"""Day of a named deed: in a sentence that tells what came after, the day by which a deed is named, of which a clause tells whom it killed.

Rule `date.named-deed`: "The bridge opened again on Friday after Sunday's blast, in which two people died" tells of Sunday.
Invariant: where the sentence tells of another deed besides, its day stays.
"""

from collections.abc import Collection, Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting
from thucydides.grounding.times import TimeExpression

_NAMES = frozenset({"poss", "compound", "nmod", "nummod", "nounmod"})


def of_what_came_after(
    sentence: Span, times: Sequence[TimeExpression], cues: Collection[int], deeds: Collection[int], shift: int
) -> list[TimeExpression]:
    """The times of what a sentence tells besides the deed that it names by its day; `cues` are the words of harm and `deeds` of force."""
    for time in times:
        noun = _named_by(sentence, time.start - shift)
        if noun is None or not any(_tells_of(sentence.doc[cue], noun) for cue in cues):
            continue
        within = {t.i for t in noun.subtree}
        if set(deeds) - set(cues) <= within:
            return [t for t in times if t is not time and not t.window and not within.intersection(_words(sentence, t, shift))]
    return []


def _named_by(sentence: Span, start: int) -> Token | None:
    """The noun that is named by the day that starts there: the blast of "Sunday's blast", the raid of "the 4 May raid"."""
    token = token_starting(sentence, start)
    while token is not None and token.dep_ in _NAMES:
        token = token.head
        if token.dep_ not in _NAMES:
            return token if token.pos_ == "NOUN" else None
    return None


def _tells_of(cue: Token, noun: Token) -> bool:
    """Whether a word of harm stands in a clause about a noun, itself or as one joined to its verb."""
    return any(token.dep_ == "relcl" and token.head == noun for token in (cue, *cue.ancestors))


def _words(sentence: Span, time: TimeExpression, shift: int) -> set[int]:
    return {t.i for t in sentence if time.start <= t.idx + shift < time.end}
