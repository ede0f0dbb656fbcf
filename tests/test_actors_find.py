"""Parties found in text: names, aliases, descriptions, metonyms, lists, capitals, ambiguity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.grounding.actors.actors import ActorMatch, find_actors


def one(text: str, wording: str) -> ActorMatch:
    """The match over exactly these characters; fails, naming what was found, where there is none."""
    found = [m for m in find_actors(text) if text[m.start : m.end] == wording]
    assert found, [text[m.start : m.end] for m in find_actors(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "wording", "actor_id", "kind", "country"),
    [
        ("Tajik border guards returned fire.", "Tajik border guards", "tj-border-forces", "state forces", "TJ"),
        ("Taliban fighters crossed the river.", "Taliban fighters", "taliban", "state forces", "AF"),
        ("Two Chinese workers were hurt.", "Two Chinese workers", "cn-civilians", "civilians", "CN"),
        ("Tajik officials said so.", "Tajik officials", "tj-government", "government", "TJ"),
        ("They met ISIS-K commanders.", "ISIS-K", "iskp", "rebel group", "AF"),
        ("Daesh Khorasan was blamed.", "Daesh Khorasan", "iskp", "rebel group", "AF"),
        ("Tehrik-e-Taliban Pakistan claimed it.", "Tehrik-e-Taliban Pakistan", "ttp", "rebel group", "PK"),
        ("The Pakistani Taliban claimed it.", "Pakistani Taliban", "ttp", "rebel group", "PK"),
        (
            "three militants from Jamaat Ansarullah",
            "three militants from Jamaat Ansarullah",
            "jamaat-ansarullah",
            "rebel group",
            "TJ",
        ),
        ("members of the Arakan Army", "members of the Arakan Army", "arakan-army", "rebel group", "MM"),
        ("the armed forces of Ukraine advanced", "armed forces of Ukraine", "ua-military-forces", "state forces", "UA"),
        ("Pakistan's army said", "Pakistan's army", "pk-military-forces", "state forces", "PK"),
        ("a Pakistan Army convoy", "Pakistan Army", "pk-military-forces", "state forces", "PK"),
        ("FARDC soldiers fled Goma", "FARDC soldiers", "fardc", "state forces", "CD"),
        ("The Kremlin said", "Kremlin", "ru-government", "government", "RU"),
        ("Beijing’s embassy warned", "Beijing’s embassy", "cn-government", "government", "CN"),
        ("Nigerien troops died", "Nigerien troops", "ne-military-forces", "state forces", "NE"),
        ("South Sudanese soldiers died", "South Sudanese soldiers", "ss-military-forces", "state forces", "SS"),
        ("UN peacekeepers came", "UN peacekeepers", "un-peacekeepers", "external forces", None),
        ("police in Haiti fought the G9", "G9", "g9", "criminal group", "HT"),
    ],
)
def test_named_and_described_parties(text: str, wording: str, actor_id: str, kind: str, country: str | None) -> None:
    found = one(text, wording)
    assert (found.actor_id, found.kind, found.country) == (actor_id, kind, country)


@pytest.mark.parametrize(
    ("text", "wording", "kind"),
    [
        ("Then gunmen opened fire.", "gunmen", "unidentified"),
        ("It was unidentified assailants.", "unidentified assailants", "unidentified"),
        ("The villagers fled.", "villagers", "civilians"),
        ("The protesters marched.", "protesters", "protesters"),
        ("Some analysts disagree.", "analysts", "observer"),
        ("The police came.", "police", "state forces"),
        ("Armed bandits came.", "Armed bandits", "criminal group"),
        ("Herders fought back.", "Herders", "identity militia"),
        ("The embassy warned.", "embassy", "government"),
    ],
)
def test_descriptions_without_a_party_have_a_kind_and_no_id(text: str, wording: str, kind: str) -> None:
    found = next(m for m in find_actors(text) if text[m.start : m.end].lower().endswith(wording.lower().split()[-1]))
    assert (found.actor_id, found.kind, found.generic) == (None, kind, True)


def test_a_country_gives_a_description_its_origin() -> None:
    text = "criminal groups based in Afghanistan"
    assert one(text, "criminal groups").country == "AF"
    assert one("Four men, militants who had crossed from neighbouring Mali, died.", "militants").country == "ML"


def test_countries_and_capitals_are_marked_as_metonyms_and_seats_are_not() -> None:
    assert one("Dushanbe accused them.", "Dushanbe").metonym
    assert one("Sudan accused them.", "Sudan").metonym
    assert not one("The Pentagon confirmed it.", "Pentagon").metonym


def test_a_shared_head_noun_gives_each_nationality_its_party() -> None:
    text = "neither Tajikistani nor Taliban officials commented"
    assert one(text, "Tajikistani").actor_id == "tj-government"
    assert one(text, "Taliban officials").actor_id == "taliban"
    assert [m.country for m in find_actors("Russian, Ukrainian and Polish officials")] == ["RU", "UA", "PL"]


@pytest.mark.parametrize(
    "text",
    ["anti-Taliban groups met", "ethnic Tajiks live there", "official figures", "US-backed militia came", "pro-Houthi media"],
)
def test_prefixes_and_adjectives_name_no_party(text: str) -> None:
    assert not [m for m in find_actors(text) if m.actor_id]


def test_text_in_capitals_is_read_and_everyday_words_in_capitals_are_not_acronyms() -> None:
    text = "FMLN GUERRILLAS ATTACKED SALVADORAN SOLDIERS. IT IS A TIP."
    assert [m.actor_id for m in find_actors(text)] == ["fmln", "sv-military-forces"]


def test_an_acronym_wants_capitals_in_mixed_text() -> None:
    assert not find_actors("a tip is all we had, and mend it")
    assert one("IS claimed the attack.", "IS").actor_id == "islamic-state"


def test_a_shared_acronym_is_settled_by_what_the_text_names() -> None:
    assert one("The PDF attacked a convoy.", "PDF").actor_id is None
    assert one("In Myanmar the PDF attacked a convoy.", "PDF").actor_id == "peoples-defence-force"
    assert one("Panama Defense Forces (PDF) troops and later the PDF", "PDF").actor_id == "pa-defence-forces"


def test_an_ambiguous_demonym_gives_no_country_unless_the_text_names_one() -> None:
    assert one("Congolese soldiers fled.", "Congolese soldiers").country is None
    assert one("In Congo-Brazzaville Congolese soldiers fled.", "Congolese soldiers").country == "CG"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Popular Resistance Front of Ruritania attacked.", "Popular Resistance Front of Ruritania", "rebel group"),
        ("Fighters of the Free Army of the Hills attacked.", "Free Army of the Hills", "rebel group"),
        ("A militia known as the Lions of the River attacked.", "Lions of the River", "political militia"),
        ("They met a gang called Samuel's Boys.", "Samuel's Boys", "criminal group"),
    ],
)
def test_an_unlisted_group_is_found_by_its_own_name(text: str, name: str, kind: str) -> None:
    assert (name, None, kind) in {(m.name, m.actor_id, m.kind) for m in find_actors(text)}


@given(st.text(max_size=300))
def test_matches_lie_in_the_text_in_order_and_without_overlap(text: str) -> None:
    ends = 0
    for match in find_actors(text):
        assert ends <= match.start < match.end <= len(text)
        ends = match.end


WORDS = [
    "Taliban",
    "fighters",
    "Tajik",
    "border guards",
    "and",
    "from",
    "the",
    "ISKP",
    "(",
    ")",
    "in",
    "Mali",
    "three",
    ",",
    "killed",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_made_up_phrases_keep_the_law_too(words: list[str]) -> None:
    text = " ".join(words)
    ends = 0
    for match in find_actors(text):
        assert ends <= match.start < match.end <= len(text)
        ends = match.end
