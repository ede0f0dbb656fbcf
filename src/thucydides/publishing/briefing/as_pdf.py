"""The brief as PDF (PDF/UA-1, so that screen readers find headings, lists and links), set by Typst from a template of ours.

The words go in as data and are never read as markup; no date is stamped, so the same brief gives the same bytes.
"""

from functools import cache
from importlib.resources import files

import msgspec

from thucydides.publishing.briefing.parts import Brief


def write(brief: Brief) -> bytes:
    """The brief on A4."""
    import typst

    data = msgspec.json.encode(brief).decode()
    return bytes(typst.compile(_template(), format="pdf", sys_inputs={"brief": data}, pdf_standards="ua-1"))


@cache
def _template() -> bytes:
    return (files("thucydides.publishing") / "templates" / "brief.typ").read_bytes()
