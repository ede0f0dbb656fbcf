"""Learn the weights of the roles layer from the development part of MUC-4: python scripts/learn_roles.py DATA [WEIGHTS]

DATA is the folder of MUC-4 with its `dev` part and `task` lists; WEIGHTS defaults to the file that the program ships. Needs scikit-learn
(`pip install scikit-learn`), which the program itself does not. Logistic regressions with fixed settings, nothing random: the same data
gives the same file. Models that feed others are applied to texts they were not learned from (folds by the texts' order). Takes about ten
minutes on two cores.
"""

import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from thucydides.evaluating.muc4_data import read_messages
from thucydides.evaluating.muc4_keys import Template, read_folder
from thucydides.evaluating.muc4_learned import Bars, scenes_of
from thucydides.evaluating.muc4_places import read_atlas
from thucydides.evaluating.muc4_values import RIGHT, essential, head, judge_string, words
from thucydides.extracting.casing import readable
from thucydides.extracting.parsing import Paragraph, pipeline
from thucydides.extracting.roles import layer, scenes
from thucydides.extracting.roles.candidates import Candidate, candidates
from thucydides.extracting.roles.features import Reading, candidate_features, document_features, sentence_features
from thucydides.extracting.roles.model import FILE, Head, save
from thucydides.extracting.roles.proposals import DEEDS, PARTS, Entity, Proposal, entities

FOLDS = 4
SLOT_PART = {9: 0, 10: 1, 12: 2, 18: 3, 19: 3, 6: 4}
PART_SLOTS = {"individual": (9,), "organisation": (10,), "thing": (12,), "person": (18, 19), "instrument": (6,)}
CLASSES = {
    "person type": (20, "person"), "person effect": (23, "person"), "thing type": (13, "thing"), "thing effect": (16, "thing"),
    "instrument type": (7, "instrument"), "confidence": (11, "organisation"),
}  # fmt: skip
BAR = -2.0
Label = tuple[int, int, int, int]
Rows = Sequence[Sequence[str]]


def fit(
    rows: Rows, targets: np.ndarray, labels: Sequence[str], strength: float, least: int, kept: np.ndarray | None = None
) -> Head:
    """One logistic regression a label over features that at least `least` rows have; `kept` says which rows count for which label."""
    count = Counter(f for row in rows for f in set(row))
    index = {f: i for i, f in enumerate(sorted(f for f, n in count.items() if n >= least))}
    x = matrix(rows, index)
    weights, bias = np.zeros((len(index), len(labels))), np.full(len(labels), -6.0)
    for k in range(len(labels)):
        if targets[:, k].sum() < 3:
            continue
        used = np.flatnonzero(kept[:, k]) if kept is not None else np.arange(len(rows))
        learned = LogisticRegression(C=strength, solver="liblinear", random_state=0).fit(x[used], targets[used, k])
        weights[:, k], bias[k] = learned.coef_[0], learned.intercept_[0]
    return Head(tuple(labels), index, weights, bias)


def matrix(rows: Rows, index: Mapping[str, int]) -> csr_matrix:
    """The rows as ones in the columns of their features."""
    found = [[index[f] for f in dict.fromkeys(row) if f in index] for row in rows]
    ends = np.cumsum([0, *map(len, found)])
    columns = np.array([c for row in found for c in row], dtype=np.int32)
    return csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(rows), len(index)))


def apply(model: Head, rows: Rows) -> np.ndarray:
    """The scores of many rows."""
    return np.asarray(matrix(rows, model.rows) @ model.weights + model.bias)


def crossed(
    rows: Rows,
    targets: np.ndarray,
    owner: np.ndarray,
    labels: Sequence[str],
    strength: float,
    least: int,
    kept: np.ndarray | None = None,
) -> np.ndarray:
    """Scores of each row by a model that was not learned from its text; `owner` is the number of the row's text."""
    out = np.zeros(targets.shape)
    for fold in range(FOLDS):
        here = owner % FOLDS == fold
        train = [r for r, h in zip(rows, here, strict=True) if not h]
        model = fit(train, targets[~here], labels, strength, least, kept[~here] if kept is not None else None)
        out[here] = apply(model, [r for r, h in zip(rows, here, strict=True) if h])
    return out


