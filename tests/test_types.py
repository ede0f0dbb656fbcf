"""What a report of a sentence or two tells of, by the 25 sub-event types of ACLED, over many wars; and what is no incident at all.

All reports are ours, and none of them is among the sentences that the weights were learned from.
"""

from functools import cache
from pathlib import Path

import pytest
import yaml

from thucydides.evaluating.case2021 import main_mention, report
from thucydides.extracting import extract_documents
from thucydides.extracting.kinds.weighing import of_acts, of_no_conflict, weigh, weights
from thucydides.vocabulary import mapping
from told import brief, told_briefly

TOLD = {
    "Armed clash": [
        "SAF troops and RSF fighters fought for control of the Halfaya bridge in Omdurman on Thursday.",
        "Guerrillas of the FARC dissidents attacked an army patrol in Guaviare, and four soldiers died in the gunfight.",
        "Burkinabe soldiers killed about thirty jihadists near Arbinda, the general staff said.",
        "Karen rebels ambushed a convoy of the Myanmar army on the Asian Highway.",
        "Houthi fighters clashed with troops of the internationally recognised government west of Taiz.",
        "Three CRPF men and a Maoist commander were killed in an exchange of fire in Sukma district.",
        "Militants raided a military camp in Ménaka before dawn and killed a dozen soldiers.",
        "Ukrainian and Russian infantry fought at close range in Chasiv Yar.",
        "Gang members and Kenyan police exchanged gunfire for hours in downtown Port-au-Prince.",
    ],
    "Government regains territory": [
        "Congolese troops recaptured the town of Kanyabayonga from M23 rebels after two days of fighting.",
        "Sudan's army retook the presidential palace from the RSF.",
        "Ukrainian forces liberated the village of Urozhaine.",
        "Somali soldiers regained control of El Baraf from al-Shabab.",
        "The Nigerian military seized back Monguno from insurgents.",
        "Syrian government forces captured the rebel-held town of Khan Sheikhoun after heavy fighting.",
        "The Philippine army drove the militants out of the last district of Marawi and retook it.",
        "Malian soldiers recaptured Ber from the rebels.",
    ],
    "Non-state actor overtakes territory": [
        "M23 rebels captured the mining town of Rubaya after a battle with the army.",
        "The RSF seized the capital of South Darfur state from government troops.",
        "Brotherhood Alliance fighters overran Lashio and took control of the regional command.",
        "Taliban fighters captured the city of Zaranj.",
        "Al-Shabab militants seized the town of Galcad from Somali forces.",
        "JNIM jihadists took over the town of Boulikessi after overrunning its garrison.",
        "Syrian rebels captured most of Aleppo from the army.",
        "Insurgents overran the town of Macomia and took control of it.",
    ],
    "Peaceful protest": [
        "Thousands marched in Tel Aviv to demand a deal on the hostages.",
        "Students in Belgrade held a silent vigil for the victims.",
        "Teachers protested in Antananarivo over unpaid salaries.",
        "Women rallied in Dakar against the postponement of the election.",
        "Hundreds of farmers demonstrated outside the parliament in New Delhi.",
        "Residents of Sweida gathered in the square and chanted slogans against the government.",
        "Supporters of Imran Khan staged a rally in Lahore.",
        "Families of the disappeared marched in Guadalajara with portraits of their children.",
    ],
    "Protest with intervention": [
        "Police dispersed a march of students in Nairobi with tear gas.",
        "Security forces broke up a sit-in of jobless graduates in Tunis.",
        "Police arrested thirty demonstrators at a peaceful rally in Almaty.",
        "Officers fired water cannon to disperse pro-European demonstrators in Tbilisi.",
        "Riot police broke up an opposition rally in Maputo and detained its leaders.",
        "Turkish police detained dozens of people at a women's march in Istanbul.",
        "Protesters were dispersed by gendarmes with tear gas in Yaoundé.",
        "Police stopped a protest march in Colombo and arrested several students.",
    ],
    "Excessive force against protesters": [
        "Police shot dead five protesters in Nairobi during demonstrations against a tax bill.",
        "Security forces opened fire on demonstrators in Omdurman and killed three of them.",
        "Soldiers fired on a peaceful rally in Bamenda, wounding twelve.",
        "Junta troops shot and killed two protesters in Dawei.",
        "Police beat peaceful demonstrators in Maputo with truncheons and injured dozens.",
        "At least ten demonstrators were killed when soldiers fired live rounds at a crowd in N'Djamena.",
        "Israeli soldiers shot a protester in the leg at a weekly demonstration in Beita.",
        "Several students were injured when police attacked a peaceful protest in Dhaka.",
    ],
    "Violent demonstration": [
        "Protesters hurled stones at riot police in Dakar and set buses on fire.",
        "Demonstrators clashed with police outside the parliament in Buenos Aires.",
        "Rioters burned down a town hall in Nouméa.",
        "A demonstration in Port-au-Prince turned violent when protesters threw bottles and looted shops.",
        "Masked youths threw petrol bombs at officers in Belfast.",
        "Protesters stormed the parliament in Nairobi and set part of it ablaze.",
        "Demonstrators blocked roads with burning tyres in Maputo.",
        "Clashes erupted between demonstrators and police in Athens.",
    ],
    "Mob violence": [
        "A mob beat a man to death in Sialkot over alleged blasphemy.",
        "Villagers lynched two men accused of theft in Chiapas.",
        "An angry crowd set upon a suspected thief in Kampala and beat him.",
        "Hindu vigilantes assaulted a Muslim driver who was transporting cows.",
        "A mob vandalised a church in Jaranwala.",
        "Residents of a suburb of Johannesburg beat foreign shopkeepers.",
        "Youths of two neighbourhoods fought with machetes in Conakry.",
        "Vigilantes beat two alleged robbers with clubs in Lagos.",
    ],
    "Chemical weapon": [
        "Doctors said chlorine was used in an attack on Douma.",
        "Kurdish officials accused Islamic State of firing shells with mustard gas.",
        "A sarin attack killed more than 80 people in Khan Sheikhoun.",
        "Russian drones dropped toxic gas on Ukrainian trenches.",
        "Residents of Kafr Zita suffered suffocation after barrels of chlorine gas were dropped.",
        "Inspectors said a nerve agent had been used against civilians.",
        "The army used chemical weapons near Khartoum, an official said.",
        "A poison gas attack on a village left dozens choking.",
    ],
    "Air/drone strike": [
        "A Russian drone struck an apartment building in Odesa.",
        "Israeli warplanes bombed a school in Khan Younis.",
        "Sudanese army jets bombed a market in Nyala, killing 20.",
        "A Turkish drone strike killed two PKK members near Sulaymaniyah.",
        "The Myanmar air force bombed a camp for displaced people in Kachin.",
        "An airstrike on a wedding in Hajjah killed 23 guests.",
        "Ethiopian drones hit a village in Amhara.",
        "US aircraft carried out strikes against Houthi launch sites.",
    ],
    "Suicide bomb": [
        "A suicide bomber blew himself up among worshippers in Mastung.",
        "A suicide car bomb exploded outside a hotel in Mogadishu.",
        "Two women wearing explosive vests blew themselves up in Gwoza.",
        "A suicide attack on a bus in Karachi killed three Chinese teachers.",
        "The attacker detonated his vest at the gate of the ministry in Kabul.",
        "A suicide bomber struck a church in Damascus.",
        "A bomber on a motorcycle blew himself up near a patrol in Diffa.",
        "Suicide bombers attacked a barracks in N'Djamena.",
    ],
    "Shelling/artillery/missile attack": [
        "Russian artillery hit Nikopol and wounded two residents.",
        "The RSF shelled a hospital in El Fasher.",
        "Hezbollah fired rockets at Kiryat Shmona.",
        "A missile hit a shopping centre in Kremenchuk.",
        "Mortar shells landed in a camp for displaced people in Goma.",
        "Myanmar troops shelled a village in Rakhine with heavy artillery.",
        "Houthi missiles struck a cargo ship in the Red Sea.",
        "Indian and Pakistani troops exchanged artillery fire, and shells hit houses in Poonch.",
    ],
    "Remote explosive/landmine/IED": [
        "A landmine killed three farmers near Izium.",
        "A roadside bomb hit a military vehicle in Bannu.",
        "An improvised explosive device exploded under a bus in Mali, killing 11.",
        "A car bomb went off outside a café in Azaz.",
        "ELN guerrillas blew up an oil pipeline in Arauca.",
        "Two children were killed by an unexploded shell that went off in Taiz.",
        "A bomb exploded at a market in Mogadishu.",
        "A device planted by separatists blew up a police vehicle in Narathiwat.",
    ],
    "Grenade": [
        "Assailants threw a grenade at a bar in Bujumbura.",
        "A grenade attack wounded five people in a market in Srinagar.",
        "Two hand grenades were thrown at the house of a mayor in Culiacán.",
        "A grenade exploded at a bus park in Kigali.",
        "Militants hurled a grenade at a bunker of the security forces in Pulwama.",
        "Unknown men lobbed grenades into a church in Bangui.",
        "A policeman was hurt when a grenade was tossed at a checkpoint in Guayaquil.",
        "A man threw a hand grenade into a crowd in Kyiv.",
    ],
    "Sexual violence": [
        "RSF fighters raped at least six women in El Geneina.",
        "A teenager was gang-raped by armed men near Kavumu.",
        "Russian soldiers raped a woman in a village near Kyiv.",
        "Gang members raped dozens of girls in Port-au-Prince.",
        "Eritrean soldiers sexually assaulted women in Axum.",
        "Women in a camp in Bentiu told of rapes by militiamen.",
        "Three men raped a student in Kolkata, police said.",
        "Soldiers are accused of sexual violence against women in Kayah state.",
    ],
    "Attack": [
        "Gunmen shot dead a community leader in Buenaventura.",
        "ADF rebels killed 17 villagers near Eringeti.",
        "Jihadists massacred more than 100 civilians in Barsalogho.",
        "Bandits opened fire on travellers in Zamfara and killed nine.",
        "A journalist was murdered by gunmen in Tijuana.",
        "Armed men attacked a village in West Darfur and killed 20 residents.",
        "Settlers attacked Palestinian farmers near Nablus and injured three.",
        "Gangs killed at least 70 people in Pont-Sondé.",
    ],
    "Abduction/forced disappearance": [
        "Gunmen kidnapped 15 pupils from a school in Sokoto.",
        "A gang abducted two nurses in Port-au-Prince.",
        "Men in plain clothes took an opposition activist from his home in Kampala and he has not been seen since.",
        "Jihadists took four truck drivers hostage on the road to Niamey.",
        "Guerrillas kidnapped a soldier's sister in Arauca.",
        "Russian troops abducted the head of a village in Kherson region.",
        "The Houthis abducted several aid workers in Sanaa.",
        "Five miners were kidnapped by bandits in Niger state.",
    ],
    "Agreement": [
        "Israel and Hezbollah agreed to a ceasefire.",
        "The government of Colombia and the ELN signed an agreement on humanitarian relief.",
        "Ukraine and Russia exchanged 150 prisoners of war.",
        "The Ethiopian government and Tigray's leaders signed a peace deal in Pretoria.",
        "Rebels and the army agreed on a truce in Chad.",
        "Dozens of Boko Haram members surrendered to troops.",
        "The warring sides in Sudan signed a declaration on civilians in Jeddah.",
        "Rival militias in Tripoli reached a ceasefire.",
    ],
    "Arrests": [
        "Police in Kampala arrested two opposition members of parliament.",
        "Russian security agents detained a journalist in Yekaterinburg.",
        "Soldiers arrested three suspected insurgents in Cabo Delgado.",
        "Israeli troops detained 15 Palestinians overnight in Hebron.",
        "The army captured a commander of the Gulf Clan.",
        "Myanmar authorities arrested a monk on charges of incitement.",
        "Security forces detained eight suspected al-Shabab members in Garissa.",
        "Turkish police arrested 40 people suspected of links with Islamic State.",
    ],
    "Change to group/activity": [
        "Rwanda deployed more soldiers along the border with the DRC.",
        "Two factions of the Sudan People's Liberation Movement merged.",
        "Russia moved additional brigades towards Pokrovsk.",
        "A rebel commander defected to the army with 100 fighters in South Sudan.",
        "The junta began to recruit young men under a conscription law.",
        "Israel sent reinforcements to the northern border.",
        "Kenya sent another 200 police officers to Haiti.",
        "The armed groups in Kidal formed a new alliance.",
    ],
    "Disrupted weapons use": [
        "Police in Kingston seized eleven rifles and 800 rounds of ammunition.",
        "Ukrainian air defences shot down 30 drones overnight.",
        "Soldiers found a cache of weapons in a cave in Panjshir.",
        "Sappers defused a bomb near a mosque in Baghdad.",
        "Deminers cleared more than 200 mines near Hodeidah.",
        "The army discovered a tunnel with explosives in Rafah.",
        "Colombian troops recovered explosives and rifles from a camp of the dissidents.",
        "Israel intercepted a missile launched from Yemen.",
    ],
    "Headquarters or base established": [
        "Israeli forces set up a new outpost on Mount Hermon.",
        "Russia established a naval base in Port Sudan.",
        "The army opened a new base in Palma.",
        "M23 rebels set up their headquarters in Bunagana.",
        "Turkish soldiers built a new military post near Tal Rifaat.",
        "Al-Shabab established a training camp near Jilib.",
        "Police set up a checkpoint at the entrance of the town.",
        "The peacekeepers opened a temporary base in Djugu.",
    ],
    "Looting/property destruction": [
        "Fighters looted houses and shops in Wad Madani.",
        "Soldiers burned down 200 houses in a village in Sagaing.",
        "Settlers set fire to cars and a mosque near Salfit.",
        "Looters ransacked a warehouse of the UN in Goma.",
        "Gunmen burned crops and stole cattle in Benue.",
        "Unknown people vandalised a Hindu temple in Khulna.",
        "The army demolished several homes in Jenin camp.",
        "Gangs looted and burned a hospital in Port-au-Prince.",
    ],
    "Non-violent transfer of territory": [
        "Rebels entered Homs without resistance after government forces withdrew.",
        "The army withdrew from Wad Madani and the RSF took the city without a fight.",
        "Armenian forces handed over the villages to Azerbaijan.",
        "Kurdish forces handed the airport over to the government under an agreement.",
        "Russian troops pulled out of Kherson and Ukrainian soldiers entered the city.",
        "Ethiopian troops left the town and al-Shabab moved in hours later.",
        "M23 withdrew from Walikale and handed it over to the army.",
        "The soldiers abandoned the outpost, and militants occupied it without fighting.",
    ],
    "Other": [
        "Thousands of residents fled the town of Sake.",
        "The governor imposed a curfew in Maiduguri.",
        "More than 10,000 people fled across the border to Chad.",
        "The authorities declared a state of emergency in Ecuador.",
        "A mass grave was found near Izium.",
        "Hundreds of families were displaced by the fighting in Masisi.",
        "The government imposed martial law in two provinces.",
        "Refugees returned to their villages in Borno.",
    ],
}
LEARNED = Path(__file__).resolve().parent.parent / "scripts" / "type_sentences.yaml"


