"""html: one page that needs nothing else: map, timeline, incidents with accounts side by side, and every passage in its document.

Works from a file without a network, with scripts off, on paper and on a phone. Text of documents is escaped by the template; a
content security policy in the page lets nothing run or load but the page's own style and script.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from thucydides.nouns import Record
from thucydides.publishing.options import Options
from thucydides.publishing.page import page
from thucydides.publishing.reader import anchor, slug
from thucydides.publishing.registry import FormatInfo

INFO = FormatInfo(
    "html",
    ".html",
    "One page to read: map, timeline, accounts side by side, passages in their documents; no network.",
    standard="HTML Living Standard",
    grade="contested",
)


def write(record: Record, options: Options) -> bytes:
    """The record as one HTML page."""
    style, script = _own("style.css"), _own("page.js")
    rules = ("default-src 'none'", f"style-src {_digest(style)}", f"script-src {_digest(script)}", "img-src data:")
    policy = "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))
    # These two are files of ours, not text of documents; they hold no closing tag, which a test checks.
    text = _template().render(page(record, options), style=Markup(style), script=Markup(script), policy=policy)
    return text.encode()


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("thucydides.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["slashed"] = slashed
    environment.globals.update(slug=slug, anchor=anchor)
    return environment.get_template("page.html.j2")


def slashed(text: str) -> Markup:
    """A text that may be broken after its slashes."""
    return Markup("/<wbr>").join(text.split("/"))


@cache
def _own(name: str) -> str:
    return (files("thucydides.publishing") / "templates" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
