"""Origin graph: from the reports back to who first said it, as nodes and edges."""

from typing import Literal

from msgspec import Struct

NodeKind = Literal["speaker", "agency", "outlet", "document"]
Relation = Literal["told", "carried", "printed", "repeats", "near-copy"]


class OriginNode(Struct, frozen=True):
    """One who says or carries something: a speaker, an agency, an outlet, or a document of the record.

    `id` is "<kind>:<key>"; `key` is the same for all names of one voice or outlet. `country` is ISO 3166-1 alpha-2, `media` the kind of an
    outlet (state agency, independent, party, ...), `owner` its house, `interest` what it has to do with the matter, each "" or None
    where unknown. `origin` marks those with whom something first came up.
    """

    id: str
    kind: NodeKind
    name: str
    country: str | None = None
    media: str = ""
    owner: str | None = None
    interest: str = ""
    origin: bool = False


class OriginEdge(Struct, frozen=True):
    """What the one has from the other: `source` told `target`, an agency carried it, a document printed it; `claims` are which."""

    source: str
    target: str
    relation: Relation
    claims: tuple[str, ...] = ()


class OriginGraph(Struct, frozen=True):
    """The nodes and edges behind some claims, and the independent origins: of each its nodes' names and its claims."""

    nodes: tuple[OriginNode, ...]
    edges: tuple[OriginEdge, ...]
    origins: tuple[tuple[str, tuple[str, ...]], ...] = ()
