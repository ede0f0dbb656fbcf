"""Captions: lines that describe a picture, known by how they begin or by the credit they end with."""

import re
from functools import cache

from thucydides.grounding.datelines import is_dateline
from thucydides.vocabulary import mapping

WORDS = 110
CHARACTERS = 1500
GOES_ON = 60
"""So many characters behind a credit that opens a line are a sentence of the report."""
CREDIT = 160
"""A credit is looked for in so many characters at a line's end."""
"""A longer line is a paragraph, whatever it ends with."""

_TOLD = re.compile(r"\b(?:said|told|according to|reported)\b.{0,60}$")
"""How the first sentence of a report ends, and seldom that of a picture's description."""
_SENTENCE_START = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"“(\[A-Z])")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    credits = mapping("reading_credits")
    opening = "|".join(re.escape(one) for one in sorted(credits["captions"], key=len, reverse=True))
    owner = f"(?i:{'|'.join(re.escape(one) for one in sorted(credits['pictures'], key=len, reverse=True))})"
    cue = r"(?:AP Photo|Photo|Photos|Image|Images|Picture|Photograph|Credit|Courtesy|Source|File|Handout|Screengrab|Illustration|Video)"
    sure = (
        rf"[(\[]\s*(?:{cue}\b[^()\[\]]{{0,90}}|[^()\[\]]{{0,60}}(?:(?i:\bphoto\b)|/\s*{owner})[^()\[\]]{{0,30}})\s*[)\]]"
        r"|[(\[][A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}\s?/\s?[A-Z][^()\[\]]{1,40}[)\]]"
        rf"|\b(?:Photo|Image|Picture|Photograph|Photo credit|Image credit|Credit)s?\s?(?: by|: ?| courtesy of)\s?[A-Z@][^.!?]{{2,80}}"
        rf"|(?:[—–/|]|\s-)\s?(?:[^.—–/|]|\b[A-Z][a-z]{{0,3}}\.){{0,50}}/\s?{owner}(?:\s?/[\w .]+)*"
        rf"|(?:[—–/|]|\s-)\s?(?:{owner}\s?/\s?[\w .]{{2,40}}|Getty Images|AP Photo)"
        rf"|\|\s?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{1,3}}(?:/[\w .'’-]{{2,40}})?"
        r"|View Full Caption\b.{0,60}"
        rf"|©\s?(?:19|20)\d\d\s[A-Z][^.!?©]{{2,60}}(?:/|\bvia\s)(?i:{owner})"
    )
    lead = rf"(?:[—–/|]|\s-)\s?{owner}|\((?:{owner}|[A-Z]{{3,5}})\)"
    return (
        re.compile(rf"[(\[]?(?:(?:{opening})(?!\w)|(?:image|photo|slide|picture) \d+ (?:of|/) \d+|[\w-]+\.(?:jpe?g|png|webp)\s)", re.I),
        re.compile(rf"(?:{sure})\s*(?:Buy Photo)?$"),
        re.compile(rf"(?i:{lead})$"),
    )


@cache
def _opening_credit() -> re.Pattern[str]:
    owner = "|".join(re.escape(one) for one in sorted(mapping("reading_credits")["pictures"], key=len, reverse=True))
    return re.compile(rf"(?:Photograph|Photo|Image|Picture|Illustration)s?:\s?[^!?]{{2,60}}?/\s?(?i:{owner})\s+(?=[“\"A-Z])")


def credit_end(text: str) -> int | None:
    """Where the report begins in a line that opens with a picture's credit and goes on ("Photograph: A. Smith/AP Two men were ...")."""
    match = _opening_credit().match(text)
    return match.end() if match is not None and len(text) - match.end() >= GOES_ON else None


def caption(text: str, leading: bool) -> int | None:
    """Where a picture's description begins in a line (0: all of it is one); None where the line is none.

    `leading` says that the line stands before the first paragraph, where a bare agency's name at the end is a credit too; after it
    the name is more often the source of the report.
    """
    if is_dateline(text):
        return None  # "Bogota, 26 April 1990 (EFE)" credits no picture
    if len(text) > CHARACTERS or len(text.split()) > WORDS:
        return None
    opening, credit, lead = _patterns()
    if opening.match(text):
        return 0
    end = text[-CREDIT:]
    if not (credit.search(end) or (leading and lead.search(end))):
        return None
    for start in _SENTENCE_START.finditer(text):
        if text[start.end()] not in "([" and opening.match(text, start.end()) and not credit.match(text, start.end()):
            return start.end()
    starts = [m.end() for m in _SENTENCE_START.finditer(text) if text[m.end()] not in "(["]
    if starts and not credit.search(end) and _TOLD.search(text[: starts[0]]):
        return starts[-1]  # the lead of the report runs on into what is below its picture
    return 0 if len(_SENTENCE_START.findall(text)) <= 3 else None
