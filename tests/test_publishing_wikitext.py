"""wikitext: an infobox with every figure cited, "per X" where claimants differ, a timeline by year; read by another program."""

import re

import mwparserfromhell
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from example_record import example
from publishing_sample import sample
from publishing_texts import DOCS
from test_publishing_html import hostile
from thucydides.nouns import Record
from thucydides.publishing import Options, export
from thucydides.publishing.wiki.markup import plain
from thucydides.publishing.wiki.references import cite

PARAMETERS = {
    "conflict", "partof", "image", "date", "place", "territory", "result", "status", "combatant1", "combatant2", "commander1", "commander2",
    "strength1", "strength2", "casualties1", "casualties2", "casualties3", "notes",
}  # fmt: skip
"""Those of Template:Infobox military conflict that we write."""
RECORDS = (sample, example)
CITED = re.compile(r"<ref name=\"[^\"]+\"(?: />|>.*?</ref>)|\{\{efn\|.*\}\}")


def text(record: Record) -> str:
    return (export(record, "wikitext") or b"").decode()


def box(record: Record) -> mwparserfromhell.nodes.Template:
    return mwparserfromhell.parse(text(record)).filter_templates(matches="Infobox military conflict")[0]


@pytest.mark.parametrize("record", RECORDS)
def test_another_program_reads_the_whole_of_it(record: object) -> None:
    written = text(record())  # type: ignore[operator]
    parsed = mwparserfromhell.parse(written)
    assert str(parsed) == written
    assert {str(p.name).strip() for p in box(record()).params} == PARAMETERS  # type: ignore[operator]
    assert {str(t.name).strip() for t in parsed.filter_templates()} <= {"Infobox military conflict", "cite news", "efn", "notelist", "reflist"}
    assert {str(t.tag) for t in parsed.filter_tags()} <= {"ref", "br", "b"}


@pytest.mark.parametrize("record", RECORDS)
def test_every_figure_of_the_box_is_cited(record: object) -> None:
    made = box(record())  # type: ignore[operator]
    counted = 0
    for name in ("casualties1", "casualties2", "casualties3"):
        for line in str(made.get(name).value).split("<br />"):
            if re.search(r"\d", re.sub(CITED, "", line)):
                assert CITED.search(line), line
                counted += 1
    assert counted


def test_a_figure_without_a_reference_would_be_found() -> None:
    line = "5 killed"
    assert re.search(r"\d", re.sub(CITED, "", line))
    assert not CITED.search(line)


@pytest.mark.parametrize("record", RECORDS)
def test_every_reference_is_given_in_full_once(record: object) -> None:
    refs = mwparserfromhell.parse(text(record())).filter_tags(matches=lambda n: n.tag == "ref")  # type: ignore[operator]
    whole = [str(r.get("name").value) for r in refs if not r.self_closing]
    again = {str(r.get("name").value) for r in refs if r.self_closing}
    assert len(whole) == len(set(whole))
    assert again <= set(whole)
    assert all("{{cite news" in str(r.contents) for r in refs if not r.self_closing)


@pytest.mark.parametrize("record", RECORDS)
def test_every_paragraph_of_the_timeline_ends_in_a_reference(record: object) -> None:
    body = text(record()).split("== Timeline ==")[1].split("== Notes ==")[0]  # type: ignore[operator]
    paragraphs = [p for p in body.split("\n\n") if p.strip() and not p.startswith("=")]
    assert paragraphs
    for paragraph in paragraphs:
        assert re.search(r"(?:/>|</ref>)\.?\Z", paragraph.strip()), paragraph


def test_the_years_are_in_order_and_hold_their_incidents() -> None:
    body = text(sample()).split("== Timeline ==")[1]
    assert re.findall(r"^=== (.*) ===$", body, re.M) == ["1991", "Date unknown"]
    assert body.index("In February 1991") < body.index("On 9 March 1991") < body.index("On 12 March 1991")


def test_where_claimants_differ_each_is_named() -> None:
    assert re.search(r"Number injured: per Andes Wire and “Cenepa border incidents of 1991”, ≥ 2<ref.*; per Peru, 5<ref", text(sample()))


def test_sides_are_those_who_fought_and_civilians_stand_apart() -> None:
    made = box(sample())
    assert {str(made.get(f"combatant{n}").value).strip() for n in (1, 2)} == {"Ecuador", "Peru"}
    assert "5 civilians killed<ref" in str(made.get("casualties3").value)
    assert "Tajikistan" in str(box(example()).get("combatant1").value)
    assert "Taliban" in str(box(example()).get("combatant2").value)


def test_the_result_stays_empty() -> None:
    for name in ("result", "status", "territory", "strength1", "strength2", "commander1", "commander2"):
        assert not str(box(example()).get(name).value).strip()


def test_a_reference_is_made_from_the_documents_own_data() -> None:
    assert cite(DOCS["wire"]) == (
        "{{cite news |author=Inés Duarte |title=Two patrols clash on the upper Cenepa |url=https://example.org/w |work=Andes Wire |date=14 March 1991}}"
    )


def test_hostile_words_stay_words() -> None:
    parsed = mwparserfromhell.parse(text(hostile()))
    assert {str(t.name).strip() for t in parsed.filter_templates()} <= {"Infobox military conflict", "cite news", "efn", "notelist", "reflist"}
    assert not parsed.filter_wikilinks()
    assert {str(t.tag) for t in parsed.filter_tags()} <= {"ref", "br", "b"}


@given(st.text(alphabet="ab{}[]|<>='~_*#:; -&\n", max_size=40))
def test_no_text_becomes_markup(words: str) -> None:
    nodes = mwparserfromhell.parse(f"x {plain(words)}").nodes
    assert all(isinstance(n, (mwparserfromhell.nodes.Text, mwparserfromhell.nodes.HTMLEntity)) for n in nodes)
    shown = "".join(n.normalize() if isinstance(n, mwparserfromhell.nodes.HTMLEntity) else str(n) for n in nodes)
    assert shown == f"x {' '.join(words.split())}"


def test_it_says_which_part_of_the_record_it_is() -> None:
    assert (export(sample(), "wikitext", options=Options(all=True)) or b"").startswith(b"<!-- Everything in the record is here")


def test_the_same_record_gives_the_same_bytes_and_an_empty_one_an_empty_box() -> None:
    assert text(sample()) == text(sample())
    assert not str(box(replace(sample(), incidents=())).get("casualties1").value).strip()
