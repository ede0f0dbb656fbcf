"""Fitting: rulings in force that fit nothing in the record any more; they are reported, never dropped."""

from collections.abc import Container, Iterable, Iterator

from msgspec import Struct

from thucydides.keeping.corpus import Corpus
from thucydides.keeping.lazily import Holding
from thucydides.linking.rulings import decide
from thucydides.linking.unit import units
from thucydides.nouns import Record, Ruling
from thucydides.reconciling.overruling import in_force, overrule
from thucydides.reconciling.reconciled import Found

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


class Held(Struct, frozen=True):
    """What rulings may speak of: the ids of mentions and of their documents; of all that can be rejected besides; and of incidents and of
    the mentions that they hold.
    """

    accounts: Container[str]
    others: Container[str]
    incidents: Container[str]


def unfit(record: Record) -> tuple[Unfit, ...]:
    """The rulings of a record that are in force and do nothing because what they speak of is not there, or a later one contradicts them."""
    standing = in_force(record.rulings)
    if not standing:
        return ()
    held = Held(
        {n for m in record.mentions for n in (m.id, m.document)}, {c.id for c in record.claims} | {a.id for a in record.aggregates},
        {n for i in record.incidents for n in (i.id, *i.mentions)},
    )  # fmt: skip
    return fitting(standing, decide(standing, units(record.mentions, record.documents)).unfit, held)


def misfits(rulings: Iterable[Ruling], unlinked: Iterable[Ruling], told: Corpus, found: Found) -> tuple[Unfit, ...]:
    """The same of a corpus and of what is found of it; `unlinked` are the rulings that fitted nothing in linking."""
    standing = in_force(rulings)
    if not standing:
        return ()
    accounts = {n for identifier, (document, _) in told.tellings.items() for n in (identifier, document)}
    counts = {a.id for a in told.aggregates}
    held = Held(
        accounts, Holding(lambda name: name in counts or told.has_claim(name)), {n for i, some in found.members.items() for n in (i, *some)}
    )
    return fitting(standing, unlinked, held)


def fitting(standing: Iterable[Ruling], unlinked: Iterable[Ruling], held: Held) -> tuple[Unfit, ...]:
    """The rulings in force that fit nothing of what is held; `unlinked` are those that fitted nothing in linking."""
    linking = {r.number for r in unlinked}
    return tuple(
        Unfit(ruling, reason) for ruling in standing
        if (reason := _linking(ruling, held) if ruling.number in linking else _other(ruling, held))
    )  # fmt: skip


def _linking(ruling: Ruling, held: Held) -> str:
    if not all(any(n.strip() in held.accounts for n in group.split(",")) for group in ruling.arguments):
        return "an account that it names is no longer in the record"
    if len(ruling.arguments) < 2:
        return "it names one side only"
    return "a later ruling contradicts it, or what it names is not told as having happened"


def _other(ruling: Ruling, held: Held) -> str:
    if ruling.verb == "reject":
        mine = [a for a in ruling.arguments if ":" in a or a in held.accounts]
        known = len(mine) < len(ruling.arguments) or any(a in held.accounts or a in held.others for a in mine)
        return "" if known else "what it rejects is no longer in the record"
    if ruling.verb == "set":
        return "; ".join(_setting(ruling, held))
    return ""


def _setting(ruling: Ruling, held: Held) -> Iterator[str]:
    if len(ruling.arguments) < 3 or not overrule((), "", [(ruling.arguments[1], ruling.arguments[2].strip(), ruling)]):
        yield "its value cannot be read"
        return
    anchor = ruling.arguments[0]
    if anchor in held.incidents:
        return
    yield f"the account that it speaks of is {'in no incident' if anchor in held.accounts else 'no longer in the record'}"
