"""Arming: the weapons of a document's main incident, told in more detail in the rest of the document than in its own sentences.

Invariant: only weapons of the classes that the incident's own sentences tell of are looked for, and any where they tell of none and the
document tells of no other incident.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.kinds.weapons import Named, WeaponUse, find_weapons, weapon_passages
from thucydides.extracting.parsing import Paragraph
from thucydides.nouns import Document, Mention

KIND = 2
"""The detail of a weapon told by its kind: nothing more is looked for."""


def arm(document: Document, paragraphs: Sequence[Paragraph], main: Mention, alone: bool) -> dict[str, Named]:
    """The fields `weapons` and `recovered` of the main mention where the document says more of them (rule `extract.weapon`).

    `alone` holds where no other incident of the document is news.
    """
    uses = [
        replace(use, start=use.start + paragraph.start, end=use.end + paragraph.start)
        for paragraph in paragraphs
        for sentence in paragraph.sentences()
        for use in find_weapons(sentence)
    ]
    if not main.weapons:
        used, found = weapon_passages(document.id, [use for use in uses if use.thing]) if alone else ((), ())
        return {"weapons": used, "recovered": main.recovered or found}
    detail = {name: _detail(uses, passage.start) for name, passage in main.weapons}
    more = [replace(use, used=True) for use in uses if use.name in detail and use.detail > detail[use.name]]
    better = dict(weapon_passages(document.id, more)[0])
    weapons = tuple(sorted(((n, better.get(n, p)) for n, p in main.weapons), key=lambda w: (w[1].start, w[0])))
    return {"weapons": weapons}


def _detail(uses: Sequence[WeaponUse], start: int) -> int:
    """The detail with which a weapon is told at `start`."""
    return next((use.detail for use in uses if use.start == start), KIND)
