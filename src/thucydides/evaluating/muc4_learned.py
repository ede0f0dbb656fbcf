"""What the learned layer proposes, in the shape of MUC-4: scenes with their classes, day and place, and how sure one must be.

Thresholds were chosen on the learning texts and the first test. Days and places come from the sentences that name the targets, else from
those before them, else from the dateline, as the task's notes say: a weekday is only "on or before" the day of filing.
"""

import re
from calendar import month_name
from collections.abc import Callable, Sequence
from datetime import timedelta

from msgspec import Struct

from thucydides.evaluating.muc4_data import Message
from thucydides.evaluating.muc4_places import Atlas, Found
from thucydides.evaluating.muc4_rules import SCOPE, home
from thucydides.evaluating.muc4_told import PLURAL, Person, Thing, Told, written_day
from thucydides.extracting.roles.features import classes_of_word
from thucydides.extracting.roles.layer import Proposed
from thucydides.extracting.roles.model import Model
from thucydides.extracting.roles.proposals import Entity, Proposal, entities
from thucydides.extracting.roles.scenes import Scene, scene_features, scenes
from thucydides.grounding.actor_countries import country_names, country_of_name, demonym_country
from thucydides.grounding.times import Anchor, TimeExpression, find_times, resolve
from thucydides.vocabulary import mapping

Classify = Callable[[str, Sequence[str]], str]
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|some|approximately|around|nearly|almost)\s+\S+\s*$", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:at least|more than|over)\s+\S+\s*$", re.IGNORECASE)
_DIGITS = re.compile(r"^\d[\d,.]*$")
SMALL = {word: number for number, word in enumerate(mapping("muc4")["counts"])}


TITLES = frozenset(mapping("muc4")["titles"])
_NATIONS: dict[str, str] = mapping("muc4")["nations"]


_MONTH_NAMES = frozenset(name.lower() for name in month_name[1:])


class Bars(Struct, frozen=True):
    """How sure one must be: of a whole scene, of each target, of those who did it, of means; of a shared incident."""

    scene: float = -0.3
    person: float = -1.1
    thing: float = -1.1
    individual: float = -1.0
    organisation: float = -1.35
    instrument: float = -1.0
    pair: float = -0.35
    tie: float = -0.8


BARS = Bars()


def scenes_of(found: Sequence[Proposal], places: Sequence[str], heads: Model, bars: Bars = BARS) -> list[Scene]:
    """The incidents that proposals make up."""
    targets = [e for part in ("thing", "person") for e in entities(found, part, getattr(bars, part))]
    targets.sort(key=lambda e: e.proposals[0].start)
    others = [e for part in ("individual", "organisation", "instrument") for e in entities(found, part, getattr(bars, part))]

    def same(features: Sequence[str]) -> float:
        return heads["pair"].scores(features)[0]

    def joined(features: Sequence[str]) -> float:
        return heads["join"].scores(features)[0]

    return scenes(targets, others, places, same, joined, bars.pair, bars.tie)


def told_by_learning(
    message: Message, text: str, proposed: Proposed, heads: Model, atlas: Atlas, bars: Bars = BARS
) -> list[Told]:
    """The incidents of a message that the learned layer proposes; `text` is the document's with its small letters restored."""
    found = tuple(atlas.find(text))
    layout = Layout(proposed.spans, proposed.paragraphs, tuple(find_times(text)), found)
    places = [next((f.name for f in found if f.entries and a <= f.start < b), "") for a, b in proposed.spans]
    nations = {(f.start, f.end) for f in found}
    kept = tuple(p for p in proposed.proposals if p.name not in nations or max(p.parts) == p.parts[1])

    def classify(name: str, features: Sequence[str]) -> str:
        return heads[name].best(features)

    made = scenes_of(kept, places, heads, bars)
    sure = [s for s in made if _scene_score(s, made, proposed, heads) > bars.scene]
    return [t for scene in sure if (t := told(message, text, scene, layout, classify, atlas)) is not None]


def _scene_score(scene: Scene, made: Sequence[Scene], proposed: Proposed, heads: Model) -> float:
    if "scene" not in heads:
        return scene.score
    return heads["scene"].scores(scene_features(scene, made, proposed.document, proposed.sentences))[0]


class Layout(Struct, frozen=True):
    """The sentences of a message as characters, with their paragraphs, the times told and the places named in it."""

    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[Found, ...]

    def within(self, number: int) -> tuple[list[TimeExpression], list[Found]]:
        """The times and places of one sentence."""
        start, end = self.sentences[number]
        return [t for t in self.times if start <= t.start < end], [p for p in self.places if start <= p.start < end]


def told(message: Message, text: str, scene: Scene, layout: Layout, classify: Classify, atlas: Atlas) -> Told | None:
    """The incident of a scene, None where its place is out of scope."""
    order = _sentences(scene, layout)
    where, country = _where(message, order, layout, atlas)
    if country not in SCOPE:
        return None
    doers = [(e, s) for e, s in scene.others if e.part != "instrument"]
    people = _people(scene, text, classify, country)
    things = [_thing(e, text, classify, scene.deed, country) for e in scene.targets if e.part == "thing"]
    lead = max(scene.targets, key=lambda t: t.score).best
    return Told(
        scene.deed,
        date=_when(message, order, layout),
        location=where,
        stage=classify("stage", [*lead.features, f"D={scene.deed}"]),
        instruments=tuple(_instrument(e, classify, scene.deed) for e, _ in scene.others if e.part == "instrument"),
        category=_category([e for e, _ in doers], classify),
        individuals=tuple(wording(e.best) for e, _ in doers if e.part == "individual"),
        organisations=tuple(
            (wording(e.best), classify("confidence", [*e.best.features, f"D={scene.deed}"]))
            for e, _ in doers
            if e.part == "organisation"
        ),
        things=tuple(things),
        people=tuple(people),
    )


