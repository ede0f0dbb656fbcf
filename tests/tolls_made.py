"""Reports made of one deed on one day, each with its count, and the figures that a record gives for them."""

from reconciling_made import Made, on
from thucydides.nouns import Assessment, Quantity
from thucydides.reconciling import Reconciled

DAY = ("1 May 2024", on("2024-05-01"))


def assessed(found: Reconciled, attribute: str = "killed") -> Assessment:
    (incident,) = found.incidents
    one = incident.assessed(attribute)
    assert one is not None
    return one


def figures(found: Reconciled, attribute: str = "killed") -> tuple[int | None, int | None, int | None]:
    quantity = assessed(found, attribute).quantity
    assert quantity is not None
    return quantity.low, quantity.best, quantity.high


def one_report(text: str, *toll: tuple[object, ...]) -> Reconciled:
    made = Made()
    made.document("a", f"On 1 May 2024: {text}", "Paper")
    made.mention("a", "x", made.text("a"), when=DAY, toll=toll)
    return made.reconciled()


def report(
    made: Made, name: str, quantity: Quantity, published: str | None = None, outlet: str | None = None, **more: object
) -> None:
    made.document(name, f"On 1 May 2024 {quantity.wording} people died.", outlet or f"Paper {name}", published)
    made.mention(
        name, "x", made.text(name), when=DAY, toll=((f"{quantity.wording} people", "killed", quantity, "people"),), **more
    )


def told_by_sides(made: Made, name: str, published: str, outlet: str, *toll: tuple[object, ...]) -> None:
    made.document(name, "On 1 May 2024 " + " and ".join(str(t[0]) for t in toll) + " were killed.", outlet, published)
    made.mention(name, "x", made.text(name), when=DAY, toll=toll)
