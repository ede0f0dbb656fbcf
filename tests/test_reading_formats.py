"""Reading: the formats that reports come in."""

import gzip
import json

import pytest

from thucydides.reading import read_sources

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Army says 12 killed in Kharmat shelling | Veland Herald</title>
<meta property="og:site_name" content="Veland Herald"><meta property="article:published_time" content="2031-05-04T08:00:00Z">
<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Ana Bek"}}</script></head><body>
<div id="cookie-banner"><p>We use cookies. By continuing you agree to 3 kinds of them.</p><button>Accept</button></div>
<a href="#main">Skip to content</a><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<div id="main"><h1>Army says 12 killed in Kharmat shelling</h1><div class="byline">By Ana Bek <time>4 May 2031</time></div>
<figure><img src="x"><figcaption>Smoke over Kharmat on 3 May. Photo: V. Orr / AFP</figcaption></figure>
<p>Twelve people were killed on Saturday when shells fell on Kharmat, the army said in a statement carried by the agency.
Among the dead were four soldiers and eight traders at the market.</p>
<div class="newsletter-box"><p>Sign up for our newsletter</p></div>
<p>The Northern Front denied that it had fired on the town. <q>We had no guns within 20 km</q>, its spokesman said.</p>
<h2>Third attack in May</h2><p>It was the third attack on the town in May, according to the hospital, which has counted 31 dead.</p>
<ul><li>3 May: five soldiers killed.</li><li>4 May: twelve people killed.</li></ul>
<blockquote>We will not leave, said the commander of the town's guards.</blockquote>
<table><tr><th>Side</th><th>Killed</th></tr><tr><td>Army</td><td>4</td></tr></table>
<div class="related"><h3>Related articles</h3><ul><li><a href="/1">Four killed in Orlat blast</a></li></ul></div></div>
<footer><p>Copyright 2031 Veland Herald. All rights reserved.</p></footer></body></html>"""

WIKITEXT = """{{Short description|Fighting in 2031}}
{{Infobox military conflict
| conflict = Battle of Kharmat
| image = Kharmat.jpg
| date = {{start date|2031|5|3|df=y}} – {{end date|2031|5|9}}
| combatant2 = {{plainlist|
* [[Northern Front]]
* {{nowrap|Local militias}}
}}
| casualties1 = 12 killed<br>30 wounded<ref>{{cite web|website=Radio Kharmat|date=5 May 2031|title=x}}</ref>
| casualties2 = '''Per army:''' 40+ killed<hr>'''Per Front:''' 9 killed
}}
[[File:Bridge.jpg|thumb|right|220px|The bridge after the shelling of 4 May 2031]]
The '''battle of Kharmat''' was fought between the [[Veland Army|army]] and the [[Northern Front]].<ref name="a">{{cite news
|title=Five die |work=The Veland Herald |date=4 May 2031}}</ref> {{convert|12|km|mi}} of road were lost.{{citation needed|date=May 2031}}

== Course ==
=== 3 May ===
* A drone hit the market, killing 3 people.
* Shells fell on the bridge.
{| class="wikitable"
! Day !! Killed
|-
| 3 May || 5
|}

== See also ==
* [[Veland war]]

== References ==
{{reflist}}

[[Category:Battles]]
"""

MARKDOWN = """---
title: "Two killed near Kharmat"
author: Ana Bek
date: 2031-05-04
outlet: Veland Herald
---

# Two killed near Kharmat