def names_of(candidate: Candidate, option: str) -> int:
    """2 where a candidate names what a key's wording does, 1 where it does so in fewer words, else 0."""
    wanted = words(option)
    short, long, noun = words(candidate.text.upper()), words(candidate.wide.upper()), words(candidate.head.text.upper())
    if wanted in (short, long, noun) or RIGHT in (judge_string(wanted, long), judge_string(wanted, short)):
        return 2
    if (
        candidate.name is not None
        and noun[-1] in (wanted if head(wanted) in short else wanted[-2:])
        and (len(wanted) > 1 or noun[-1] in wanted)
    ):
        return 1
    return int(set(essential(long)) <= set(wanted) and head(wanted) == head(long))


def labels_of(candidate: Candidate, templates: Sequence[Template]) -> list[Label]:
    """(template, slot, filler, how well) of every filler of the key that a candidate names."""
    out = []
    for number, template in enumerate(templates):
        for slot in SLOT_PART:
            for place, filler in enumerate(template.fillers(slot)):
                fits = max(names_of(candidate, o.value) for o in filler.options)
                if fits:
                    out.append((number, slot, place, fits))
    return out


def deed(template: Template) -> str:
    """The type of a template."""
    found = template.fillers(4)
    return found[0].options[0].value if found else ""


class Text:
    """One text: what is read from it and what the key says of each candidate."""

    def __init__(self, paragraphs: list[Paragraph], templates: Sequence[Template]) -> None:
        self.templates = templates
        self.found = candidates(paragraphs)
        self.reading = Reading(paragraphs, self.found)
        self.document = document_features(self.reading)
        self.features = [candidate_features(self.reading, c) for c in self.found]
        self.labels = [labels_of(c, templates) for c in self.found]
        self.sentences = [s.text for s in self.reading.sentences]


def texts(data: Path, part: str) -> list[Text]:
    """The texts of a part, parsed."""
    messages, keys = read_messages(data / part), read_folder(data / part)
    documents = [(name, readable(messages[name].document)) for name in keys if name in messages]
    pieces = [(d.text[b.start : b.end], (name, b)) for name, d in documents for b in d.blocks]
    parsed: dict[str, list[Paragraph]] = {name: [] for name, _ in documents}
    for doc, (name, block) in pipeline().pipe(pieces, as_tuples=True, batch_size=64):
        parsed[name].append(Paragraph(doc, block.start, block))
    return [Text(parsed[name], keys[name]) for name, _ in documents]


