"""The suite `case2021`: the ACLED sub-event type of a text of a sentence or two (CASE 2021, task 2).

Data: a table with tabs and the columns `id`, `EventSnippet` and `SubType`. Each text is read as a report of its own. The answer is the type
of the mention that was typed by all that the text says (rule `type.brief`: what weighs most, the first sentence and its main clause before
the rest); without one, of the mention that most of the text tells of. No training set was published. The weights were learned from
sentences of our own and from the tune half, so the tune half's figure says nothing: quote the check half. The task adds classes that are
no ACLED types: disasters and crime have no answer here and count as missed; political acts stand for diplomacy.
"""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from thucydides.evaluating.measures import f1, ratio
from thucydides.evaluating.outcome import Case, Cut, Outcome, excerpt
from thucydides.evaluating.slices import select
from thucydides.nouns import Document, Extract, Mention
from thucydides.vocabulary import mapping

COLUMNS = ("id", "EventSnippet", "SubType")
NONE = "(none)"


def read_snippets(path: Path) -> dict[str, tuple[str, str]]:
    """{id: (text, code)} of the table. ValueError with one line where it is not of this shape."""
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle, delimiter="\t"))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ValueError(f"{path} cannot be read as a table with tabs: {error}") from error
    if not rows or any(not row.get(column) for row in rows for column in COLUMNS):
        raise ValueError(f"{path} must have the columns {', '.join(COLUMNS)}, filled in every row, with tabs between them")
    return {row["id"]: (row["EventSnippet"], row["SubType"]) for row in rows}


def main_mention(extract: Extract) -> Mention | None:
    """The mention that most of a text tells of: the one typed by all that the text says (rule `type.brief`); where there is none, the one
    in the foreground, done, with force, with most passages, told first."""
    return min(extract.mentions, key=_rank, default=None)


def _rank(mention: Mention) -> tuple[bool, bool, bool, bool, int, int]:
    weighed = mention.type_rule == "type.brief"
    political = mention.type.isupper()
    told = mention.status in ("happened", "foiled")
    return not weighed, mention.background, not told, political, -len(mention.passages), mention.passages[0].start


def code_of(mention: Mention | None) -> str:
    """The task's code for the type of a mention; `(none)` where it has none."""
    kind = mention.type if mention is not None else ""
    codes = mapping("case2021_types")
    named: dict[str, str] = {name: code for code, name in codes["types"].items()}
    acts: dict[str, str] = {act: code for code, acts in codes["acts"].items() for act in acts}
    return named.get(kind) or acts.get(kind) or NONE


def class_scores(gold: Sequence[str], ours: Sequence[str]) -> dict[str, float]:
    """Weighted, micro and macro F1 over the classes that the gold has; an answer outside of them is wrong for its own class only."""
    right = Counter(g for g, o in zip(gold, ours, strict=True) if g == o)
    said, true = Counter(o for o in ours if o != NONE), Counter(gold)
    each = {c: f1(ratio(right[c], said[c]) if said[c] else 0.0, ratio(right[c], true[c])) for c in true}
    total = sum(true.values())
    return {
        "weighted F1": ratio(sum(each[c] * true[c] for c in true), total),
        "micro F1": f1(ratio(sum(right.values()), sum(said.values())), ratio(sum(right.values()), total)),
        "macro F1": ratio(sum(each.values()), len(each)),
    }


def report(name: str, text: str) -> Document:
    """A text as a report of its own, of which nothing else is known."""
    from thucydides.reading import plain
    from thucydides.reading.characters import clean
    from thucydides.reading.page import Page
    from thucydides.reading.reader import document

    return document(Page(name, plain.lines(clean(text)), {}))


def evaluate_case2021(path: Path, cut: Cut | None = None) -> Outcome:
    """Scores over the texts with an ACLED type, then over all texts, and the share of texts that anything was read from."""
    from thucydides.extracting import extract_documents

    snippets = read_snippets(path)
    chosen = select(snippets, cut or Cut())
    extracts = extract_documents(report(name, snippets[name][0]) for name in chosen)
    answers = {name: code_of(main_mention(extract)) for name, extract in zip(chosen, extracts, strict=True)}
    acled = [name for name in chosen if snippets[name][1] in mapping("case2021_types")["types"]]
    scores = _scores(acled, snippets, answers)
    scores |= {f"{name}, with the added classes": value for name, value in _scores(chosen, snippets, answers).items()}
    scores["texts with an answer"] = ratio(sum(answers[name] != NONE for name in chosen), len(chosen))
    pairs = Counter((snippets[name][1], answers[name]) for name in chosen)
    cases = tuple(
        Case("weighted F1" if name in set(acled) else "added classes", name, excerpt(text), code, answers[name], pairs[code, answers[name]])
        for name in chosen for text, code in [snippets[name]] if answers[name] != code
    )  # fmt: skip
    return Outcome(scores, len(chosen), {"weighted F1": len(acled), "texts with an answer": len(chosen)}, cases)


def _scores(names: Sequence[str], snippets: Mapping[str, tuple[str, str]], answers: Mapping[str, str]) -> dict[str, float]:
    return class_scores([snippets[name][1] for name in names], [answers[name] for name in names])
