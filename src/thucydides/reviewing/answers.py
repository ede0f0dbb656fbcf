"""Answers: what a person types for a question, as the ruling that it stands for."""

import re
from typing import Literal

from msgspec import Struct

from thucydides.nouns import Claim
from thucydides.publishing.index import Index
from thucydides.record.errors import MissingError
from thucydides.reviewing.item import Item
from thucydides.reviewing.setting import of_value, readable

Verb = Literal["same", "different", "right", "set", "take", "reject", "skip", "why", "build", "quit"]
SHORT: dict[str, Verb] = {
    "s": "same", "d": "different", "r": "right", "t": "take", "x": "reject", "k": "skip", "": "skip", "w": "why", "b": "build", "q": "quit",
}  # fmt: skip
ALLOWED: dict[str, tuple[Verb, ...]] = {
    "apart": ("same", "different", "reject"), "joined": ("same", "different", "reject"),
    "value": ("right", "take", "set", "reject"), "unknown": ("set", "reject"), "lone": ("right", "reject"),
}  # fmt: skip
ALWAYS: tuple[Verb, ...] = ("skip", "why", "build", "quit")
_WITH_VALUE = ("set", "take", "reject")
_ANSWER = re.compile(r"^\s*(?P<verb>[A-Za-z]*)\s*(?P<value>.*?)\s*(?:\s::?\s*(?P<why>.*)|:\s+(?P<why2>.*))?$")


class Answer(Struct, frozen=True):
    """A verb with its value ("5", "a", "2") and the reason given, "" where none was."""

    verb: Verb
    value: str = ""
    why: str = ""


def parse(line: str, item: Item) -> Answer:
    """What a line says: `VERB [VALUE] [: REASON]`, the verb whole or as its letter; MissingError where it is no answer to the question."""
    match = _ANSWER.match(line)
    word = match["verb"].casefold() if match else "?"
    verbs = (*ALLOWED[item.kind], *ALWAYS)
    verb = SHORT.get(word) or next((v for v in verbs if v == word), None)
    if match is None or verb is None or verb not in verbs or (not word and match["value"]):
        raise MissingError(f"{line.strip()!r} is no answer here; answer {', '.join(verbs[:-1])} or {verbs[-1]}")
    if match["value"] and verb not in _WITH_VALUE:
        raise MissingError(f"{verb} takes no value; put the reason behind a colon: {verb}: {match['value']}")
    return Answer(verb, match["value"] or "", (match["why"] or match["why2"] or "").strip())


def ruling(index: Index, item: Item, answer: Answer) -> tuple[str, tuple[str, ...]]:
    """The verb and the arguments of the ruling that an answer stands for; MissingError where its value cannot be read."""
    incident = index.incidents[item.incidents[0]]
    sides = (",".join(item.left), ",".join(item.right))
    if answer.verb == "same":
        return "merge", sides
    if answer.verb == "different":
        return ("different" if item.kind == "apart" else "split"), sides
    if answer.verb == "reject":
        return "reject", _rejected(index, item, answer.value)
    attribute, value = item.attribute, answer.value
    if answer.verb == "right":
        attribute, value = (attribute, _standing(index, item)) if attribute else ("status", "happened")
    elif answer.verb == "take":
        value = _taken(index, item, value)
    elif not value:
        raise MissingError(f"say what {attribute} is to be set to: set VALUE")
    return "set", (item.left[0], attribute, readable(attribute, value, incident))


def claims(index: Index, item: Item) -> tuple[Claim, ...]:
    """The claims that a question on a value lists, in the order of their numbers: those for the record's value, then those against."""
    assessed = index.incidents[item.incidents[0]].assessed(item.attribute) if item.attribute else None
    if assessed is None:
        return ()
    return tuple(index.claims[c] for c in (*assessed.claims_for, *assessed.claims_against) if c in index.claims)


def _numbered(index: Index, item: Item, value: str) -> Claim:
    listed = claims(index, item)
    if not value.isdecimal() or not 1 <= int(value) <= len(listed):
        have = f"a number from 1 to {len(listed)}" if listed else "none to name here"
        raise MissingError(f"{value or 'nothing'!r} is no claim of the list; there is {have}")
    return listed[int(value) - 1]


def _taken(index: Index, item: Item, value: str) -> str:
    one = _numbered(index, item, value)
    found = of_value(item.attribute, one.quantity, one.date, one.place, one.value)
    if found is None:
        raise MissingError(f"claim {value} cannot be taken as it stands; write the value: set VALUE")
    return found


def _standing(index: Index, item: Item) -> str:
    """The record's own value as a ruling holds it, so that it stays whatever comes."""
    assessed = index.incidents[item.incidents[0]].assessed(item.attribute)
    found = None
    if assessed is not None:
        found = of_value(item.attribute, assessed.quantity, assessed.date, assessed.place, assessed.value)
    if found is None:
        raise MissingError(f"{item.attribute} cannot be kept as it stands; write the value: set VALUE")
    return found


def _rejected(index: Index, item: Item, value: str) -> tuple[str, ...]:
    """The mentions of the side named, of the incident where there is one side only, or one claim by its number."""
    if not item.right:
        return (_numbered(index, item, value).id,) if value else item.left
    if value.casefold() not in ("a", "b"):
        raise MissingError("say which of the two is no incident: reject a, or reject b")
    return item.left if value.casefold() == "a" else item.right
