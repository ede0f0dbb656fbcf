"""Deeds that hurt nobody are incidents too: people taken away, protests, things destroyed, towns that change hands; agreements are acts."""

from pathlib import Path

import pytest

from told import told

LONG = (
    "\n\nThe valley has long been poor, and most of its people live off the land. It has one hospital, two schools and a road that the rains "
    "cut every year. Prices of flour and oil have gone up since the spring. Traders say that few lorries come, and that those who can afford it "
    "buy in the next valley. A new governor came into office last year; he has promised a clinic, a bridge and work for the young. The old one "
    "now teaches law abroad, where he also writes a column on gardening and on bees for a weekly paper. In the evening the streets are empty "
    "and dark. People sit on the steps of their houses, speak of the weather and of the price of sugar, and go to bed early. On some nights "
    "one hears the river, and the dogs of the shepherds who come down for the market. The market itself has moved twice in ten years."
)
"""What makes a report no brief one, which is read for what it is about."""


def types_told(tmp_path: Path, sentence: str) -> list[str]:
    return sorted(m.type for m in told(tmp_path, sentence + LONG).mentions if m.kind == "incident")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Gunmen took two surveyors from a camp near Sokoto on Monday.", "Abduction/forced disappearance"),
        ("Armed men seized a schoolteacher in Bamenda on Tuesday night.", "Abduction/forced disappearance"),
        ("Hundreds of people gathered in Tbilisi on Monday to demand new elections.", "Peaceful protest"),
        ("Several hundred people massed in Gyumri on Monday to call for the mayor's resignation.", "Peaceful protest"),
        ("On Monday pensioners marched to the town hall of Jos.", "Peaceful protest"),
        ("Militants brought down a telephone mast near Dhobley on Tuesday.", "Looting/property destruction"),
        ("Some 150 vines were cut down by settlers near Nablus on Monday.", "Looting/property destruction"),
        ("The intelligence service caught three suspects in Termez on Sunday.", "Arrests"),
        ("Police arrested four suspected members of the group in Mombasa on Tuesday.", "Arrests"),
        ("The army lost Babanusa to the rebels on Sunday.", "Non-state actor overtakes territory"),
        ("Rebels entered Bunia on Friday and hoisted their flag over the town hall.", "Non-state actor overtakes territory"),
        ("Soldiers cleared insurgents from Marte on Sunday, the army said.", "Government regains territory"),
        ("Loyal troops won Marte back from the insurgents on Sunday.", "Government regains territory"),
        ("Soldiers drove Islamic Front out of Marte on Sunday.", "Government regains territory"),
        ("By Sunday Mubi was again under army control.", "Government regains territory"),
        ("Batteries intercepted six cruise missiles over Odesa on Sunday.", "Disrupted weapons use"),
        ("A mortar bomb in a garden in Craigavon was made safe on Sunday.", "Disrupted weapons use"),
        ("A canteen worker was sexually assaulted by two sergeants in Gulu on Sunday.", "Sexual violence"),
        ("Two reporters disappeared in Sirte on Sunday.", "Abduction/forced disappearance"),
        ("A clerk was arrested for sabotage in Simferopol on Sunday.", "Arrests"),
        ("Rockets landed in fields near Sderot on Tuesday.", "Shelling/artillery/missile attack"),
        ("Shots were exchanged near Vorukh on Tuesday.", "Armed clash"),
    ],
)
def test_a_deed_that_hurts_nobody_is_an_incident(tmp_path: Path, sentence: str, kind: str) -> None:
    assert types_told(tmp_path, sentence) == [kind]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The army and the rebels signed a ceasefire in Juba on Tuesday.", "Agreement"),
        ("A truce brokered by Qatar took effect in Goma on Sunday.", "Agreement"),
        ("Elders agreed in Wukari on Saturday to end the fighting.", "Agreement"),
        ("The army and the militia exchanged twelve prisoners near Laiza on Friday.", "Agreement"),
        ("The rebels pulled out of Goma on Monday.", "Non-violent transfer of territory"),
        ("Four factions joined together in Idlib on Saturday.", "Change to group/activity"),
        ("Envoys of both sides put their signatures to a truce in Doha on Saturday.", "Agreement"),
    ],
)
def test_what_parties_do_without_force_is_an_act_with_its_day(tmp_path: Path, sentence: str, kind: str) -> None:
    assert types_told(tmp_path, sentence) == []
    (act,) = (m for m in told(tmp_path, sentence + LONG).mentions if m.kind == "act" and m.type == kind)
    assert act.date is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "The two governments will sign a ceasefire in Doha next week, a diplomat said on Tuesday.",
        "The rebels rejected a truce in Addis Ababa on Wednesday.",
        "Turkey and Libya signed a trade agreement in Ankara on Tuesday.",
        "France said on Monday that it would withdraw its troops from Abeche.",
        "The government said in Manila on Tuesday that 300 rebels had surrendered since January.",
        "Residents gathered at the market of Uvira on Monday as shops opened again.",
        "Soldiers took two engineers to a meeting in Derna on Tuesday.",
        "The ambassador said on Tuesday that the protest in Tunis had been organised from abroad.",
        "Elections were held in Hargeisa on Sunday without incident.",
        "The army denied on Wednesday that it had lost Bukavu.",
        "At a meeting in Tehran on Sunday, envoys pressed the government to expel the rebels from Bunia.",
        "Workers struck oil near Lodwar on Tuesday.",
        "Nurses in Harare ended a strike on Monday.",
        "The ceasefire in Idlib has held since March 2020, monitors said on Monday.",
    ],
)
def test_what_was_not_done_by_force_or_agreement_is_none(tmp_path: Path, sentence: str) -> None:
    assert types_told(tmp_path, sentence) == []


