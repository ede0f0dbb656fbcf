"""The brief as one HTML page that needs no other file: notes linked both ways, light and dark, made for paper too."""

from functools import cache
from importlib.resources import files

from jinja2 import Template
from markupsafe import Markup

from thucydides.publishing.briefing.parts import Brief
from thucydides.publishing.templating import digest, environment


def write(brief: Brief) -> bytes:
    """The brief; text of documents is escaped, and nothing but the page's own style may load."""
    style = _style()
    policy = f"default-src 'none'; style-src {digest(style)}; base-uri 'none'; form-action 'none'"
    return _template().render(brief=brief, style=Markup(style), policy=policy).encode()


@cache
def _style() -> str:
    return (files("thucydides.publishing") / "templates" / "brief.css").read_text(encoding="utf-8")


@cache
def _template() -> Template:
    return environment().get_template("brief.html.j2")
