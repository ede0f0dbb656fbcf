"""Composing: one telling put together from the words of a sentence that tell of one deed."""

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Doc, Span, Token

from thucydides.extracting.filling.listing import heads_entry
from thucydides.extracting.kinds.status import status_of
from thucydides.extracting.kinds.triggers import Trigger
from thucydides.extracting.kinds.weapons import find_weapons
from thucydides.extracting.tellings.dated_reports import dated_by_report
from thucydides.extracting.tellings.deed_places import owner_of
from thucydides.extracting.tellings.doing import acts_as_state, by_the_way
from thucydides.extracting.tellings.findings import found_on, only_found
from thucydides.extracting.tellings.general import is_force_in_general, is_general, only_begun
from thucydides.extracting.tellings.hanging import governor, token_starting
from thucydides.extracting.tellings.matter import Deed, Matter
from thucydides.extracting.tellings.membership import with_sides
from thucydides.extracting.tellings.mood import mood_of
from thucydides.extracting.tellings.mouths import in_mouths
from thucydides.extracting.tellings.opened_days import is_opened
from thucydides.extracting.tellings.participants import role_in, token_at
from thucydides.extracting.tellings.pronouns import with_pronouns
from thucydides.extracting.tellings.reactions import is_of_visit, is_reaction
from thucydides.extracting.tellings.references import is_aside, is_harmed, is_reference
from thucydides.extracting.tellings.same_doers import has_same_doers, has_same_means
from thucydides.extracting.tellings.speaking import without_own
from thucydides.extracting.tellings.spots import spots_of
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import DatedBy, Telling
from thucydides.extracting.tellings.things import known_things, things_of
from thucydides.extracting.tellings.told_harms import is_own_loss, kept, only_meant, own_count, shifted
from thucydides.extracting.tellings.turning_to import tells_besides, turns_elsewhere
from thucydides.extracting.tellings.undergone import harmed
from thucydides.extracting.tellings.wording import names_of, words_of
from thucydides.grounding.actors.actors import ActorMatch, demonym_countries, military_of
from thucydides.nouns.actor import GROUP_KINDS, ActorRole
from thucydides.vocabulary import mapping

_NO_FORCE = frozenset({"seizure", "arrest"})
"""Deeds of those who answer for order, which say nothing of who did the other deeds of a sentence."""
_RANK = (
    "chemical",
    "suicide",
    "air",
    "shelling",
    "bomb",
    "grenade",
    "sexual",
    "clash",
    "attack",
    "abduction",
    "crackdown",
    "riot",
    "protest",
    "takeover",
    "territory",
    "destruction",
    "seizure",
    "arrest",
    "death",
    "harm",
    "agreement",
    "transfer",
    "change",
)


def _head(triggers: list[Trigger]) -> Trigger | None:
    return min(triggers, key=lambda t: (t.scene, t.weak, _RANK.index(t.family), not t.noun, t.first), default=None)


def composed(told: Matter, deed: Deed) -> Iterator[Telling]:
    """The telling of one deed of a sentence; none of what is only meant."""
    sentence, shift, start, end, around = told.sentence, told.shift, told.start, told.end, told.around
    triggers, harms, time, places, others = deed.triggers, deed.harms, deed.time, deed.places, deed.others
    if not triggers and not harms:
        return
    doc = sentence.doc
    triggers = _as_told(sentence, triggers)
    head = _head(triggers)
    anchor = (
        doc[harms[0].cue]
        if harms and (head is None or head.weak or head.family in ("attack", "death", "harm"))
        else doc[head.head]
        if head
        else doc[harms[0].cue]
    )
    status = status_of(sentence, anchor)
    if (
        status != "happened"
        and head is not None
        and harms
        and any(status_of(sentence, doc[h.cue]) == "happened" and h.quantity is not None for h in harms)
    ):
        status = "happened"
    if status == "foiled" and head is not None and is_force_in_general(head):
        status = "hypothetical"  # "prevented a massacre": nobody had begun one
    if status == "foiled" and head is not None and not head.noun and (head.family == "clash" or head.lemma in _STORMING):
        status = "happened"  # "tried to seize the town": it was fought for
    if status in ("happened", "foiled") and harms:
        harms = kept(harms, [h for h in harms if not only_meant(sentence, h)])
        if not triggers and not harms:
            return
    referring = bool(triggers) and not harms and all(is_reference(sentence, t) for t in triggers)
    anchor_start = anchor.idx + shift
    deeds = {t.head for t in triggers} | {h.cue for h in harms}
    policing = _is_policing(doc, triggers)
    acting = [t for t in triggers if policing or t.family not in _NO_FORCE]
    force = {t.head for t in acting if not by_the_way(doc[t.head])} | {h.cue for h in harms}
    actors = around.actors_in(start, end)
    tokens = [token_at(sentence, a.start - shift, a.end - shift) for a in actors]
    actors = [
        military_of(a) if t is not None and a.metonym and acts_as_state(t, force) else a
        for a, t in zip(actors, tokens, strict=True)
    ]
    told_roles = _roles(tokens, actors, force)
    actors = [_as_forces(a, r, around, triggers, sentence) for a, r in zip(actors, told_roles, strict=True)]
    time_token = token_starting(sentence, time.start - shift) if time is not None else None
    weapons = [w for w in find_weapons(sentence) if not others or owner_of(sentence, w.start, deeds | others) not in others]
    weapons = [w for w in weapons if w.method != "suicide" or not any(is_harmed(t) for t in sentence if w.start <= t.idx < w.end)]
    rebels = {t.i for t, a in zip(tokens, actors, strict=True) if t is not None and a.kind in GROUP_KINDS}
    both = any(is_own_loss(doc[h.cue], h) for h in harms)
    harms = [replace(h, given=True) if own_count(doc[h.cue], rebels) and h.people.counted and not both else h for h in harms]
    harms = with_sides(around.document.text, in_mouths(doc, harms), actors, shift)
    dated_by: DatedBy = deed.doubted or ("statement" if time_token is not None and dated_by_report(sentence, time_token, deeds) else "")
    if time_token is not None and (is_of_visit if dated_by != "statement" else is_reaction)(time_token, deeds):
        dated_by = "reaction"
    found = time_token is not None and found_on(sentence, time_token, deeds)
    if time is not None and (found or only_found(sentence, triggers, harms)):
        dated_by = "finding"
    alone = len(told.times) == 1 and time is not None and heads_entry(around.reckoning.listed, time.start)
    if dated_by in ("statement", "reaction") and time is not None and (alone or is_opened(around.document.text, time.start, time.end)):
        dated_by = ""
    yield Telling(
        start,
        end,
        told.number,
        told.order,
        told.paragraph.block.kind,
        tuple(replace(t, start=t.start + shift, end=t.end + shift) for t in triggers),
        tuple(shifted(h, shift) for h in harms),
        status,
        time,
        tuple(t for t in told.times if t.window),
        tuple(places),
        tuple(actors),
        tuple(replace(w, start=w.start + shift, end=w.end + shift) for w in weapons),
        harmed(actors, without_own(tokens, told_roles), triggers, harms, shift),
        words_of(sentence),
        names_of(sentence),
        dated_by,
        replace(head, start=head.start + shift, end=head.end + shift) if head is not None else None,
        (anchor_start, anchor_start + len(anchor)),
        referring,
        is_aside(sentence, deeds),
        told.paragraph.block.level,
        part=deed.part,
        general=only_begun(time, anchor, harms, told.order)
        or is_general(anchor, triggers, harms, time is not None, places, told.order, told.paragraph.block.kind),
        mood=mood_of(anchor),
        spots=spots_of(told, _own_tokens(sentence, deeds, others)),
        same_doers=has_same_doers(sentence, deeds),
        same_means=has_same_means(sentence, deeds),
        known=known_things(sentence, deeds),
        things=things_of(sentence),
        elsewhere=turns_elsewhere(sentence, deeds),
        besides=tells_besides(sentence, deeds),
        answered=deed.answered,
    )


