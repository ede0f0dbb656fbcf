"""Pronouns: whom "he" and "she" stand for, where the words before leave only one person named.

Invariants: a pronoun stands for somebody named before it; one inside a quotation, or one that a speaker may mean himself by, stands for
nobody.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.named.names import Name
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.texts import text_of
from thucydides.vocabulary import mapping

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_HE = frozenset({"he", "she"})
_HIS = frozenset({"his", "her"})
_MEANS_OTHERS = frozenset({"say", "add", "explain", "report", "announce", "note", "state", "confirm"})
"""Verbs whose speaker may speak of himself or of another: "Rivera said he was shot"."""
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|''[^']*(?:''|$)")


def stand_ins(paragraphs: Sequence[Paragraph], named: Mapping[tuple[int, int], Name]) -> Iterator[tuple[Name, Token, int]]:
    """(the person, the pronoun, the characters that its paragraph starts at) for each pronoun that stands for one person.

    `named` are the persons by (number of the paragraph, index of the token) at which a name ends.
    """
    last: Name | None = None
    for number, paragraph in enumerate(paragraphs):
        if paragraph.block.kind not in ("paragraph", "summary"):
            last = None
            continue
        quoted = [m.span() for m in _QUOTED.finditer(text_of(paragraph.doc))]
        for sentence in paragraph.sentences():
            here = {t.i: named[number, t.i] for t in sentence if (number, t.i) in named and not _within(t, quoted)}
            heard = False
            for token in sentence:
                if _within(token, quoted) or not _stands(token):
                    continue
                above = _above(token, here)
                if above is not None and above.head.lemma_.lower() in _MEANS_OTHERS:
                    continue
                name = here[above.i] if above is not None else last
                if name is not None:
                    yield name, token, paragraph.start
                    heard = heard or above is None
            last = _subject(sentence, here) or (last if heard or _aside(sentence, quoted) else None)


def _within(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= token.idx < end for start, end in spans)


def _stands(token: Token) -> bool:
    """Whether a word is a pronoun of the third person that does something, or to which a death or a charge belongs."""
    return (token.lower_ in _HE and token.dep_ in _SUBJECT) or (token.lower_ in _HIS and token.dep_ == "poss")


def _above(pronoun: Token, named: Mapping[int, Name]) -> Token | None:
    """The named subject of a verb that the pronoun's clause hangs on, None where there is none."""
    verb = pronoun.head
    for _ in range(6):
        subjects = [c for c in verb.children if c.dep_ in _SUBJECT and c.i in named and c.i < pronoun.i]
        if subjects and verb != pronoun.head:
            return subjects[0]
        if verb.head == verb:
            return None
        verb = verb.head
    return None


def _subject(sentence: Span, named: Mapping[int, Name]) -> Name | None:
    """The one person whom a sentence is about: its named subject that does not speak, else the only person that it names."""
    subjects = {
        named[i].full: named[i] for i in named if sentence.doc[i].dep_ in _SUBJECT and not _speaks(sentence.doc[i].head)
    }
    if len(subjects) == 1:
        return next(iter(subjects.values()))
    silent = {n.full: n for i, n in named.items() if not (sentence.doc[i].dep_ in _SUBJECT and _speaks(sentence.doc[i].head))}
    return next(iter(silent.values())) if len(silent) == 1 and not subjects else None


def _speaks(verb: Token) -> bool:
    return verb.lemma_.lower() in mapping("persons")["speaking"]


def _aside(sentence: Span, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence is a quotation, which does not change of whom a report tells."""
    return any(start <= sentence.start_char and sentence.end_char - 1 <= end for start, end in quoted)
