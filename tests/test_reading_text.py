"""Reading: what becomes of the words of a report, whatever format they come in."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from read_text import kinds, read
from thucydides.reading import blocks, boilerplate, plain, titles
from thucydides.reading.characters import clean

DUMP = """Skip to content

Shells hit the market of Kharmat

Impending Threats Publication Veland Monitor

04.05.2031 Ana Bek

Shells hit the market of Kharmat

Executive Summary:

  • On May 3, 2031, shells killed twelve people in Kharmat.
  • Two of them were officers of the border troops.

The army said on Saturday that twelve people had been killed when shells fell on the market (Radio Kharmat, May 3, 2031).

The Front’s Denial

The Northern Front denied that it had fired. “We had no guns within 20 km,” its spokesman said on Sunday.

Veland Institute
Privacy Overview

This website uses cookies to make your visit easier. Cookie information is stored in your browser.
"""


def test_a_page_dump_keeps_its_report_and_loses_its_furniture():
    found = read(DUMP)
    assert kinds(found)[:4] == [
        ("title", "Shells hit the market of Kharmat"),
        ("byline", "04.05.2031 Ana Bek"),
        ("heading", "Executive Summary:"),
        ("bullet", "On May 3, 2031, shells killed twelve people in Kharmat."),
    ]
    assert [kind for kind, _ in kinds(found)][4:] == ["bullet", "paragraph", "heading", "paragraph"]
    assert "cookie" not in found.text.lower()
    assert "Skip" not in found.text
    assert "Impending" not in found.text
    assert (found.title, found.author, found.outlet) == ("Shells hit the market of Kharmat", "Ana Bek", "Veland Institute")


def test_a_repeated_title_stands_once():
    assert read(DUMP).text.count("Shells hit the market of Kharmat") == 1


def test_a_summary_may_come_before_the_title_and_headings_need_no_blank_lines():
    found = read(
        "Summary: Attacks have killed more than a dozen people this month.\n"
        "Border Clashes Escalate: Attacks That Threaten the Valley\n\n"
        "Tension along the border has grown this month, officials say, with attacks that killed a dozen people.\n"
        "Recent Incidents\n"
        "In the latest clash at least five people were killed in Orlat district, officials said on Friday.\n"
        "What Comes Next?\n" + "Nobody can say whether the new commander will hold the valley. " * 5
    )
    assert [kind for kind, _ in kinds(found)] == ["summary", "title", "paragraph", "heading", "paragraph", "heading", "paragraph"]


def test_a_caption_is_parted_from_the_summary_on_its_line():
    found = read(
        "Valley “not safe” – Orlat\n\nValley “not safe” – Orlat\n"
        "Orlat asks its neighbour for help after two attacks in a week. Pictured here, soldiers at a drill. / Sgt. A. Doe/Wikimedia\n"
        "By Veland Herald May 2, 2031\n\n"
        "Orlat is asking its neighbour for help. Two raids in a week have left five miners dead.\n\n"
        "This article first appeared on Veland Herald here.\n\nNews\n\nDismiss\n"
    )
    assert [kind for kind, _ in kinds(found)] == ["title", "summary", "caption", "byline", "paragraph", "byline"]
    assert found.outlet == "Veland Herald"
    assert found.title == "Valley “not safe” – Orlat"
    assert found.author is None


def test_bullets_of_dashes_are_bullets_but_a_lone_dash_is_none():
    found = read(
        "Select Language:\nSoldiers at a parade in Orlat. — Reuters/File\n"
        "– Incidents along the 1,350-kilometer border are growing.\n– Guards and miners have died.\n"
        "Officials announced on Sunday that they had killed four armed men who had crossed the border.\n\n\n\n"
    )
    assert [kind for kind, _ in kinds(found)] == ["caption", "bullet", "bullet", "paragraph"]
    assert found.title is None
    assert kinds(read("— A boy was shot on Tuesday, police said.\n\nHe died on Friday.\n"))[0] == (
        "paragraph",
        "A boy was shot on Tuesday, police said.",
    )


WIKI_DUMP = """= Orlat border clashes =

