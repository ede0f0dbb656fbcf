"""Words of one meaning: what holds for one of them holds for the others, in every vocabulary and in what is read."""

import pytest

from thucydides.nouns import Mention
from thucydides.vocabulary import mapping, synonyms
from told import read

CLASSES = mapping("synonyms")["classes"]


@pytest.mark.parametrize("words", CLASSES, ids=lambda words: words[0])
def test_the_words_of_a_class_have_the_same_forms(words: list[str]) -> None:
    assert len({len(word.split("|")) for word in words}) == 1
    assert len(set(words)) == len(words) > 1


def test_a_list_that_holds_a_word_holds_the_others_of_its_meaning_in_longer_wordings_too() -> None:
    families = mapping("triggers")["families"]
    assert {"suicide truck bomb", "suicide lorry bomb"} <= set(families["suicide"]["nouns"])
    assert {"ambush", "waylay"} <= set(families["clash"]["verbs"])
    assert {"helicopter", "chopper"} <= set(mapping("status")["accidents"]["flyers"])


def test_the_vocabulary_of_rewordings_stays_as_it_is_written() -> None:
    assert mapping("rewordings")["kinds"]["vehicles"]["classes"][0] == ["lorry|lorries", "truck|trucks"]
    assert synonyms()["trucks"] == ("lorries",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Troops were ambushed on Friday near Menaka, Mali; three were killed.",
            "Troops were waylaid on Friday near Menaka, Mali; three were slain.",
        ),
        (
            "An army helicopter bombed a school at Pauk, Myanmar, on 3 March, killing six.",
            "An army chopper bombed a school at Pauk, Myanmar, on 3 March, killing six.",
        ),
        (
            "Six people were beheaded at Macomia, Mozambique, on 3 March.",
            "Six persons were beheaded at Macomia, Mozambique, on 3 March.",
        ),
        (
            "Two masons mending a well near Kidal, Mali, were killed on 3 March.",
            "Two masons mending a well near Kidal, Mali, were slain on 3 March.",
        ),
        (
            "Rebels stopped a truck at a checkpoint in Kitui, Kenya, and shot two men dead on Friday.",
            "Rebels stopped a lorry at a checkpost in Kitui, Kenya, and shot two men dead on Friday.",
        ),
        (
            "On Friday two women were killed in Bor, South Sudan, and four in Pibor.",
            "On Friday two women lost their lives in Bor, South Sudan, and four in Pibor.",
        ),
        (
            "A herder, gunned down on Friday near Djibo, Burkina Faso, was buried on Sunday.",
            "A herder, shot dead on Friday near Djibo, Burkina Faso, was buried on Sunday.",
        ),
        (
            "A constable was shot dead in Galle, Sri Lanka, on 3 March.",
            "Sun 3 – A constable was shot dead in Galle, Sri Lanka.",
        ),
    ],
)  # fmt: skip
def test_two_wordings_of_one_deed_are_read_alike(one: str, other: str) -> None:
    first, second = (sorted(map(_values, (m for m in read(text, "2024-03-05").mentions if m.kind == "incident"))) for text in (one, other))
    assert first
    assert first == second


def _values(mention: Mention) -> tuple[object, ...]:
    place = mention.place.place if mention.place else None
    killed = sorted((t.outcome, t.quantity.best or 0) for t in mention.toll)
    return mention.type, mention.date.edtf if mention.date else "", place.name if place else "", killed
