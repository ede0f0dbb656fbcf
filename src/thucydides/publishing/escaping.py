"""Escaping: words of others made plain text of a format, so that they cannot become markup or a link."""

import re

MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")
LINE_START = re.compile(r"^(\d*)([-+=.)])")


def markdown(text: str) -> str:
    """Text of others as plain Markdown text on one line."""
    return LINE_START.sub(r"\1\\\2", MARKDOWN.sub(r"\\\1", " ".join(text.split())))
