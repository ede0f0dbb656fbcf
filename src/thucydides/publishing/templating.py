"""Templating: the pages' templates and the digests by which a page names what may run in it."""

from base64 import b64encode
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup


def environment() -> Environment:
    """Templates of ours: text is escaped, a name that is not there is a fault."""
    made = Environment(
        loader=PackageLoader("thucydides.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["slashed"] = slashed
    return made


def slashed(text: str) -> Markup:
    """A text that may be broken after its slashes."""
    return Markup("/<wbr>").join(text.split("/"))


def digest(text: str) -> str:
    """A style or script by its digest, as a content security policy names it."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
