"""Independent origins: one statement printed by many counts once."""

from reconciling_made import Made, exact, on
from thucydides.reconciling import Reconciled
from thucydides.reconciling.voices import plain_voice

DAY = ("1 May 2024", on("2024-05-01"))


def report(
    made: Made,
    name: str,
    number: int = 5,
    outlet: str | None = None,
    text: str | None = None,
    copy_of: str | None = None,
    **more: object,
) -> str:
    made.document(name, f"On 1 May 2024 {number} people died. {text or name * 3}", outlet, copy_of=copy_of)
    return made.mention(
        name, "x", made.text(name), when=DAY, toll=((f"{number} people", "killed", exact(number), "people"),), **more
    )


def origins(made: Made) -> int:
    found = killed(made.reconciled())
    return found.origins


def killed(found: Reconciled):  # type: ignore[no-untyped-def]
    return found.incidents[0].assessed("killed")


def test_reports_of_their_own_are_independent() -> None:
    made = Made()
    report(made, "a", outlet="Paper A")
    report(made, "b", outlet="Paper B")
    assert origins(made) == 2


def test_documents_of_one_outlet_are_one_origin() -> None:
    made = Made()
    report(made, "a", outlet="Paper A")
    report(made, "b", outlet="The Paper A")
    assert origins(made) == 1


def test_one_named_speaker_in_two_papers_is_one_origin() -> None:
    made = Made()
    report(made, "a", outlet="Paper A", speaker="Tajik officials")
    report(made, "b", outlet="Paper B", speaker="authorities in Dushanbe")
    report(made, "c", outlet="Paper C", speaker="Tajikistan's interior ministry")
    assert origins(made) == 1


def test_governments_are_told_apart() -> None:
    made = Made()
    report(made, "a", outlet="Paper A", speaker="Tajik officials")
    report(made, "b", outlet="Paper B", speaker="the Chinese embassy in Dushanbe")
    assert origins(made) == 2


def test_witnesses_of_two_papers_are_two_origins() -> None:
    made = Made()
    report(made, "a", outlet="Paper A", speaker="local residents")
    report(made, "b", outlet="Paper B", speaker="residents")
    assert origins(made) == 2


def test_one_agency_carried_by_two_papers_is_one_origin() -> None:
    made = Made()
    report(made, "a", outlet="Paper A", via=("Agence Nouvelle",))
    report(made, "b", outlet="Paper B", via=("Agence Nouvelle", "Khovar"))
    report(made, "c", outlet="Agence Nouvelle")
    assert origins(made) == 1


def test_two_speakers_through_one_agency_are_two_origins() -> None:
    made = Made()
    report(made, "a", outlet="Paper A", via=("Agence Nouvelle",), speaker="the army of Mali")
    report(made, "b", outlet="Paper B", via=("Agence Nouvelle",), speaker="the Northern Front")
    assert origins(made) == 2


def test_a_paper_that_adds_nothing_to_its_speaker_is_no_origin() -> None:
    made = Made()
    report(made, "a", outlet="Paper A", speaker="the Northern Front")
    report(made, "b", outlet="Paper A")
    assert origins(made) == 1


def test_the_cited_outlet_is_the_origin() -> None:
    made = Made()
    report(made, "a", outlet="Review", text="(Radio Ozodi)")
    made.cite("a", "(Radio Ozodi)", "Radio Ozodi", "On 1 May 2024 5 people died.")
    report(made, "b", outlet="Radio Ozodi")
    assert origins(made) == 1


def test_near_copied_passages_are_one_origin() -> None:
    words = (
        "The men had come over the river at night and were met by a patrol that opened fire at once, the village head said later."
    )
    made = Made()
    report(made, "a", outlet="Paper A", text=words)
    report(made, "b", outlet="Paper B", text=words.replace("later", "afterwards"))
    report(
        made,
        "c",
        outlet="Paper C",
        text="A patrol met strangers near the ford before dawn and a fight began that went on until noon of the day.",
    )
    assert origins(made) == 2


def test_a_short_sentence_printed_word_for_word_is_one_origin_and_one_like_it_is_not() -> None:
    made = Made()
    for name, text in {
        "a": "A mine blew up under a jeep on the road to Bunia, killing its driver.",
        "b": "A mine blew up under a jeep on the road to Bunia, killing its driver.",
        "c": "It was a mine.",
        "d": "It was a car.",
    }.items():
        report(made, name, outlet=f"Paper {name}", text=text)
    assert origins(made) == 3


def test_copies_count_once() -> None:
    made = Made()
    report(made, "a", 7, outlet="Paper A")
    report(made, "b", 5, outlet="Paper B")
    for n in range(3):
        report(made, f"copy{n}", 5, outlet=f"Reprint {n}", copy_of="b")
    found = killed(made.reconciled())
    assert found.quantity.best == 7
    assert found.origins == 1


def test_a_speaker_by_actor_id_is_one_voice_with_its_government() -> None:
    made = Made()
    report(made, "a", outlet="Paper A", speaker="the border service", speaker_actor="tj-border")
    made.mentions[0] = type(made.mentions[0])(
        **{n: getattr(made.mentions[0], n) for n in made.mentions[0].__struct_fields__ if n != "actors"}, actors=(_border(made),)
    )
    report(made, "b", outlet="Paper B", speaker="Dushanbe")
    assert origins(made) == 1


def _border(made: Made):  # type: ignore[no-untyped-def]
    from thucydides.nouns import ActorRef

    return ActorRef(made.at("a", "people"), "border service", "party", "tj-border", "Border Service", "state forces", "TJ")


def test_voices() -> None:
    assert (
        plain_voice("Tajik officials")
        == plain_voice("Dushanbe")
        == plain_voice("the Tajik Ministry of Defence")
        == "government:TJ"
    )
    assert plain_voice("the Chinese embassy in Dushanbe") == "government:CN"
    assert plain_voice("Tajik villagers") == ""
    assert plain_voice("eyewitnesses") == ""
    assert plain_voice("Amina Yusuf") == "amina yusuf"
