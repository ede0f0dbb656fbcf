"""Counts in lists and headlines, numbers that somebody puts beside others, and the bodies in brackets that gave them. The texts are ours."""

import pytest

from thucydides.extracting.attributing.attributions import find_attributions, find_citations
from thucydides.extracting.harm import find_harm
from thucydides.extracting.parsing import pipeline
from thucydides.grounding.datelines import dateline_end


def harms(text: str) -> list[tuple[str, int | None]]:
    return [
        (h.outcome, h.quantity.best if h.quantity else None)
        for s in pipeline()(text).sents
        for h in find_harm(s)
        if h.part_of is None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 March 2025: drone hits a clinic; 17 killed, 9 injured (WHO).", [("killed", 17), ("injured", 9)]),
        ("8 June: shelling of Kramatorsk; one nurse killed, three drivers injured.", [("killed", 1), ("injured", 3)]),
        ("12 May: massacre at a school; 46 killed (Doctors Network).", [("killed", 46)]),
        ("Blast in Mogadishu market: eight killed and 20 wounded", [("killed", 8), ("injured", 20)]),
        ("Ambush near Gao: 4 soldiers killed, 2 missing.", [("killed", 4), ("missing", 2)]),
        ("The rescuers put the toll at 43.", [("killed", 43)]),
        ("Local activists gave a figure of 60.", [("killed", 60)]),
        ("Other estimates run as high as 1,500.", [("killed", 1500)]),
        ("The army seized Bara on Saturday.", []),
        ("Gunmen killed more than 46 patients at the clinic, according to the agency's director-general, Ana Ruiz Soto.", [("killed", 46)]),
    ],
)
def test_counts_are_read_without_a_verb_and_from_those_who_give_them(text: str, expected: list[tuple[str, int]]) -> None:
    assert harms(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Doctors Network put the toll at 43.", "The Doctors Network"),
        ("Local activists gave a figure of 60.", "Local activists"),
        ("The health ministry counted 12 dead.", "The health ministry"),
    ],
)
def test_who_puts_a_number_says_it(text: str, speaker: str) -> None:
    (said,) = find_attributions(pipeline()(text))
    assert said.source is not None
    assert (text[said.source[0] : said.source[1]], said.rule) == (speaker, "claim.counts")


def test_giving_a_speech_is_no_count() -> None:
    assert not [a for a in find_attributions(pipeline()("The minister gave a medal to the pilot.")) if a.rule == "claim.counts"]


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("12 October: shelling; 13 killed, 16 injured (Doctors Network).", ["Doctors Network"]),
        ("26 October: hospital hit by a drone; one nurse killed (WHO).", ["WHO"]),
        ("The paramilitary Rapid Support Forces (RSF).", []),
        ("They met in Juba (south).", []),
        ("The World Food Programme (WFP), which left, returned.", []),
    ],
)
def test_a_body_alone_in_brackets_behind_a_statement_is_its_source(text: str, outlets: list[str]) -> None:
    assert [c.outlet for c in find_citations(text)] == outlets


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("KHARTOUM, Sept 19, 2025 (Agence Example) — A drone strike", "A drone strike"),
        ("SURIN, Thailand, July 24 -- At least 11", "At least 11"),
        ("On December 24, 2025, five people—including two officers—were killed", "On December 24, 2025, five people—including two officers—were killed"),
        ("Fighting in Sudan - the worst for a year - goes on", "Fighting in Sudan - the worst for a year - goes on"),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(text: str, rest: str) -> None:
    assert text[dateline_end(text, 0) :] == rest
