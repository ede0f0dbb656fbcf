"""Attribution measured on PolNeAR (Newell, Margolin and Ruths 2018): who says what in political news, annotated by people.

The archive is read as published: `<part>/text/*.txt` and, beside it, `<part>/attributions/*.ann` in brat's stand-off format, where
an event line joins the Source, Cue and Content spans of one attribution. Where several people annotated an article, the first
annotation by file name is taken.
"""

import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from thucydides.evaluating.outcome import Case, Cut, Outcome, excerpt
from thucydides.extracting.attributing.attributions import Attribution, find_attributions

ROLES = ("source", "cue", "content")
_BOUND = re.compile(r"^(T\d+)\t(\S+) ([\d ;]+)\t", re.MULTILINE)
_EVENT = re.compile(r"^E\d+\t(.*)$", re.MULTILINE)
_PARAGRAPH = re.compile(r"[^\n]+")
_ANNOTATOR = re.compile(r"_[0-9a-f]+\.ann$")

Spans = tuple[tuple[int, int], ...]


class Annotated(Struct, frozen=True):
    """One attribution as spans of its article; roles that are missing are ()."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()


def read_annotations(raw: str) -> tuple[Annotated, ...]:
    """The attributions of one `.ann` file; spans of an event that the file does not define are left out."""
    bounds = {m[1]: tuple(_span(part) for part in m[3].split(";")) for m in _BOUND.finditer(raw)}
    out = []
    for event in _EVENT.finditer(raw):
        roles: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
        for part in event[1].split():
            role, _, bound = part.partition(":")
            name = role.rstrip("0123456789").lower()
            if name in roles and bound in bounds:
                roles[name].extend(bounds[bound])
        out.append(Annotated(**{role: tuple(sorted(spans)) for role, spans in roles.items()}))
    return tuple(out)


def _span(part: str) -> tuple[int, int]:
    start, end = part.split()
    return int(start), int(end)


def read_articles(path: Path, part: str = "dev") -> Iterator[tuple[str, tuple[Annotated, ...]]]:
    """(text, attributions) of each annotated article of a part ("train" or "dev"), by file name.

    Raises FileNotFoundError where there is no archive and ValueError where it holds no such part.
    """
    texts: dict[str, str] = {}
    annotations: dict[str, str] = {}
    with tarfile.open(path) as archive:
        for member in archive:
            folder, _, name = member.name.removeprefix("./").rpartition("/")
            if not member.isfile() or not folder.startswith(part + "/"):
                continue
            handle = archive.extractfile(member)
            if handle is None:
                continue
            raw = handle.read().decode("utf-8")
            if folder.endswith("/text"):
                texts[name.removesuffix(".txt")] = raw
            elif name.endswith(".ann"):
                annotations[name] = raw
    if not texts:
        raise ValueError(f"{path} holds no part {part!r}; give the archive of PolNeAR as published")
    first: dict[str, str] = {}
    for name in sorted(annotations):
        first.setdefault(_ANNOTATOR.sub("", name), annotations[name])
    for name in sorted(texts):
        if name in first:
            yield texts[name], read_annotations(first[name])


def as_annotated(found: Attribution, offset: int) -> Annotated:
    """An attribution of a paragraph that begins at `offset`, as spans of the article."""

    def moved(spans: Spans) -> Spans:
        return tuple((start + offset, end + offset) for start, end in spans)

    return Annotated(moved((found.source,)) if found.source else (), moved((found.cue,)), moved(found.content))


class Counts(Struct):
    """Hits, predicted and annotated, from which precision, recall and F1 follow."""

    hits: int = 0
    predicted: int = 0
    annotated: int = 0

    def add(self, hits: int, predicted: int, annotated: int) -> None:
        """Count one article in."""
        self.hits, self.predicted, self.annotated = self.hits + hits, self.predicted + predicted, self.annotated + annotated

    def scores(self) -> tuple[float, float, float]:
        """Precision, recall and F1, 0 where there is nothing to divide by."""
        precision = self.hits / self.predicted if self.predicted else 0.0
        recall = self.hits / self.annotated if self.annotated else 0.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0


def compare(
    predicted: tuple[Annotated, ...], annotated: tuple[Annotated, ...], words: tuple[tuple[int, int], ...]
) -> dict[str, tuple[int, int, int]]:
    """(hits, predicted, annotated) of one article: exact spans and words shared for each role, and whole attributions.

    An attribution is found where a predicted one shares a word of its cue and a word of its content.
    """
    out: dict[str, tuple[int, int, int]] = {}
    pooled = [0, 0, 0]
    for role in ROLES:
        ours = {spans for a in predicted if (spans := getattr(a, role))}
        theirs = {spans for a in annotated if (spans := getattr(a, role))}
        out[f"{role}_exact"] = (len(ours & theirs), len(ours), len(theirs))
        mine, other = _words_in(ours, words), _words_in(theirs, words)
        overlap = (len(mine & other), len(mine), len(other))
        out[f"{role}_overlap"] = overlap
        pooled = [a + b for a, b in zip(pooled, overlap, strict=True)]
    out["overlap"] = (pooled[0], pooled[1], pooled[2])
    cues = [(_words_in({a.cue}, words), _words_in({a.content}, words)) for a in predicted]
    wanted = [(_words_in({a.cue}, words), _words_in({a.content}, words)) for a in annotated]
    found = sum(any(c & wc and x & wx for c, x in cues) for wc, wx in wanted)
    right = sum(any(c & wc and x & wx for wc, wx in wanted) for c, x in cues)
    out["attribution_recall"] = (found, len(wanted), len(wanted))
    out["attribution_precision"] = (right, len(cues), len(cues))
    return out


def _words_in(all_spans: set[Spans], words: tuple[tuple[int, int], ...]) -> set[int]:
    covered: set[int] = set()
    for spans in all_spans:
        for start, end in spans:
            covered.update(range(start, end))
    return {i for i, (start, _) in enumerate(words) if start in covered}


def measure_polnear(path: Path, cut: Cut) -> Outcome:
    """The suite: the training part is the half to tune on, the development part the one to check on, and all that is taken without."""
    cases: list[Case] = []
    scores = evaluate_polnear(path, {"tune": "train"}.get(cut.half, "dev"), cut.limit, cases)
    articles = int(scores.pop("articles"))
    return Outcome(scores, articles, {}, tuple(cases))


def evaluate_polnear(
    path: Path, part: str = "dev", limit: int | None = None, cases: list[Case] | None = None
) -> dict[str, float]:
    """Scores on a part of PolNeAR, each `<measure>_precision`, `_recall`, `_f1` between 0 and 1, and `articles`.

    Measures: `<role>_exact` (the same spans), `<role>_overlap` (words), `overlap` (words of the three roles together) and
    `attribution` (cue and content each share a word). `limit` takes the first articles only; attributions that were not found are
    added to `cases` where a list is given.
    """
    from thucydides.extracting.parsing import pipeline

    parser = pipeline()
    totals: dict[str, Counts] = {}
    articles = 0
    for text, annotated in read_articles(path, part):
        if limit is not None and articles >= limit:
            break
        articles += 1
        paragraphs = [(m.start(), m.group()) for m in _PARAGRAPH.finditer(text)]
        predicted: list[Annotated] = []
        words: list[tuple[int, int]] = []
        for (offset, _), doc in zip(paragraphs, parser.pipe(p for _, p in paragraphs), strict=True):
            words += [(offset + t.idx, offset + t.idx + len(t)) for t in doc if not t.is_space]
            predicted += [as_annotated(a, offset) for a in find_attributions(doc)]
        for measure, counts in compare(tuple(predicted), annotated, tuple(words)).items():
            totals.setdefault(measure, Counts()).add(*counts)
        if cases is not None:
            cases += _missed(text, tuple(predicted), annotated)
    return {"articles": float(articles), **_flat(totals)}


def _missed(text: str, predicted: tuple[Annotated, ...], annotated: tuple[Annotated, ...]) -> Iterator[Case]:
    """The annotated attributions of an article that no predicted one answers to: a character of cue and of content shared."""

    def said(spans: Spans) -> str:
        return " // ".join(" ".join(text[start:end].split()) for start, end in spans) or "-"

    def in_line(a: Annotated) -> str:
        return f"{said(a.source)} | {said(a.cue)} | {said(a.content)[:160]}"

    for gold in annotated:
        if (
            not gold.cue
            or not gold.content
            or any(_share(a.cue, gold.cue) and _share(a.content, gold.content) for a in predicted)
        ):
            continue
        near = [a for a in predicted if _share(a.content, gold.content)]
        ours = " || ".join(map(in_line, near[:2])) or "nothing"
        yield Case("attribution_recall", text[:40].partition("\n")[0], excerpt(text, gold.cue[0][0]), in_line(gold), ours)


def _share(one: Spans, other: Spans) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def _flat(totals: dict[str, Counts]) -> dict[str, float]:
    out = {}
    for measure, counts in totals.items():
        if measure.startswith("attribution_"):
            continue
        for name, value in zip(("precision", "recall", "f1"), counts.scores(), strict=True):
            out[f"{measure}_{name}"] = round(value, 4)
    precision, recall = totals["attribution_precision"].scores()[0], totals["attribution_recall"].scores()[1]
    both = precision + recall
    out |= {
        "attribution_precision": round(precision, 4),
        "attribution_recall": round(recall, 4),
        "attribution_f1": round(2 * precision * recall / both, 4) if both else 0.0,
    }
    return out
