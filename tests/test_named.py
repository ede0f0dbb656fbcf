"""Persons whom reports name, the part that the words give them, the hour of the deed and the weapon by its own words. The reports are ours."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from thucydides.extracting import extract_documents
from thucydides.extracting.named import names
from thucydides.nouns import Block, Document, Mention


def main(text: str) -> Mention:
    blocks, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        blocks.append(Block(at, at + len(paragraph), "paragraph" if number else "title"))
        at += len(paragraph) + 2
    (extract,) = extract_documents([Document("d", "d", text, "d", tuple(blocks), title=text.split("\n\n")[0])])
    return max((m for m in extract.mentions if m.kind == "incident"), key=lambda m: len(m.passages))


def parts(mention: Mention) -> dict[str, str]:
    return {p.name: p.part for p in mention.persons}


AMBUSH = """Journalist shot dead in Tegucigalpa

Gunmen on a motorcycle shot and killed the radio journalist Marlon Ibarra outside his home in Tegucigalpa on Monday night, police said.

Ibarra, 41, died at the scene. His wife, Gladys Ibarra, was wounded in the leg and was in stable condition.

Police arrested Wilmer Paz, 23, and charged him with murder. "We are looking for others," said Commissioner Oscar Lanza.

A 9mm pistol was used, investigators said."""


def test_the_harmed_and_the_accused_are_told_apart_and_officials_are_neither() -> None:
    assert parts(main(AMBUSH)) == {"Marlon Ibarra": "victim", "Gladys Ibarra": "victim", "Wilmer Paz": "perpetrator"}


def test_ages_and_what_befell_a_person_stand_with_the_name() -> None:
    found = {p.name: (p.age, p.outcome) for p in main(AMBUSH).persons}
    assert found["Marlon Ibarra"] == (41, "killed")
    assert found["Gladys Ibarra"] == (None, "injured")
    assert found["Wilmer Paz"] == (23, "")


def test_every_name_and_the_hour_reread() -> None:
    mention = main(AMBUSH)
    assert all(AMBUSH[p.passage.start : p.passage.end] == p.name for p in mention.persons)
    assert mention.hour is not None
    assert (mention.hour[0], AMBUSH[mention.hour[1].start : mention.hour[1].end]) == ("night", "Monday night")


def test_the_weapon_stands_where_the_thing_itself_is_named() -> None:
    (weapon,) = main(AMBUSH).weapons
    assert (weapon[0], AMBUSH[weapon[1].start : weapon[1].end]) == ("firearm", "9mm pistol")


@pytest.mark.parametrize(
    ("text", "weapon"),
    [
        ("Gunmen fired guns at a bus near Bunia on Friday, killing nine. The guns were AK-47 rifles, the army said.", "AK-47 rifles"),
        ("A bomb killed nine people in Bunia on Friday. The pipe bomb lay by the road, police said.", "pipe bomb"),
        ("Nine people were shot dead in Bunia on Friday. The attackers had assault rifles, a witness said.", "assault rifles"),
        ("A rifle was used to kill nine people in Bunia on Friday. Guns are sold there.", "rifle"),
    ],
)
def test_a_weapon_stands_where_most_is_told_of_it(text: str, weapon: str) -> None:
    whole = f"Report\n\n{text}"
    assert weapon in {whole[p.start : p.end] for _, p in main(whole).weapons}


@pytest.mark.parametrize(
    ("sentence", "name", "part"),
    [
        ("Two villagers were killed in Bunia on Friday, among them a man identified as Jean-Paul Lokana.", "Jean-Paul Lokana", "victim"),
        ("A soldier named Oleh Marchenko was killed by a mortar shell near Kupiansk on Sunday.", "Oleh Marchenko", "victim"),
        ("Villagers in Bunia were attacked on Friday; the attacker, Pascal Mbayo, surrendered to the army.", "Pascal Mbayo", "perpetrator"),
        ("Three people were shot in Cali on Friday. The body of Andrea Rojas was found in a van.", "Andrea Rojas", "victim"),
        ("Three people were shot in Cali on Friday. Hernando Rojas faces a murder charge.", "Hernando Rojas", "perpetrator"),
        ("Three people were shot in Cali on Friday. Police are hunting for Hernando Rojas.", "Hernando Rojas", "perpetrator"),
        ("Two officers were stabbed in Lyon on Friday by Karim Belkacem, 30.", "Karim Belkacem", "perpetrator"),
        ("Two officers were shot in Cali on Friday. Hernando Rojas was being held on charges of murder.", "Hernando Rojas", "perpetrator"),
        ("Nine people were killed in Cali on Friday in a massacre carried out by Hernando Rojas.", "Hernando Rojas", "perpetrator"),
        ("Nine people were killed in Bor on Friday. Peter Deng told police that he shot them.", "Peter Deng", "perpetrator"),
        ("Nine people were shot in Bor on Friday. Peter Deng was walking home. He was killed by a bullet.", "Peter Deng", "victim"),
        ("Nine people were shot in Bor on Friday. Peter Deng was arrested and taken to a detention centre.", "Peter Deng", "perpetrator"),
        ("Two men were killed in Cali on Friday, including 21-year-old Hernando Rojas and a neighbour.", "Hernando Rojas", "victim"),
        ("Forty people were killed in Bor on Friday. Among the dead was Colonel Peter Deng.", "Peter Deng", "victim"),
        ("Forty people were killed in Bor on Friday. The journalist Rania Khalil was among those killed.", "Rania Khalil", "victim"),
        ("Two men were shot in Cali on Friday. Several witnesses identified Hernando Rojas as the shooter.", "Hernando Rojas", "perpetrator"),
        ("Police identified the boy killed in an attack in Bor on Friday as Peter Deng.", "Peter Deng", "victim"),
        ("According to the army, Peter Deng, 23, was killed by a mine near Bor on Friday.", "Peter Deng", "victim"),
        ("Peter Deng, 23, of Juba, and Maria Lual, 31, of Bor died in a blast in Malakal on Friday.", "Maria Lual", "victim"),
        ("Nine people were struck by bullets in Cali on Friday, including Hernando Rojas.", "Hernando Rojas", "victim"),
        ("Police entered the house in Cali on Friday and found Andrea Rojas, 21, fatally shot.", "Andrea Rojas", "victim"),
        ("Maria Deng, shot in the chest in Juba on Friday, was pronounced dead in hospital.", "Maria Deng", "victim"),
    ],
)  # fmt: skip
def test_one_sentence_gives_a_person_a_part(sentence: str, name: str, part: str) -> None:
    assert parts(main(f"Report\n\n{sentence}")).get(name) == part


def test_who_kills_others_and_himself_has_both_parts() -> None:
    told = main("Report\n\nKarim Belkacem shot and killed Nadia Amrani in Oran on Friday, then shot himself and died at the scene.")
    assert {(p.name, p.part) for p in told.persons} >= {("Karim Belkacem", "perpetrator"), ("Karim Belkacem", "victim"), ("Nadia Amrani", "victim")}


def test_a_quarter_before_a_man_is_no_name() -> None:
    told = main("Report\n\nA 62-year-old Castor Gardens man shot his neighbour in Oran on Friday.")
    assert parts(told) == {}


def test_he_is_nobody_where_the_speaker_may_mean_another() -> None:
    told = main("Report\n\nNine people were shot in Bor on Friday. Peter Deng said he was shot at dawn.")
    assert "Peter Deng" not in parts(told)


def test_a_headline_in_capitals_names_nobody() -> None:
    told = main("Gunman Found Dead After Killing Two\n\nA gunman killed two people in Bunia on Friday. Pascal Mbayo was arrested.")
    assert parts(told) == {"Pascal Mbayo": "perpetrator"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Five people were killed in Aleppo on Friday, said Rami Haddad of the civil defence.",
        "Five people were killed in Aleppo on Friday, according to Doctor Rami Haddad.",
        "Five people were killed in an attack on Mount Sinjar on Friday.",
    ],
)
def test_who_speaks_or_is_a_place_has_no_part(sentence: str) -> None:
    assert "Rami Haddad" not in {n for n, part in parts(main(f"Report\n\n{sentence}")).items() if part == "victim"}
    assert "Mount Sinjar" not in parts(main(f"Report\n\n{sentence}"))


def test_a_family_name_is_its_bearer_named_last() -> None:
    text = "Walter Amin Deng, 70, spoke first. His son Peter Deng, 25, was there. Deng was hurt."
    assert [n.full for n in names(text)] == ["Walter Amin Deng", "Peter Deng", "Peter Deng"]


def test_a_family_name_stays_with_the_bearer_first_meant_by_it() -> None:
    text = "Walter Amin Deng, 70, was arrested. Deng lived with his son Peter Deng, 25. Deng shot him, police said."
    assert [n.full for n in names(text)] == ["Walter Amin Deng", "Walter Amin Deng", "Peter Deng", "Walter Amin Deng"]


def test_short_forms_are_the_same_person() -> None:
    assert {n.full for n in names("Tim Weber was shot. Police named him as Timothy Paul Weber, 40.")} == {"Timothy Paul Weber"}


WORDS = st.sampled_from(["Peter", "Deng", "the", "Monday", "Police", "A.", "Jr.", "said", "25", ",", ".", "was", "“Bo”", "Street", "Aleppo", "’s"])


@example("Peter Peter Peter Peter Peter “Bo” the Peter “Bo”")
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_names_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    found = names(text)
    assert all(0 <= n.start < n.end <= len(text) and text[n.start].isupper() for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
