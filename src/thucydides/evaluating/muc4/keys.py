"""Answer keys and answers of MUC-4: templates of 24 slots, read from and written in the published format.

A key's filler may be optional ("?") and may have alternatives ("/"); of an answer the first alternative counts. A filler may refer to
that of another slot after a colon (DEATH: "PEASANT"); the wordings referred to are its tags.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

Kind = Literal["date", "location", "set", "string", "number"]
Value = str | tuple[str, ...]


class Slot(Struct, frozen=True):
    """A slot: the name that the files give it, the group it is summed in, and what kind of filler it takes."""

    title: str
    group: str
    kind: Kind


SLOTS: dict[int, Slot] = {
    2: Slot("INCIDENT: DATE", "incident", "date"),
    3: Slot("INCIDENT: LOCATION", "incident", "location"),
    4: Slot("INCIDENT: TYPE", "incident", "set"),
    5: Slot("INCIDENT: STAGE OF EXECUTION", "incident", "set"),
    6: Slot("INCIDENT: INSTRUMENT ID", "incident", "string"),
    7: Slot("INCIDENT: INSTRUMENT TYPE", "incident", "set"),
    8: Slot("PERP: INCIDENT CATEGORY", "perpetrator", "set"),
    9: Slot("PERP: INDIVIDUAL ID", "perpetrator", "string"),
    10: Slot("PERP: ORGANIZATION ID", "perpetrator", "string"),
    11: Slot("PERP: ORGANIZATION CONFIDENCE", "perpetrator", "set"),
    12: Slot("PHYS TGT: ID", "physical target", "string"),
    13: Slot("PHYS TGT: TYPE", "physical target", "set"),
    14: Slot("PHYS TGT: NUMBER", "physical target", "number"),
    15: Slot("PHYS TGT: FOREIGN NATION", "physical target", "set"),
    16: Slot("PHYS TGT: EFFECT OF INCIDENT", "physical target", "set"),
    17: Slot("PHYS TGT: TOTAL NUMBER", "physical target", "number"),
    18: Slot("HUM TGT: NAME", "human target", "string"),
    19: Slot("HUM TGT: DESCRIPTION", "human target", "string"),
    20: Slot("HUM TGT: TYPE", "human target", "set"),
    21: Slot("HUM TGT: NUMBER", "human target", "number"),
    22: Slot("HUM TGT: FOREIGN NATION", "human target", "set"),
    23: Slot("HUM TGT: EFFECT OF INCIDENT", "human target", "set"),
    24: Slot("HUM TGT: TOTAL NUMBER", "human target", "number"),
}
ANCHORS = (9, 10, 12, 13, 18, 19, 20)
"""Slots of which one must match, besides the type, for a key and an answer to be of the same incident."""
_LINE = re.compile(
    r"(\d+)\.\s+(?:MESSAGE|INCIDENT|PERP|PHYS TGT|HUM TGT):\s+(?:ID|TEMPLATE|"
    + "|".join(sorted({re.escape(s.title.partition(": ")[2]) for s in SLOTS.values()}, key=lambda t: (-len(t), t)))
    + r")(?:\s+(.*))?$"
)
_TOKEN = re.compile(r'"(?:\\.|[^"\\])*"?|.')
_WHOLE = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)")
_COLUMN = 36


class Option(Struct, frozen=True):
    """One way to fill a slot: the words as they stand, without quotes, and the wordings referred to."""

    value: str
    tags: tuple[str, ...] = ()


class Filler(Struct, frozen=True):
    """One filler: the options that count as right, and whether it may be left out."""

    options: tuple[Option, ...]
    optional: bool = False

    def __str__(self) -> str:
        first = self.options[0]
        more = f" / ... ({len(self.options)})" if len(self.options) > 1 else ""
        return ("? " if self.optional else "") + first.value + (f": {first.tags[0]}" if first.tags else "") + more


class Template(Struct, frozen=True):
    """One incident of one message: fillers by slot number; slots without one are left out."""

    number: str
    slots: Mapping[int, tuple[Filler, ...]]
    optional: bool = False

    def fillers(self, slot: int) -> tuple[Filler, ...]:
        """The fillers of a slot, none where it is empty."""
        return self.slots.get(slot, ())


def split_outside(text: str, mark: str) -> list[str]:
    """The parts of a text between the marks that stand outside quotes and brackets."""
    parts, depth = [""], 0
    for m in _TOKEN.finditer(text):
        piece = m.group()
        depth += (piece == "(") - (piece == ")")
        if piece == mark and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return [part.strip() for part in parts]


def _inside(text: str) -> str:
    m = _WHOLE.fullmatch(text)
    return m[1].strip() if m else text


def _filler(line: str, slot: int, key: bool) -> Filler | None:
    text = line.upper().lstrip("? ")
    kind = SLOTS[slot].kind
    if not key:
        text = ": ".join(split_outside(part, "/")[0] for part in split_outside(text, ":"))
    if text in ("", "-", "*"):
        return None
    if kind in ("date", "location"):
        options = tuple(Option(_inside(part)) for part in split_outside(text, "/"))
    else:
        value, *tagged = split_outside(text, ":")
        tags = tuple(t for t in split_outside(tagged[0], "/") if t) if tagged else ()
        options = tuple(Option(v, tags) for v in split_outside(_inside(value), "/") if v)
    return Filler(options, line.startswith("?")) if options else None


def read_keys(path: Path, key: bool = True) -> dict[str, tuple[Template, ...]]:
    """The templates of each message of a file, in order; () for a message that tells of no incident.

    `key` holds for answer keys; in answers alternatives do not count. ValueError where the file has no message.
    """
    blocks: list[dict[int, list[str]]] = []
    lines: list[str] | None = None
    for raw in path.read_text(encoding="latin-1").splitlines():
        line = raw.rstrip()
        if m := _LINE.match(line):
            number = int(m[1])
            if number == 0:
                blocks.append({})
            if blocks:
                lines = blocks[-1].setdefault(number, [])
                lines.append(m[2] or "")
        elif not line:
            lines = None
        elif line[0] in " \t" and lines is not None:
            lines.append(line.strip())
    out: dict[str, list[Template]] = {}
    for block in blocks:
        name = "".join(block.get(0, [""])).upper().split()
        number_words = " ".join(block.get(1, [])).upper()
        templates = out.setdefault(name[0] if name else "", [])
        label = number_words.split()
        if label and label[0] != "*":
            slots = {s: found for s in SLOTS if (found := tuple(f for x in block.get(s, []) if (f := _filler(x, s, key))))}
            templates.append(Template(label[0], slots, "(OPTIONAL)" in number_words))
    if not out:
        raise ValueError(f"{path} holds no templates of MUC-4 (lines such as '0.  MESSAGE: ID ...')")
    return {name: tuple(templates) for name, templates in out.items()}


def read_folder(folder: Path) -> dict[str, tuple[Template, ...]]:
    """The keys of every `key-*` file of a folder."""
    out: dict[str, tuple[Template, ...]] = {}
    for file in sorted(folder.glob("key-*")):
        out |= read_keys(file)
    return out


def _row(number: int, title: str, fillers: Iterable[str]) -> str:
    first, *rest = [*fillers] or ["-"]
    head = f"{number}.".ljust(4) + title
    return "\n".join([head.ljust(_COLUMN) + first, *(" " * _COLUMN + f for f in rest)])


def write_answers(answers: Mapping[str, Iterable[Template]]) -> str:
    """Answers in the format of the key files; a message without a template is written as one with stars throughout."""
    out = []
    for name in sorted(answers):
        templates = list(answers[name])
        rows = [_row(0, "MESSAGE: ID", [name]), _row(1, "MESSAGE: TEMPLATE", ["*"])]
        if not templates:
            out.append("\n".join(rows + [_row(n, s.title, ["*"]) for n, s in SLOTS.items()]))
        for count, template in enumerate(templates, 1):
            rows = [_row(0, "MESSAGE: ID", [name]), _row(1, "MESSAGE: TEMPLATE", [str(count)])]
            for n, s in SLOTS.items():
                written = [f.options[0].value + "".join(f": {t}" for t in f.options[0].tags[:1]) for f in template.fillers(n)]
                rows.append(_row(n, s.title, written))
            out.append("\n".join(rows))
    return "\n\n".join(out) + "\n"
