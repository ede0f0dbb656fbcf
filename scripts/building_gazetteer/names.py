"""Names of places: which are worth a key, how they read without the word of their unit, in Latin letters."""

import re

from thucydides.grounding.places.fold import fold
from thucydides.vocabulary import mapping

from .row import Row

# Words of units that a name may carry and be known without, in the languages of the sources.
UNIT_WORDS = re.compile(
    r"^(?:nohiyai|wilayat|vilayat|muhafazat|mohafazat|province of|state of|governorate of|republic of|respublika|velayat e|ostan e|"
    r"provincie|(?:province|region|estado|departement|prefecture) de(?: la| l)?|"
    r"(?:departamento|departement|partido|provincia|distrito|municipio|comuna|cercle|prefecture|wilaya|daira)"
    r"(?: del?| di| da| du)?|"
    r"provinsi|komuna|kabupaten|kecamatan|amphoe|changwat|huyen|obshtina|okres|powiat|bashkia|nomos|gemeente|kreis|landkreis|bezirk|"
    r"politischer bezirk|kanton|nahiyat|nahiyah|nahiya|qada|zila) |"
    r" (?:province|district|region|oblast|governorate|county|viloyati|wilayah|state|raion|rayon|skiy rayon|republic|prefecture|"
    r"division|department|municipality|area|parish|borough|territory|autonomous oblast|autonomous region|autonomous province|agency|"
    r"krai|okrug|regency|ilcesi|tumani|subregion|sector|subdistrict|sub district|tehsil|taluk|taluka|upazila|thana|woreda|kommune|"
    r"kommun|welayaty|ostani|township|census area|local municipality|district municipality|local government area|atoll|canton|commune|"
    r"zone|emirate|metropolitan area)$"
)
ARTICLE = re.compile(r"(?:[ae][lnrsdtz]|[ae]sh)[- ][A-Z]")
"""An Arabic article before a name: "el-Fasher"."""
BRACKETED = re.compile(r" ?\((.{4,})\)$")
IN_BRACKETS = re.compile(r" ?\(.*\)$")
LONGEST_KEY = 60


def latin(name: str) -> bool:
    """Whether all letters are Latin, with the marks that romanisations use."""
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "ʻʼʿʾ‘’" for c in name)


def strip_unit(key: str) -> str:
    """A folded name without the word of its unit: "sughd province" is "sughd"."""
    bare = UNIT_WORDS.sub("", key)
    return bare if len(bare) > 2 else key


def split(names: str) -> list[str]:
    """The names of a cell, in its order."""
    return [name for name in names.split("|") if name]


def folded(names: list[str]) -> set[str]:
    """The keys under which these names are looked up."""
    return {fold(name) for name in names}


def keep_alternate(name: str, population: int) -> bool:
    """An alternate name worth a key: a proper word, not an airport code; other scripts only for towns that news of the world name."""
    if len(name) < 3 or (len(name) == 3 and name.isupper()):
        return False
    if latin(name):
        return name[0].isupper() or name[0] in "‘'ʻʿ" or ARTICLE.match(name) is not None
    return population >= 15000 and all(0x400 <= ord(c) < 0x700 or c in " -‌" for c in name)


def keys_of(row: Row) -> set[str]:
    """Every key that finds the entry: its names with and without brackets, and what stands in them, and units without their word."""
    keys = set()
    bare = {IN_BRACKETS.sub("", name) for name in row.names}
    inner = {match.group(1) for name in row.names if (match := BRACKETED.search(name))}
    for name in sorted({*row.names} | bare | inner):
        key = fold(name)
        if not key or (len(key) > LONGEST_KEY and name != row.name):
            continue
        keys.add(key)
        if row.kind in ("admin1", "admin2", "region"):
            keys.add(strip_unit(key))
    return keys


def romanised(name: str, letters_of: str = "ukrainian") -> str | None:
    """A name in Latin letters by the table of its language (`vocabularies/romanisation.yaml`), None where it has letters that the table has
    not."""
    letters = mapping("romanisation")[letters_of]
    for ending, written in letters["endings"].items():
        name = re.sub(rf"{ending}\b", written, name)
    found = ""
    for at, letter in enumerate(name):
        low = letter.lower()
        first = at == 0 or not name[at - 1].isalpha()
        if letters_of == "ukrainian" and low == "г" and at and name[at - 1].lower() == "з":
            new = "gh"
        elif low in letters["first"] and first:
            new = letters["first"][low]
        elif low in letters["within"]:
            new = letters["within"][low]
        elif letter in " -" or low in "abcdefghijklmnopqrstuvwxyz":
            new = letter.lower()
        else:
            return None
        found += new.capitalize() if letter != low else new
    return found
