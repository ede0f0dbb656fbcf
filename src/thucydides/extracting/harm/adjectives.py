"""Adjectives of harm: "left five dead", "12 wounded", "are missing"."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, harm_of, outcome_of
from thucydides.extracting.harm.heads import complement_victims, harmful, passive
from thucydides.extracting.harm.objects import objects_of
from thucydides.extracting.people import People
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of


def _stops(token: Token) -> bool:
    """Whether a comma or another count ends the phrase behind a word: "4 wounded, gunman dead", "16 dead and 100 wounded soldiers"."""
    counts_on = token.i + 2 < token.sent.end and token.nbor(1).lower_ == "and" and token.nbor(2).pos_ == "NUM"
    return counts_on or (token.i + 1 < token.sent.end and token.nbor(1).text in (",", ";"))


_CLOSE = 20
"""Characters between a number and the word of harm that it counts, at most."""
_STATE = re.compile(r"\s+(?:are|were|still|remain(?:ed)?|also)\b.*")
_BETWEEN = frozenset({"people", "persons", "are", "were", "others", "more", "still", "remain", "remained", "also"})


def from_adjectives(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    adjectives = outcome_of("adjectives")
    heads = outcome_of("heads")
    for token in sentence:
        lower = token.lower_
        outcome = adjectives.get(lower)
        if lower == "dead" and token.i > sentence.start and token.nbor(-1).lower_ in ("brain", "-"):
            continue
        if outcome is None and lower not in heads:
            continue
        numbered = next(
            (
                q
                for q in quantities
                if 0 <= token.idx - q.end <= _CLOSE
                and q.quantity.rule != "toll.none"
                and set(text_of(sentence.doc)[q.end : token.idx].lower().split()) <= _BETWEEN
            ),
            None,
        )
        if (
            lower in heads
            and numbered is not None
            and (
                token.pos_ in ("NOUN", "ADJ", "VERB", "PROPN", "ADV")
                and not (token.dep_ in ("amod", "compound") and token.head.i > token.i and not _stops(token))
            )
        ):
            if token.tag_ in ("VBD", "VBN") and (passive(token) or objects_of(token)):
                continue
            text = text_of(sentence.doc)
            person = People(
                numbered.start,
                token.idx + len(token),
                token.i,
                numbered.quantity,
                _STATE.sub("", text[numbered.end : token.idx + len(token)]).strip(),
                counted=True,
                more="other" in text[numbered.start : token.idx].lower(),
            )
            yield Harm(heads[lower], person, token.i, numbered.start, token.idx + len(token), numbered.quantity)
            continue
        if outcome is None or token.pos_ not in ("ADJ", "VERB", "NOUN", "ADV"):
            continue
        if (
            token.tag_ in ("VBD", "VBN")
            and token.lemma_.lower() in outcome_of("verbs")
            and token.dep_ not in ("oprd", "acomp", "amod")
        ):
            continue
        if outcome == "captured" and token.dep_ == "amod" and harmful(token.head.head):
            continue  # "five captive soldiers were shot"
        for head in complement_victims(token):
            harm = harm_of(sentence, outcome, head, token, quantities)
            if harm is not None and not (token.dep_ == "amod" and head.i > token.i and not harm.people.counted):
                yield harm
