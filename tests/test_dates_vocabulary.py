"""The date vocabulary: rules are listed with meaning and source, names agree with the CLDR, words and grammar agree."""

import csv
import re
import subprocess
import sys
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from thucydides.grounding.times import Anchor, find_times, resolve
from thucydides.grounding.times.codes import WORD_CLASSES
from thucydides.nouns import DateRange
from thucydides.vocabulary import mapping, table

_RULES = mapping("rules/date")["rules"]
_FOLDER = Path(str(files("thucydides") / "grounding"))
_LITERAL = re.compile(r'"((?:date|published|anchor)\.[a-z-]+)"')


def test_every_rule_has_a_meaning_and_a_source() -> None:
    assert mapping("rules/date")["source"]
    assert all(rule["meaning"].strip() and rule["source"].strip() for rule in _RULES.values())


def test_every_rule_that_the_code_names_is_listed_and_every_one_listed_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(_FOLDER.rglob("*.py")))
    named = set(_LITERAL.findall(code))
    assert named <= _RULES.keys()
    parts = r"(?:early|mid|late)-(?:month|year|part)|nth-\w+"
    made = re.compile(rf"date\.(?:{parts}|(?:last|this|next)-unit|since|until|by|before|after|hijri|persian)$")
    assert [rule for rule in _RULES if rule not in named and not made.match(rule)] == []


def test_the_rules_that_the_table_of_wordings_uses_are_listed() -> None:
    rows = csv.DictReader((Path(__file__).parent / "data" / "dates.csv").read_text(encoding="utf-8").splitlines())
    day = date(2024, 6, 12)
    anchor = Anchor(DateRange("2024-06-12", day, day), DateRange("2024-06-12", day, day))
    found = [resolve(expression, anchor) for row in rows for expression in find_times(row["text"], row["language"] or None)]
    used = {when.rule for when in found if when}
    assert len(used) > 40
    assert used <= _RULES.keys()


def test_words_belong_to_classes_that_the_grammar_knows() -> None:
    assert set(mapping("dates")["words"]) == set(WORD_CLASSES)
    words = [word for entries in mapping("dates")["words"].values() for word in entries]
    assert all(isinstance(word, str) and word == word.lower() for word in words)
    assert len(words) == len(set(words)), sorted({word for word in words if words.count(word) > 1})


@pytest.mark.parametrize("language", ["uk", "fr", "ar"])
def test_month_and_weekday_names_are_those_of_the_cldr(language: str) -> None:
    pytest.importorskip("babel")
    code = f"from thucydides.grounding.times.names import rows\nfor row in rows({language!r}): print(*row, sep=',')"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True).stdout.splitlines()
    listed = {",".join(row.values()) for row in table("date_names") if row["language"] == language}
    assert len(made) >= 12 + 7
    assert set(made) <= listed


def test_each_language_names_twelve_months() -> None:
    months: dict[str, set[str]] = {}
    for row in table("date_names"):
        if row["kind"] == "month":
            months.setdefault(row["language"], set()).add(row["number"])
    assert len(months) >= 40
    assert all(numbers == {str(n) for n in range(1, 13)} for numbers in months.values())
