"""Wikitext: the source of a wiki page becomes plain lines: infobox fields, headings, paragraphs, bullets, table rows, captions.

References leave the running text; the news reports they cite are kept as notes, outlet and date.
"""

import re
from collections.abc import Iterator
from typing import Any

from thucydides.reading import plain
from thucydides.reading.characters import clean
from thucydides.reading.page import Line, Page, Unreadable
from thucydides.vocabulary import mapping

_MARKS = re.compile(r"\{\{[^{}\n|]{2,60}[|}\n]|\[\[[^\[\]\n]{2,200}\]\]|'''[^'\n]{2,200}'''|<ref[ >/]")
_MAGIC = re.compile(r"__[A-Z]{3,20}__|\{\{\{.*?\}\}\}")
_OPTION = re.compile(
    r"(?:thumb(?:nail)?|left|right|center|none|frame(?:d|less)?|border|upright(?:=.*)?|\d*x?\d+px|(?:alt|link|page|lang|class)=.*)$",
    re.I,
)
_CITED = ("work", "newspaper", "website", "agency", "publisher", "magazine")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
CITATIONS_NOTED = 200
PAGE = 4_000_000
"""The longest wiki source parsed; MediaWiki itself allows 2 MB a page."""
TANGLED = 300
"""A source with more marks open at once or left open is not parsed: it would take the parser minutes."""
_PAIRS = re.compile(r"\{\{|\}\}|\[\[|\]\]|<(/?)(?!br\b|hr\b|li\b|img\b|wbr\b)[a-z]+[^<>]{0,200}?(/?)>", re.I)


def is_wikitext(text: str) -> bool:
    """Whether a text is wiki source: at least three of its marks, and two kinds of them, in the first 20,000 characters."""
    found = [match[0][:2] for match in _MARKS.finditer(text[:20_000])]
    return len(found) >= 3 and (len(set(found)) >= 2 or len(found) >= 10)


def read(text: str, path: str) -> Page:
    """The page that a wiki source holds. Infobox fields come where the infobox stands."""
    import mwparserfromhell

    if len(text) > PAGE or _tangled(text):
        raise Unreadable("is wiki source too long or too tangled to parse (marks left open or nested deep); give the page's text")
    code = mwparserfromhell.parse(_MAGIC.sub("", text))
    cited: dict[str, None] = {}
    lines: list[Line] = []
    running: list[str] = []
    title = ""
    for node in code.nodes:
        if _name(node).startswith("infobox"):
            lines += plain.lines(_protected("".join(running)))
            running = []
            fields = list(_fields(node, cited))
            lines += [plain.infobox(key, value) for key, value in fields]
            title = title or _title(dict(fields))
        else:
            running.append(_words(node, cited))
    lines += plain.lines(_protected("".join(running)))
    notes = tuple(f"cites {one}" for one in list(cited)[:CITATIONS_NOTED])
    return Page(
        path, tuple(lines), {"title": title, "title rule": "read.title-infobox"} if title else {}, ("read as wiki source", *notes)
    )


def _tangled(text: str) -> bool:
    depth = 0
    for mark in _PAIRS.finditer(text):
        opening = mark[0] in ("{{", "[[") or (mark[0][0] == "<" and not mark[1] and not mark[2])
        closing = mark[0] in ("}}", "]]") or bool(mark[1])
        depth = max(0, depth + opening - closing)
        if depth > TANGLED:
            return True
    return False


def _protected(text: str) -> str:
    """Clean text in which the mark of captions survives and breaks are line ends."""
    text = text.replace("<br>", "\n").replace("<hr>", "\n")
    return plain.CAPTION.join(clean(part) for part in text.split(plain.CAPTION))


def _title(fields: dict[str, str]) -> str:
    names: list[str] = mapping("reading_wikitext")["title"]
    return next((clean(fields[name]) for name in names if fields.get(name)), "")


def _name(node: Any) -> str:
    return " ".join(str(node.name).split()).replace("_", " ").casefold() if type(node).__name__ == "Template" else ""


def _fields(node: Any, cited: dict[str, None]) -> Iterator[tuple[str, str]]:
    silent: list[str] = mapping("reading_wikitext")["silent"]
    for parameter in node.params:
        key = str(parameter.name).strip()
        value = _joined(parameter.value, cited).strip()
        value = re.sub(r"^\s*[*#]+\s*", "", value, flags=re.M)
        if value and key.casefold() not in silent and not key.isdigit():
            yield key, clean(value.replace(plain.CAPTION, ""))


def _joined(code: Any, cited: dict[str, None]) -> str:
    return "".join(_words(node, cited) for node in code.nodes)


