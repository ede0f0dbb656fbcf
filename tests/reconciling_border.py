"""Five made reports of one border conflict, in our own words, with the difficulties of real ones: gathered by `border_story`."""

from reconciling_made import (
    BADAKHSHAN,
    BORDER,
    DARVOZ,
    GBAO,
    KHATLON,
    SHOHIN,
    TAJIKISTAN,
    TAKHAR,
    Made,
    at_least,
    between,
    exact,
    more_than,
    on,
    several,
)
from thucydides.nouns import DateRange, Quantity

ANALYSIS = (
    "Two officers and three gunmen, five people in all, died in a firefight on 24 December 2025 (Radio Ozodi, December 24, 2025). "
    "Officials in Dushanbe called it the third such act in December alone. "
    "A pair of drone attacks in November 2025 killed five Chinese nationals and hurt five more. "
    "In November 2024 one Chinese miner had been killed and five people hurt at a gold mine on the border. "
    "Nobody has claimed the strikes, which are believed to be the work of ISKP. "
    "ISKP said that it murdered one Chinese trader in Takhar in January 2025. "
    "In August 2025 Taliban and Tajik troops shot at each other. The frontier is 870 miles long. 80 posts were built since 2021."
)
BRIEF = (
    "Raids this month have killed more than a dozen people in several attacks. "
    "In the latest fight at least five people were killed in Shamsiddin Shohin, among them three intruders. "
    "On November 26 a drone hit a mining camp in Khatlon and killed three Chinese citizens. "
    "On November 30 gunmen fired at road builders in Darvoz and killed at least two people. "
    "No group took responsibility; analysts suspect ISKP. Kabul blames an unnamed group."
)
WIRE = (
    "DUSHANBE, December 2 - Two attacks within the past week left five Chinese dead. The border runs for 850 miles (1,368 km). "
    "On November 26 Islamic militants sent a drone from Badakhshan against a camp in Khatlon, Tajik officials said. "
    "Three workers died and one was hurt, the Chinese embassy said. "
    "On November 30 a similar raid in Gorno-Badakhshan left two Chinese workers dead and two hurt. "
    "The Taliban denied a hand in the attacks."
)
TALLY = (
    "Four terrorists who had come from Afghanistan were killed in Khatlon, security sources told Khovar. "
    "Since November the frontier has seen at least five deadly incidents. An AFP count of official figures gives 16 deaths, "
    "among them border guards, Chinese nationals, smugglers and terrorists. The border is 840 miles (1,350 km) long. "
    "Five Chinese nationals were killed and several hurt in late November and early December."
)
WIKI = (
    "3 militants killed. 2 soldiers killed. 5 Chinese civilians killed, 3 Chinese civilians wounded. "
    "On 6 September 2023 three militants were killed in Darvoz, Tajik authorities said. "
    "On 24 August 2025 one Taliban fighter was killed and four were hurt in a clash with border guards in Badakhshan. "
    "On 26 November 2025 three Chinese nationals were killed and one was hurt by a drone in Tajikistan; authorities blame criminal groups. "
    "On 30 November 2025 two Chinese nationals were killed and two hurt by shots from across the border, authorities reported. "
    "On 25 December 2025 Tajik authorities stated that three militants and two border guards had died in Khatlon. "
    "In January 2026 troops killed four militants on the border. 80 posts were built in the past two to three years."
)


def border_story() -> Made:
    """The five reports, read."""
    made = Made()
    made.document("a-analysis", ANALYSIS, "Steppe Monitor", "2026-02-12")
    made.document("b-brief", BRIEF)
    made.document("c-wire", WIRE, "Silk Wire", "2025-12-02")
    made.document("d-tally", TALLY)
    made.document("e-wiki", WIKI, "Open Encyclopedia")
    _november(made)
    _december(made)
    _others(made)
    _aggregates(made)
    made.figure("a-analysis", "870 miles", "border length", 870, "mile", 1609.344)
    made.figure("c-wire", "850 miles", "border length", 850, "mile", 1609.344)
    made.figure("c-wire", "1,368 km", "border length", 1368, "kilometre", 1000, same=True)
    made.figure("d-tally", "840 miles", "border length", 840, "mile", 1609.344)
    made.figure("d-tally", "1,350 km", "border length", 1350, "kilometre", 1000, same=True)
    made.figure("a-analysis", "80 posts", "posts", 80, "count", 1, subject="posts", window="since 2021")
    made.figure("e-wiki", "80 posts", "posts", 80, "count", 1, subject="posts", window="in the past two to three years")
    made.cite(
        "a-analysis", "(Radio Ozodi, December 24, 2025)", "Radio Ozodi", ANALYSIS[: ANALYSIS.index(" (Radio")], "2025-12-24"
    )
    return made