def test_a_truce_is_no_part_of_the_fighting_that_it_ends(tmp_path: Path) -> None:
    text = "Shelling killed ten soldiers at Goma on Tuesday. On Tuesday evening the army and the rebels agreed a truce in Goma."
    found = [m for m in told(tmp_path, text + LONG).mentions if m.type in ("Agreement", "Shelling/artillery/missile attack")]
    kinds = [(m.kind, m.type, bool(m.toll)) for m in found]
    assert kinds == [("incident", "Shelling/artillery/missile attack", True), ("act", "Agreement", False)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Two surveyors were led away at gunpoint near Jimani on Monday.", "Abduction/forced disappearance"),
        ("Bandits stopped a lorry near Gusau on Tuesday and made off with four traders.", "Abduction/forced disappearance"),
        ("The rebels are holding a nurse who was pulled off a bus in Kasese on Sunday.", "Abduction/forced disappearance"),
        ("A reporter has been missing since Monday, when masked men stopped his taxi in Benghazi.", "Abduction/forced disappearance"),
        ("On 1 July some sixty villagers were marched into the hills near Paktika by gunmen.", "Abduction/forced disappearance"),
        ("Six youths were conscripted by fighters in Demoso on Monday.", "Abduction/forced disappearance"),
        ("Soldiers took some thirty of them away near Arbinda on Monday.", "Abduction/forced disappearance"),
        ("Gunners brought down a drone over Sumy on Monday.", "Disrupted weapons use"),
        ("A mule driver lost his life on a mine near Argelia on Sunday.", "Remote explosive/landmine/IED"),
        ("Two students were led off to jail in Mbabane on Tuesday.", "Arrests"),
        ("Bakers picketed the governor's office in Jijel on Monday.", "Peaceful protest"),
        ("Workers walked off the job in Sfax on Monday.", "Peaceful protest"),
        ("Students burned an effigy of the general in Sittwe on Tuesday.", "Peaceful protest"),
        ("The rebels wrested the barracks of Kidal from the army on Monday.", "Non-state actor overtakes territory"),
        ("Fighters were driven from the ridge above Taiz by soldiers on Monday.", "Government regains territory"),
        ("Rival militias faced off in Gharyan on Monday.", "Armed clash"),
        ("A tank shell smashed through a bakery in Douma on Monday.", "Shelling/artillery/missile attack"),
        ("A chapel was reduced to ashes near Jaffna on Sunday.", "Looting/property destruction"),
        ("A judge was beaten up in Gitega on Monday.", "Attack"),
        ("A grenade was lobbed into a courtyard in Uppsala on Monday.", "Grenade"),
        ("Lorry drivers stopped traffic on the bridge at Puno on Tuesday.", "Peaceful protest"),
        ("Some 300 teachers walked through Antsirabe on Monday with banners and whistles.", "Peaceful protest"),
        ("The nurses downed tools in Lusaka on Monday.", "Peaceful protest"),
        ("Women banged saucepans in Caracas on Tuesday night.", "Peaceful protest"),
        ("The town of Saraqib changed hands again on Tuesday.", "Non-state actor overtakes territory"),
        ("On Sunday evening the town of Kalemie was in the hands of the rebels.", "Non-state actor overtakes territory"),
        ("Rebels claimed Bunyakiri on Saturday.", "Non-state actor overtakes territory"),
        ("Bunyakiri fell to insurgent forces on Saturday.", "Non-state actor overtakes territory"),
        ("Secessionist troops won Bunyakiri from the army on Saturday.", "Non-state actor overtakes territory"),
        ("Kalemie fell on Monday (Sunday for its port), Moba within the same two days.", "Non-state actor overtakes territory"),
        ("Bunia was declared captured on Tuesday.", "Non-state actor overtakes territory"),
        ("Soldiers were back in control of Mubi on Tuesday.", "Government regains territory"),
        ("A column of the army came under attack near Gao on Monday.", "Armed clash"),
        ("Insurgents lay in wait for a patrol near Quissanga on Sunday and opened fire.", "Armed clash"),
        ("Insurgents sprang a trap near Quissanga on Sunday.", "Armed clash"),
        ("Three rockets were launched at the airport of Erbil on Monday.", "Shelling/artillery/missile attack"),
        ("Villages near Menagh were subjected to fire on Tuesday.", "Shelling/artillery/missile attack"),
        ("Villages near Menagh came under fire from tanks on Tuesday.", "Shelling/artillery/missile attack"),
        ("Army jets flew sorties against hideouts near Datta Khel on Tuesday.", "Air/drone strike"),
        ("Shots rang out in the market of Jacmel on Monday.", "Attack"),
        ("A pastor was knifed in Jos on Sunday.", "Attack"),
        ("Men on motorcycles emptied their magazines into a taxi in Buga on Monday.", "Attack"),
        ("Rustlers made off with 90 cows near Kapoeta on Sunday.", "Looting/property destruction"),
        ("Twenty houses were put to the torch in Djugu on Monday.", "Looting/property destruction"),
        ("A rally in Osh descended into chaos on Monday as people smashed windows and attacked officers.", "Violent demonstration"),
        ("Residents barricaded the road at Osh with blazing tyres on Monday.", "Violent demonstration"),
        ("Several thousand people turned out in Osh on Monday to protest against the law.", "Peaceful protest"),
        ("Engineers cleared 30 mines from a field near Osh on Monday.", "Disrupted weapons use"),
        ("Police rounded up dozens of people at a rally in Osh on Monday.", "Protest with intervention"),
        ("Youths greeted the police with stones in Kisumu on Monday.", "Mob violence"),
    ],
)
def test_what_was_done_is_told_by_verbs_that_say_little_alone(tmp_path: Path, sentence: str, kind: str) -> None:
    assert types_told(tmp_path, sentence) == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "Police stopped a lorry in Dover on Monday and gave its driver directions.",
        "Talks in Geneva followed on Monday.",
        "Officials gave up the plan for a bridge at Mopti on Tuesday.",
        "The ambassador was taken into the hall in Riga on Monday.",
        "A new ferry was launched at Gdansk on Monday.",
        "The two teams changed ends in Lagos on Sunday.",
        "The minister ran into friends in Vienna on Friday.",
        "The crew walked off the ship in Durban on Monday.",
        "Guests walked through the garden in Kyoto on Sunday.",
    ],
)
def test_the_same_verbs_tell_no_deed_of_others(tmp_path: Path, sentence: str) -> None:
    assert types_told(tmp_path, sentence) == []


