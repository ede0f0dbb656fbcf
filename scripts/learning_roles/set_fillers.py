"""Set fillers: the models of types, effects, confidence, category and stage, learned from the noun phrases that name a key's filler."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from learning_roles.labels import PART_SLOTS, TARGET_SLOTS, deed, referred, value
from learning_roles.regression import fit
from learning_roles.text import Text
from thucydides.extracting.roles.model import Head

CLASSES = {
    "person type": (20, "person"), "person effect": (23, "person"), "thing type": (13, "thing"), "thing effect": (16, "thing"),
    "instrument type": (7, "instrument"), "confidence": (11, "organisation"),
}  # fmt: skip


def classes(texts: Sequence[Text]) -> dict[str, Head]:
    """The models of set fillers: types, effects, confidence, category, stage."""
    rows: dict[str, list[Sequence[str]]] = {name: [] for name in (*CLASSES, "category", "stage")}
    values: dict[str, list[str]] = {name: [] for name in rows}
    for t in texts:
        for k, labels in enumerate(t.labels):
            for number, slot, place, _ in labels:
                template = t.templates[number]
                told = [*t.features[k], f"D={deed(template)}"]
                options = template.fillers(slot)[place].options
                wordings = [o.value for o in options] + ([tag for o in options for tag in o.tags] if slot == 19 else [])
                for name, (answer, part) in CLASSES.items():
                    if slot in PART_SLOTS[part]:
                        rows[name].append(told)
                        values[name].append(referred(template, answer, wordings))
                if slot in (9, 10):
                    rows["category"].append(t.features[k])
                    values["category"].append(value(template, 8, ""))
                elif slot in TARGET_SLOTS:
                    rows["stage"].append(told)
                    values["stage"].append(value(template, 5, "ACCOMPLISHED"))
    out = {}
    for name, found in rows.items():
        labels_ = [v for v, n in sorted(Counter(values[name]).items()) if n >= 5]
        out[name] = fit(found, np.array([[v == label for label in labels_] for v in values[name]]), labels_, 0.1, 2)
    return out
