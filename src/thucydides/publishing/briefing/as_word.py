"""The brief as DOCX (Office Open XML, ECMA-376 transitional), with real footnotes, from parts of ours filled by templates.

The archive's dates are fixed and no author, clock or machine is named, so the same brief gives the same bytes.
"""

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from thucydides.publishing.briefing.parts import Brief
from thucydides.publishing.files import zipped

PARTS = {
    "[Content_Types].xml": "docx_types.xml.j2",
    "_rels/.rels": "docx_package.xml.j2",
    "docProps/core.xml": "docx_core.xml.j2",
    "word/_rels/document.xml.rels": "docx_relations.xml.j2",
    "word/document.xml": "docx_document.xml.j2",
    "word/footnotes.xml": "docx_footnotes.xml.j2",
    "word/numbering.xml": "docx_numbering.xml.j2",
    "word/settings.xml": "docx_settings.xml.j2",
    "word/styles.xml": "docx_styles.xml.j2",
}
"""Each part of the package and the template that it is made from; the list of types has to come first."""
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 does not allow."""


def write(brief: Brief) -> bytes:
    """The brief as a package for Word, LibreOffice and Pages."""
    made = {name: _environment().get_template(part).render(brief=brief).encode() for name, part in PARTS.items()}
    return zipped(made)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("thucydides.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: CONTROL.sub("", value) if type(value) is str else value,
    )
