"""Headlines: what of a headline tells what happened, and what only says who said so.

Invariant: offsets hold, for only the end of a headline is left out.
"""

import re

from thucydides.vocabulary import mapping

_SPEAKER = re.compile(r"\s+[–—-]\s+(?P<who>(?:(?:[A-Z][\w.’'-]*|of|the|for)(?:\s+|$)){1,7})$")


def without_speaker(title: str) -> str:
    """A headline without who said it behind a dash: "Five troops killed – Defence Ministry" (rule `extract.headline-speaker`)."""
    found = _SPEAKER.search(title)
    official = mapping("reconciling")["official"]
    return title[: found.start()] if found is not None and any(w.casefold() in official for w in found["who"].split()) else title
