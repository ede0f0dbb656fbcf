"""The words of the design as frozen typed values: what every step takes and gives.

Invariants: a noun is immutable and hashable by value; offsets are characters of a document's `text`; `None` means unknown,
which is never zero. Modules here hold no rules and import nothing but one another.
"""

from thucydides.nouns.actor import Actor, ActorRef
from thucydides.nouns.aggregate import Aggregate, AggregateCheck
from thucydides.nouns.claim import Citation, Claim
from thucydides.nouns.daterange import DateRange
from thucydides.nouns.discrepancy import Answer, Discrepancy, DiscrepancyValue, Gap
from thucydides.nouns.document import Block, Document, Unread
from thucydides.nouns.figure import Figure
from thucydides.nouns.incident import Assessment, Grade, Incident, Pair
from thucydides.nouns.mention import Extract, Mention
from thucydides.nouns.origins import OriginEdge, OriginGraph, OriginNode
from thucydides.nouns.passage import Passage
from thucydides.nouns.person import Person
from thucydides.nouns.place import Place, PlaceRef
from thucydides.nouns.quantity import Quantity
from thucydides.nouns.range import Range
from thucydides.nouns.record import Record
from thucydides.nouns.ruling import Ruling
from thucydides.nouns.toll import TollItem

__all__ = [
    "Actor", "ActorRef", "Aggregate", "AggregateCheck", "Answer", "Assessment", "Block", "Citation", "Claim",
    "DateRange", "Discrepancy", "DiscrepancyValue", "Document", "Extract", "Figure", "Gap", "Grade", "Incident",
    "Mention", "OriginEdge", "OriginGraph", "OriginNode", "Pair", "Passage", "Person", "Place", "PlaceRef",
    "Quantity", "Range", "Record", "Ruling", "TollItem", "Unread",
]  # fmt: skip
