"""Candidates: the noun phrases of a document that may play a part in an incident, with their place in the sentence tree.

Invariants: a candidate's characters are those of the document's text, without article and count; each noun heads one candidate at most,
and nouns that only modify another one head none.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.texts import text_of
from thucydides.vocabulary import mapping

_MODIFIERS = (
    "compound",
    "amod",
    "nmod",
    "poss",
    "nummod",
    "quantmod",
    "det",
    "advmod",
    "case",
    "punct",
    "predet",
    "npadvmod",
    "nounmod",
)
_INNER = ("compound", "nmod", "amod", "poss", "npadvmod", "quantmod", "nummod")
PARTITIVE = frozenset(mapping("roles")["partitive"])
"""Nouns that stand for those named after "of": what is said of the group is said of them."""
_SHOT = ("shoot", "shot", "gun")
"""Verbs of which "dead" is a part: "shot dead eleven peasants"."""
_COUNT = re.compile(r"\d[\d,.]*$")


class Candidate:
    """A noun phrase: its head, its characters `[start, end)` in the document, `long` with what "of" adds, the sentence's number.

    `name` holds the characters of the proper name in it, where there is one.
    """

    __slots__ = ("end", "head", "long", "name", "number", "paragraph", "sentence", "start", "text", "wide")

    def __init__(
        self,
        head: Token,
        span: tuple[int, int],
        long: int,
        name: tuple[int, int] | None,
        paragraph: int,
        sentence: int,
        shift: int,
    ) -> None:
        self.head, self.paragraph, self.sentence = head, paragraph, sentence
        self.start, self.end, self.long = span[0] + shift, span[1] + shift, long + shift
        self.name = (name[0] + shift, name[1] + shift) if name else None
        self.text = text_of(head.doc)[span[0] : span[1]]
        self.wide = text_of(head.doc)[span[0] : long]
        self.number = next((c for c in head.children if c.dep_ == "nummod"), None)

    @property
    def label(self) -> str:
        """The name where there is one, else the whole phrase."""
        return self.text


def _span(head: Token) -> tuple[int, int]:
    """First and last token of the phrase up to its head, without article, count and pronoun at its beginning."""
    first = head.i
    while first > 0:
        before = head.doc[first - 1]
        climbed, steps = before, 0
        while climbed != head and climbed.dep_ in _MODIFIERS and climbed.head != climbed and steps < 6:
            climbed, steps = climbed.head, steps + 1
        if climbed != head or before.text in (",", ";", "--", "(", "[", "]", ")"):
            break
        first -= 1
    while first < head.i and (
        (head.doc[first].pos_ in ("DET", "NUM", "PRON", "PUNCT", "ADV", "CCONJ", "PART") and head.doc[first].text != '"')
        or head.doc[first].dep_ == "predet"
    ):
        first += 1
    if first < head.i and head.doc[first].lower_ == "dead" and first and head.doc[first - 1].lemma_ in _SHOT:
        return first + 1 + (head.doc[first + 1].pos_ == "NUM" and first + 1 < head.i), head.i
    return first, head.i


def _long(head: Token) -> int:
    """The end of the phrase with what "of" adds to it, in characters."""
    end = head.idx + len(head)
    of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "of" and c.i == head.i + 1), None)
    if of is not None and not any(c.dep_ == "pcomp" for c in of.children):
        last = max((t.i for t in of.subtree), default=of.i)
        stop = next((t.i for t in of.subtree if t.text in (",", ";", "--", "(", "[") or t.dep_ in ("relcl", "acl")), last + 1)
        inner = [head.doc[i] for i in range(of.i, min(last + 1, stop))]
        while inner and inner[-1].pos_ in ("ADP", "DET", "PUNCT", "CCONJ", "PRON", "VERB", "AUX", "SCONJ"):
            inner.pop()
        if 1 < len(inner) < 12:
            end = inner[-1].idx + len(inner[-1])
    return end


def _name(first: int, head: Token) -> tuple[int, int] | None:
    """The run of capitalised words that ends a phrase headed by a proper noun."""
    if head.pos_ != "PROPN" and not (head.text[:1].isupper() and head.i > head.sent.start):
        return None
    begin = head.i
    while begin > first:
        before = head.doc[begin - 1]
        if (before.text[:1].isupper() and before.pos_ in ("PROPN", "NOUN", "ADJ", "X", "VERB")) or before.lower_ in (
            "de",
            "la",
            "del",
            "y",
            "los",
            "las",
        ):
            begin -= 1
        else:
            break
    while begin < head.i and not head.doc[begin].text[:1].isupper():
        begin += 1
    return head.doc[begin].idx, head.idx + len(head)


def _heads(sentence: Span) -> Iterator[Token]:
    for token in sentence:
        if token.pos_ in ("NOUN", "PROPN"):
            nominal = (
                token.dep_ not in ("compound", "nmod", "npadvmod", "amod")
                or token.head.pos_ not in ("NOUN", "PROPN")
                or token.head.i < token.i
            )
            if nominal and any(c.isalpha() for c in token.text) and not _COUNT.match(token.text) and len(token.text) > 1:
                yield token
        elif token.pos_ in ("ADJ", "VERB") and token.lower_ in ("dead", "wounded", "injured", "killed") and token.dep_ in (
            "dobj", "pobj", "nsubj", "nsubjpass", "conj", "attr", "oprd",
        ) and any(c.dep_ in ("det", "nummod") for c in token.children):  # fmt: skip
            yield token


def candidates(paragraphs: Sequence[Paragraph]) -> list[Candidate]:
    """The candidates of a document in order of their heads."""
    out: list[Candidate] = []
    number = 0
    for index, paragraph in enumerate(paragraphs):
        for sentence in paragraph.doc.sents:
            for head in _heads(sentence):
                first, _ = _span(head)
                start, end = head.doc[first].idx, head.idx + len(head)
                out.append(
                    Candidate(head, (start, end), max(end, _long(head)), _name(first, head), index, number, paragraph.start)
                )
            number += 1
    return out


def climb(token: Token) -> Token:
    """The token whose relation counts for `token`: the first of a list, what it stands beside, the group that it is of."""
    for _ in range(6):
        if token.dep_ in ("conj", "appos") and token.head != token and token.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON", "ADJ"):
            token = token.head
        elif (
            token.dep_ == "pobj"
            and token.head.lower_ == "of"
            and token.head.head.lemma_.lower() in PARTITIVE
            and token.head.head != token.head
        ):
            token = token.head.head
        else:
            break
    return token


def relations(token: Token) -> list[tuple[str, Token]]:
    """(relation, governing word) of a noun from near to far: its verb or noun with what joins them, verbs that share its subject."""
    top = climb(token)
    out: list[tuple[str, Token]] = []
    relation, governor = top.dep_, top.head
    if relation in ("pobj", "pcomp") and governor.pos_ in ("ADP", "SCONJ", "ADV", "VERB"):
        relation, governor = governor.lower_, governor.head
    if governor != top:
        out.append((relation, governor))
        if governor.pos_ in ("VERB", "AUX"):
            if relation in ("nsubj", "nsubjpass"):
                for child in governor.children:
                    if child.dep_ in ("conj", "xcomp") and not any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children):
                        out.append((f"{relation}~", child))
            if relation in ("dobj", "nsubj"):
                out += [(f"{relation}>{c.dep_}", c) for c in governor.children if c.dep_ == "dobj" and c != top]
                for prep in (c for c in governor.children if c.dep_ == "prep"):
                    out += [(f"{relation}>{prep.lower_}", c) for c in prep.children if c.dep_ == "pobj"]
        elif governor.pos_ in ("NOUN", "PROPN"):
            above = climb(governor)
            step, over = above.dep_, above.head
            if step == "pobj" and over.pos_ == "ADP":
                step, over = over.lower_, over.head
            if over != above:
                out.append((f"{relation}<{step}", over))
    for child in token.children:
        if child.dep_ in ("relcl", "acl") and child.i > token.i:
            subject = next((c for c in child.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            if child.dep_ == "acl":
                out.append((f"acl-{child.tag_}", child))
            elif subject is not None and subject.tag_ in ("WDT", "WP"):
                out.append((f"relcl-{subject.dep_}", child))
            else:
                out.append(("relcl", child))
    return out
