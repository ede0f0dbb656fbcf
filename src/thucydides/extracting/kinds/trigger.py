"""Trigger: a word or phrase of a sentence that tells of an incident, with the family of incident it belongs to."""

from msgspec import Struct


class Trigger(Struct, frozen=True):
    """A word or phrase that tells of an incident: its tokens `[first, last]`, head token, family, and how it stands there.

    `type` is the sub-event type the family suggests; `weak` marks words that need more beside them; `noun` a nominal; `plural`
    more than one; `[start, end)` its characters; `definite` "the attack", which takes up one told
    before; `new` "another", "a separate", "a second"; `scene` what only goes on around the deed ("amid the fighting");
    `undergone` what nobody is said to have done ("was struck"); `done` what is said to have come about, or to have been done by armed
    people or a crowd ("fighting raged", "rebels struck"); `stated` the verb of a sentence's own clause, in the past ("the depot was hit");
    `met` at what people came to harm ("were killed at demonstrations").
    """

    first: int
    last: int
    head: int
    family: str
    type: str | None
    noun: bool
    weak: bool
    plural: bool = False
    definite: bool = False
    new: bool = False
    lemma: str = ""
    start: int = 0
    end: int = 0
    scene: bool = False
    undergone: bool = False
    done: bool = False
    stated: bool = False
    met: bool = False