@cache
def answers() -> dict[str, str]:
    """The type read from each report of the table, all of them parsed in one go."""
    texts = [text for told in TOLD.values() for text in told]
    mentions = [main_mention(e) for e in extract_documents(report(f"r{i}", text) for i, text in enumerate(texts))]
    return {text: m.type if m is not None else "" for text, m in zip(texts, mentions, strict=True)}


def test_the_table_has_all_types_and_nothing_that_was_learned_from() -> None:
    assert set(TOLD) == {kind for kinds in mapping("types")["event_types"].values() for kind in kinds}
    assert all(len(told) >= 8 for told in TOLD.values())
    learned = {text for texts in yaml.safe_load(LEARNED.read_text())["sentences"].values() for text in texts}
    assert not learned & set(answers())


@pytest.mark.parametrize("kind", sorted(TOLD))
def test_a_brief_report_is_typed(kind: str) -> None:
    wrong = {text: answers()[text] for text in TOLD[kind] if answers()[text] != kind}
    assert len(wrong) <= 1, wrong


def test_few_reports_are_typed_wrongly_in_all() -> None:
    assert sum(answers()[text] == kind for kind, told in TOLD.items() for text in told) >= 190


def test_a_report_without_day_place_or_count_is_read() -> None:
    (clash,) = told_briefly("Soldiers and rebels fought in the hills.")
    assert (clash.type, clash.date, clash.toll) == ("Armed clash", None, ())
    assert clash.passages


