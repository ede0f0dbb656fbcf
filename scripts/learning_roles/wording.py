"""Wording: the model of how much of a noun phrase a key takes for the name of what it names."""

from collections.abc import Sequence

import numpy as np

from learning_roles.labels import SLOT_PART
from learning_roles.regression import fit
from learning_roles.text import Text
from thucydides.evaluating.muc4.roles import plain
from thucydides.extracting.roles import layer
from thucydides.extracting.roles.model import Head
from thucydides.extracting.roles.proposals import PARTS
from thucydides.extracting.roles.wording import phrase, worded_features, wordings

NAME_SLOT = 18


def wording(texts: Sequence[Text]) -> Head:
    """Learned from phrases that can be worded as the key has them: each wording for itself, right or not."""
    rows: list[Sequence[str]] = []
    right = []
    for t in texts:
        for k, labels in enumerate(t.labels):
            for number, slot, place, _ in labels:
                wanted = {plain(o.value) for o in t.templates[number].fillers(slot)[place].options}
                p = layer.proposal(t.found[k], t.features[k], (), ())
                words, of, count = phrase(p)
                kind: str = PARTS[SLOT_PART[slot]]
                if slot == NAME_SLOT:
                    if p.name is None:
                        continue
                    words, of, count, kind = p.text[p.name[0] - p.start :].split(), "", "", "name"
                options = wordings(words, of, count)
                good = [plain(o[0]) in wanted for o in options]
                if any(good) and not all(good):
                    rows += [worded_features(words, of, count, o, kind) for o in options]
                    right += [[g] for g in good]
    return fit(rows, np.array(right), ["right"], 0.1, 3)
