"""Markup: words of others made plain text of wikitext, so that they cannot become a link, a template or a heading."""

import re

ENTITIES = {"{": "&#123;", "}": "&#125;", "|": "&#124;", "[": "&#91;", "]": "&#93;", "<": "&lt;", ">": "&gt;", "=": "&#61;"}
SPECIAL = re.compile("[" + re.escape("".join(ENTITIES)) + "]")
QUOTES = re.compile(r"'{2,}|~{3,}|_{2,}")
LINE_START = re.compile(r"^[*#:; -]")


def plain(text: str) -> str:
    """Text of others on one line, each character that means something in wikitext as its entity."""
    words = SPECIAL.sub(lambda m: ENTITIES[m[0]], " ".join(text.replace("&", "&amp;").split()))
    words = QUOTES.sub(lambda m: "".join(f"&#{ord(c)};" for c in m[0]), words)
    return LINE_START.sub(lambda m: f"&#{ord(m[0])};", words)


def template(name: str, parameters: list[tuple[str, str]]) -> str:
    """A template on one line: "{{cite news |title=... |date=...}}"; parameters without a value are left out."""
    return "{{" + " ".join([name, *(f"|{key}={value}" for key, value in parameters if value)]) + "}}"
