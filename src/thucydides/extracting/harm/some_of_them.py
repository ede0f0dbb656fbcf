"""Some of them: groups that only say who those counted before are, or what befell some of them; they add nobody."""

import re
from collections.abc import Sequence

from spacy.tokens import Span

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.harm.wholes import count_of
from thucydides.extracting.people.counting import OF_HARM
from thucydides.extracting.texts import text_of

_SOME_OPEN = re.compile(r"\b(?:among\s+(?:them|whom)|including|mostly|(?:many|most|some)\s+of\s+(?:them|whom))\b", re.IGNORECASE)
_SOME_CLOSE = re.compile(r"\s*(?:(?:,|and)\s+\w+\s+)*among\s+(?:them|the\s+(?:dead|victims))\b", re.IGNORECASE)


def _described(text: str, counted: Harm, harm: Harm) -> bool:
    """Whether a group without a number only says who those counted are: "30 villagers, fishermen and their families, were killed"."""
    between = text[counted.people.end : harm.people.start]
    return counted.cue == harm.cue and between.startswith(", ") and len(between) <= _APPOSED and ";" not in between


_APPOSED = 40


def without_described(sentence: Span, harms: Sequence[Harm]) -> list[Harm]:
    """The harms without groups that are named and not counted among those counted before: "eight people, women and children among them"."""
    text = text_of(sentence.doc)
    result = []
    for harm in harms:
        before = [h for h in harms if h.outcome == harm.outcome and h.people.counted and h.people.end <= harm.people.start]
        loose = not harm.people.counted and harm.quantity is not None and harm.quantity.rule == "toll.plural"
        bare = loose or (harm.quantity is None and harm.people.pronoun)
        if bare and any((h.total or h.given) and h.start <= harm.people.start < h.end for h in harms if h is not harm):
            continue  # "the number of hostages killed from 21 to 26", "brings to 45 the number of people killed"
        if loose and any(_described(text, b, harm) for b in before):
            continue
        of_harm = loose and sentence.doc[harm.people.head].lemma_.lower() in OF_HARM
        if of_harm and any(h.people.counted for h in harms if h.outcome == harm.outcome):
            continue  # "Casualties: 23 dead, 41 wounded"
        if loose and before:
            last = max(h.people.end for h in before)
            if _SOME_OPEN.search(text, last, harm.people.start) or _SOME_CLOSE.match(text, harm.people.end):
                continue
        result.append(harm)
    return result


_OF_THEM = re.compile(r"[^\s,]+(?:\s+[^\s,]+)?\s+of\s+(?:them|whom)\b", re.IGNORECASE)


def without_some_of_them(sentence: Span, harms: Sequence[Harm]) -> list[Harm]:
    """The harms without what the tree says befell some of those told before ("eight were killed, two of them officers, and 15 hurt",
    "injured nine, two of them gravely")."""
    text, result = text_of(sentence.doc), []
    for harm in harms:
        some = _OF_THEM.match(text, harm.people.start, sentence.end_char) is not None
        told = any(h.people.end <= harm.people.start and h.outcome != harm.outcome for h in harms)
        others = any(h.cue == harm.cue and h.people.start > harm.people.end for h in harms)
        same = (h for h in harms if (h.cue, h.outcome) == (harm.cue, harm.outcome) and h.people.end <= harm.people.start)
        again = any(text[h.people.end : harm.people.start] == ", " and count_of(h) > count_of(harm) > 0 for h in same)
        some = some and (again or (told and others and text[harm.people.end :].startswith(",")))
        if not (some or _how_one_died(sentence, harm, harms)):
            result.append(harm)
    return result


def _how_one_died(sentence: Span, harm: Harm, harms: Sequence[Harm]) -> bool:
    """Whether a harm only says how one of those killed came to die: "two monks were killed, one stabbed and the other burned"."""
    text, own = text_of(sentence.doc), sentence.doc[harm.cue]
    before = (h for h in harms if h.outcome == "killed" and h.end <= harm.people.start and count_of(h) > count_of(harm))
    near = any(text[h.end : harm.people.start] in (", ", " - ", " – ", ": ") for h in before)
    return near and harm.outcome == "injured" and own.tag_ in ("VBN", "VBD") and _THE_OTHER.match(text, harm.end) is not None


_THE_OTHER = re.compile(r"[^.;]{0,60}?\band\s+the\s+others?\b")