Two people were killed and *three* wounded on Friday when a [mortar](https://example.org) fell on
a market in Kharmat, officials said.

![Smoke](a.jpg)

## What is known

- Two dead, both traders.
- Three wounded
  and taken to hospital.

> We heard two blasts, said a trader.

| Side | Killed |
|------|--------|
| Army | 2 |
"""

TEXT = "Five soldiers were killed on Friday when a mine exploded near Orlat, the army said in a statement."


def written(folder, **files):
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def one(folder, **files):
    found, unread = read_sources([written(folder, **files)])
    assert not unread
    assert len(found) == 1
    return found[0], [(block.kind, found[0].text[block.start : block.end]) for block in found[0].blocks]


def test_an_html_page_gives_its_report_in_order_with_kinds(tmp_path):
    found, parts = one(tmp_path, page__html=PAGE)
    assert [kind for kind, _ in parts] == [
        "title", "byline", "caption", "paragraph", "paragraph", "heading", "paragraph", "bullet", "bullet", "quote", "table", "table",
    ]  # fmt: skip
    assert parts[2][1] == "Smoke over Kharmat on 3 May. Photo: V. Orr / AFP"
    assert parts[-1][1] == "Army | 4"
    assert (found.title, found.outlet, found.author) == ("Army says 12 killed in Kharmat shelling", "Veland Herald", "Ana Bek")
    assert found.language == "en"
    assert str(found.published.earliest) == "2031-05-04"
    for furniture in ("cookie", "Skip", "World", "newsletter", "Related", "Orlat blast", "Copyright"):
        assert furniture not in found.text


def test_an_html_page_is_known_by_its_contents_and_a_short_one_is_read_too(tmp_path):
    _, parts = one(tmp_path, page__txt="<html><body><div><p>Two people died in Orlat.</p></div></body></html>")
    assert parts == [("paragraph", "Two people died in Orlat.")]


def test_wiki_source_gives_infobox_paragraphs_bullets_tables_and_captions(tmp_path):
    found, parts = one(tmp_path, page__wiki=WIKITEXT)
    assert [(block.key, found.text[block.start : block.end]) for block in found.blocks if block.kind == "infobox"] == [
        ("conflict", "Conflict: Battle of Kharmat"),
        ("date", "Date: 3 May 2031 – 9 May 2031"),
        ("combatant2", "Combatant2: Northern Front, Local militias"),
        ("casualties1", "Casualties1: 12 killed, 30 wounded"),
        ("casualties2", "Casualties2: Per army: 40+ killed; Per Front: 9 killed"),
    ]
    assert parts[6:] == [
        ("caption", "The bridge after the shelling of 4 May 2031"),
        ("paragraph", "The battle of Kharmat was fought between the army and the Northern Front. 12 km of road were lost."),
        ("heading", "Course"), ("heading", "3 May"),
        ("bullet", "A drone hit the market, killing 3 people."), ("bullet", "Shells fell on the bridge."),
        ("table", "Day | Killed"), ("table", "3 May | 5"),
    ]  # fmt: skip
    assert found.title == "Battle of Kharmat"
    assert "cites The Veland Herald, 4 May 2031" in found.notes
    assert "cites Radio Kharmat, 5 May 2031" in found.notes


def test_wiki_source_is_known_by_its_contents(tmp_path):
    found, _ = one(tmp_path, page__txt=WIKITEXT)
    assert found.blocks[1].kind == "infobox"


def test_markdown_gives_headings_bullets_quotes_tables_and_the_data_at_its_head(tmp_path):
    found, parts = one(tmp_path, page__md=MARKDOWN)
    assert parts == [
        ("title", "Two killed near Kharmat"),
        ("paragraph", "Two people were killed and three wounded on Friday when a mortar fell on a market in Kharmat, officials said."),
        ("heading", "What is known"), ("bullet", "Two dead, both traders."), ("bullet", "Three wounded and taken to hospital."),
        ("quote", "We heard two blasts, said a trader."), ("table", "Side | Killed"), ("table", "Army | 2"),
    ]  # fmt: skip
    assert (found.outlet, found.author, str(found.published.earliest)) == ("Veland Herald", "Ana Bek", "2031-05-04")


INDEX = """### [2031-05-03](/news/2031/05/03/index.md)

# Shells fall on the market of Kharmat, killing two traders

Two traders were killed when shells fell on the market, the mayor says.

### The war so far

1. [A roadside bomb kills four soldiers on the road to Orlat ](/news/2029/11/2/a-roadside-bomb-kills-four.md) _Context: Orlat_
2. [Rebels seize the bridge of Sarn after a day of fighting ](/news/2030/02/17/rebels-seize-the-bridge.md)
3. [Source](http://veland.example/2031/05/03/)
"""


def test_markdown_is_known_by_its_links_and_entries_are_of_the_day_that_their_address_gives(tmp_path):
    _, parts = one(tmp_path, page__txt=INDEX)
    bullets = [words for kind, words in parts if kind == "bullet"]
    assert bullets[:2] == [
        "2029-11-02: A roadside bomb kills four soldiers on the road to Orlat",
        "2030-02-17: Rebels seize the bridge of Sarn after a day of fighting",
    ]
    assert not any("](" in words for _, words in parts)


def test_a_text_with_fields_between_lines_at_its_head_is_markdown_and_one_between_rules_is_not(tmp_path):
    found, parts = one(tmp_path, page__txt='---\nlayout: post\ntitle: "Two killed near Kharmat"\ndate: 2031-05-04\n---\n\nTwo people were killed on Friday.')
    assert parts == [("title", "Two killed near Kharmat"), ("paragraph", "Two people were killed on Friday.")]
    assert str(found.published.earliest) == "2031-05-04"
    (tmp_path / "page.txt").unlink()
    ruled, _ = one(tmp_path, ruled__txt="---\nThe mayor said: two people were killed on Friday.\n---\nA third died of wounds.")
    assert "The mayor said: two people were killed on Friday." in ruled.text


def test_the_text_of_a_json_object_is_markdown_where_it_has_links(tmp_path):
    _, parts = one(tmp_path, page__json=json.dumps({"text": INDEX}))
    assert ("bullet", "2029-11-02: A roadside bomb kills four soldiers on the road to Orlat") in parts


def test_json_lines_give_a_document_an_object_and_name_their_faulty_lines(tmp_path):
    rows = [
        json.dumps(
            {"id": "a1", "url": "https://www.example.org:80/x", "title": "Mine kills five", "text": TEXT, "published": "2031-05-04",
             "language": "en-GB"}
        ),
        "not json", "", json.dumps({"title": "no words"}), json.dumps([1]), json.dumps({"text": "  "}),
        json.dumps({"body": TEXT.replace("Five", "Six")}),
    ]  # fmt: skip
    found, unread = read_sources([written(tmp_path, some__jsonl="\n".join(rows))])
    first = next(one for one in found if one.path == "a1")
    assert (first.title, first.outlet, first.language, str(first.published.earliest)) == (
        "Mine kills five",
        "example.org",
        "en",
        "2031-05-04",
    )
    assert {one.path for one in found} == {"a1", "some.jsonl:7"}
    reasons = [one.reason for one in unread]
    assert {one.path for one in unread} == {str(tmp_path / "some.jsonl")}
    assert any(reason.startswith("line 2: not valid JSON") for reason in reasons)
    assert any(reason.startswith("lines 4, 6: no text") for reason in reasons)
    assert any(reason.startswith("line 5: not a JSON object") for reason in reasons)


@pytest.mark.parametrize("wrap", [lambda row: row, lambda row: [row], lambda row: {"documents": [row]}])
@pytest.mark.parametrize("packed", [False, True])
def test_json_may_be_an_object_a_list_or_a_record_and_gzipped(tmp_path, wrap, packed):
    data = json.dumps(wrap({"id": "a1", "text": TEXT})).encode()
    found, unread = read_sources([written(tmp_path, **({"x__json__gz": gzip.compress(data)} if packed else {"x__json": data}))])
    assert [one.path for one in found] == ["a1"]
    assert found[0].text == TEXT
    assert not unread


def test_the_same_report_reads_the_same_in_every_format(tmp_path):
    title = "Mine kills five near Orlat"
    folder = written(
        tmp_path,
        a__txt=f"{title}\n\n{TEXT}\n",
        b__md=f"# {title}\n\n{TEXT}\n",
        c__html=f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{TEXT}</p></body></html>",
        d__json=json.dumps({"title": title, "text": TEXT}),
        e__wiki=f"= {title} =\n\n{TEXT}\n",
    )
    found, _ = read_sources([folder])
    assert {one.text for one in found} == {f"{title}\n\n{TEXT}"}
    assert [[block.kind for block in one.blocks] for one in found] == [["title", "paragraph"]] * 5
