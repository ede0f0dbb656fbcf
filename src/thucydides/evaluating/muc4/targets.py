"""The targets of an incident in the shape of MUC-4: what is named, of which class, how many, of which nation, and what became of it."""

import re
from collections.abc import Sequence

from msgspec import Struct

from thucydides.evaluating.muc4.told import PLURAL, Person, Thing
from thucydides.extracting.roles.evidence import known
from thucydides.extracting.roles.features import classes_of_word
from thucydides.extracting.roles.model import Model
from thucydides.extracting.roles.proposals import PARTS, Entity, Proposal
from thucydides.extracting.roles.scenes import Scene
from thucydides.extracting.roles.wording import named, worded
from thucydides.grounding.actors.countries import country_names, country_of_name, demonym_country
from thucydides.vocabulary import mapping

_ABOUT = re.compile(r"\b(?:about|some|approximately|around|nearly|almost)\s+\S+\s*$", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:at least|more than|over)\s+\S+\s*$", re.IGNORECASE)
_DIGITS = re.compile(r"^\d[\d,.]*$")
SMALL = {word: number for number, word in enumerate(mapping("muc4")["counts"])}
TITLES = frozenset(mapping("muc4")["titles"])
_NATIONS: dict[str, str] = mapping("muc4")["nations"]


class Judge(Struct, frozen=True):
    """The learned models of set fillers and wordings, asked about one entity."""

    heads: Model

    def classify(self, name: str, features: Sequence[str]) -> str:
        """The likeliest filler by the model `name`."""
        return self.heads[name].best(features)

    def word(self, e: Entity) -> str:
        """The words that name an entity."""
        if "wording" not in self.heads:
            return e.best.wide
        return worded(e.proposals, [p.parts[PARTS.index(e.part)] for p in e.proposals], e.part, self._score)

    def name(self, name: str) -> str:
        """The name of a person, without what stands before it."""
        return named(name, self._score) if name and "wording" in self.heads else name

    def _score(self, features: Sequence[str]) -> float:
        return self.heads["wording"].scores(features)[0]


def _names_somebody(p: Proposal) -> bool:
    """Whether the name in a phrase is a person's: no plural, no month, country or party, no word for people as its last ("Clergymen")."""
    last = p.head.lower()
    common = last in TITLES or any(c.startswith("group-") for c in classes_of_word(last)) or set(known(last.title())) & {"calendar"}
    listed = p.name is not None and any(k != "demonym" for k in known(p.text[p.name[0] - p.start : p.name[1] - p.start]))
    return not (common or listed or p.tag in ("NNS", "NNPS", "NN") or last.endswith("men"))


def untitled(name: str) -> tuple[str, str]:
    """(titles, name): the words of rank and address that a name begins with apart from it."""
    parts = name.split()
    first = 0
    while first < len(parts) - 1 and parts[first].lower().rstrip(".") in TITLES:
        first += 1
    return " ".join(parts[:first]), " ".join(parts[first:])


def nation_of(wordings: Sequence[str], country: str) -> str:
    """The nation that the words of a target name, as the task writes it, where it is not the country of the incident."""
    for wording in wordings:
        for word in wording.replace("'s", "").split():
            code = demonym_country(word) or country_of_name(word) if word[:1].isupper() else None
            found = _NATIONS.get(word.upper().rstrip(".")) or (country_names()[code].upper() if code else "")
            if found and found != country:
                return found
    return ""


def _number(e: Entity, text: str) -> str:
    said = next((p.number for p in sorted(e.proposals, key=lambda p: -p.parts[3 if e.part == "person" else 2]) if p.number), None)
    if said is None:
        return PLURAL if e.best.tag in ("NNS", "NNPS") or e.best.head in ("people", "police", "personnel") else "1"
    count = said.replace(",", "").replace(".", "") if _DIGITS.match(said) else str(SMALL.get(said.lower(), ""))
    first = next(p for p in e.proposals if p.number == said)
    before = text[max(0, first.start - 40) : first.start]
    if not count:
        return PLURAL
    if _ABOUT.search(before):
        return f"~{count}"
    return f"{count}-" if _LEAST.search(before) else count


def thing(e: Entity, text: str, judge: Judge, deed: str, country: str) -> Thing:
    """A physical target with its class, number, nation and effect."""
    features = [*e.best.features, f"D={deed}"]
    effect = judge.classify("thing effect", features)
    return Thing(
        judge.word(e),
        judge.classify("thing type", features) or "OTHER",
        _number(e, text),
        nation_of([p.wide for p in e.proposals], country),
        effect,
    )


def people(scene: Scene, text: str, judge: Judge, country: str) -> list[Person]:
    """The human targets of a scene, each with its name or description, class, number, nation and effect."""
    out = []
    for e in scene.targets:
        if e.part != "person":
            continue
        features = [*e.best.features, f"D={scene.deed}"]
        called = [p for p in e.proposals if p.name and _names_somebody(p)]
        name = ""
        description = ""
        if called:
            longest = max(called, key=lambda p: (p.name[1] - p.name[0] if p.name else 0, -p.start))
            assert longest.name is not None
            title, name = untitled(text[longest.name[0] : longest.name[1]])
            name = judge.name(name)
            titles = [
                " ".join((text[p.start : p.name[0]], untitled(text[p.name[0] : p.name[1]])[0])).strip() for p in called if p.name
            ]
            titles = [t for t in titles if t] or ([title] if title else [])
            described = [p.wide for p in e.proposals if p not in called]
            description = next(iter([*described, *titles]), "")
        else:
            description = judge.word(e)
        out.append(
            Person(
                name, description, judge.classify("person type", features) or "CIVILIAN", _number(e, text) if not name else "1",
                nation_of([p.wide for p in e.proposals if not p.name], country), judge.classify("person effect", features),
            )
        )  # fmt: skip
    return out