def test_a_deal_is_an_act_and_no_incident() -> None:
    mentions = brief("The two sides signed a ceasefire after months of fighting.").mentions
    assert [(m.kind, m.type) for m in mentions] == [("act", "Agreement")]


def test_two_incidents_of_a_brief_report_stay_two() -> None:
    found = told_briefly("Shelling killed four people in Bakhmut on Monday. On Tuesday gunmen kidnapped two nurses in Kherson.")
    assert [m.type for m in found] == ["Shelling/artillery/missile attack", "Abduction/forced disappearance"]


def test_a_long_report_needs_more_than_a_word_for_an_incident() -> None:
    filler = "The council met again and spoke about the budget of the town for the coming year. " * 12
    assert told_briefly(filler + "There was fighting.") == []


def test_types_are_weighed_by_what_is_known_and_add_up() -> None:
    ranked = weigh([frozenset({"grenade", "main:grenade"})])
    assert ranked[0].type == "Grenade"
    assert "grenade" in ranked[0].because
    assert sum(w.probability for w in ranked) == pytest.approx(1)
    assert weigh([frozenset({"unheard-of"})]) == ()
    assert weigh([]) == ()


def test_each_type_is_known_and_each_weight_is_of_a_type() -> None:
    known = set(weights().types)
    assert set(TOLD) | {"ACCUSE", "POLITICS"} | of_no_conflict() == known
    assert of_acts() < known
    assert all(set(each) <= known for each in weights().features.values())
