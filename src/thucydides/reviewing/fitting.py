"""Fitting: rulings in force that fit nothing in the record any more; they are reported, never dropped."""

from collections.abc import Iterator

from msgspec import Struct

from thucydides.linking.rulings import decide
from thucydides.linking.unit import units
from thucydides.nouns import Record, Ruling
from thucydides.reconciling.overruling import in_force, overrule

LINKING = ("merge", "different", "split")


class Unfit(Struct, frozen=True):
    """A ruling that fits nothing, and the reason in words."""

    ruling: Ruling
    reason: str

    @property
    def words(self) -> str:
        """The whole of it in a sentence: "ruling 3 (merge, Ana: one bridge) fits nothing: ..."."""
        made = f"{self.ruling.verb}, {self.ruling.who}{f': {self.ruling.why}' if self.ruling.why else ''}"
        return f"ruling {self.ruling.number} ({made}) fits nothing: {self.reason}"


def unfit(record: Record) -> tuple[Unfit, ...]:
    """The rulings of a record that are in force and do nothing because what they speak of is not there, or a later one contradicts them."""
    standing = in_force(record.rulings)
    if not standing:
        return ()
    names = {m.id for m in record.mentions} | {m.document for m in record.mentions}
    linking = {r.number for r in decide(standing, units(record.mentions, record.documents)).unfit}
    return tuple(
        Unfit(ruling, reason) for ruling in standing
        if (reason := _linking(ruling, names) if ruling.number in linking else _other(record, ruling, names))
    )  # fmt: skip


def _linking(ruling: Ruling, names: set[str]) -> str:
    if not all(names.intersection(n.strip() for n in group.split(",")) for group in ruling.arguments):
        return "an account that it names is no longer in the record"
    if len(ruling.arguments) < 2:
        return "it names one side only"
    return "a later ruling contradicts it, or what it names is not told as having happened"


def _other(record: Record, ruling: Ruling, names: set[str]) -> str:
    if ruling.verb == "reject":
        known = names | {c.id for c in record.claims} | {a.id for a in record.aggregates}
        mine = [a for a in ruling.arguments if ":" in a or a in names]
        return "" if len(mine) < len(ruling.arguments) or known.intersection(mine) else "what it rejects is no longer in the record"
    if ruling.verb == "set":
        return "; ".join(_setting(record, ruling, names))
    return ""


def _setting(record: Record, ruling: Ruling, names: set[str]) -> Iterator[str]:
    if len(ruling.arguments) < 3 or not overrule((), "", [(ruling.arguments[1], ruling.arguments[2].strip(), ruling)]):
        yield "its value cannot be read"
        return
    anchor = ruling.arguments[0]
    if any(anchor == i.id or anchor in i.mentions for i in record.incidents):
        return
    yield f"the account that it speaks of is {'in no incident' if anchor in names else 'no longer in the record'}"
