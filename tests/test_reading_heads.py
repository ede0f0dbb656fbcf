"""Heads of pages without marks: title, outlet, writer and day among mastheads, paths, labels and notices."""

from pathlib import Path

import pytest

from thucydides.reading import read_sources

BODY = (
    "At least seven people were killed and a dozen wounded when armed men attacked a market in the town on Tuesday, residents said. The army "
    "said that it had sent reinforcements to the area.\n\nThe attack was the third this month. Officials in the district said the wounded had "
    "been taken to hospital, and that a search was under way for the attackers, who fled on motorbikes.\n"
)
UNASKED = "?"

HEADS = [
    (
        "Home » Explainers » West Africa\n\nSix questions about the siege without trenches: what's going on in Mali?\n"
        "\nPosted by Lassine on 22 November 2025 · 9 min read · 31 comments",
        "Six questions about the siege without trenches: what's going on in Mali?", None, "Lassine", "2025-11-22",
    ),
    (
        "LE JOURNAL DES DEUX MONDES\nDakar — Opinion — Wednesday 12 November 2025\n\nEDITORIAL\nOur tankers, their fire",
        "Our tankers, their fire", "LE JOURNAL DES DEUX MONDES", None, "2025-11-12",
    ),
    (
        "REPUBLIC OF VELAND\nMinistry of Defence\n\nCOMMUNIQUE No 207 (unofficial translation)\n\nBamako, 16 September 2025",
        "COMMUNIQUE No 207 (unofficial translation)", "?", None, "2025-09-16",
    ),
    (
        "THE NORTHERN REVIEW\nLetter from Port-au-Prince\n\nThe Hotel at the End of the City\n\nWhat a year of gangs has done to the people who can't leave\n"
        "\nBy Hannah Sobieski\nJanuary/February 2025 issue",
        "The Hotel at the End of the City", "THE NORTHERN REVIEW", "Hannah Sobieski", "2025-01/2025-02",
    ),
    (
        "HAQ WATCH BALOCHISTAN\nMonthly human rights briefing — March 2025\n(issued 9 April 2025)",
        "Monthly human rights briefing — March 2025", "HAQ WATCH BALOCHISTAN", None, "2025-04-09",
    ),
    (
        "REZO LAKAY (RDL) — Human Rights Network\n\nReport/2024/No. 17 — English summary\n\nMASSACRE AT WHARF JÉRÉMIE: WHAT THE NETWORK KNOWS\n"
        "\nPort-au-Prince, December 20, 2024",
        "MASSACRE AT WHARF JÉRÉMIE: WHAT THE NETWORK KNOWS", "?", None, "2024-12-20",
    ),
    (
        "Letters from the White Nile\n\nTHE ROAD OUT OF EVERYTHING\nIn Kosti, those who fled Kordofan compare their dead\n"
        "\nby Margarethe Oduya      The Long Quarter, Winter issue",
        "THE ROAD OUT OF EVERYTHING", "?", "?", "?",
    ),
    (
        "The Levant & Nile Post\nLIVE   LIVE   LIVE\n\nSudan: RSF claims full control of El Fasher — as it happened\n"
        "\nUpdated 29 Oct 2025, 22:14 EAT",
        "Sudan: RSF claims full control of El Fasher — as it happened", "The Levant & Nile Post", None, "2025-10-29",
    ),
    (
        "Skip to main content\n\nBaluch Insurgents Turn to Territorial Denial\n\nSouthern Flank Review | Volume 9, Issue 11\n"
        "\nJune 4, 2025   Zainab Tareen",
        "Baluch Insurgents Turn to Territorial Denial", "?", "Zainab Tareen", "2025-06-04",
    ),
    (
        "[Forwarded from: Sarmachar Media]\n\nPRESS RELEASE — 17/03/2025\n\nNoshki: 90 personnel of the occupying army eliminated in an operation of the Majeed Brigade — BLA",
        "Noshki: 90 personnel of the occupying army eliminated in an operation of the Majeed Brigade — BLA", "?", None, "2025-03-17",
    ),
    (
        "Menu\nSearch\nNews / Africa / Somalia\n\nAl-Shabaab overruns base in Gedo\n\nBy Abdi Warsame | Garowe Gazette\n"
        "Published: 14 March 2024, 10:05 EAT",
        "Al-Shabaab overruns base in Gedo", "?", "Abdi Warsame", "2024-03-14",
    ),
    (
        "Analysis\nWhat the fall of Lashio means\nBy Thiha Zaw\n8 August 2024\n5 min read",
        "What the fall of Lashio means", None, "Thiha Zaw", "2024-08-08",
    ),
    (
        "ECUADOR\nGunmen storm morgue in Manta\nAndean Wire\n\nQuito, 12 Jan (AW) –",
        "Gunmen storm morgue in Manta", "?", None, "?",
    ),
    (
        "The Kivu Courier\nFriday, 31 January 2025 | Goma edition\n\nFront page\n\nGoma falls: bodies in the streets, prisons empty",
        "Goma falls: bodies in the streets, prisons empty", "The Kivu Courier", None, "2025-01-31",
    ),
    (
        "World > Middle East > Lebanon\nStrike on Nabatieh council kills mayor\nOctober 16, 2024 5:32 PM\n"
        "Naharat Agency Staff",
        "Strike on Nabatieh council kills mayor", "?", "?", "2024-10-16",
    ),
    (
        "UNITED NATIONS\nOffice for the Coordination of Relief\nETHIOPIA\nSituation Report No. 14\nAs of 3 May 2024",
        "Situation Report No. 14", "?", None, "2024-05-03",
    ),
    (
        "ETHIOPIA: Amhara Access Snapshot\nApril 2024",
        "ETHIOPIA: Amhara Access Snapshot", "?", None, "?",
    ),
    (
        "Opinion | The drones over Mandalay are not stray\n\nKo Aung is a researcher in Chiang Mai.\n\nMay 21, 2025",
        "The drones over Mandalay are not stray", None, "?", "2025-05-21",
    ),
    (
        "Papua rebels kill pilot in Mimika\nReporter: Yosef Rumbiak - Editor: Sinta\nJayapura, 6 Aug 2024 (Nusantara News)",
        "Papua rebels kill pilot in Mimika", "?", "Yosef Rumbiak", "2024-08-06",
    ),
    (
        "Ministry of Internal Affairs of the Kyrgyz Republic\nPress service\n17.09.2022 09:40\n\nInformation on the situation on the border as of 09:00",
        "Information on the situation on the border as of 09:00", "?", None, "2022-09-17",
    ),
    (
        "SIGN IN | SUBSCRIBE\n\nThe Long War in the Valley: Manipur, a year on\n\nTEXT BY RITU DEKA    PHOTOS BY S. ROY\n"
        "1 May 2024",
        "The Long War in the Valley: Manipur, a year on", None, "RITU DEKA", "2024-05-01",
    ),
    (
        "= Siege of Babanusa =\n\nFrom OpenAlmanac, the free reference work",
        "Siege of Babanusa", "?", None, "?",
    ),
    (
        "LIVE UPDATES\nThailand-Cambodia: fighting enters third day\nLast updated 26 July 2025 at 14:20 local time",
        "Thailand-Cambodia: fighting enters third day", None, None, "2025-07-26",
    ),
    (
        "Tuesday 5 August 2025\nDaily Bulletin No. 212\nCentre for the Documentation of Violations in the South",
        "Daily Bulletin No. 212", "?", None, "2025-08-05",
    ),
    (
        "Border clash leaves four dead, Yerevan and Baku trade blame\n\nPhoto: soldiers near Sotk (archive)\n"
        "\n13 September, 2022 - 11:15 am\nCaucasus Monitor",
        "Border clash leaves four dead, Yerevan and Baku trade blame", "?", None, "2022-09-13",
    ),
    (
        "Nigeria News\nBenue: How gunmen killed 42 in Gwer West\nMay 27, 2025\nby Terna Ako in Makurdi",
        "Benue: How gunmen killed 42 in Gwer West", "?", "Terna Ako", "2025-05-27",
    ),
    (
        "VERIFIED | How we located the strike on Dilling market\nOpen Source Desk\nDecember 9, 2025 · 11 minutes",
        "How we located the strike on Dilling market", "?", "?", "2025-12-09",
    ),
    (
        "Kosovo Security Barometer | Policy Brief 03/2023\nAfter Banjska: What went wrong in the north\n"
        "October 2023",
        "After Banjska: What went wrong in the north", "?", None, "2023-10",
    ),
]


