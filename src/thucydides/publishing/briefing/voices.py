"""Voices: who says what of the incidents that a brief tells, a line for each speaker."""

from collections.abc import Iterable, Iterator

from thucydides.nouns import Claim, Incident
from thucydides.publishing import words
from thucydides.publishing.assets import mapping
from thucydides.publishing.briefing.citing import Citing
from thucydides.publishing.briefing.parts import Line
from thucydides.publishing.briefing.referring import references
from thucydides.publishing.groups import names_people
from thucydides.publishing.index import Index
from thucydides.publishing.responsibility import blames, culprits, mutual
from thucydides.publishing.said import ARTICLE, HARMED

MOST = 8
"""Speakers that have a line."""
MOST_SAID = 3
"""Statements of one speaker that its line gives."""
TOLLS = ("killed", "injured", "missing", "captured")
Said = tuple[str, str]
"""A statement without its incidents, and the incidents in words."""


def voices(index: Index, citing: Citing, chosen: tuple[Incident, ...]) -> Iterator[Line | None]:
    """The speakers with most to say, those who speak of responsibility first."""
    within = {i.id for i in chosen}
    spoken: dict[str, list[Claim]] = {}
    for claim in index.record.claims:
        if claim.speaker and not _pronoun(claim.speaker) and _counts(index, claim, within):
            alone = claim.speaker_actor if not mutual(claim.value) else None
            spoken.setdefault(alone or ARTICLE.sub("", claim.speaker).casefold(), []).append(claim)
    ranked = sorted(spoken.items(), key=lambda s: (-_worth(s[1]), s[0]))
    for _, claims in ranked[:MOST]:
        yield _line(index, citing, claims, within)


def _counts(index: Index, claim: Claim, within: set[str]) -> bool:
    """Is it about who did it or how many were harmed, in an incident told?"""
    return claim.attribute in ("responsibility", *TOLLS) and bool(within & set(index.incidents_of(claim)))


def _pronoun(name: str) -> bool:
    return ARTICLE.sub("", name).casefold() in mapping("phrases")["pronouns"]


def _worth(claims: list[Claim]) -> int:
    """How much a speaker has to say: words on who did it weigh three times as much as counts."""
    blames = {(c.stance, c.value) for c in claims if c.attribute == "responsibility"}
    return 3 * len(blames) + len({(c.attribute, c.mentions) for c in claims})


def _line(index: Index, citing: Citing, claims: list[Claim], within: set[str]) -> Line | None:
    """What one speaker says: first on who did it, then how many were harmed."""
    blamed, harmed = _blamed(index, claims, within), _harmed(index, claims, within)
    kept = dict([*blamed.items(), *harmed.items()][:MOST_SAID])
    if not kept:
        return None
    names = [c.speaker for c in claims if c.speaker]
    name = max(dict.fromkeys(names), key=lambda n: (names.count(n), -len(n)))
    bearing = [c for of in kept.values() for c in of]
    via = list(dict.fromkeys(v for c in bearing for v in c.via))[:2]
    text = f"{words.sentence_case(name)}{f' (through {words.listing(via)})' if via else ''} {words.listing(_joined(kept))}."
    return citing.line(text, [c.passage for c in bearing], claims=[c.id for c in bearing])


def _joined(kept: Iterable[Said]) -> list[str]:
    """Statements in one sentence: a verb or an incident that is the same as just before is not said again."""
    found, before, last = [], "", ""
    for said, of in kept:
        verb = said.split(" ", 1)[0]
        again = of == last
        them = "them" if " and " in of else "it"
        text = f"{said} {them if again else of}"
        found.append(text.removeprefix(f"{verb} ") if verb == before else text)
        before, last = verb, of
    return found


_NOBODY = {"none-claimed": "said that nobody had claimed", "unknown": "said that it was not known who was responsible for"}


def _blamed(index: Index, claims: list[Claim], within: set[str]) -> dict[Said, list[Claim]]:
    """Statements on responsibility: whom the speaker names, and for which incidents, each once."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.attribute == "responsibility" and _culprit(index, claim):
            said = _NOBODY.get(claim.stance) or blames(index, claim)
            found.setdefault(said, []).append(claim)
    return {(said, _of(index, of, within)): of for said, of in found.items()}


def _harmed(index: Index, claims: list[Claim], within: set[str]) -> dict[Said, list[Claim]]:
    """Counts of people: all that the speaker counts in one incident together."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (TOLLS.index(c.attribute) if c.attribute in TOLLS else 9, c.part, c.passage, c.id)):
        if claim.attribute in TOLLS and claim.quantity is not None:
            verb = "denied" if claim.stance == "denies" else "reported"
            found.setdefault((verb, _of(index, [claim], within)), []).append(claim)
    said: dict[Said, list[Claim]] = {}
    for (verb, of), some in found.items():
        counts = list(dict.fromkeys(f"{counted(c)} {c.attribute}{f' ({c.hedge})' if c.hedge else ''}" for c in some))
        said[f"{verb} {words.listing(counts)} in", of] = some
    return said


def _culprit(index: Index, claim: Claim) -> bool:
    """Is it one of the claims on who did it that the other outputs give too?"""
    return any(claim in culprits(index, index.incidents[i]) for i in index.incidents_of(claim))


def _of(index: Index, claims: list[Claim], within: set[str]) -> str:
    return references(index, tuple(i for c in claims for i in index.incidents_of(c) if i in within))


def counted(claim: Claim) -> str:
    """A claim's count with its group: "3 militants", "at least 5"."""
    named = HARMED.sub("", ARTICLE.sub("", claim.group)).strip()
    told = named and not any(c.isdigit() for c in named) and named.lower() not in mapping("phrases")["plain"]
    told = told and names_people(named, claim.quantity)
    group = f" {named}" if told else ""
    return f"{words.quantity(claim.quantity)}{group}"
