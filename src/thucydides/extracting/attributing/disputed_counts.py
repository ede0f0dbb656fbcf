"""Disputed counts: a number that somebody refutes without saying it again: "a figure that the army rejected", "the ministry dismissed the
toll as exaggerated".

Rule `claim.disputed-count`. Invariant: who disputes a count says no number of their own by it, and never the one who gave it.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from thucydides.extracting.attributing.claim_made import claim_of
from thucydides.extracting.attributing.parties import party_in
from thucydides.extracting.attributing.voices import Voices
from thucydides.nouns import Claim, Mention, Passage, TollItem
from thucydides.vocabulary import filled, mapping

_REACH = 260
"""Characters behind a count within which it is disputed."""


def disputed_counts(voices: Voices, mention: Mention) -> Iterator[Claim]:
    """The counts of a mention's toll that somebody disputes in words that take them up, each in the mouth of who does."""
    text = voices.document.text
    for number, item in enumerate(i for i in mention.toll if i.part_of is None and i.quantity.best):
        nearest = max((i.passage.end for i in mention.toll if i.outcome == item.outcome and i.part_of is None), default=0)
        found = _disputed(text, item) if item.passage.end == nearest else None
        if found is None:
            continue
        passage = Passage(mention.document, found.start(), found.end())
        who = " ".join(found["who"].split())
        party = party_in(voices.around, *found.span("who"))
        claim = claim_of(voices, number, mention, item.outcome, item.quantity.wording, passage)
        if who == voices.speaker(voices.around_passage(item.passage))[0]:
            continue
        yield replace(
            claim, speaker=who, speaker_actor=party.actor_id if party else None, speaker_kind=party.kind if party else "",
            stance="denies", quantity=item.quantity, group=item.group, category=item.category, said_on=None,
        )  # fmt: skip


def _disputed(text: str, item: TollItem) -> re.Match[str] | None:
    """The words behind a count that dispute it, within the sentence and the next."""
    stop = text.find("\n\n", item.passage.end)
    end = min(item.passage.end + _REACH, stop + _NEXT if stop >= 0 else len(text))
    return next((m for p in _PATTERNS for m in [p.search(text, item.passage.end, end)] if m is not None), None)


_NEXT = 160
_PATTERNS = tuple(
    re.compile(filled("set_against", wording).replace(" ", r"\s+"), re.IGNORECASE if wording.startswith(",") else 0)
    for wording in mapping("set_against")["disputed"]
)


def only_a_count(text: str, cue: Passage) -> bool:
    """Whether the words of a denial refute how many were harmed, and not the deed: "disputed that death toll"."""
    return any(pattern.match(text, cue.start) is not None for pattern in _ONLY)


_THE_COUNT = r"<refutes> (?:the|that|this|those|its|their) (?:[\w’'-]+ ){0,3}?<disputable>"
_ANOTHER = (
    r"<refutes> (?:it|this|that),? (?:saying|insisting|claiming|stating|and sa(?:id|ys)|but sa(?:id|ys)) [^.;]{0,40}?"
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b[^.;]{0,30}?\b(?:died|dead|killed|lost|fallen|men|hurt|injured)"
)
"""Another number, which says that the one told is not so: "denied it, saying that four had died"."""
_ONLY = tuple(re.compile(filled("set_against", words).replace(" ", r"\s+")) for words in (_THE_COUNT, _ANOTHER))