BEFORE = "A bomb killed four people outside a bank in Kabul on 26 June, police said."
"""Other news, with which a report begins that tells of more."""


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("On Monday some forty brickmakers marched to the gate of the district office, before they dispersed on their own.", "Peaceful protest"),
        ("On Tuesday several dozens of them held a protest at the jetty.", "Peaceful protest"),
        ("In Herat a grenade damaged the house of a judge, no injuries being reported.", "Grenade"),
    ],
)
def test_a_deed_behind_other_news_stands_by_its_weekday_or_by_its_town_where_nobody_was_hurt(
    tmp_path: Path, sentence: str, kind: str
) -> None:
    found = [m for m in told(tmp_path, f"{BEFORE}{LONG}\n\n{sentence}{LONG}").mentions if m.kind == "incident"]
    assert [m.type for m in found][1:] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "At three in the morning of 20 June gunmen went into the hamlet of Bindi. Twelve people died, most of them women.",
        "On 20 June rockets fell upon two quarters of the city; nine people were killed.",
        "On 20 June seven youths on a canoe trip were shot dead by a patrol in the same province.",
    ],
)
def test_the_dead_of_a_day_of_which_a_deed_or_a_means_is_told_are_of_that_deed(tmp_path: Path, sentence: str) -> None:
    others = "On 22 June a mine killed a shepherd near Ghazni. On 24 June shells fell on Kunduz."
    extract = told(tmp_path, f"{BEFORE}\n\n{others}{LONG}\n\n{sentence}{LONG}")
    assert not extract.aggregates
    assert any(m.date is not None and m.date.edtf == "2025-06-20" for m in extract.mentions if m.kind == "incident")


def test_a_soldier_who_dies_on_a_day_at_a_place_dies_of_the_conflict(tmp_path: Path) -> None:
    sentence = "A border guard died near Isfara on 24 June."
    found = [m for m in told(tmp_path, f"{BEFORE}{LONG}\n\n{sentence}{LONG}").mentions if m.kind == "incident"]
    assert [m.date.edtf for m in found[1:] if m.date is not None] == ["2025-06-24"]


def test_the_death_of_somebody_else_alone_is_no_deed_of_it(tmp_path: Path) -> None:
    sentence = "A former minister died near Isfara on 24 June."
    assert len([m for m in told(tmp_path, f"{BEFORE}{LONG}\n\n{sentence}{LONG}").mentions if m.kind == "incident"]) == 1