def learn(all_texts: Sequence[Text], places: Sequence[Sequence[str]]) -> dict[str, Head]:
    """Every model of the layer, the ones that feed others first."""
    heads: dict[str, Head] = {}
    kinds = ("any", *DEEDS)
    owner = np.arange(len(all_texts))
    told = np.array([[bool(t.templates), *(d in map(deed, t.templates) for d in DEEDS)] for t in all_texts])
    rows: list[Sequence[str]] = [t.document for t in all_texts]
    heads["document"] = fit(rows, told, kinds, 0.03, 3)
    document = crossed(rows, told, owner, kinds, 0.03, 3)
    progress("document")

    rows, marks, owners = [], [], []
    for i, t in enumerate(all_texts):
        hit = np.zeros((len(t.reading.sentences), len(kinds)), bool)
        for c, labels in zip(t.found, t.labels, strict=True):
            for number, slot, _, fits in labels:
                if slot in (12, 18, 19) and fits == 2:
                    hit[c.sentence, 0] = True
                    if deed(t.templates[number]) in DEEDS:
                        hit[c.sentence, 1 + DEEDS.index(deed(t.templates[number]))] = True
        rows += [sentence_features(t.reading, k) + layer.scored_features("D", document[i]) for k in range(len(hit))]
        marks.append(hit)
        owners += [i] * len(hit)
    sentence_marks, sentence_owner = np.concatenate(marks), np.array(owners)
    heads["sentence"] = fit(rows, sentence_marks, kinds, 0.03, 3)
    scored = crossed(rows, sentence_marks, sentence_owner, kinds, 0.03, 3)
    sentences = [scored[sentence_owner == i] for i in range(len(all_texts))]
    progress("sentence")

    rows, parts, owners, index = [], [], [], []
    for i, t in enumerate(all_texts):
        for k, (c, labels) in enumerate(zip(t.found, t.labels, strict=True)):
            if sentences[i][c.sentence][0] > layer.IDLE:
                rows.append(layer.candidate_inputs(t.features[k], c.sentence, document[i], sentences[i]))
                parts.append([any(SLOT_PART[slot] == p for _, slot, _, _ in labels) for p in range(len(PARTS))])
                owners.append(i)
                index.append((i, k))
    print(len(rows), "candidates", np.array(parts).sum(axis=0))
    first = crossed(rows, np.array(parts), np.array(owners), PARTS, 0.1, 4)
    progress("part, at first")
    kept = telling(index, first, np.array(parts), all_texts)
    heads["part"] = fit(rows, np.array(parts), PARTS, 0.1, 4, kept)
    part_scores = dict(zip(index, crossed(rows, np.array(parts), np.array(owners), PARTS, 0.1, 4, kept), strict=True))
    progress("part")

    rows, marks2, owners, index = [], [], [], []
    for (i, k), score in part_scores.items():
        t = all_texts[i]
        deeds = {deed(t.templates[n]) for n, slot, _, _ in t.labels[k] if slot in (12, 18, 19)}
        if deeds or score[2] > layer.LEAST or score[3] > layer.LEAST:
            rows.append(layer.deed_inputs(t.features[k], t.found[k].sentence, document[i], sentences[i]))
            marks2.append([d in deeds for d in DEEDS])
            owners.append(i)
            index.append((i, k))
    known = np.array([any(m) for m in marks2])
    owner2, targets = np.array(owners), np.array(marks2)
    heads["deed"] = fit([r for r, g in zip(rows, known, strict=True) if g], targets[known], DEEDS, 0.1, 3)
    deed_scores = np.zeros(targets.shape)
    for fold in range(FOLDS):
        train, test = known & (owner2 % FOLDS != fold), owner2 % FOLDS == fold
        model = fit([r for r, g in zip(rows, train, strict=True) if g], targets[train], DEEDS, 0.1, 3)
        deed_scores[test] = apply(model, [r for r, g in zip(rows, test, strict=True) if g])
    deeds_by = dict(zip(index, deed_scores, strict=True))
    progress("deed")

    proposals: list[list[Proposal]] = [[] for _ in all_texts]
    answers: list[dict[tuple[int, int], list[Label]]] = [{} for _ in all_texts]
    for (i, k), score in part_scores.items():
        if score.max() > layer.LEAST:
            c = all_texts[i].found[k]
            found = deeds_by.get((i, k))
            p = layer.proposal(c, all_texts[i].features[k], score.tolist(), layer.NOTHING if found is None else found.tolist())
            proposals[i].append(p)
            answers[i][c.start, c.end] = all_texts[i].labels[k]
    heads |= joints(proposals, answers, places)
    progress("pairs")
    heads["scene"] = incident_model(heads, proposals, answers, places, document, sentences)
    progress("scenes")
    heads |= classes(all_texts)
    progress("classes")
    return heads


WEAKER = 1.0
"""A naming whose score lies this far below the best naming of the same filler is not learned from."""


def telling(index: Sequence[tuple[int, int]], scores: np.ndarray, parts: np.ndarray, all_texts: Sequence[Text]) -> np.ndarray:
    """Which rows to learn each part from: a key marks a filler, not where the text says so, so of its namings those that tell least
    are left out (neither for nor against)."""
    best: dict[tuple[int, int, int, int], float] = {}
    for row, (i, k) in enumerate(index):
        for number, slot, place, _ in all_texts[i].labels[k]:
            key = (i, number, slot, place)
            best[key] = max(best.get(key, -99.0), float(scores[row, SLOT_PART[slot]]))
    kept = np.ones(parts.shape, bool)
    for row, (i, k) in enumerate(index):
        for part in np.flatnonzero(parts[row]):
            score = float(scores[row, part])
            bests = [best[i, n, slot, place] for n, slot, place, _ in all_texts[i].labels[k] if SLOT_PART[slot] == part]
            kept[row, part] = score > -0.5 or any(score >= b - WEAKER for b in bests)
    return kept


