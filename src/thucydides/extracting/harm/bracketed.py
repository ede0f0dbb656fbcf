"""Bracketed: counts broken down in brackets or behind a colon: "killing 7 (5 men, 2 women)", "49 civilians (nine children among them)".

Invariant: what stands in the brackets is part of the number right before them, never beside it and never more than it.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, outcome_of
from thucydides.extracting.people import People
from thucydides.extracting.people.sides import category_of, group_words, sex_of
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of

_BRACKET = re.compile(r"\(([^()]{4,120})\)")
_GAP = 30
"""Characters between a number and the brackets that break it down: its noun."""
_STATE = re.compile(r"\s?|\s+(?:dead|killed|wounded|injured|hurt)\s", re.IGNORECASE)
"""What stands between a bare number and the brackets that break it down: "12 dead (seven Germans, five Danes)"."""
_NOUN = 4
"""Tokens from a number to its noun."""


def _pieces(sentence: Span, quantities: Sequence[QuantitySpan], start: int, end: int) -> Iterator[People]:
    """The people counted between two offsets: a number and a noun for people right behind it."""
    for span in quantities:
        if not (start <= span.start and span.end <= end) or not span.quantity.best:
            continue
        following = [t for t in sentence if span.end <= t.idx < end][:_NOUN]
        noun = next((t for t in following if _is_people(t)), None)
        if noun is None or any(t.is_punct for t in following[: following.index(noun)]):
            continue
        stop = noun.idx + len(noun)
        young = noun.lemma_.lower() in group_words("young")
        yield People(
            span.start, stop, noun.i, span.quantity, text_of(sentence.doc)[span.end : stop].strip(), category_of(noun, []),
            sex=sex_of(noun), young=young, counted=True,
        )  # fmt: skip


def _is_people(token: Token) -> bool:
    known = token.tag_ == "NNPS" or category_of(token, []) != "unknown" or token.lemma_.lower() in group_words("generic")
    return token.pos_ in ("NOUN", "PROPN") and known


def with_wholes(sentence: Span, harms: list[Harm], quantities: Sequence[QuantitySpan]) -> list[Harm]:
    """The harms with the bare number before brackets as the whole of what the brackets count (rule `toll.bracketed`)."""
    result = list(harms)
    text = text_of(sentence.doc)
    for match in _BRACKET.finditer(text, sentence.start_char, sentence.end_char):
        pieces = list(_pieces(sentence, quantities, match.start(), match.end()))
        if pieces and (told := _behind(sentence, match, quantities, result, pieces)) is not None:
            result = [h for h in result if not (match.start() < h.people.end <= match.end())]
            result.append(told)
            continue
        near = (q for q in quantities if q.end <= match.start())
        before = next((q for q in near if _STATE.fullmatch(text, q.end, match.start())), None)
        inside = [h for h in result if match.start() < h.people.end < match.end() and h.people.start >= (before.start if before else 0)]
        if before is None or not pieces or not inside or not _holds(before, pieces):
            continue
        kinds = {p.category for p in pieces}
        whole = People(
            before.start, before.end, inside[0].cue, before.quantity, "", kinds.pop() if len(kinds) == 1 else "unknown", counted=True
        )
        model = inside[0]
        result = [h for h in result if h not in inside]
        start, end = min(before.start, model.start), max(before.end, model.start)
        result.append(replace(model, people=whole, start=start, end=max(end, before.end), quantity=before.quantity))
    return result


def _behind(
    sentence: Span, match: re.Match[str], quantities: Sequence[QuantitySpan], known: Sequence[Harm], pieces: Sequence[People]
) -> Harm | None:
    """Those counted before brackets whose harm is told behind them: "37 civilians (29 men, six women) were killed"."""
    text = text_of(sentence.doc)
    near = [q for q in quantities if 0 <= match.start() - q.end <= _GAP]
    before = [q for q in near if not re.search(r"[,.;:]", text[q.end : match.start()])]
    cue = next((t for t in [t for t in sentence if t.idx >= match.end()][:_VERB] if t.lemma_.lower() in outcome_of("verbs")), None)
    if not before or cue is None or not _holds(before[-1], pieces):
        return None
    span = before[-1]
    if any(span.start < h.people.end and h.people.start < span.end for h in known):
        return None
    nouns = [t for t in sentence if span.end <= t.idx < match.start() and t.pos_ in ("NOUN", "PROPN")]
    head = nouns[-1] if nouns else cue
    end = match.start() - 1 if nouns else span.end
    category = category_of(head, []) if nouns else "unknown"
    group = text[span.end : end].strip()
    whole = People(span.start, end, head.i, span.quantity, group, category, counted=True)
    return Harm(outcome_of("verbs")[cue.lemma_.lower()], whole, cue.i, span.start, cue.idx + len(cue), span.quantity)


_VERB = 4
"""Tokens from brackets to the verb of harm behind them."""


def with_parts(sentence: Span, harms: Sequence[Harm], quantities: Sequence[QuantitySpan]) -> tuple[Harm, ...]:
    """The harms with what stands in brackets behind a count as its parts."""
    result = list(harms)
    for match in _BRACKET.finditer(text_of(sentence.doc), sentence.start_char, sentence.end_char):
        wholes = [
            i
            for i, h in enumerate(result)
            if h.people.counted and h.part_of is None and 0 <= match.start() - h.people.end <= _GAP and h.quantity is not None
        ]
        if not wholes:
            continue
        at = max(wholes, key=lambda i: result[i].people.end)
        whole = result[at]
        for n, harm in enumerate(result):
            inside = match.start() < harm.people.start and harm.people.end < match.end() and match.start() < sentence.doc[harm.cue].idx
            fewer = harm.quantity is not None and (harm.quantity.best or 0) < ((whole.quantity.best or 0) if whole.quantity else 0)
            if inside and fewer and harm.part_of is None and harm.outcome == whole.outcome and harm.people.counted and not harm.given:
                result[n] = replace(harm, part_of=at)
        pieces = list(_pieces(sentence, quantities, match.start(), match.end()))
        if whole.quantity is None or not _fits(whole.quantity.best, whole.quantity.high, pieces):
            continue
        for person in pieces:
            if not any(person.start < h.people.end and h.people.start < person.end for h in result):
                result.append(Harm(whole.outcome, person, whole.cue, person.start, person.end, person.quantity, part_of=at))
    return tuple(result)


def without_across(sentence: Span, harms: Sequence[Harm]) -> list[Harm]:
    """The harms without people in brackets whom the tree lays on a word of harm behind: "10 killed (5 Cubans, 2 Poles), 35 injured"."""
    brackets = [m.span() for m in _BRACKET.finditer(text_of(sentence.doc), sentence.start_char, sentence.end_char)]

    def across(harm: Harm) -> bool:
        cue = sentence.doc[harm.cue].idx
        return any(start < harm.people.start < end <= cue for start, end in brackets)

    beside = {h.outcome for h in harms if not across(h)}
    return [h for h in harms if not (across(h) and h.outcome in beside)]


def _holds(before: QuantitySpan, pieces: Sequence[People]) -> bool:
    return _fits(before.quantity.best, before.quantity.high, pieces)


def _fits(best: int | None, high: int | None, pieces: Sequence[People]) -> bool:
    told = sum(p.quantity.best or 0 for p in pieces if p.quantity is not None)
    return bool(pieces) and best is not None and (high is None or told <= best)
