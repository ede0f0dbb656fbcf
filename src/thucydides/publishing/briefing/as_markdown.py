"""The brief as Markdown, with footnotes in the form that GitHub and Pandoc read."""

from thucydides.publishing.briefing.parts import Brief, Line, Note
from thucydides.publishing.escaping import markdown as escape


def write(brief: Brief) -> bytes:
    """The brief; each note names its document and quotes it."""
    parts = [f"# {escape(brief.title)}\n", f"*{escape(brief.scope)}*\n"]
    for section in brief.sections:
        parts.append(f"## {escape(section.heading)}\n")
        parts += [_line(line) for line in section.lines]
        parts.append("")
    parts.append("## Documents quoted\n")
    parts += [f"- {s.letter}: {escape(s.credit)}" + (f", <{s.url}>" if s.url else "") for s in brief.sources]
    parts.append("")
    parts += [_note(note) for note in brief.notes]
    return ("\n".join(parts) + "\n").encode()


def _line(line: Line) -> str:
    label = f"**{escape(line.label)}** " if line.label else ""
    return f"- {label}{escape(line.text)}" + "".join(f"[^{n}]" for n in line.notes)


def _note(note: Note) -> str:
    said = f"{note.source}: “{escape(note.text)}”" if note.source else escape(note.text)
    return f"[^{note.number}]: {said}"
