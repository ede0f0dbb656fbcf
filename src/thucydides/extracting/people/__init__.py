"""People: what a noun phrase says of those it counts: how many, who, of which side and country, under which names."""

from thucydides.extracting.people.lists import conjuncts
from thucydides.extracting.people.people import People
from thucydides.extracting.people.phrases import resolve
from thucydides.extracting.people.reading import people

__all__ = ["People", "conjuncts", "people", "resolve"]
