"""Countries as the data sets code them: numbers of Gleditsch and Ward, ISO codes, names and regions.

Names and numbers: vocabularies/coding_countries.csv (Gleditsch and Ward's list of states; ISO 3166; the country lists of UCDP and
ACLED). What lies in Palestine counts under Israel in UCDP GED, what lies in Western Sahara under Morocco.
"""

from functools import cache

from msgspec import Struct

from thucydides.vocabulary import table

REGIONS = ((2, 199, "Americas"), (200, 399, "Europe"), (400, 626, "Africa"), (630, 699, "Middle East"), (700, 999, "Asia"))
"""UCDP's regions by the numbers of their states (UCDP/PRIO codebook, region)."""


class Country(Struct, frozen=True):
    """A country: ISO codes, Gleditsch and Ward's number (None where it is no state in their list), and names by data set."""

    code: str
    iso3: str
    iso_number: int
    gw: int | None
    ucdp_name: str
    acled_name: str
    acled_region: str

    @property
    def ucdp_region(self) -> str:
        """Africa, Americas, Asia, Europe or Middle East; empty where it is no state in the list."""
        return next((name for low, high, name in REGIONS if self.gw is not None and low <= self.gw <= high), "")


def country(code: str | None) -> Country | None:
    """A country by its ISO alpha-2 code; None where it is not known."""
    return _countries().get(code or "")


@cache
def _countries() -> dict[str, Country]:
    return {
        row["code"]: Country(
            row["code"],
            row["iso3"],
            int(row["iso_number"]),
            int(row["gw"]) if row["gw"] else None,
            row["ucdp_name"],
            row["acled_name"],
            row["acled_region"],
        )
        for row in table("coding_countries")
    }
