"""The layout of a message: its sentences with the times and places named in them, and the day and place of an incident told there.

Days and places come from the sentences that name the targets, else from those around them, else from the dateline, as the task's notes
say: a weekday is only "on or before" the day of filing.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct

from thucydides.evaluating.muc4.data import Message
from thucydides.evaluating.muc4.places import Atlas, Found
from thucydides.evaluating.muc4.rules import home
from thucydides.evaluating.muc4.told import written_day
from thucydides.extracting.roles.scenes import Scene
from thucydides.grounding.times import Anchor, TimeExpression, resolve

_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


class Layout(Struct, frozen=True):
    """The sentences of a message as characters, with their paragraphs, the times told and the places named in it."""

    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[Found, ...]

    def within(self, number: int) -> tuple[list[TimeExpression], list[Found]]:
        """The times and places of one sentence."""
        start, end = self.sentences[number]
        return [t for t in self.times if start <= t.start < end], [p for p in self.places if start <= p.start < end]


def order(scene: Scene, layout: Layout) -> list[int]:
    """The sentences to look for day and place in: of the targets, the surest first, then the ones around them."""
    first = [t.best.sentence for t in sorted(scene.targets, key=lambda t: -t.score)]
    more = sorted({p.sentence for t in scene.targets for p in t.proposals})
    near = [s + step for s in first[:1] for step in (-1, 1) if 0 <= s + step < len(layout.sentences)]
    paragraph = layout.paragraphs[first[0]]
    rest = [i for i, k in enumerate(layout.paragraphs) if k == paragraph]
    return list(dict.fromkeys([*first, *more, *near, *rest]))


def when(message: Message, sentences: Sequence[int], layout: Layout) -> str:
    """The day or days of an incident as the keys write them, by the first sentence that tells one."""
    filed = message.document.published
    default = f"- {written_day(filed.latest)}" if filed is not None and filed.latest is not None else ""
    anchor = Anchor(document=filed, incident=None)
    for number in sentences[:4]:
        for time in layout.within(number)[0]:
            if time.window:
                continue
            day = resolve(time, anchor)
            if (
                day is None
                or day.earliest is None
                or day.latest is None
                or (filed is not None and filed.latest is not None and day.earliest > filed.latest)
            ):
                continue
            if _WEEKDAY.search(day.wording or message.document.text[time.start : time.end]):
                return default
            night = "night" in message.document.text[time.start : time.end].lower()
            if (
                night
                and filed is not None
                and filed.latest is not None
                and day.earliest == day.latest == filed.latest - timedelta(1)
            ):
                return f"{written_day(day.earliest)} - {written_day(filed.latest)}"
            if day.earliest == day.latest:
                return written_day(day.earliest)
            if (day.latest - day.earliest).days < 40:
                return f"{written_day(day.earliest)} - {written_day(day.latest)}"
    return default


def where(message: Message, sentences: Sequence[int], layout: Layout, atlas: Atlas) -> tuple[str, str]:
    """(place, country) of an incident, by the first sentence that names a place in the country that is most likely."""
    near = [p for number in sentences for p in layout.within(number)[1]]
    country = home(message, near[:6], atlas)
    for number in sentences:
        here = [p for p in layout.within(number)[1] if any(e.country == country for e in p.entries)]
        if here:
            return atlas.write(here, country, message.filed), country
    return country, country
