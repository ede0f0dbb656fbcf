"""Fields: the names by which data about a report go, in JSON objects and at the head of Markdown texts, brought to our own."""

from collections.abc import Mapping
from typing import Any

from thucydides.reading.characters import clean
from thucydides.vocabulary import mapping

METADATA = ("title", "url", "outlet", "author", "published", "language")
"""What a page's metadata may hold."""


def known(given: Mapping[Any, Any]) -> dict[str, str]:
    """The values of fields that we know, under our names, as strings; lists joined with commas, an object by its name."""
    vocabulary = mapping("reading_fields")
    lower = {str(key).casefold(): value for key, value in given.items()}
    found = {}
    for name, keys in vocabulary.items():
        if name != "source" and (words := next((one for key in keys if (one := _string(lower.get(key)))), "")):
            found[name] = words
    return found


def metadata(fields: Mapping[str, str]) -> dict[str, str]:
    """Those of the known fields that are about the report, on one line each."""
    return {name: " ".join(clean(fields[name]).split()) for name in METADATA if fields.get(name, "").strip()}


def _string(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(one for one in map(_string, value) if one)
    if isinstance(value, dict):
        return _string(value.get("name") or value.get("title") or value.get("edtf"))
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
