"""Choosing: an entry for every name of one document, each by the light of the others.

First each name is laid out over where it may lie, by what it is and by the countries that are named; then every name is settled with all
of that as context, one sense for one name.
"""

from collections.abc import Sequence
from datetime import date

from thucydides.grounding.places.candidates import Candidate, Options, candidate_of, candidates
from thucydides.grounding.places.containment import contained, distance
from thucydides.grounding.places.context import Context
from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.footprints import NOTHING, Footprint
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.holding import holders
from thucydides.grounding.places.linking import best_pair
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.ranking import weigh
from thucydides.grounding.places.renamings import since, timed

ONE_SENSE = 3.0  # what an entry gains that the same name has elsewhere in the document
Alike = tuple[str, tuple[str, ...]]  # the key and the kinds of a name's type word: names alike in these have the same candidates
_FAR_BEHIND = 7.0  # candidates so far behind the first, by the countries named, do not come up again
_IN_USE = 3.0  # what a name gains that was in use at the time, and loses that was not yet
_AS_LIKELY, _TOLD, _APART_KM = 0.35, 0.1, 161.0  # worth: that two candidates are as likely, that a document tells of one; km: far apart
_NO_PLACE, _NO_COUNTRY = frozenset({"person", "brand", "street"}), frozenset({"person", "brand"})


