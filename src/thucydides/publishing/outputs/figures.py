"""figures: plots for print as SVG and PNG: tolls by month and by claimant, numbers by incident, a map, who holds whom responsible."""

from msgspec.structs import replace

from thucydides.nouns import Record
from thucydides.publishing import sums
from thucydides.publishing.briefing.choosing import period, within
from thucydides.publishing.figures.accusations import accusations
from thucydides.publishing.figures.numbers import numbers
from thucydides.publishing.figures.places import places
from thucydides.publishing.figures.raster import png
from thucydides.publishing.figures.tolls import tolls
from thucydides.publishing.figures.voices import voices
from thucydides.publishing.index import Index
from thucydides.publishing.options import Options
from thucydides.publishing.registry import FormatInfo

INFO = FormatInfo(
    "figures",
    "",
    "Plots for print (SVG and PNG): tolls by month with ranges and by claimant, numbers by incident, a map, who holds whom responsible.",
    standard="SVG 1.1; PNG",
    readers=("any browser", "Inkscape", "Word", "LaTeX"),
    grade="contested",
)


def write(record: Record, options: Options) -> dict[str, bytes]:
    """Each figure twice; one that has nothing to draw is left out."""
    first, last = period(sums.force(record))
    inside = tuple(i for i in record.incidents if i.kind == "act" or sums.when(i) is None or within(i, first, last))
    status = f"{record.title}, revision {record.revision:,}. {options.status}"
    index, main = Index(record, options), Index(replace(record, incidents=inside), options)
    drawn = (
        tolls(main.record, len(record.incidents) - len(inside), status),
        voices(main, status),
        numbers(main, status),
        places(index, status),
        accusations(index, status),
    )
    return {name: data for f in drawn if f for name, data in ((f"{f.name}.svg", f.svg), (f"{f.name}.png", png(f)))}
