"""Readings of the parser that are put right: "on a motorcycle shot dead" is a shooting; a riot without police is a mob's or a fight."""

import pytest
from spacy.tokens import Doc

from thucydides.extracting.harm import find_harm
from thucydides.extracting.kinds.kinds import kind_of
from thucydides.extracting.mending import mended
from thucydides.extracting.parsing import pipeline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two men on a motorcycle shot dead a 41-year-old prosecutor in Durán on Monday morning; her driver was wounded.",
            [("killed", 1), ("injured", 1)],
        ),
        ("Gunmen on motorcycles shot dead three villagers near Jos on Monday.", [("killed", 3)]),
        ("Police said men in a pickup truck shot dead two soldiers in Quetta.", [("killed", 2)]),
        ("A man was shot dead in Jos on Monday.", [("killed", 1)]),
        ("A sniper shot dead Lance Bombardier Stephen Restorick at a checkpoint in Bessbrook on Wednesday.", [("killed", 1)]),
        ("Police said a sniper shot dead Sergeant Omar Diop at Ziguinchor on Thursday.", [("killed", 1)]),
        ("Two rockets killed 11 people and injured some 50 (Chadian interior ministry, July 8).", [("killed", 11), ("injured", 50)]),
    ],
)
def test_who_was_shot_dead_is_read_whatever_the_gunmen_rode(text: str, expected: list[tuple[str, int]]) -> None:
    told = [(h.outcome, h.quantity.best if h.quantity else None) for s in pipeline()(text).sents for h in find_harm(s)]
    assert told == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two men on a motorcycle shot dead a prosecutor in Durán on Monday.",
        "A sniper shot dead Lance Bombardier Stephen Restorick at a checkpoint in Bessbrook on Wednesday.",
    ],
)
def test_a_mended_tree_is_still_one_tree(text: str) -> None:
    doc = pipeline()(text)
    for token in doc:
        assert token in [*token.head.children, token.head]
        assert list(token.ancestors)[-1:] in ([], [next(s.root for s in doc.sents if s.start <= token.i < s.end)])


def test_a_riot_without_police_is_a_mobs_or_a_fight() -> None:
    assert kind_of({"riot", "death"}, set(), set(), set(), True, True)[0] == "Mob violence"
    assert kind_of({"riot", "death", "clash"}, set(), set(), set(), True, True)[0] == "Armed clash"
    assert kind_of({"riot", "death"}, set(), {"protesters"}, {"state forces"}, True, True)[0] == "Excessive force against protesters"


def test_a_child_of_some_years_who_is_shot_is_no_shot() -> None:
    (sentence,) = pipeline()("12-year-old shot in Arauca").sents
    shot = next(t for t in sentence if t.text == "shot")
    assert (shot.pos_, shot.lemma_, shot.head.text) == ("VERB", "shoot", "old")


def test_a_tree_that_goes_in_circles_is_cut_open() -> None:
    words = ["Police", "said", "gunmen", "fled"]
    doc = Doc(pipeline().vocab, words=words, heads=[1, 1, 1, 1], deps=["nsubj", "ROOT", "dobj", "ccomp"], pos=["NOUN", "VERB", "NOUN", "VERB"])
    doc[2].head = doc[3]
    doc[3].head = doc[2]
    for token in mended(doc):
        assert all(up != token for up in token.ancestors)


def test_the_so_manieth_of_a_row_is_not_one_more() -> None:
    text = "He was the 94th soldier to die and the 454th person killed since 1969."
    assert [h for s in pipeline()(text).sents for h in find_harm(s)] == []


def test_dead_behind_shot_is_no_part_of_who_was_shot() -> None:
    text = "An IRA sniper shot dead Private Neil Clarke in Derry on Sunday. A policeman shot dead protester Ahmed Musa in Omdurman."
    told = [(h.outcome, h.people.group) for s in pipeline()(text).sents for h in find_harm(s)]
    assert told == [("killed", "Private Neil Clarke"), ("killed", "protester Ahmed Musa")]


@pytest.mark.parametrize(
    "text",
    [
        "The army retook Bama on Monday, a day after six soldiers died in an ambush near Gwoza.",
        "The military retook Goma.",
        "After the army retook Goma on Monday, six men were shot in the market.",
    ],
)
def test_a_form_that_no_noun_has_is_a_verb_with_its_subject_and_object(text: str) -> None:
    doc = pipeline()(text)
    retook = next(t for t in doc if t.text == "retook")
    parts = {c.dep_: c.text for c in retook.children}
    assert (retook.pos_, retook.lemma_, parts["nsubj"] in ("army", "military"), parts["dobj"] in ("Bama", "Goma")) == (
        "VERB",
        "retake",
        True,
        True,
    )
