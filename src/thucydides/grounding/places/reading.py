"""Reading: a document read for places, with its tokens, its names and what they were resolved to."""

from thucydides.grounding.places.beside import keep_beside
from thucydides.grounding.places.candidates import candidates
from thucydides.grounding.places.company import keep_company
from thucydides.grounding.places.context import Context
from thucydides.grounding.places.evidence import elsewhere, look
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.lexicon import lexicon
from thucydides.grounding.places.linking import link
from thucydides.grounding.places.lists import listed
from thucydides.grounding.places.names import scan
from thucydides.grounding.places.namesakes import let_go
from thucydides.grounding.places.outlets import outlet_context
from thucydides.grounding.places.parties import countries_of_parties
from thucydides.grounding.places.people import people
from thucydides.grounding.places.resolving import resolve
from thucydides.grounding.places.respelling import go_on
from thucydides.grounding.places.shared_types import share_types
from thucydides.grounding.places.titles import lend_units
from thucydides.nouns.document import Document


class Reading:
    """A document read for places: its tokens, its names with their choices, and what the document as a whole is about."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self.document, self.gazetteer, self.words = document, gazetteer, lexicon()
        self.tokens, self.names = scan(document.text, gazetteer)
        lend_units(document, self.tokens, self.names)
        share_types(self.tokens, self.names)
        persons, surnames = people(self.tokens, self.words)
        let_go(self.tokens, self.names, persons, surnames, gazetteer)
        ends = {name.last for name in self.names}
        for name in self.names:
            look(self.tokens, name, self.words, persons, surnames, ends)
        link(self.tokens, self.names, gazetteer)
        for name in self.names:
            if name.container is not None:
                name.container.evidence.add("holds")
        listed(self.tokens, self.names)
        elsewhere(self.names)
        self.context = Context()
        self.context.day = document.published.latest if document.published is not None else None
        outlet_context(document, gazetteer, self.context)
        self.choosing = resolve(self.names, gazetteer, self.context, countries_of_parties(self.tokens))
        go_on(self.tokens, self.names, gazetteer, self.context, self.words)
        keep_company(self.tokens, self.names, gazetteer, lambda name: candidates(gazetteer, name))
        keep_beside(self.tokens, self.names, gazetteer, lambda name: candidates(gazetteer, name))
