"""Members of a list of the harmed are counted wherever they stand in it, and one person told of by two nouns counts once."""

import pytest

from thucydides.extracting.harm.finding import find_harm
from thucydides.extracting.parsing import pipeline


def killed(text: str) -> int:
    harms = [h for s in pipeline()(text).sents for h in find_harm(s) if h.outcome == "killed" and h.part_of is None and not h.given]
    return sum(h.quantity.best or 0 for h in harms if h.quantity is not None)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Gunmen broke into a house in Cotabato on Monday, killing a farmer, his wife and two of their children.", 4),
        ("Gunmen broke into the house of a councillor on Monday, killing him, his wife and two of their children.", 4),
        ("Gunmen attacked a checkpoint on Thursday, killing four officers, and then seven women in a bathhouse.", 11),
        ("Tawila, North Darfur: 21 soldiers and 32 militiamen were killed as they escorted a convoy.", 53),
        ("Karim Azizi, police chief of Zabul, and the head of the council, Nur Gul, were shot dead on Monday.", 2),
        ("A pregnant woman, a mother and her nine-year-old son were killed.", 3),
        ("In Ban Don a farmer and his son, 8, were killed by a rocket on Monday, as was a monk.", 3),
        ("A church, a school and a health post burned at Lengwe and six people lost their lives.", 6),
        ("Three Danes - Lars Holm, 73, Ruth Friis, 70, and Anders Bech, 35 - were shot dead near Kota on Monday.", 3),
    ],
)
def test_whoever_stands_in_the_list_is_counted(text: str, dead: int) -> None:
    assert killed(text) == dead


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("On Monday a nurse and mother of four was burned to death in the village by raiders.", 1),
        ("A farmer and lay preacher was shot dead on Monday.", 1),
        ("A man and a woman were shot dead on Monday.", 2),
        ("A man and his wife were killed on Monday.", 2),
    ],
)
def test_one_person_of_two_roles_is_one(text: str, dead: int) -> None:
    assert killed(text) == dead


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The judge Marta Rios and her bodyguard were gunned down in Celaya on Monday.", 2),
        ("Gunmen murdered the prosecutor Marta Vidal in Celaya on Monday.", 1),
        ("Seven died at the scene, two on the way to hospital.", 9),
        ("Police killed two men who had attacked their post and lost one of their own.", 3),
        ("By Thursday the council had buried 70.", 70),
        ("Two gunmen killed four worshippers before one of them was shot dead.", 5),
    ],
)
def test_titles_names_and_those_who_died_later_are_counted(text: str, dead: int) -> None:
    assert killed(text) == dead
