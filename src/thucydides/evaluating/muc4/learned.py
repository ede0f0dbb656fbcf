"""What the learned layer proposes, in the shape of MUC-4: scenes with their classes, day and place, and how sure one must be.

Thresholds were chosen on the learning texts, by scores of models that were not learned from them.
"""

from collections.abc import Sequence

from msgspec import Struct

from thucydides.evaluating.muc4.data import Message
from thucydides.evaluating.muc4.layout import Layout, order, when, where
from thucydides.evaluating.muc4.places import Atlas
from thucydides.evaluating.muc4.rules import SCOPE
from thucydides.evaluating.muc4.targets import Judge, people, thing
from thucydides.evaluating.muc4.told import Told
from thucydides.extracting.roles.layer import Proposed
from thucydides.extracting.roles.model import Model
from thucydides.extracting.roles.proposals import Entity, Proposal, entities
from thucydides.extracting.roles.scenes import Scene, scene_features, scenes
from thucydides.grounding.times import find_times


class Bars(Struct, frozen=True):
    """How sure one must be: of a whole scene, of each target, of those who did it, of means; of a shared incident."""

    scene: float = -0.3
    person: float = -1.4
    thing: float = -0.8
    individual: float = -1.6
    organisation: float = -0.75
    instrument: float = -1.0
    pair: float = 0.5
    tie: float = -0.25


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
    made = scenes_of(kept, places, heads, bars)
    sure = [s for s in made if _scene_score(s, made, proposed, heads) > bars.scene]
    return [t for scene in sure if (t := told(message, text, scene, layout, Judge(heads), atlas)) is not None]


def _scene_score(scene: Scene, made: Sequence[Scene], proposed: Proposed, heads: Model) -> float:
    if "scene" not in heads:
        return scene.score
    return heads["scene"].scores(scene_features(scene, made, proposed.document, proposed.sentences))[0]


def told(message: Message, text: str, scene: Scene, layout: Layout, judge: Judge, atlas: Atlas) -> Told | None:
    """The incident of a scene, None where its place is out of scope."""
    sentences = order(scene, layout)
    place, country = where(message, sentences, layout, atlas)
    if country not in SCOPE:
        return None
    doers = [(e, s) for e, s in scene.others if e.part != "instrument"]
    persons = people(scene, text, judge, country)
    things = [thing(e, text, judge, scene.deed, country) for e in scene.targets if e.part == "thing"]
    lead = max(scene.targets, key=lambda t: t.score).best
    return Told(
        scene.deed,
        date=when(message, sentences, layout),
        location=place,
        stage=judge.classify("stage", [*lead.features, f"D={scene.deed}"]),
        instruments=tuple(_instrument(e, judge, scene.deed) for e, _ in scene.others if e.part == "instrument"),
        category=_category([e for e, _ in doers], judge),
        individuals=tuple(judge.word(e) for e, _ in doers if e.part == "individual"),
        organisations=tuple(
            (judge.word(e), judge.classify("confidence", [*e.best.features, f"D={scene.deed}"]))
            for e, _ in doers
            if e.part == "organisation"
        ),
        things=tuple(things),
        people=tuple(persons),
    )


def _instrument(e: Entity, judge: Judge, deed: str) -> tuple[str, str]:
    return judge.word(e), judge.classify("instrument type", [*e.best.features, f"D={deed}"])


def _category(doers: Sequence[Entity], judge: Judge) -> str:
    if not doers:
        return ""
    found = [judge.classify("category", e.best.features) for e in sorted(doers, key=lambda e: -e.score)]
    return next((c for c in found if c), "TERRORIST ACT")