def _as_told(sentence: Span, triggers: list[Trigger]) -> list[Trigger]:
    """The words for deeds told as done where there are any: none denied, planned or only thought of (rule `extract.as-told`)."""
    done = [t for t in triggers if status_of(sentence, sentence.doc[t.head]) in ("happened", "foiled")]
    return done if any(not t.scene for t in done) else triggers


def _own_tokens(sentence: Span, deeds: set[int], others: Collection[int]) -> set[int] | None:
    """The tokens that hang on the deeds of a telling and on no other of its sentence; None where it is the only one."""
    nodes = {n: n for n in deeds | set(others)}
    return {t.i for t in sentence if governor(t, nodes) in deeds} if others else None


def _as_forces(
    match: ActorMatch, role: ActorRole, around: Surroundings, triggers: Sequence[Trigger], sentence: Span
) -> ActorMatch:
    """A people that does a deed of arms ("the Russians shelled") as its state's military, where the deed or the document's other words are
    of an army's."""
    if role not in ("perpetrator", "party") or match.kind != "civilians" or match.country is None:
        return match
    if match.country not in demonym_countries(around.document.text[match.start : match.end].split()[-1]):
        return match
    heavy = any(t.family in _HEAVY or t.lemma in _STRIKING for t in triggers) or any(w.used for w in find_weapons(sentence))
    armies = any(a.kind == "state forces" and a.country == match.country for a in around.actors)
    return military_of(replace(match, metonym=True)) if heavy or armies else match


_HEAVY = frozenset({"air", "shelling"})
_STORMING = frozenset({"storm", "overrun", "retake", "recapture", "capture"})
"""Verbs of taking ground by force, which nobody tries without a fight."""
_STRIKING = frozenset({"strike", "hit", "shell", "bomb", "bombard"})


def _roles(tokens: Sequence[Token | None], actors: Sequence[ActorMatch], force: set[int]) -> list[ActorRole]:
    """The part of each party named in a sentence; a country or capital before a deed is where it was ("the Bamako bombings"), but of a
    strike whose it was ("Israel strike kills two")."""
    roles: list[ActorRole] = [
        "mentioned" if t is None or (a.metonym and _is_where(t, force)) else role_in(t, a.kind, force)
        for t, a in zip(tokens, actors, strict=True)
    ]
    return with_pronouns(tokens, roles, force)


def _is_policing(doc: Doc, triggers: Sequence[Trigger]) -> bool:
    """Whether arrests or arms made safe are all that a sentence tells of, beside the raids and rallies in which they were made."""
    swept = mapping("telling")["roles"]["swept"]
    beside = (t for t in triggers if t.family not in _NO_FORCE and t.family != "protest" and not (t.weak and t.noun))
    return any(t.family in _NO_FORCE for t in triggers) and all(doc[t.head].lemma_.lower() in swept for t in beside)


def _is_where(name: Token, force: set[int]) -> bool:
    head = name.head
    return name.dep_ in ("compound", "nmod") and head.i in force and head.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() not in _SENT


_SENT = frozenset({"strike", "airstrike", "shelling", "bombardment", "drone", "missile", "offensive", "invasion", "fire", "raid"})
"""Deeds that news names by the country that does them."""
