"""Reading who was harmed, and how many, from sentences of our own about many conflicts."""

import pytest

from thucydides.extracting.harm import Harm, find_harm
from thucydides.extracting.parsing import pipeline


def harms(text: str) -> list[Harm]:
    return [h for s in pipeline()(text).sents for h in find_harm(s)]


def counts(text: str) -> list[tuple[str, int | None, bool]]:
    """(outcome, best, is a part) of every harm, sorted."""
    found = [(h.outcome, h.quantity.best if h.quantity else None, h.part_of is not None) for h in harms(text)]
    return sorted(found, key=lambda c: (c[0], c[1] or 0, c[2]))


SENTENCES = [
    ("Two herders were killed and over a dozen were hurt near Kidal.", [("injured", 12, False), ("killed", 2, False)]),
    ("On 9 March three more died at Bunia.", [("killed", 3, False)]),
    ("In the ambush the army lost a captain and four privates.", [("killed", 1, False), ("killed", 4, False)]),
    ("In the ambush the army lost a helicopter and four soldiers.", [("killed", 4, False)]),
    ("The landing cost the army twelve soldiers at Palma.", [("killed", 12, False)]),
    ("A columnist was knifed to death in Mukalla.", [("killed", 1, False)]),
    ("The raid cost the town two million dollars.", []),
    ("The hamlet lost 21 of its inhabitants in Tuesday's air raid.", [("killed", 21, False)]),
    ("The village lost 14 people to hunger.", []),
    ("A stray bullet cost the life of a nurse in Goma.", [("killed", 1, False)]),
    ("The town was retaken on Friday, with three RSF killed.", [("killed", 3, False)]),
    ("A raid near Quetta left two BLA dead.", [("killed", 2, False)]),
    ("Two people, a man of 40 and a girl of 16, were killed and six injured by a shell.", [("injured", 6, False), ("killed", 2, False)]),
    ("Shells fell on Sake, but no fatality was recorded.", [("killed", 0, False)]),
    ("No victim of the attack has been named.", []),
    ("Shelling killed three people in Kherson on Monday.", [("killed", 3, False)]),
    ("Three people were killed and twelve wounded in Aleppo.", [("injured", 12, False), ("killed", 3, False)]),
    ("Gunmen shot dead a policeman and his driver in Mogadishu.", [("killed", 1, False), ("killed", 1, False)]),
    ("A grenade attack on a bar in Bara kills four people and injures about 30.", [("killed", 4, False), ("injured", 30, False)]),
    ("An attack on two churches in Jos claims 18 lives and wounds 25.", [("killed", 18, False), ("injured", 25, False)]),
    ("Five people, including two officers, died in the raid.", [("killed", 2, True), ("killed", 5, False)]),
    ("The blast left 12 dead, two of them children.", [("killed", 2, True), ("killed", 12, False)]),
    ("The attack resulted in the deaths of three soldiers and two rebels.", [("killed", 2, False), ("killed", 3, False)]),
    ("Sixty villagers were shot, hacked or stabbed to death near Beni.", [("killed", 60, False)]),
    ("Soldiers shot at cars in Tigray, killing at least 10 civilians.", [("killed", 10, False)]),
    ("The raiders fled, leaving 70 bodies strewn across the fields.", [("killed", 70, False)]),
    ("Rebels seized three Congolese posts along the road.", []),
    ("Commandos wiped out 27 militants who had stopped a bus near Jos.", [("killed", 27, False)]),
    ("Engineers blew up two bridges and cut down 12 trees.", []),
    ("The siege ended with the elimination of all 33 attackers.", [("killed", 33, False)]),
    ("The elimination of child labour takes years.", []),
    ("Two died of wounds, which brings to 55 the total number of dead in Tillabery.", [("killed", 2, False), ("killed", 55, False)]),
    ("The skirmish left two of its soldiers wounded.", [("injured", 2, False)]),
    ("The ambush left 26 Malian soldiers and villagers dead.", [("killed", 26, False)]),
    ("The ambush killed 26 soldiers and several villagers.", [("killed", 3, False), ("killed", 26, False)]),
    ("Rebel leader and former treasurer Omar Sawad was killed in Basra.", [("killed", 1, False)]),
    ("Over 30 feared dead, many injured as gunmen attack market in Jalo", [("injured", None, False), ("killed", 30, False)]),
    ("Police found four bodies, two of whom were beheaded.", [("killed", 2, True), ("killed", 4, False)]),
    ("Raiders killed seven people near Pemba on Monday, four of whom were beheaded.", [("killed", 4, True), ("killed", 7, False)]),
    ("Insurgents murdered five villagers; one had been decapitated.", [("killed", 1, True), ("killed", 5, False)]),
    (
        "Raiders killed four people, including one who was beheaded and one burned to death.",
        [("killed", 1, True), ("killed", 1, True), ("killed", 4, False)],
    ),
    (
        "The strike killed 12 Afghans, two Pakistani drivers and a US citizen.",
        [("killed", 1, False), ("killed", 2, False), ("killed", 12, False)],
    ),
    ("Gunmen killed Mr Peter Adu, his wife and his daughter.", [("killed", 1, False)] * 3),
    (
        "Tom Okello, 60, his sister, their two cousins and a maid were burned to death.",
        [("killed", 1, False), ("killed", 1, False), ("killed", 1, False), ("killed", 2, False)],
    ),
    ("Gunmen shot dead Nour Aziz, her husband and a father of three, in Sidon.", [("killed", 1, False)]),
    (
        "Eight constables, three nurses and one of the raiders were killed at the post.",
        [("killed", 1, False), ("killed", 3, False), ("killed", 8, False)],
    ),
    (
        "Eight constables, a sergeant and seven recruits, were killed at the post.",
        [("killed", 8, False)],
    ),
    ("Four people were killed and a score wounded in rioting in Zomba.", [("injured", 20, False), ("killed", 4, False)]),
    ("Six soldiers and as many rebels were killed near Gao.", [("killed", 6, False), ("killed", 6, False)]),
    ("Nine people died at the scene and two in hospital.", [("killed", 2, False), ("killed", 9, False)]),
    ("Nine bodies were recovered on Friday and four more on Saturday.", [("killed", 4, False), ("killed", 9, False)]),
    ("Raiders killed 12 people: seven in the village of Ara and five in Bole.", [("killed", 5, True), ("killed", 7, True), ("killed", 12, False)]),
    ("A mine killed ten people and left two with severe burns.", [("injured", 2, False), ("killed", 10, False)]),
    ("A dozen others were rushed to hospital with injuries.", [("injured", 12, False)]),
    ("Four weavers were bound and shot in a workshop.", [("killed", 4, False)]),
    ("Soldiers lined up five men against a wall and shot them.", [("killed", 5, False)]),
    ("Militiamen took six passengers off the bus and shot them, wounding two.", [("injured", 2, False), ("injured", 6, False)]),
    ("A man pulled a gun and shot five people at a party.", [("injured", 5, False)]),
    ("Three captured soldiers were shot beside the road.", [("killed", 3, False)]),
    ("They counted 30 unarmed people, eight women among them, executed in their homes.", [("killed", 8, True), ("killed", 30, False)]),
    ("Five days later Tomas Rey was shot dead.", [("killed", 1, False)]),
    ("Fifteen people were buried on Thursday.", [("killed", 15, False)]),
    ("Fifteen people were buried under the rubble.", []),
    ("The guards lost 3 own dead.", [("killed", 3, False)]),
    ('Guards repel attack, eight "bandits" dead.', [("killed", 8, False)]),
    ("Estimates vary between 40 and 300.", [("killed", 40, False)]),
    ('A union official put the dead at "four at least".', [("killed", 4, False)]),
    ("There were no immediate reports of casualties.", []),
    ("The rebels said that their unit had had no losses.", []),
    (
        "In the east two women were killed and five men wounded on Friday; in Gori a boy and his aunt died.",
        [("injured", 5, False), ("killed", 1, False), ("killed", 1, False), ("killed", 2, False)],
    ),
    ("11-12/06 - Sirba (north), update: bodies found rose from 50 to 79, then 86.", [("killed", 86, False)]),
    ("They shot a father with his two sons.", [("injured", 1, False), ("injured", 2, False)]),
    ("He shot a guard with his own rifle.", [("injured", 1, False)]),
    ("The blast killed three people instantly; a fourth died of his wounds.", [("killed", 1, False), ("killed", 3, False)]),
    ("The dead were Luis Perez, Marta Rojas and Pedro Diaz.", [("killed", 1, False)] * 3),
    ("Troops shot dead Abu Karim, a rebel leader, and 12 of his men.", [("killed", 1, False), ("killed", 12, False)]),
    ("The three soldiers, Pte James Low, Pte Ian Marsh and Cpl Tom Reid, died when a bomb blew up their car.", [("killed", 3, False)]),
    ("Seven Iranians, two Pakistanis and an Afghan were killed.", [("killed", 1, False), ("killed", 2, False), ("killed", 7, False)]),
    ("A family of four, the parents and two children, died in the strike.", [("killed", 4, False)]),
    ("An officer and a private were killed.", [("killed", 1, False)] * 2),
    ("Two of the seven people in it were killed and the others wounded.", [("injured", 5, False), ("killed", 2, False)]),
    ("Two cyclists were killed, one beaten by a crowd and the other shot.", [("killed", 2, False)]),
    ("The band said that 12 of its fighters and six soldiers had been killed.", [("killed", 6, False), ("killed", 12, False)]),
    ("Three of the raiders and seven guards were killed.", [("killed", 3, False), ("killed", 7, False)]),
    ("Rebels beheaded eight of ten loggers they had seized.", [("killed", 8, False)]),
    ("A clerk was one of five people shot in the park.", [("injured", 5, False)]),
    ("A woman died; three mourners are in hospital.", [("injured", 3, False), ("killed", 1, False)]),
    ("Assailants hacked a priest and a tailor to death.", [("killed", 1, False)] * 2),
    ("They dragged three villagers out and slit their throats.", [("killed", 3, False)]),
    (
        "A missile hit the home of the mayor of Bara on Sunday and killed him, his wife and their two daughters.",
        [("killed", 1, False), ("killed", 1, False), ("killed", 2, False)],
    ),
    ("There were no casualties.", [("injured", 0, False), ("killed", 0, False)]),
    ("Nobody was hurt in the explosion.", [("injured", 0, False)]),
    ("The death toll rose to 16 on Friday.", [("killed", 16, False)]),
    ("Fighters kidnapped 30 schoolgirls from their dormitory.", [("captured", 30, False)]),
    ("The army said it neutralised four terrorists near Gao.", [("killed", 4, False)]),
    ("Engineers neutralised four mines near Gao.", []),
    ("The bomb squad liquidated three shells.", []),
    ("The strike killed at least 22 people and injured more than 50.", [("injured", 50, False), ("killed", 22, False)]),
    ("The landslide of shells claimed the lives of nine villagers.", [("killed", 9, False)]),
    ("The bodies of 12 men were found in a well near Tarhuna.", [("killed", 12, False)]),
    ("The bomber blew himself up at the gate, wounding four guards.", [("injured", 4, False)]),
    ("Two civilians were wounded when a mine went off.", [("injured", 2, False)]),
    ("3 shot, one fatally, at Gao market", [("injured", 3, False), ("killed", 1, False)]),
    ("Six people were shot, two of them fatally, in Tumaco.", [("injured", 6, False), ("killed", 2, False)]),
    ("Girl shot in arm near Mopti", [("injured", 1, False)]),
    ("16-year-old shot in leg by soldier, residents say", [("injured", 1, False)]),
    ("Shepherd, two boys shot to death near Bamenda", [("killed", 1, False), ("killed", 2, False)]),
    ("Police shot and killed the gunman.", [("killed", 1, False)]),
    ("A farmer accidentally shot himself in the foot.", [("injured", 1, False)]),
    ("Detectives in Cali are looking into a triple murder.", [("killed", 3, False)]),
    ("The quadruple shooting left a teacher dead.", [("injured", 4, False), ("killed", 1, False)]),
    ("Four villagers were taken to a hospital in Goma with bullet wounds.", [("injured", 4, False)]),
    ("A boy should recover after being shot near Jos.", [("injured", 1, False)]),
    ("Three drivers said that they were shot at.", []),
    ("The driver rammed a crowd, injuring 36 and killing one.", [("injured", 36, False), ("killed", 1, False)]),
    ("Nine men had to be treated for wounds.", [("injured", 9, False)]),
    ("The blast left a nurse in critical condition.", [("injured", 1, False)]),
    ("A farmer was found shot to death in a field near Djibo.", [("killed", 1, False)]),
    ("Soldiers found a 31-year-old man dead of a bullet wound.", [("killed", 1, False)]),
    ("Three found dead in a house in Lysychansk", [("killed", 3, False)]),
    ("A 7-year-old remains in critical condition after a mine went off.", [("injured", 1, False)]),
    ("Guard shoots own leg while cleaning his rifle", [("injured", 1, False)]),
    ("Father of 3 fatally shot outside a bakery in Goma", [("killed", 1, False)]),
    ("A mother of two, Amina Bello, was killed by a shell.", [("killed", 1, False)]),
    ("Twenty-two year old soldier Ivan Petrenko was also injured.", [("injured", 1, False)]),
    ("A 16–year–old boy was shot in the leg.", [("injured", 1, False)]),
    ("The colonel shot his wife, his son and two guards.", [("injured", 1, False), ("injured", 1, False), ("injured", 2, False)]),
    ("The strike killed three people: a nurse and two drivers.", [("killed", 3, False)]),
    (
        "Two soldiers, a sergeant and a captain, were killed by a mine.",
        [("killed", 2, False)],
    ),
    ("Two men, a woman and a boy were killed.", [("killed", 1, False), ("killed", 1, False), ("killed", 2, False)]),
    ("Three drivers were wounded in Sudzha and one was in critical condition.", [("injured", 1, True), ("injured", 3, False)]),
    ("The police had four reports of people shot in Cali.", [("injured", None, False)]),
    ("Medics found four men and a woman with shrapnel wounds.", [("injured", 1, False), ("injured", 4, False)]),
    ("Shelling late on Tuesday sent five people to a hospital in Kherson.", [("injured", 5, False)]),
    ("Gunfire struck Milner and three others.", [("injured", 1, False), ("injured", 3, False)]),
    ("Officers found four gunshot victims near the market.", [("injured", 4, False)]),
    ("Raid on Gao camp leaves 4 wounded, gunman dead", [("injured", 4, False), ("killed", 1, False)]),
    ("Soldiers discovered one man and two children dead in a hut.", [("killed", 1, False), ("killed", 2, False)]),
    ("A doctor said that the boy was brain dead.", []),
    ("Neither the driver nor the guard was injured.", []),
    ("He was the third child killed by a stray shell this year.", []),
    ("A girl was shot to death and another passenger was wounded.", [("injured", 1, False), ("killed", 1, False)]),
    (
        "Two men killed by the mine were identified as Omar Bah, 32, who was pronounced dead there, and Ali Bah, who was pronounced dead later.",
        [("killed", 1, True), ("killed", 1, True), ("killed", 2, False)],
    ),
    ("Ali Musa, 66 and Amina Musa, 64 were found dead in a house near Gwoza.", [("killed", 1, False), ("killed", 1, False)]),
    ("Shelling in Sumy injures 9 people; gunman shot, killed", [("injured", 1, False), ("injured", 9, False)]),
    (
        "One man was shot in the arm, two were shot in the head, and one was shot in the leg; a lorry took all four to a hospital.",
        [("injured", 1, True), ("injured", 1, True), ("injured", 2, True), ("injured", 4, False)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_gives_its_counts(text: str, expected: list[tuple[str, int, bool]]) -> None:
    assert counts(text) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The court killed the bill after three readings.",
        "The government did not say whether anyone was hurt.",
        "No further casualties were reported.",
        "Five houses were destroyed.",
    ],
)
def test_what_harms_nobody_gives_no_count(text: str) -> None:
    assert [h for h in harms(text) if h.people.counted and h.quantity and h.quantity.best] == []


def test_counts_told_place_by_place_are_counts_of_their_own() -> None:
    assert counts("Shelling killed three people in Kherson, two in Nikopol and one in Kharkiv.") == [
        ("killed", 1, False),
        ("killed", 2, False),
        ("killed", 3, False),
    ]


def test_every_harm_rereads_to_its_words() -> None:
    text = "Two police officers were shot and killed on Thursday night; a third was wounded."
    for harm in harms(text):
        assert harm.people.quantity is None or harm.people.quantity.wording.split()[0].lower() in text[harm.start : harm.end].lower()


def test_groups_carry_category_and_nationality() -> None:
    (harm,) = harms("Two Kenyan peacekeepers were killed by a mine.")
    assert (harm.people.category, harm.people.nationality) == ("external forces", "KE")


def test_a_count_without_a_noun_is_of_the_people_counted_before() -> None:
    (sentence,) = pipeline()("One militiaman was killed and six injured.").sents
    assert [(h.outcome, h.people.group, h.people.category) for h in find_harm(sentence)] == [
        ("killed", "militiaman", "militia"),
        ("injured", "militiaman", "militia"),
    ]


def test_a_place_in_a_row_over_months_is_no_death_of_its_own() -> None:
    assert harms("She was the third reporter to have been killed in the past two years.") == []


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Gunmen opened fire, wounding four men and killing another.", [False, True]),
        ("A guard was killed and another guard was shot dead.", [False, False]),
    ],
)
def test_another_adds_to_those_of_its_own_outcome_only(text: str, others: list[bool]) -> None:
    assert [h.other for h in harms(text)] == others


