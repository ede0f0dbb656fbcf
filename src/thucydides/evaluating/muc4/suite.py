"""The suite `muc4`: full templates of terrorist incidents in Latin American news, read and scored as in 1992, and the five-role cut.

Data: a folder as published, see `muc4_data`. The half to tune on is the first test (tst1), the half to check on the second; dev is for
learning. `evaluate muc4 DATA --predictions FILE` writes the answers in the format of the keys.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from thucydides.evaluating.muc4.data import Message, parts, read_casts, read_messages
from thucydides.evaluating.muc4.entities import entity_scores
from thucydides.evaluating.muc4.keys import SLOTS, Template, read_folder, write_answers
from thucydides.evaluating.muc4.places import Atlas, read_atlas
from thucydides.evaluating.muc4.roles import Hits, cut_scores
from thucydides.evaluating.muc4.rules import told_by_rules
from thucydides.evaluating.muc4.scoring import Pair, rows, score
from thucydides.evaluating.muc4.told import template
from thucydides.evaluating.outcome import Case, Cut, Outcome, excerpt
from thucydides.evaluating.slices import select

GROUPS = ("incident", "perpetrator", "physical target", "human target")


def evaluate_muc4(path: Path, cut: Cut | None = None) -> Outcome:
    """The rows ALL TEMPLATES and MATCHED ONLY, F of each slot group, the rules alone, and the five-role cut where it is given."""
    cut = cut or Cut()
    messages: dict[str, Message] = {}
    keys: dict[str, tuple[Template, ...]] = {}
    folders = parts(path, cut)
    for folder in folders:
        messages |= read_messages(folder)
        keys |= read_folder(folder)
    names = [n for n in keys if n in messages]
    if cut.limit:
        names = sorted(select(dict.fromkeys(names), Cut("", cut.limit)))
    atlas = read_atlas(folders[0])
    answers = answer({n: messages[n] for n in names}, atlas)
    if cut.predictions:
        Path(cut.predictions).write_text(write_answers(answers), encoding="latin-1", errors="replace")
    pairs = score({n: keys[n] for n in names}, answers)
    scores: dict[str, float] = {}
    for name, counted in rows(pairs).items():
        if name in ("all templates", "matched only"):
            scores |= {f"{name} F": counted.f1, f"{name} recall": counted.recall, f"{name} precision": counted.precision}
        elif name in GROUPS:
            scores[f"{name} F"] = counted.f1
    alone = answer_by_rules({n: messages[n] for n in names}, atlas)
    scores["rules alone, all templates F"] = rows(score({n: keys[n] for n in names}, alone))["all templates"].f1
    casts = {n: c for n, c in read_casts(folders[0]).items() if n in set(names)}
    if casts:
        hits = cut_scores(casts, answers)
        scores["five roles, template F"] = sum(hits.values(), Hits()).f1
        scores |= {f"five roles, {role.replace('_', ' ')} F": h.f1 for role, h in hits.items()}
        scores["five roles, CEAF-REE"] = sum(entity_scores(casts, answers).values(), Hits()).f1
    asked = {"all templates F": sum(p.total().possible for p in pairs)}
    return Outcome(scores, len(names), asked, _cases(pairs, messages))


def answer_by_rules(messages: Mapping[str, Message], atlas: Atlas) -> dict[str, list[Template]]:
    """The templates of each message, by the rules alone."""
    from thucydides.extracting import extract_documents
    from thucydides.extracting.casing import readable

    documents = [readable(m.document) for m in messages.values()]
    out = {}
    for message, document, extract in zip(messages.values(), documents, extract_documents(documents), strict=True):
        out[message.id] = [template(t) for t in told_by_rules(message, document.text, extract, atlas)]
    return out


def answer(messages: Mapping[str, Message], atlas: Atlas) -> dict[str, list[Template]]:
    """The templates of each message: targets and parties by the learned layer, days, places and counts by rules.

    By the rules alone where the learned weights are missing.
    """
    from thucydides.evaluating.muc4.learned import told_by_learning
    from thucydides.extracting.casing import readable
    from thucydides.extracting.parsing import Paragraph, pipeline
    from thucydides.extracting.roles.layer import propose
    from thucydides.extracting.roles.model import model

    heads = model()
    if not heads:
        return answer_by_rules(messages, atlas)
    documents = {m.id: readable(m.document) for m in messages.values()}
    pieces = [(d.text[b.start : b.end], (name, b)) for name, d in documents.items() for b in d.blocks]
    parsed: dict[str, list[Paragraph]] = {name: [] for name in documents}
    for doc, (name, block) in pipeline().pipe(pieces, as_tuples=True, batch_size=64):
        parsed[name].append(Paragraph(doc, block.start, block))
    out = {}
    for name, message in messages.items():
        found = told_by_learning(message, documents[name].text, propose(parsed.pop(name), heads), heads, atlas)
        out[name] = [template(t) for t in found]
    return out


def _cases(pairs: Sequence[Pair], messages: Mapping[str, Message]) -> tuple[Case, ...]:
    """Every pair with a slot that is not right, the fillers of those slots side by side."""
    out = []
    for pair in pairs:
        bad = [s for s, c in pair.slots.items() if c.wrong or c.partly or c.spurious or c.missing]
        if not bad:
            continue
        total = pair.total()
        measure = "matched only" if pair.key and pair.ours else "missing" if pair.key else "spurious"
        gold, ours = (_line(t, bad) for t in (pair.key, pair.ours))
        message = messages[pair.message]
        weight = float(total.wrong + total.missing + total.spurious)
        out.append(
            Case(f"all templates, {measure}", pair.message, excerpt(message.document.text, message.body), gold, ours, weight)
        )
    return tuple(out)


def _line(template_: Template | None, slots: Sequence[int]) -> str:
    if template_ is None:
        return "nothing"
    return (
        "; ".join(f"{SLOTS[s].title.lower()} {', '.join(map(str, template_.fillers(s)))}" for s in slots if template_.fillers(s))
        or "nothing"
    )