Infobox
- Conflict: Orlat border clashes
- Combatant1: Veland<hr> Local guards, Others
- Casualties1: Per Veland:, 1 fighter killed, 4 fighters injured, As per Orlat:, 3 rebels killed

A series of clashes occurred along the border.[1][citation needed]

== Timeline ==

=== 2031 ===
On 15 May 2031, a clash lasted four hours near the crossing.

==See also==
- Orlat–Veland relations
"""


def test_the_plain_form_of_a_wiki_page_keeps_its_infobox_and_headings():
    found = read(WIKI_DUMP)
    boxed = [block for block in found.blocks if block.kind == "infobox"]
    assert [block.key for block in boxed] == ["conflict", "combatant1", "casualties1"]
    assert found.text[boxed[1].start : boxed[1].end] == "Combatant1: Veland; Local guards, Others"
    assert found.text[boxed[2].start : boxed[2].end] == (
        "Casualties1: Per Veland: 1 fighter killed, 4 fighters injured, As per Orlat: 3 rebels killed"
    )
    assert [(block.kind, block.level) for block in found.blocks if block.kind == "heading"] == [("heading", 2), ("heading", 3)]
    assert found.title == "Orlat border clashes"
    assert "relations" not in found.text
    assert "[1]" not in found.text
    assert "[citation" not in found.text


def test_lines_wrapped_at_a_fixed_width_are_joined_into_paragraphs():
    found = read(
        "   ORLAT, 3 MAY 31 -- THE ARMY HAS REPORTED THAT ABOUT 50 FARMERS OF\n"
        "SEVERAL VILLAGES HAVE BEEN KIDNAPPED BY ARMED MEN IN THE NORTHERN\n"
        "DEPARTMENT.  ACCORDING TO THE GARRISON, IT HAPPENED ON 30 APRIL IN\n"
        "THE VALLEY.\n\n"
        "   MEANWHILE, THREE REBELS WERE KILLED AND SEVEN OTHERS WERE WOUNDED\n"
        "DURING CLASHES YESTERDAY IN TWO DEPARTMENTS.\n"
    )
    assert [kind for kind, _ in kinds(found)] == ["paragraph", "paragraph"]
    assert "FARMERS OF SEVERAL VILLAGES" in found.text


def test_a_wrapped_report_whose_dateline_was_cut_keeps_its_lead_whole_and_its_time_apart():
    found = read(
        "REBELS SAID TO HOLD THE BRIDGE AT KHARMAT AND ITS VILLAGES\n"
        "7-MAY-1931 08:21:26.28\n\n"
        "Shells fired by two river gunboats\n"
        "Veland calls the Orlat and the Sul killed nine people in Kharmat\n"
        "on Tuesday, the governor said.\n"
        "    He told reporters that the bridge had been taken by rebels who\n"
        "came over the hills.\n"
        "    Its guards had left for Orlat on Monday night, and nobody was\n"
        "hurt there.\n"
        " Wire\n"
    )
    assert found.title == "REBELS SAID TO HOLD THE BRIDGE AT KHARMAT AND ITS VILLAGES"
    assert "two river gunboats Veland calls" in found.text
    assert "\n7-MAY-1931 08:21:26.28\n" in found.text


def test_the_furniture_of_news_sites_goes_and_their_report_stays():
    found = read(
        "Clerk charged over raid Posted: Monday, March 3, 2031 6:40 AM EST Updated: Thursday, April 3, 2031 7:05 AM EST\n\n"
        "ADVERTISEMENT\n\nPlease enable Javascript to watch this video\n\n"
        "Police said a pistol was fired inside the flat around 7 p.m., striking a boy of 15.\n\n"
        "RELATED: Three killed in weekend violence\n\n"
        "Sign up for our newsletter. The boy died on Wednesday, two days after the shooting.\n\n"
        "TRENDING STORIES:\nFive killed in bus crash\nMayor under fire\n\n"
        "The shooting remains under investigation.\n\n"
        "Share this: Facebook Twitter Email\n\nContact Jo Roe: jroe@example.com or 313-555-0100.\n"
        "Copyright 2031 WXYZ (Veland Broadcasting Corporation). All rights reserved.\n"
    )
    assert found.title == "Clerk charged over raid"
    assert [kind for kind, _ in kinds(found)] == ["title", "byline", "paragraph", "paragraph", "paragraph"]
    assert kinds(found)[3][1] == "The boy died on Wednesday, two days after the shooting."
    assert found.text.endswith("The shooting remains under investigation.")


# Laws

FACTS = st.builds(
    "{} {} {} {} on {} {}, {}.".format,
    st.sampled_from(
        [
            "At least",
            "More than",
            "Officials said that",
            "Click here after",
            "Read more:",
            "Related:",
            "Sign up for",
            "Follow us as",
            "The army said",
            "Copyright",
            "Share this:",
            "Advertisement",
            "Subscribe to",
        ]
    ),
    st.sampled_from(["5", "five", "12", "1,350", "two dozen"]),
    st.sampled_from(["soldiers", "civilians", "border guards", "militants"]),
    st.sampled_from(["were killed", "died in an attack", "were wounded by shelling", "were captured"]),
    st.sampled_from(["3 May", "24 December", "May 3"]),
    st.sampled_from(["2031", "2012"]),
    st.sampled_from(["officials said", "according to the army", "a spokesman told Reuters"]),
)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80)
TEXTS = st.lists(st.one_of(WORDS, FACTS, st.sampled_from(DUMP.split("\n") + WIKI_DUMP.split("\n"))), max_size=25).map("\n".join)


@given(
    st.lists(
        st.one_of(
            FACTS,
            st.sampled_from(
                ["Menu", "ADVERTISEMENT", "Related:", "Comments", "Privacy Overview", "TRENDING STORIES", "== See also =="]
            ),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_a_sentence_with_figures_and_harm_is_never_cleaned_away(lines):
    kept = "\n".join(line.text for line in boilerplate.cleaned(plain.lines("\n".join(lines))))
    for line in lines:
        if line.endswith("."):
            figures = re.findall(r"\d[\d,]*|\bfive\b|\btwo dozen\b", line)
            assert any(all(figure in row for figure in figures) for row in kept.split("\n")), line


@settings(max_examples=200)
@given(TEXTS)
def test_blocks_cover_every_character_in_order_without_overlap(text):
    lines = blocks.classified(titles.titled(boilerplate.cleaned(plain.lines(clean(text))), {}).lines)
    words, parts = blocks.assembled(lines)
    covered = 0
    for part in parts:
        assert part.start >= covered
        assert not words[covered : part.start].strip()
        assert words[part.start : part.end].strip() == words[part.start : part.end] != ""
        covered = part.end
    assert covered == len(words)


def test_an_infobox_may_have_blank_lines_but_prose_after_it_is_none():
    found = read(
        "Infobox\n\n- Conflict: Orlat war\n\n- Date: 2031\n\nOn 15 May: a clash broke out near the crossing, the army said on Friday."
    )
    assert [block.kind for block in found.blocks] == ["infobox", "infobox", "paragraph"]


def test_headlines_under_related_stories_are_no_part_of_the_report():
    body = "Shells hit the market of Kharmat on Friday and killed twelve people, the army said.\n\nTwo of them were officers."
    headline = "World Car Blast in Orlat: At Least Four Killed After Vehicle Explodes Near the Old Station"
    found = read(f"Shells hit market\n\n{body}\n\nRelated Stories\n\n{headline}\n")
    assert "Orlat" not in found.text
    assert "officers" in found.text