def _words(node: Any, cited: dict[str, None]) -> str:
    """The words that a reader of the page sees for one node, in plain-text form."""
    match type(node).__name__:
        case "Text":
            return str(node.value)
        case "Template":
            return _template(node, cited)
        case "Wikilink":
            return _link(node, cited)
        case "ExternalLink":
            return _joined(node.title, cited) if node.title is not None else ("" if node.brackets else str(node.url))
        case "Tag":
            return _tag(node, cited)
        case "Heading":
            return f"\n\n{'=' * node.level} {_joined(node.title, cited).strip()} {'=' * node.level}\n"
        case "HTMLEntity":
            return str(node.normalize())
        case _:
            return ""


def _link(node: Any, cited: dict[str, None]) -> str:
    target = str(node.title).strip()
    space = target.split(":", 1)[0].casefold() if ":" in target else ""
    shown = _joined(node.text, cited) if node.text is not None else target.lstrip(":")
    if space in ("file", "image", "datei", "fichier", "archivo", "файл"):
        caption = next((part for part in reversed(shown.split("|")) if part.strip() and not _OPTION.match(part.strip())), "")
        return f"\n{plain.CAPTION}{' '.join(caption.split())}\n" if node.text is not None and caption else ""
    if space == "category" or (len(space) in (2, 3) and node.text is None):
        return ""
    return shown


def _tag(node: Any, cited: dict[str, None]) -> str:
    tag = str(node.tag).strip().casefold()
    if tag == "ref":
        if node.contents is not None:
            for template in node.contents.filter_templates():
                _cite(template, cited)
        return ""
    if tag in ("br", "hr"):
        return f"<{tag}>"
    if tag in ("gallery", "math", "score", "timeline", "imagemap", "templatedata", "style", "script"):
        return ""
    if tag in ("li", "dt", "dd") and node.wiki_markup:
        return str(node.wiki_markup).lstrip(":;")
    if tag == "tr":
        return _row(node.contents.filter_tags(recursive=False), cited)
    if tag == "table":
        parts = node.contents.filter_tags(recursive=False)
        first = _row([part for part in parts if str(part.tag) in ("th", "td")], cited)
        return f"\n\n{first}{''.join(_words(row, cited) for row in parts if str(row.tag) == 'tr')}\n\n"
    inside = _joined(node.contents, cited) if node.contents is not None else ""
    return f"\n> {inside.strip()}\n" if tag == "blockquote" else inside


def _row(cells: list[Any], cited: dict[str, None]) -> str:
    words = [_cell(_joined(cell.contents, cited)) for cell in cells]
    return f"\n| {' | '.join(words)} |\n" if any(words) else ""


def _cell(words: str) -> str:
    return " ".join(words.replace("<br>", ", ").replace("<hr>", "; ").replace("\n*", ", ").replace("|", "/").split())


def _template(node: Any, cited: dict[str, None]) -> str:
    vocabulary = mapping("reading_wikitext")
    name = _name(node)
    given = [_joined(one.value, cited).strip() for one in node.params if str(one.name).strip().isdigit()]
    if name in vocabulary["lists"]:
        return ", ".join(re.sub(r"^\s*[*#]+\s*", "", row) for one in given for row in one.split("\n") if row.strip())
    if name in vocabulary["dates"]:
        return _date([one for one in given if one.isdigit()])
    if name in vocabulary["measures"]:
        return " ".join(given[:2])
    if name in vocabulary["arguments"]:
        which = vocabulary["arguments"][name]
        return given[which - 1 if which > 0 else which] if which and len(given) >= abs(which) else ""
    if any(name == start or name.startswith(f"{start} ") for start in vocabulary["dropped"]):
        _cite(node, cited)
        return ""
    return given[0] if len(given) == 1 else ""


def _date(numbers: list[str]) -> str:
    month = int(numbers[1]) if len(numbers) > 1 else 0
    words = [numbers[2].lstrip("0")] if len(numbers) > 2 else []
    words += [_MONTHS[month - 1]] if 1 <= month <= 12 else []
    return " ".join([*words, *numbers[:1]])


def _cite(template: Any, cited: dict[str, None]) -> None:
    """Note the outlet and date that a citation template gives."""
    if not _name(template).startswith(("cite ", "citation")):
        return
    given = {str(one.name).strip().casefold(): one.value.strip_code().strip() for one in template.params}
    outlet = next((given[key] for key in _CITED if given.get(key)), "")
    if outlet:
        cited.setdefault(clean(", ".join(part for part in (outlet, given.get("date", "")) if part)))
