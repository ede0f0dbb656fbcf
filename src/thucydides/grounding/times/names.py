"""Month and weekday names of other languages, from the Unicode CLDR through Babel, as the table `date_names.csv`.

The table is made at development time (`python -m thucydides.grounding.times.names > .../vocabularies/date_names.csv`), so that a
run reads one small file and not one locale after another. Source: Unicode CLDR (Unicode License), by way of Babel's locale data.
"""

import csv
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

# Languages of the world's present conflicts and of the outlets that report them; a language with several sets of month names
# (Arabic: Egypt and the Gulf, the Levant and Iraq, the Maghreb) is listed by region.
LOCALES = (
    "am", "ar", "ar_SY", "ar_MA", "ar_DZ", "az", "be", "bg", "bn", "bs", "ckb", "cs", "da", "de", "el", "es", "fa", "fa_AF", "fi",
    "fr", "ha", "he", "hi", "hr", "hu", "hy", "id", "it", "ka", "kk", "ku", "ky", "mk", "my", "nb", "ne", "nl", "pl", "ps", "pt", "ro",
    "ru", "rw", "so",
    "sq", "sr", "sv", "sw", "ta", "tg", "ti", "tk", "tr", "uk", "ur", "uz",
)  # fmt: skip
HEADER = ("language", "kind", "number", "name")


def rows(code: str) -> list[tuple[str, str, int, str]]:
    """One locale's (language, "month" or "weekday", number, lower-case name): months from 1, weekdays from Monday 0."""
    from babel import Locale

    locale = Locale.parse(code)
    found = set()
    for kind, tables in (("month", locale.months), ("weekday", locale.days)):
        for context in ("format", "stand-alone"):
            for number, name in tables[context]["wide"].items():
                lowered = name.lower().strip()
                if len(lowered) > 1 and not any(c.isdigit() for c in lowered):
                    found.add((locale.language, kind, int(number), lowered))
    return sorted(found)


def main() -> None:
    """Write the table to standard output, each locale read in a process of its own: in one process, Babel (2.18) lets the
    stand-alone names of some locales (az, he, ps, rw, sw, ur) leak into the others through the root locale they share."""
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
        table = {row for found in pool.map(rows, LOCALES) for row in found}
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(sorted(table))


if __name__ == "__main__":
    main()
