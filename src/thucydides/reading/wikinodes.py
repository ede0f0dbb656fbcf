"""Wikinodes: the words that a reader of a wiki page sees for the nodes of its parsed source, in plain-text form.

References are left out; the news reports that they cite are collected on the way.
"""

import re
from typing import Any

from thucydides.reading import plain
from thucydides.reading.characters import clean
from thucydides.vocabulary import mapping

_OPTION = re.compile(
    r"(?:thumb(?:nail)?|left|right|center|none|frame(?:d|less)?|border|upright(?:=.*)?|\d*x?\d+px|(?:alt|link|page|lang|class)=.*)$",
    re.I,
)
_CITED = ("work", "newspaper", "website", "agency", "publisher", "magazine")


def name_of(node: Any) -> str:
    """A template's name for comparison; "" for any other node."""
    return " ".join(str(node.name).split()).replace("_", " ").casefold() if type(node).__name__ == "Template" else ""


def joined(code: Any, cited: dict[str, None]) -> str:
    return "".join(words(node, cited) for node in code.nodes)


def words(node: Any, cited: dict[str, None]) -> str:
    """The words that a reader of the page sees for one node, in plain-text form."""
    match type(node).__name__:
        case "Text":
            return str(node.value)
        case "Template":
            return _template(node, cited)
        case "Wikilink":
            return _link(node, cited)
        case "ExternalLink":
            return joined(node.title, cited) if node.title is not None else ("" if node.brackets else str(node.url))
        case "Tag":
            return _tag(node, cited)
        case "Heading":
            return f"\n\n{'=' * node.level} {joined(node.title, cited).strip()} {'=' * node.level}\n"
        case "HTMLEntity":
            return str(node.normalize())
        case _:
            return ""


def _link(node: Any, cited: dict[str, None]) -> str:
    target = str(node.title).strip()
    space = target.split(":", 1)[0].casefold() if ":" in target else ""
    shown = joined(node.text, cited) if node.text is not None else target.lstrip(":")
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
        return f"\n\n{first}{''.join(words(row, cited) for row in parts if str(row.tag) == 'tr')}\n\n"
    inside = joined(node.contents, cited) if node.contents is not None else ""
    return f"\n> {inside.strip()}\n" if tag == "blockquote" else inside


def _row(cells: list[Any], cited: dict[str, None]) -> str:
    words = [_cell(joined(cell.contents, cited)) for cell in cells]
    return f"\n| {' | '.join(words)} |\n" if any(words) else ""


def _cell(words: str) -> str:
    return " ".join(words.replace("<br>", ", ").replace("<hr>", "; ").replace("\n*", ", ").replace("|", "/").split())


def _template(node: Any, cited: dict[str, None]) -> str:
    vocabulary = mapping("reading_wikitext")
    name = name_of(node)
    given = [joined(one.value, cited).strip() for one in node.params if str(one.name).strip().isdigit()]
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
    words += [mapping("reading_wikitext")["months"][month - 1]] if 1 <= month <= 12 else []
    return " ".join([*words, *numbers[:1]])


def _cite(template: Any, cited: dict[str, None]) -> None:
    """Note the outlet and date that a citation template gives."""
    if not name_of(template).startswith(("cite ", "citation")):
        return
    given = {str(one.name).strip().casefold(): one.value.strip_code().strip() for one in template.params}
    outlet = next((given[key] for key in _CITED if given.get(key)), "")
    if outlet:
        cited.setdefault(clean(", ".join(part for part in (outlet, given.get("date", "")) if part)))
