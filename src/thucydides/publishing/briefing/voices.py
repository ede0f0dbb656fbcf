"""Voices: who says what of the incidents that a brief tells, a line for each speaker."""

import re
from collections.abc import Iterator

from thucydides.nouns import Claim, Incident
from thucydides.publishing import words
from thucydides.publishing.assets import mapping
from thucydides.publishing.briefing.citing import Citing
from thucydides.publishing.briefing.parts import Line
from thucydides.publishing.briefing.referring import references
from thucydides.publishing.index import Index
from thucydides.publishing.responsibility import blames

MOST = 8
"""Speakers that have a line."""
MOST_SAID = 3
"""Statements of one speaker that its line gives."""
TOLLS = ("killed", "injured", "missing", "captured")
ARTICLE = re.compile(r"^(?:the|an?) ", re.I)


def voices(index: Index, citing: Citing, chosen: tuple[Incident, ...]) -> Iterator[Line | None]:
    """The speakers with most to say, those who speak of responsibility first."""
    within = {i.id for i in chosen}
    spoken: dict[str, list[Claim]] = {}
    for claim in index.record.claims:
        if claim.speaker and claim.attribute in ("responsibility", *TOLLS) and within & set(index.incidents_of(claim)) and not _pronoun(claim.speaker):
            spoken.setdefault(claim.speaker_actor or ARTICLE.sub("", claim.speaker).casefold(), []).append(claim)
    ranked = sorted(spoken.items(), key=lambda s: (-_worth(s[1]), s[0]))
    for _, claims in ranked[:MOST]:
        yield _line(index, citing, claims, within)


def _pronoun(name: str) -> bool:
    return ARTICLE.sub("", name).casefold() in mapping("phrases")["pronouns"]


def _worth(claims: list[Claim]) -> int:
    return 3 * len({(c.stance, c.value) for c in claims if c.attribute == "responsibility"}) + len({(c.attribute, c.mentions) for c in claims})


def _line(index: Index, citing: Citing, claims: list[Claim], within: set[str]) -> Line | None:
    """What one speaker says: first on who did it, then how many were harmed."""
    said: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.attribute != "responsibility", c.part, c.passage, c.id)):
        said.setdefault(_statement(index, claim, within), []).append(claim)
    kept = {text: of for text, of in list(said.items())[:MOST_SAID] if text}
    if not kept:
        return None
    names = [c.speaker for c in claims if c.speaker]
    name = max(dict.fromkeys(names), key=lambda n: (names.count(n), -len(n)))
    via = list(dict.fromkeys(v for of in kept.values() for c in of for v in c.via))[:2]
    text = f"{words.sentence_case(name)}{f' (through {words.listing(via)})' if via else ''} {'; '.join(_joined(list(kept)))}."
    bearing = [c for of in kept.values() for c in of]
    return citing.line(text, [c.passage for c in bearing], claims=[c.id for c in bearing])


def _joined(statements: list[str]) -> list[str]:
    """Statements with the verb of the one before left out: "reported 3 killed and 1 injured in ..."."""
    return [s.removeprefix("reported ") if n and s.startswith("reported ") and statements[n - 1].startswith("reported ") else s for n, s in enumerate(statements)]


def _statement(index: Index, claim: Claim, within: set[str]) -> str:
    of = references(index, tuple(i for i in index.incidents_of(claim) if i in within))
    if claim.attribute == "responsibility":
        return f"{blames(index, claim)} {of}" if claim.stance != "none-claimed" else f"said that nobody had claimed {of}"
    if claim.quantity is None or not of:
        return ""
    hedge = f" ({claim.hedge})" if claim.hedge else ""
    verb = "denied" if claim.stance == "denies" else "reported"
    return f"{verb} {counted(claim)} {claim.attribute}{hedge} in {of}"


def counted(claim: Claim) -> str:
    """A claim's count with its group: "3 militants", "at least 5"."""
    plain = claim.group.lower() in mapping("phrases")["plain"]
    group = f" {ARTICLE.sub('', claim.group)}" if claim.group and not plain else ""
    return f"{words.quantity(claim.quantity)}{group}"