def joints(
    proposals: Sequence[Sequence[Proposal]],
    answers: Sequence[Mapping[tuple[int, int], list[Label]]],
    places: Sequence[Sequence[str]],
) -> dict[str, Head]:
    """The models of two targets being of one incident, and of others taking part in a target's incident."""
    pair_rows: list[Sequence[str]] = []
    join_rows: list[Sequence[str]] = []
    paired, joined = [], []
    for found, labels, where in zip(proposals, answers, places, strict=True):
        targets = [e for part in ("thing", "person") for e in entities(found, part, BAR)]
        others = [e for part in ("individual", "organisation", "instrument") for e in entities(found, part, BAR)]
        gold = {id(e): incidents(e, labels) for e in [*targets, *others]}
        for a, one in enumerate(targets):
            for two in targets[a + 1 :]:
                if gold[id(one)] and gold[id(two)]:
                    pair_rows.append(scenes.pair_features(one, two, where))
                    paired.append([bool(gold[id(one)] & gold[id(two)])])
        for other in others:
            for target in targets:
                if gold[id(target)]:
                    join_rows.append(scenes.pair_features(other, target, where))
                    joined.append([bool(gold[id(other)] & gold[id(target)])])
    return {
        "pair": fit(pair_rows, np.array(paired), ["same"], 0.3, 3),
        "join": fit(join_rows, np.array(joined), ["takes part"], 0.3, 3),
    }


def incident_model(
    heads: Mapping[str, Head], proposals: Sequence[Sequence[Proposal]], answers: Sequence[Mapping[tuple[int, int], list[Label]]],
    places: Sequence[Sequence[str]], document: np.ndarray, sentences: Sequence[np.ndarray],
) -> Head:  # fmt: skip
    """The model of a scene being an incident that the key has: one of its targets is one of the key's."""
    rows: list[Sequence[str]] = []
    good = []
    wide = Bars(scene=-9.0, person=-0.9, thing=-0.9)
    for i, (found, labels, where) in enumerate(zip(proposals, answers, places, strict=True)):
        made = scenes_of(tuple(found), where, heads, wide)
        for scene in made:
            rows.append(scenes.scene_features(scene, made, document[i].tolist(), sentences[i].tolist()))
            good.append([any(incidents(t, labels) for t in scene.targets)])
    return fit(rows, np.array(good), ["told"], 0.01, 3)


def incidents(entity: Entity, labels: Mapping[tuple[int, int], list[Label]]) -> set[int]:
    """The templates whose fillers an entity names."""
    return {n for p in entity.proposals for n, slot, _, _ in labels.get((p.start, p.end), []) if slot in PART_SLOTS[entity.part]}


def classes(all_texts: Sequence[Text]) -> dict[str, Head]:
    """The models of set fillers: types, effects, confidence, category, stage."""
    rows: dict[str, list[Sequence[str]]] = {name: [] for name in (*CLASSES, "category", "stage")}
    values: dict[str, list[str]] = {name: [] for name in rows}
    for t in all_texts:
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
                elif slot in (12, 18, 19):
                    rows["stage"].append(told)
                    values["stage"].append(value(template, 5, "ACCOMPLISHED"))
    out = {}
    for name, found in rows.items():
        labels_ = [v for v, n in sorted(Counter(values[name]).items()) if n >= 5]
        out[name] = fit(found, np.array([[v == label for label in labels_] for v in values[name]]), labels_, 0.1, 2)
    return out


def value(template: Template, slot: int, default: str) -> str:
    """The first filler of a slot."""
    return template.fillers(slot)[0].options[0].value if template.fillers(slot) else default


def referred(template: Template, slot: int, wordings: Sequence[str]) -> str:
    """The filler of a slot that refers to one of the wordings, "" where none does."""
    for filler in template.fillers(slot):
        for option in filler.options:
            for tag in option.tags:
                if any(RIGHT in (judge_string(words(tag), words(w)), judge_string(words(w), words(tag))) for w in wordings):
                    return option.value
    return ""


STARTED = time.time()


def progress(done: str) -> None:
    """Say how far it is."""
    print(f"{time.time() - STARTED:5.0f} s  {done}", flush=True)


def main() -> None:
    """Learn and write the weights."""
    data = Path(sys.argv[1])
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(layer.__file__).with_name(FILE)
    found = texts(data, "dev")
    progress("read")
    atlas = read_atlas(data / "dev")
    places = [[next((f.name for f in atlas.find(s) if f.entries), "") for s in t.sentences] for t in found]
    heads = learn(found, places)
    save(
        target,
        heads,
        {"data": "MUC-4 development part, 1,300 texts and keys", "texts": len(found), "script": "scripts/learn_roles.py"},
    )
    print(f"wrote {target}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
