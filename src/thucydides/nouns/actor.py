"""Actor: a party to a conflict, and ActorRef: where a text names one."""

from typing import Literal

from msgspec import Struct

from thucydides.nouns.passage import Passage

ActorKind = Literal[
    "state forces", "government", "rebel group", "political militia", "identity militia", "criminal group", "external forces",
    "civilians", "protesters", "rioters", "company", "outlet", "international organisation", "observer", "unidentified",
]  # fmt: skip
ActorRole = Literal["perpetrator", "target", "party", "speaker", "victim", "mentioned"]
STATE_KINDS: frozenset[ActorKind] = frozenset({"state forces", "government", "external forces"})
"""Kinds of parties that act for a state, at home or abroad."""
GROUP_KINDS: frozenset[ActorKind] = frozenset({"rebel group", "political militia", "identity militia", "criminal group"})
"""Kinds of armed parties that are no state's."""
TAKING_PART: frozenset[ActorRole] = frozenset({"perpetrator", "party", "target", "victim"})
"""Roles of those who took part in a deed, by doing it or by what was done to them."""
SIDES = {
    "state forces": "state forces",
    "rebel group": "rebels",
    "political militia": "militia",
    "identity militia": "militia",
    "criminal group": "criminals",
    "external forces": "external forces",
    "protesters": "protesters",
}
"""The category of those harmed by the kind of their party (UCDP and ACLED tell fighters of groups from forces of states)."""


class Actor(Struct, frozen=True):
    """A canonical party: name, kind, aliases met or known, parent, country (ISO alpha-2) and years active ("1994/2021-08-15").

    `kinds` gives the kind by period where it changed: (kind, from, to) with ISO dates or "" for open ends.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None
    active: str = ""
    kinds: tuple[tuple[str, str, str], ...] = ()
    source: str = ""


class ActorRef(Struct, frozen=True):
    """One naming of a party in a text: "three militants from Jamaat Ansarullah"; `actor` is None for a description only.

    `layer` says what read it: the rules or the learned model.
    """

    passage: Passage
    wording: str
    role: ActorRole = "mentioned"
    actor: str | None = None
    name: str = ""
    kind: ActorKind = "unidentified"
    country: str | None = None
    layer: Literal["rule", "model"] = "rule"
