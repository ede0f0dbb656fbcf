"""Same thing: whether a telling's deed was done to a thing that a draft told of as new.

Rule `extract.same-thing`. Invariant: a deed opened as another, or of people counted anew beside those counted, takes up nothing.
"""

from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tellings.things import OF_THEM


def same_thing(draft: Draft, telling: Telling) -> bool:
    """Whether a telling says what was done to a thing known from a draft: "an attack on a train", "derailed the train on Friday", or
    to what those harmed by it had: "fired at their bus"."""
    if not telling.known or telling.elsewhere or any(t.new for t in telling.triggers):
        return False
    if OF_THEM in telling.known and telling.order - draft.items[-1].telling.order == 1:
        return any(h.people.counted for d in draft.items for h in d.telling.harms)
    return any(not telling.known.isdisjoint(d.telling.things) for d in draft.items if d.telling.order < telling.order)