def test_another_man_beside_the_one_who_shot_is_nobody_new() -> None:
    (harm,) = harms("A soldier was in custody after he shot another soldier at the barracks.")
    assert not harm.people.more


def test_the_age_of_one_is_not_that_of_the_other() -> None:
    assert [h.people.age for h in harms("A farmer and his 11-year-old son were found dead near Bamenda.")] == [None, 11]


def test_a_weekday_is_nobody() -> None:
    assert [h.people.name for h in harms("Neighbours of a guard killed Friday say that he had no enemies.")] == [""]


def test_parts_told_of_them_go_on_behind_and() -> None:
    (sentence,) = pipeline()("12 people were killed on Friday, 9 of them ordinary civilians and 3 members of the militia.").sents
    told = [(h.quantity.best if h.quantity else None, h.people.group, h.part_of) for h in find_harm(sentence)]
    assert told == [(12, "people", None), (9, "ordinary civilians", 0), (3, "members", 0)]


def test_deaths_on_a_side_named_first_are_of_that_country() -> None:
    text = "At least 30 Pakistanis were killed and 50 wounded. On the Afghan side, 45 deaths and 200 injuries were reported."
    told = [(h.outcome, h.quantity.best if h.quantity else None, h.people.nationality) for h in harms(text)]
    assert told == [("killed", 30, "PK"), ("injured", 50, "PK"), ("killed", 45, "AF"), ("injured", 200, "AF")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Five loggers dead, seven wounded in attack", [("injured", 7, False), ("killed", 5, False)]),
        ("12 trekkers killed, four hurt as gunmen storm lodge near Gilgit", [("injured", 4, False), ("killed", 12, False)]),
        ("Two women and three pastoralists killed in raid on Turkana village", [("killed", 2, False), ("killed", 3, False)]),
        ("Six houses burned, four killed in raid near Wamena", [("killed", 4, False)]),
    ],
)
def test_headlines_count_people_by_any_noun(text: str, told: list[tuple[str, int | None, bool]]) -> None:
    assert counts(text) == told


