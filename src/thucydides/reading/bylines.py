"""Bylines: lines that say who wrote a report and when, and those run into a title or a first sentence."""

import re
from functools import cache
from typing import NamedTuple

from thucydides.reading.phrases import bare
from thucydides.vocabulary import mapping

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?"
_ZONE = (
    r"(?:gmt|utc|bst|cet|cest|eet|msk|ist|pkt|npt|mmt|ict|wib|sgt|pht|kst|jst|ast|trt|eat|cat|wat|sast|"
    r"e[ds]?t|c[ds]?t|m[ds]?t|p[ds]?t|z|[+-]\d{2}:?\d{2}|local time)"
)
_CLOCK = rf"(?:\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}}(?:\.\d+)?)?(?:\s*[ap]\.?\s?m\b\.?)?|\d{{1,2}}\s*[ap]\.?m\b\.?)(?:\s*{_ZONE}\b)?"
_DAY = (
    rf"(?:(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}[./]\d{{1,2}}[./]\d{{1,2}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH}(?:,?[ -]+\d{{2,4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? +\d{{4}})?)(?:T(?=\d))?)"
)
STAMP = re.compile(
    rf"(?<![\w/])(?:(?:{_WEEKDAY},?\s+)?{_DAY}(?:,?\s*(?:(?:at|[-–|·•@])\s*)?{_CLOCK})?|{_CLOCK}|"
    r"\d+ (?:hours?|minutes?|months?|days?|weeks?) ago)(?![\w/])",
    re.I,
)
"""A date, a date with a time of day, or a time of day, as pages print them. Which day it is, `grounding.published` says."""

_NAME = r"(?:[A-Z][\w'’.-]*|[A-Z]\.|al-\w+|al|el|bin|ibn|de|da|del|van|von|der|den|la|le|ul|di|du|abu|dos|ter)"
_NAMES = re.compile(rf"(?:@?{_NAME}(?:[ ]+|(?=[,/|]))|(?:and|with|for|in|of|the|at|y|et|und|[,/|&·•–-])[ ]*){{1,24}}$")
_BY = re.compile(
    r"(?:(?:(?:story|written|reported|words|report|text|compiled|analysis|reporting|posted|published|edited) )?by:?"
    r"|(?:reporter|author|writer|correspondent)s?:)\s+(\S.*)$",
    re.I,
)
_CREDITS = re.compile(
    r"\s{3,}|\s+(?:[-–—|]\s+)?(?=(?:photo(?:graph)?s?|pictures?|images?|editors?|edited|translat\w+)\b(?:\s+by\b|:))", re.I
)
"""What parts a writer from others who are credited on the line: "TEXT BY R. DEKA PHOTOS BY S. ROY"."""
_DASHED = re.compile(r"(?:--|—|–|-)\s*([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3})$")
_NOT_NAMES = re.compile(
    rf"(?:{_WEEKDAY}|{_MONTH}|the|night|morning|evening|afternoon|and|early|late|updates?|first|news|breaking|original|"
    r"story|new|more|live|video|photos?|latest|correction|[\s,:@()])+$",
    re.I,
)
_RUN_IN = re.compile(
    rf"(?:(?-i:\b[A-Z]{{3,}}(?:[ ,.]+[A-Z][\w.]*){{0,4}})\s+\|\s+(?i:{STAMP.pattern})"
    rf"|(?i:{STAMP.pattern})(?:\s+(?:Last updated|Updated|First published|Published)(?: at| on)?\s+(?i:{STAMP.pattern}))+(?:\s+Help\b)?"
    rf"|^(?i:{STAMP.pattern})(?:\s*\|\s*By (?:[A-Z][\w'’.-]+ ){{1,3}}?[A-Z][\w'’.-]+, [A-Z]{{2,}}\b)?)(?=\s+[A-Z*•(\"“‘])"
)
_POSTED = re.compile(
    r"\s*(?:[-–|·(]\s*)?\b(?:First )?(?:Posted|Published|Updated|Last updated|Modified)\b\s*(?:on|at|by)?\s*:?\s+(?=\S)", re.I
)
_LEAF = re.compile(r"\bpages? [A-Z]?\d{1,3}\b", re.I)
"""The page of a printed issue: "By Ana Bek | October 3, 2031 | Page 12"."""
WORDS = 30
HEAD = 600
"""A byline run into other words is looked for in so many characters of a line."""