@pytest.mark.parametrize(("head", "title", "outlet", "author", "day"), HEADS, ids=[head.split("\n")[0][:30] for head, *_ in HEADS])
def test_a_head_gives_title_outlet_writer_and_day(
    tmp_path: Path, head: str, title: str | None, outlet: str | None, author: str | None, day: str | None
) -> None:
    (tmp_path / "page.txt").write_text(f"{head}\n\n{BODY}")
    (found,), _ = read_sources([tmp_path])
    published = found.published.edtf if found.published else None
    got = {"title": found.title, "outlet": found.outlet, "author": found.author, "day": published}
    wanted = {"title": title, "outlet": outlet, "author": author, "day": day}
    assert {name: got[name] for name, value in wanted.items() if value != UNASKED} == {n: v for n, v in wanted.items() if v != UNASKED}


def test_a_headline_in_capitals_over_its_deck_stays_the_title(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(f"GUNMEN STORM MORGUE AND SEIZE BODIES\nPolice blame a rival gang for the raid\n\n{BODY}")
    (found,), _ = read_sources([tmp_path])
    assert found.title == "GUNMEN STORM MORGUE AND SEIZE BODIES"


def test_the_day_of_a_report_to_somebody_is_the_pages(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(f"What the survivors of Kafr Zita say\nInterim report to donors, 14 April 2025 (abridged web version)\n\n{BODY}")
    (found,), _ = read_sources([tmp_path])
    assert found.published is not None
    assert str(found.published.earliest) == "2025-04-14"


@pytest.mark.parametrize(
    "line", ["Loja | English selection | Thursday 14 November 2024", "A note by Our Rights | Loja, 14 November 2024", "Dated: 14th November 2024"]
)
def test_a_part_of_a_line_over_the_report_that_is_a_day_is_the_pages(tmp_path: Path, line: str) -> None:
    (tmp_path / "page.txt").write_text(f"Relatives wait at the gates of the prison\n{line}\n\n{BODY}")
    (found,), _ = read_sources([tmp_path])
    assert found.published is not None
    assert str(found.published.earliest) == "2024-11-14"


def test_a_day_without_its_year_is_of_the_year_of_the_month_that_the_issue_names(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(f"Monthly conflict monitor\nMay 2024 (published 7 June)\n\n{BODY}")
    (found,), _ = read_sources([tmp_path])
    assert found.published is not None
    assert str(found.published.earliest) == "2024-06-07"
