"""Outlets by name, alias and host."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.grounding.outlets import all_outlets, find_outlets, outlet, outlet_by_host


def test_there_are_hundreds_of_outlets_with_kind_and_unique_names_and_hosts() -> None:
    names = [o.name for o in all_outlets()]
    hosts = [h for o in all_outlets() for h in o.hosts]
    assert len(names) == len(set(names)) >= 250
    assert len(hosts) == len(set(hosts))
    assert all(o.kind for o in all_outlets())


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("AFP", "Agence France-Presse"),
        ("Agence France Presse", "Agence France-Presse"),
        ("RFE/RL", "Radio Free Europe/Radio Liberty"),
        ("Radio Free Europe/ Radio Liberty", "Radio Free Europe/Radio Liberty"),
        ("Express Tribune", "The Express Tribune"),
        ("TOLOnews", "Tolo News"),
        ("Amaq", "Amaq"),
        ("dawn", "Dawn"),
    ],
)
def test_an_outlet_is_found_by_any_of_its_names(name: str, canonical: str) -> None:
    found = outlet(name)
    assert found is not None
    assert found.name == canonical


def test_a_service_names_the_house_it_belongs_to() -> None:
    found = outlet("Radio Ozodi")
    assert found is not None
    assert found.owner == "Radio Free Europe/Radio Liberty"


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.rferl.org", "Radio Free Europe/Radio Liberty"),
        ("https://rus.ozodi.org/a/1.html", "Radio Ozodi"),
        ("news.bbc.co.uk:80", "BBC"),
    ],
)
def test_a_host_leads_to_its_outlet(host: str, name: str) -> None:
    found = outlet_by_host(host)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("host", ["", "example.org", "org", "http://[bad", "notreuters.com"])
def test_an_unknown_host_leads_nowhere(host: str) -> None:
    assert outlet_by_host(host) is None


def test_outlets_are_found_in_running_text_and_everyday_words_are_not() -> None:
    text = "Reuters and the TASS news agency reported at dawn that time was short; Time magazine did not. Dawn broke."
    assert [m.name for m in find_outlets(text)] == ["Reuters", "TASS", "Time"]


@given(st.text(max_size=200))
def test_matches_lie_in_the_text_in_order(text: str) -> None:
    ends = 0
    for match in find_outlets(text):
        assert ends <= match.start < match.end <= len(text)
        ends = match.end


@given(st.text(max_size=60))
def test_any_host_is_answered(host: str) -> None:
    outlet_by_host(host)