@pytest.mark.parametrize(
    ("noun", "category"),
    [
        ("pastoralists", "civilians"), ("loggers", "civilians"), ("trekkers", "civilians"), ("worshippers", "civilians"), ("townspeople", "civilians"),
        ("asylum seekers", "civilians"), ("vaccinators", "civilians"), ("sepoys", "state forces"), ("peshmerga", "state forces"), ("Naxalites", "rebels"),
        ("dozos", "militia"), ("sicarios", "criminals"), ("armed men", "rebels"), ("masked men", "rebels"), ("armed herders", "militia"),
        ("unarmed men", "civilians"), ("men of the armed forces", "state forces"), ("men of the village", "civilians"),
    ],
)  # fmt: skip
def test_nouns_for_people_of_many_wars_say_whose_side_they_are_of(noun: str, category: str) -> None:
    assert [h.people.category for h in harms(f"The attackers killed five {noun} on Monday.")] == [category]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A bus was hit near Mariinka, died 8 people, 17 were injured.", [("injured", 17, False), ("killed", 8, False)]),
        ("In Tarata a house was shelled, were killed two women.", [("killed", 2, False)]),
        ("The attack has lost the lives of 13 people in Gao.", [("killed", 13, False)]),
        ("The army lost two men in an ambush near Djibo.", [("killed", 2, False)]),
        ("Six villagers were burnt alive in their homes in Mwanda.", [("killed", 6, False)]),
        ("Six guardsmen laid down their lives near Turbat.", [("killed", 6, False)]),
        ("Four soldiers attained martyrdom in the clash.", [("killed", 4, False)]),
        ("A grave holding 87 bodies was opened near Geneina.", [("killed", 87, False)]),
        ("Killed: 12. Wounded: 34.", [("injured", 34, False), ("killed", 12, False)]),
        ("Officials put the number of dead at 45 and the injured at 120.", [("injured", 120, False), ("killed", 45, False)]),
        ("Those killed were named as Ahmed Saleh, Huda Karim and Nabil Aziz.", [("killed", 1, False)] * 3),
        ("Those killed in Monday's attack on Kutum: an imam, four women and three boys.", [("killed", n, False) for n in (1, 3, 4)]),
        ("Fourteen others are still missing.", [("missing", 14, False)]),
    ],
)
def test_harm_told_in_less_common_orders_and_words(text: str, told: list[tuple[str, int | None, bool]]) -> None:
    assert [c for c in counts(text) if c[1] is not None] == told


@pytest.mark.parametrize(
    "text",
    ["The company lost two men to a rival firm.", "He lost two sons in the war.", "The club sold two players, lost three matches and drew one."],
)
def test_who_is_lost_otherwise_is_no_dead(text: str) -> None:
    assert [c for c in counts(text) if c[0] == "killed"] == []


def test_a_list_between_dashes_says_who_was_counted() -> None:
    for dash in ("-", "–"):
        found = counts(f"A house was bombed; seven civilians {dash} a man, two women and four boys {dash} were killed.")
        assert sum(best or 0 for outcome, best, part in found if outcome == "killed" and not part) == 7
    assert ("killed", 11, False) in counts("Gunmen killed 11 people – and wounded 30 – in a raid on Bokkos.")


def test_a_country_that_is_beaten_is_nobody_hurt() -> None:
    assert harms("The national team beat Ghana in Accra on Sunday.") == []
    assert [h.outcome for h in harms("Masked men beat Ghanim in Accra on Sunday.")] == ["injured"]
