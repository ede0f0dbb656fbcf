"""Direct speech that the parser leaves without a speaker: the words between a closing quotation mark and the verb of saying."""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.clauses import cue_words
from thucydides.extracting.attributing.spans import Characters, Found, standalone, trimmed
from thucydides.extracting.attributing.words import reporting_verbs
from thucydides.extracting.texts import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MIN_WORDS = 4
_REACH = 28
_SPEAKER = 16
_ENDS = frozenset({".", "!", "?", "“", '"', "”", "''", ";", ":"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def quotation_attributions(doc: "Doc", quotes: tuple[Characters, ...], found: list[Found]) -> list[Found]:
    """Rule `claim.quotation`: a quotation that nobody was found to say is said by whom the words right behind it name.

    "'...,' a resident, who asked not to be named, told AFP" and "'...,' said the mayor"; at most one speaker a quotation.
    """
    out = []
    for start, end in quotes:
        inside = {t.i for t in doc if start <= t.idx < end}
        if len(inside) < _MIN_WORDS + 2 or not standalone(text_of(doc), (start, end)) or any(inside & f.content for f in found):
            continue
        verb = _verb_behind(doc, max(inside))
        if verb is None or any(verb.i == f.verb for f in found):
            continue
        source = _speaker_words(doc, max(inside), verb)
        if source and any(doc[i].pos_ in ("NOUN", "PROPN", "PRON") for i in source):
            out.append(Found(source, cue_words(verb), inside, "asserts", "claim.quotation", verb.i, quoting=True))
    return out


def _verb_behind(doc: "Doc", last: int) -> "Token | None":
    """The last finite verb of saying between a quotation and the next end of sentence, relative clauses left aside."""
    chosen = None
    for token in doc[last + 1 : last + 1 + _REACH]:
        if token.text in _ENDS:
            break
        entry = reporting_verbs().get(token.lemma_.lower())
        if entry is not None and "quote" in entry.frames and token.tag_ in _FINITE and token.dep_ != "relcl":
            chosen = token
    return chosen


def _speaker_words(doc: "Doc", last: int, verb: "Token") -> set[int]:
    before = trimmed(doc, set(range(last + 1, verb.i)))
    if before:
        return before
    after: set[int] = set()
    for token in doc[verb.i + 1 : verb.i + 1 + _SPEAKER]:
        if token.text in _ENDS or token.text == ",":
            break
        after.add(token.i)
    return trimmed(doc, after)