class Choosing:
    """The choice in the making: `prints` is what each key adds to the context, `options` the candidates by name and type,
    `open` those of them that are not let go, where some are."""

    def __init__(self, gazetteer: Gazetteer, context: Context) -> None:
        self.gazetteer, self.context = gazetteer, context
        self.prints: dict[str, Footprint] = {}
        self.options: dict[Alike, Options] = {}
        self.open: dict[Alike, Sequence[Candidate]] = {}
        self._pairs: dict[tuple[Alike, Alike, str], tuple[Candidate, Candidate] | None] = {}

    def name_countries(self, name: Name) -> None:
        """Count the countries that a name may be, and keep its candidates."""
        name.alike = (name.key, name.types)
        found = self.options[name.alike] = candidates(self.gazetteer, name)
        if found.countries and name.evidence.isdisjoint(_NO_COUNTRY):
            self.prints.setdefault(name.key, Footprint()).name_countries(self.context, found.countries)

    def lay(self, places: Sequence[Name]) -> None:
        """Lay out where each name may lie by what it is and by the countries that are named; candidates far behind are let go."""
        context = self.context
        laid = set()
        for name in places:
            if not name.evidence.isdisjoint(_NO_PLACE):
                continue
            alike = name.alike
            options = self.options[alike]
            own = self.prints.get(name.key)
            if own is None:
                own = self.prints[name.key] = Footprint()
            paired = self._paired(name, own) if name.container is not None else None
            if paired is not None:
                own.lie((paired,), (0.0,))
            elif name.key not in laid and len(options) == 1:
                own.lie(options, ())
            elif name.key not in laid and options:
                worth = weigh(options, context, own, name.key)
                own.lie(options, worth)
                self.open[alike] = options.within(worth, _FAR_BEHIND)
            laid.add(name.key)
        if context.outlet_key and context.outlet_key not in laid:
            own = self.prints.setdefault(context.outlet_key, Footprint())
            towns = self._outlet_towns()
            own.lie(towns, weigh(towns, context, own, context.outlet_key))
            laid.add(context.outlet_key)
        if context.home is not None:
            home = Footprint()
            home.lie((candidate_of(context.home, 0.0),), (0.0,))
            home.add(context)
        for key in sorted(laid):
            self.prints[key].add(context)
        self._pairs.clear()

    def settle(self, places: Sequence[Name]) -> None:
        """Choose for every name, and then move what each adds to the context there."""
        settled: dict[str, Candidate] = {}
        chosen: dict[Alike, Candidate | None] = {}
        for name in places:
            alike = name.alike
            alone = name.container is None and name.fixed < 0
            if alone and alike in chosen:
                candidate = chosen[alike]
            else:
                candidate = self._choose(name, settled)
                if alone:
                    chosen[alike] = candidate
            name.choice = candidate
            if candidate is not None and (name.container is not None or not name.types):
                settled.setdefault(name.key, candidate)
        for key in sorted(settled):
            if key in self.prints:
                self.prints[key].settle(settled[key], self.context)

    def choose_alone(self, name: Name) -> None:
        """Choose for one more name by the light of what was settled."""
        self.name_countries(name)
        name.choice = self._choose(name, {})
        name.entry = name.choice.number if name.choice is not None else None

    def town_of_outlet(self) -> Entry | None:
        """The town that the outlet is called after, as the document bears it out."""
        if not self.context.outlet_key:
            return None
        found = self._outlet_towns()
        worth = weigh(found, self.context, self.prints.get(self.context.outlet_key, NOTHING), self.context.outlet_key)
        towns = [(score, -c.number, c.entry) for score, c in zip(worth, found, strict=True) if c.klass == "town"]
        return max(towns)[2] if towns else None

    def _outlet_towns(self) -> Options:
        key = self.context.outlet_key
        return candidates(self.gazetteer, Name("place", 0, 0, key, 0, 0, self.gazetteer.find(key)))

    def _paired(self, name: Name, own: Footprint) -> Candidate | None:
        """The candidate of a name that lies in its container, with the container's entry set to the one that holds it."""
        outer = name.container
        if outer is None:
            return None
        key = ((name.key, name.types), (outer.key, outer.types), outer.kind)
        if key not in self._pairs:
            options = candidates(self.gazetteer, name)
            held = holders(self.gazetteer, outer)
            by_worth = sorted(zip(weigh(held, self.context), held, strict=True), key=lambda item: (-item[0], item[1].number))
            pair = best_pair(list(zip(self._worth(name, options, own), options, strict=True)), by_worth)
            self._pairs[key] = (options.towns.get(pair[1].number, pair[1]), pair[2]) if pair is not None else None
        found = self._pairs[key]
        if found is None:
            return None
        if outer.kind == "place":
            outer.fixed = found[1].number
        return found[0]

    def _choose(self, name: Name, settled: dict[str, Candidate]) -> Candidate | None:
        alike = name.alike
        options = self.options[alike]
        if not options:
            return None
        found = self.open.get(alike, options)
        own = self.prints.get(name.key, NOTHING)
        if name.container is not None and (candidate := self._paired(name, own)) is not None:
            return candidate
        if name.fixed >= 0:
            known = next((c for c in found if c.number == name.fixed), None)
            return known or candidate_of(self.gazetteer.entry(name.fixed), 0.0, name.key)
        if len(found) == 1:
            return options.towns.get(found[0].number, found[0])
        same = settled.get(name.key)
        worth = self._worth(name, found, own)
        if same is not None:
            for at, candidate in enumerate(found):
                if candidate.number == same.number or (name.types and contained(candidate, same)):
                    worth[at] += ONE_SENSE
        best = found[worth.index(max(worth))]
        name.rival = self._rival(best, found, worth) if same is None else None
        return options.towns.get(best.number, best)

    def _rival(self, best: Candidate, options: Sequence[Candidate], worth: list[float]) -> Candidate | None:
        """Another candidate, far off, that is as likely as the best, where the document tells nothing of either."""
        if self.context.named or self.context.local:
            return None
        most = max(worth)
        if most > best.prior + _TOLD:
            return None
        for candidate, score in zip(options, worth, strict=True):
            if candidate is not best and score > most - _AS_LIKELY and distance(candidate.entry, best.entry) > _APART_KM:
                return candidate
        return None

    def _worth(self, name: Name, options: Sequence[Candidate], own: Footprint) -> list[float]:
        """The worth of each candidate in the document, and at its time where names have changed."""
        worth = weigh(options, self.context, own, name.key)
        day = self.context.day
        if day is None or name.key not in timed():
            return worth
        return [score + self._of_its_time(name.key, c, day) for score, c in zip(worth, options, strict=True)]

    def _of_its_time(self, key: str, candidate: Candidate, day: date) -> float:
        """What speaks for a candidate in that it was called so when the document was written."""
        former = self.gazetteer.renamed(key).get(candidate.number)
        if former is not None:
            return _IN_USE if former.in_use(day) else 0.0
        entry = candidate.entry
        begun = since().get((entry.country, entry.kind, key)) if entry.key == key else None
        return -_IN_USE if begun is not None and day < begun else 0.0