def _november(made: Made) -> None:
    first = [
        made.mention(
            "b-brief",
            "n26",
            "On November 26 a drone hit a mining camp in Khatlon and killed three Chinese citizens.",
            "Air/drone strike",
            ("November 26", on("2025-11-26")),
            ("Khatlon", KHATLON),
            (("three Chinese citizens", "killed", exact(3), "Chinese citizens", "civilians", "CN"),),
            (("drone", "drone"),),
        ),
        made.mention(
            "c-wire",
            "n26",
            "On November 26 Islamic militants sent a drone from Badakhshan against a camp in Khatlon, Tajik officials said. "
            "Three workers died and one was hurt, the Chinese embassy said.",
            "Air/drone strike",
            ("November 26", on("2025-11-26")),
            ("Khatlon", KHATLON),
            (("Three workers", "killed", exact(3), "workers", "civilians"), ("one was hurt", "injured", exact(1))),
            (("drone", "drone"),),
            (("Islamic militants", "perpetrator", "rebel group"),),
            speaker="the Chinese embassy",
            source=("Badakhshan", BADAKHSHAN),
        ),
        made.mention(
            "e-wiki",
            "n26",
            "On 26 November 2025 three Chinese nationals were killed and one was hurt by a drone in Tajikistan",
            "Air/drone strike",
            ("26 November 2025", on("2025-11-26")),
            ("in Tajikistan", TAJIKISTAN),
            (
                ("three Chinese nationals", "killed", exact(3), "Chinese nationals", "civilians", "CN"),
                ("one was hurt", "injured", exact(1)),
            ),
            (("drone", "drone"),),
        ),
    ]
    second = [
        made.mention(
            "b-brief",
            "n30",
            "On November 30 gunmen fired at road builders in Darvoz and killed at least two people.",
            "Attack",
            ("November 30", on("2025-11-30")),
            ("Darvoz", DARVOZ),
            (("at least two people", "killed", at_least(2), "people"),),
            (("firearm", "gunmen"),),
        ),
        made.mention(
            "c-wire",
            "n30",
            "On November 30 a similar raid in Gorno-Badakhshan left two Chinese workers dead and two hurt.",
            "Attack",
            ("November 30", on("2025-11-30")),
            ("Gorno-Badakhshan", GBAO),
            (
                ("two Chinese workers", "killed", exact(2), "Chinese workers", "civilians", "CN"),
                ("two hurt", "injured", exact(2)),
            ),
        ),
        made.mention(
            "e-wiki",
            "n30",
            "On 30 November 2025 two Chinese nationals were killed and two hurt by shots from across the border",
            "Attack",
            ("30 November 2025", on("2025-11-30")),
            None,
            (
                ("two Chinese nationals", "killed", exact(2), "Chinese nationals", "civilians", "CN"),
                ("two hurt", "injured", exact(2)),
            ),
            (("firearm", "shots"),),
        ),
    ]
    made.claim(
        "c-wire",
        (first[1],),
        "Islamic militants",
        "accuses",
        "Islamic militants",
        speaker="Tajik officials",
        speaker_kind="government",
    )
    made.claim(
        "c-wire",
        (first[1], second[1]),
        "The Taliban denied a hand in the attacks",
        "denies",
        "the Taliban",
        speaker="The Taliban",
    )
    made.claim("e-wiki", (first[2],), "criminal groups", "accuses", "criminal groups", speaker="authorities")
    made.claim("b-brief", (first[0], second[0]), "analysts suspect ISKP", "suspects", "ISKP", speaker="analysts", actor="iskp")
    made.claim("b-brief", (first[0], second[0]), "No group took responsibility", "none-claimed", "no group")


def _december(made: Made) -> None:
    made.mention(
        "a-analysis",
        "d24",
        "Two officers and three gunmen, five people in all, died in a firefight on 24 December 2025",
        "Armed clash",
        ("24 December 2025", on("2025-12-24")),
        None,
        (
            ("five people", "killed", exact(5), "people"),
            ("Two officers", "killed", exact(2), "officers", "state forces", "TJ", 0),
            ("three gunmen", "killed", exact(3), "gunmen", "rebels", None, 0),
        ),
    )
    made.mention(
        "b-brief",
        "d24",
        "In the latest fight at least five people were killed in Shamsiddin Shohin, among them three intruders.",
        "Armed clash",
        ("this month", on("2025-12")),
        ("Shamsiddin Shohin", SHOHIN),
        (
            ("at least five people", "killed", at_least(5), "people"),
            ("three intruders", "killed", exact(3), "intruders", "rebels", None, 0),
        ),
    )
    made.mention(
        "e-wiki",
        "d24",
        "On 25 December 2025 Tajik authorities stated that three militants and two border guards had died in Khatlon.",
        "Armed clash",
        ("25 December 2025", on("2025-12-25")),
        ("Khatlon", KHATLON),
        (
            ("three militants and", "killed", exact(3), "militants", "rebels"),
            ("two border guards", "killed", exact(2), "border guards", "state forces", "TJ"),
        ),
        report=True,
        speaker="Tajik authorities",
    )


