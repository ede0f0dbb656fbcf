"""Who of two enemies did a deed, and people under arms whom only the counts tell of."""

import pytest

from thucydides.extracting import extract_documents
from thucydides.linking import link
from thucydides.nouns import ActorRef, Passage
from thucydides.reading import read_sources
from thucydides.reconciling import reconcile
from thucydides.reconciling.described import Told
from thucydides.reconciling.enemies import answering

TROOPS = ("ml-military-forces", "Military Forces of Mali", "state forces")
GROUP = ("katiba-macina", "Macina Liberation Front", "rebel group")
ALLIES = ("gatia", "Imghad Tuareg Self-Defense Group and Allies", "political militia")
NOBODY = ("", "Rebels", "rebel group")


def _told(who: tuple[str, str, str], *roles: str) -> Told:
    actor, name, kind = who
    return Told(actor, name, tuple(ActorRef(Passage("d", n, n + 1), name, r, actor or None, name, kind) for n, r in enumerate(roles)))


def _roles(*told: Told) -> list[str]:
    return [party[2] for party in answering([(p.actor, p.name, "perpetrator") for p in told], told)]


DID = ("perpetrator",)


@pytest.mark.parametrize(
    ("first", "second", "roles"),
    [
        (_told(GROUP, *DID * 4), _told(TROOPS, *DID), ["perpetrator", "party"]),
        (_told(TROOPS, *DID * 4), _told(GROUP, *DID, "victim"), ["perpetrator", "target"]),
        (_told(TROOPS, *DID * 3), _told(GROUP, *DID * 2), ["perpetrator", "perpetrator"]),
        (_told(TROOPS, *DID * 4), _told(ALLIES, *DID), ["perpetrator", "perpetrator"]),
        (_told(TROOPS, *DID * 4), _told(NOBODY, *DID), ["perpetrator", "perpetrator"]),
    ],
)
def test_an_enemy_of_the_doer_who_is_seldom_told_as_doer_fought_back_or_was_hit(first, second, roles):
    assert _roles(first, second) == roles


def _roles_told(tmp_path, words: str) -> set[tuple[str, str]]:
    path = tmp_path / "report.txt"
    path.write_text(f"Report from the province\n\nMay 5, 2024\n\n{words}\n", encoding="utf-8")
    documents, _ = read_sources([str(path)])
    extracts = list(extract_documents(documents))
    mentions = [m for e in extracts for m in e.mentions]
    linked = link(mentions, documents)
    made = reconcile(documents, mentions, [c for e in extracts for c in e.claims], [], [], [], linked.clusters, linked.pairs)
    return {(role, name) for i in made.incidents if i.kind == "incident" for _, name, role in i.actors}


def test_forces_whom_only_the_toll_tells_of_were_hit(tmp_path):
    told = _roles_told(tmp_path, "Violence in Gao, Mali, on 4 May 2024 left 21 people dead, including 15 police officers.")
    assert any("Police" in name and role == "victim" for role, name in told), told


@pytest.mark.parametrize("person", ["blogger Amadou Keita", "Amadou Keita, 58"])
def test_a_person_of_whom_nothing_is_said_is_a_civilian_where_gunmen_killed_him(tmp_path, person):
    told = _roles_told(tmp_path, f"Gunmen killed {person}, at his home in Gao, Mali, on 4 May 2024.")
    assert ("victim", "Civilians") in told or ("target", "Civilians") in told, told


def test_a_person_killed_by_forces_may_be_a_fighter(tmp_path):
    told = _roles_told(tmp_path, "Soldiers killed Amadou Keita in Gao, Mali, on 4 May 2024.")
    assert "Civilians" not in {name for _, name in told}, told


@pytest.mark.parametrize(
    "dates", ["Date | 3 May 2024 |", "Date | 1 May 2024 – 5 May 2024 |"], ids=["a massacre of a day", "a massacre of five days"]
)
def test_who_did_it_is_told_by_the_box_of_a_page_about_one_massacre(tmp_path, dates):
    box = f"Tessalit massacre | |\n---|---|\nLocation | Tessalit, Mali |\n{dates}\nDeaths | 80 |\nPerpetrators | Macina Liberation Front |\n"
    told = _roles_told(tmp_path, f"{box}\nThe Tessalit massacre was a massacre in the town of Tessalit, Mali, in May 2024.")
    assert ("perpetrator", "Macina Liberation Front") in told, told