class Byline(NamedTuple):
    """A byline: the people it names ("" where none), and whether a date stands in it."""

    names: str
    dated: bool


@cache
def _words() -> tuple[re.Pattern[str], frozenset[str], re.Pattern[str]]:
    credits = mapping("reading_credits")
    labels = "|".join(re.escape(one) for one in sorted(credits["labels"], key=len, reverse=True))
    roles = "|".join(re.escape(one) for one in sorted(credits["roles"], key=len, reverse=True))
    return (
        re.compile(rf"\b(?:{labels})\b\s*:?", re.I),
        frozenset(credits["agencies"]),
        re.compile(rf"(?:^|[\s,|-])(?:{roles})\.?$", re.I),
    )


def byline(text: str) -> Byline | None:
    """What a line says as a byline, or None where it is none: every word of it must be a name, a role, a label or a date."""
    if len(text) > 250 or len(text.split()) > WORDS:
        return None
    if len(text) > 100 and text.endswith(".") and not _BY.match(text):
        return None
    labels, agencies, roles = _words()
    rest = STAMP.sub(" ", text)
    dated = rest != text
    rest = _LEAF.sub(" ", rest) if dated else rest
    opened = _BY.match(_CREDITS.split(rest.strip(" |·•–—-"))[0])
    if not opened and not dated:
        people = roles.sub("", text).strip(" ,|-")
        if bare(text) in agencies or (
            people != text.strip(" ,|-") and len(text.split()) <= 8 and (not people or _NAMES.match(f"{people} "))
        ):
            return Byline(_people(people), False)
        dashed = _DASHED.match(text)
        return Byline(dashed[1], False) if dashed else None
    rest = labels.sub(" ", opened[1] if opened else rest)
    rest = roles.sub("", re.sub(r"\s+", " ", rest).strip(" ()[]|·•–—:;,.-")).strip(" ,|-")
    if (opened and not rest) or (rest and _NOT_NAMES.match(rest)):
        return None
    if not rest:
        return Byline("", True)
    if not _NAMES.match(f"{rest} ") or (not opened and len(rest.split()) > 5):
        return None
    if not opened and re.match(r"[A-Z]{3,}[^|]*\|", text):
        return Byline("", dated)
    if not opened and (len(rest.split()) < 2 or bare(rest) in mapping("reading_heads")["labels"]):
        return Byline("", True)
    return Byline(_people(rest), dated)


def _people(names: str) -> str:
    names = re.split(r"\s*[|/·•]\s*|,\s*(?=[A-Z]{2,}\b|The )|\s+(?:for|in|of|at)\s+", re.sub(r"\s+", " ", names).strip(" ,|-"))[0]
    return "" if bare(names) in _words()[1] else names.strip(" ,.-")


def run_in(text: str) -> tuple[int, int] | None:
    """Where a byline lies within a line that goes on with the report ("DAMASCUS | Tue Mar 22, 2011 12:36pm EDT The ..."); None for none.

    Only a date with a time of day or a writer's name is taken so: "15 May 2022 A clash" is an entry of a timeline.
    """
    match = _RUN_IN.search(text[:HEAD])
    if not match or not re.search(_DAY, match[0], re.I) or len(text) - match.end() < 20:
        return None
    if "|" not in match[0] and not re.search(_CLOCK, match[0], re.I):
        return None
    return match.start(), match.end()


def posted(text: str) -> int:
    """Where a byline begins that is run onto a title ("Nine hurt Posted: Monday, March 3, 2014 6:40 AM"); 0 for none."""
    match = _POSTED.search(text) if len(text) <= HEAD else None
    return (
        match.end() - len(match[0].lstrip(" -–|·("))
        if match and match.start() > 0 and byline(text[match.start() :].strip(" -–|·()"))
        else 0
    )