def wording(p: Proposal) -> str:
    """The words of a phrase, with what "of" adds."""
    return p.wide


def _names_somebody(p: Proposal) -> bool:
    """Whether the name in a phrase is a person's: no plural, no month, no word for people as its last ("Clergymen", "U.S. Secretary")."""
    last = p.head.lower()
    common = last in TITLES or last in _MONTH_NAMES or any(c.startswith("group-") for c in classes_of_word(last))
    return not (common or p.tag in ("NNS", "NNPS", "NN") or last.endswith("men"))


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


def _sentences(scene: Scene, layout: Layout) -> list[int]:
    """The sentences to look for day and place in: of the targets, the surest first, then the ones around them."""
    first = [t.best.sentence for t in sorted(scene.targets, key=lambda t: -t.score)]
    more = sorted({p.sentence for t in scene.targets for p in t.proposals})
    near = [s + step for s in first[:1] for step in (-1, 1) if 0 <= s + step < len(layout.sentences)]
    paragraph = layout.paragraphs[first[0]]
    rest = [i for i, k in enumerate(layout.paragraphs) if k == paragraph]
    return list(dict.fromkeys([*first, *more, *near, *rest]))


def _when(message: Message, order: Sequence[int], layout: Layout) -> str:
    filed = message.document.published
    default = f"- {written_day(filed.latest)}" if filed is not None and filed.latest is not None else ""
    anchor = Anchor(document=filed, incident=None)
    for number in order[:4]:
        for time in layout.within(number)[0]:
            if time.window:
                continue
            day = resolve(time, anchor)
            if (
                day is None
                or day.earliest is None
                or day.latest is None
                or (filed is not None and filed.latest is not None and day.earliest > filed.latest)
            ):
                continue
            if _WEEKDAY.search(day.wording or message.document.text[time.start : time.end]):
                return default
            night = "night" in message.document.text[time.start : time.end].lower()
            if (
                night
                and filed is not None
                and filed.latest is not None
                and day.earliest == day.latest == filed.latest - timedelta(1)
            ):
                return f"{written_day(day.earliest)} - {written_day(filed.latest)}"
            if day.earliest == day.latest:
                return written_day(day.earliest)
            if (day.latest - day.earliest).days < 40:
                return f"{written_day(day.earliest)} - {written_day(day.latest)}"
    return default


def _where(message: Message, order: Sequence[int], layout: Layout, atlas: Atlas) -> tuple[str, str]:
    near = [p for number in order for p in layout.within(number)[1]]
    country = home(message, near[:6], atlas)
    for number in order:
        here = [p for p in layout.within(number)[1] if any(e.country == country for e in p.entries)]
        if here:
            return atlas.write(here, country, message.filed), country
    return country, country


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


def _thing(e: Entity, text: str, classify: Classify, deed: str, country: str) -> Thing:
    features = [*e.best.features, f"D={deed}"]
    effect = classify("thing effect", features)
    return Thing(
        wording(e.best),
        classify("thing type", features) or "OTHER",
        _number(e, text),
        nation_of([p.wide for p in e.proposals], country),
        effect,
    )


def _instrument(e: Entity, classify: Classify, deed: str) -> tuple[str, str]:
    return wording(e.best), classify("instrument type", [*e.best.features, f"D={deed}"])


def _category(doers: Sequence[Entity], classify: Classify) -> str:
    if not doers:
        return ""
    found = [classify("category", e.best.features) for e in sorted(doers, key=lambda e: -e.score)]
    return next((c for c in found if c), "TERRORIST ACT")


def _people(scene: Scene, text: str, classify: Classify, country: str) -> list[Person]:
    out = []
    for e in scene.targets:
        if e.part != "person":
            continue
        features = [*e.best.features, f"D={scene.deed}"]
        named = [p for p in e.proposals if p.name and _names_somebody(p)]
        name = ""
        description = ""
        if named:
            longest = max(named, key=lambda p: (p.name[1] - p.name[0] if p.name else 0, -p.start))
            assert longest.name is not None
            title, name = untitled(text[longest.name[0] : longest.name[1]])
            titles = [
                " ".join((text[p.start : p.name[0]], untitled(text[p.name[0] : p.name[1]])[0])).strip() for p in named if p.name
            ]
            titles = [t for t in titles if t] or ([title] if title else [])
            described = [p.wide for p in e.proposals if p not in named]
            description = next(iter([*described, *titles]), "")
        else:
            description = wording(e.best)
        out.append(
            Person(
                name, description, classify("person type", features) or "CIVILIAN", _number(e, text) if not name else "1",
                nation_of([p.wide for p in e.proposals if not p.name], country), classify("person effect", features),
            )
        )  # fmt: skip
    return out