def _others(made: Made) -> None:
    made.mention(
        "d-tally",
        "j26",
        "Four terrorists who had come from Afghanistan were killed in Khatlon, security sources told Khovar.",
        "Armed clash",
        None,
        ("Khatlon", KHATLON),
        (("Four terrorists", "killed", exact(4), "terrorists", "rebels"),),
        speaker="security sources",
        via=("Khovar",),
    )
    made.mention(
        "e-wiki",
        "j26",
        "In January 2026 troops killed four militants on the border.",
        "Armed clash",
        ("January 2026", on("2026-01")),
        ("the border", BORDER),
        (("four militants", "killed", exact(4), "militants", "rebels"),),
    )
    made.mention(
        "e-wiki",
        "s23",
        "On 6 September 2023 three militants were killed in Darvoz, Tajik authorities said.",
        "Armed clash",
        ("6 September 2023", on("2023-09-06")),
        ("Darvoz", DARVOZ),
        (("three militants", "killed", exact(3), "militants", "rebels"),),
        report=True,
        speaker="Tajik authorities",
    )
    made.mention(
        "e-wiki",
        "a25",
        "On 24 August 2025 one Taliban fighter was killed and four were hurt in a clash with border guards in Badakhshan.",
        "Armed clash",
        ("24 August 2025", on("2025-08-24")),
        ("Badakhshan", BADAKHSHAN),
        (
            ("one Taliban fighter", "killed", exact(1), "Taliban fighter", "state forces", "AF"),
            ("four were hurt", "injured", exact(4)),
        ),
    )
    made.mention(
        "a-analysis",
        "a25",
        "In August 2025 Taliban and Tajik troops shot at each other.",
        "Armed clash",
        ("August 2025", on("2025-08")),
    )
    made.mention(
        "a-analysis",
        "n24",
        "In November 2024 one Chinese miner had been killed and five people hurt at a gold mine on the border.",
        "Attack",
        ("November 2024", on("2024-11")),
        ("border", BORDER),
        (
            ("one Chinese miner", "killed", exact(1), "Chinese miner", "civilians", "CN"),
            ("five people hurt", "injured", exact(5), "people"),
        ),
    )
    takhar = made.mention(
        "a-analysis",
        "t25",
        "ISKP said that it murdered one Chinese trader in Takhar in January 2025.",
        "Attack",
        ("January 2025", on("2025-01")),
        ("Takhar", TAKHAR),
        (("one Chinese trader", "killed", exact(1), "Chinese trader", "civilians", "CN"),),
    )
    made.claim("a-analysis", (takhar,), "ISKP said that it murdered", "claims", "ISKP", speaker="ISKP", actor="iskp")


def _aggregates(made: Made) -> None:
    made.aggregate(
        "d-tally",
        "Since November the frontier has seen at least five deadly incidents. An AFP count of official figures gives 16 deaths",
        ("Since November", DateRange("XXXX-11/..", None, None, "months", "text", wording="Since November")),
        deaths=exact(16),
        incidents=at_least(5),
        area=BORDER,
        counter="AFP",
        categories=("border guards", "Chinese nationals", "smugglers", "terrorists"),
        date_is_document_bound=True,
    )
    made.aggregate(
        "d-tally",
        "Five Chinese nationals were killed and several hurt in late November and early December",
        ("late November and early December", between("2025-11-21", "2025-12-10", "late November and early December")),
        deaths=exact(5),
        injured=several(),
        nationality="CN",
        category="civilians",
        group="Chinese nationals",
    )
    made.aggregate(
        "b-brief",
        "Raids this month have killed more than a dozen people in several attacks",
        ("this month", on("2025-12", wording="this month")),
        deaths=more_than(12, "more than a dozen"),
        incidents=several(),
        group="people",
    )
    made.aggregate(
        "a-analysis",
        "third such act in December alone",
        ("December", on("2025-12", wording="December")),
        kind="ordinal",
        incidents=Quantity(3, 3, 3, "third such act", "toll.ordinal"),
        area=TAJIKISTAN,
        counter="Officials in Dushanbe",
    )
    made.aggregate(
        "a-analysis",
        "A pair of drone attacks in November 2025 killed five Chinese nationals and hurt five more",
        ("November 2025", on("2025-11")),
        kind="episode",
        deaths=exact(5),
        injured=exact(5),
        incidents=exact(2),
        nationality="CN",
        category="civilians",
        group="Chinese nationals",
        type="Air/drone strike",
        area=TAJIKISTAN,
    )
    made.aggregate(
        "c-wire",
        "Two attacks within the past week left five Chinese dead",
        ("within the past week", between("2025-11-25", "2025-12-02", "within the past week")),
        kind="episode",
        deaths=exact(5),
        incidents=exact(2),
        nationality="CN",
        category="civilians",
        group="Chinese",
    )
    whole = on("2022", wording="2022-present")
    conflict = DateRange("2022/..", whole.earliest, None, "years", wording="2022-present")
    for words, more in (
        ("3 militants killed", {"deaths": exact(3), "group": "militants", "category": "rebels"}),
        ("2 soldiers killed", {"deaths": exact(2), "group": "soldiers", "category": "state forces"}),
        (
            "5 Chinese civilians killed, 3 Chinese civilians wounded",
            {"deaths": exact(5), "injured": exact(3), "group": "Chinese civilians", "category": "civilians", "nationality": "CN"},
        ),
    ):
        made.aggregate("e-wiki", words, ("killed", conflict), summary=True, area=BORDER, date_is_document_bound=True, **more)
