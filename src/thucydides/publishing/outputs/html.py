"""html: one page that needs nothing else: map, timeline, incidents with accounts side by side, and every passage in its document.

Works from a file without a network, with scripts off, on paper and on a phone. Text of documents is escaped by the template; a
content security policy in the page lets nothing run or load but the page's own style and script.
"""

from functools import cache
from importlib.resources import files

from jinja2 import Template
from markupsafe import Markup

from thucydides.nouns import Record
from thucydides.publishing.options import Options
from thucydides.publishing.pages.page import page
from thucydides.publishing.reader import anchor, slug
from thucydides.publishing.registry import FormatInfo
from thucydides.publishing.templating import digest, environment

INFO = FormatInfo(
    "html",
    ".html",
    "One page to read: map, timeline, accounts side by side, passages in their documents; no network.",
    standard="HTML Living Standard",
    grade="contested",
)


def write(record: Record, options: Options) -> bytes:
    """The record as one HTML page."""
    style, script = _own("style.css"), _own("table.js") + _own("page.js")
    rules = ("default-src 'none'", f"style-src {digest(style)}", f"script-src {digest(script)}", "img-src data:")
    policy = "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))
    # These two are files of ours, not text of documents; they hold no closing tag, which a test checks.
    text = _template().render(page(record, options), style=Markup(style), script=Markup(script), policy=policy)
    return text.encode()


@cache
def _template() -> Template:
    made = environment()
    made.globals.update(slug=slug, anchor=anchor)
    return made.get_template("page.html.j2")


@cache
def _own(name: str) -> str:
    return (files("thucydides.publishing") / "templates" / name).read_text(encoding="utf-8")
