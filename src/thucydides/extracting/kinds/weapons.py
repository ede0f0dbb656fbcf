"""Weapons: the means of force a sentence names, and whether they were used or only found.

Invariant: what was seized, recovered or carried is a weapon of the mention but no evidence for its type.
"""

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct
from spacy.tokens import Span, Token

from thucydides.extracting.kinds.found_arms import left_over, only_found
from thucydides.extracting.kinds.status import status_of
from thucydides.nouns import Passage
from thucydides.vocabulary import mapping

_NOT_USED = {"photo", "video", "file"}
_FIRED = frozenset({"shelling", "grenade"})
"""Means that go off later where they were left behind."""
_MODELS = re.compile(r"(?<=\d)s$")
"""The plural of a model: "two MiG-29s"."""


class WeaponUse(Struct, frozen=True):
    """A weapon named: vocabulary name, method, suggested type, characters `[start, end)` of the paragraph, used or only found.

    `thing` holds where the words name the weapon itself ("a .22 calibre rifle"), not only its use ("gunfire"); `plain` where they say no
    more than the class of it ("a gun").
    """

    name: str
    method: str
    type: str | None
    start: int
    end: int
    used: bool
    thing: bool = True
    plain: bool = False

    @property
    def detail(self) -> int:
        """How much the words tell of the weapon: its use only, its class, its kind."""
        return self.thing + (self.thing and not self.plain)


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, entry in mapping("weapons")["weapons"].items():
        for phrase in entry["words"]:
            apart, joined = phrase.lower().replace("-", " - ").split(), phrase.lower().split()
            for words in {tuple(apart), tuple(joined)}:  # "F-16" is one word, "car-bomb" three
                table.setdefault(words[0], []).append((words, name))
    for entries in table.values():
        entries.sort(key=lambda e: (-len(e[0]), e[1]))
    return table


def wordings(lemma: str, lower: str) -> list[tuple[tuple[str, ...], str]]:
    """The wordings of weapons that may begin at a word, each with the weapon's name, the longest first."""
    of_lemma, of_lower = _table().get(lemma, ()), _table().get(lower, ())
    return sorted({*of_lemma, *of_lower}, key=lambda e: (-len(e[0]), e[1], e[0])) if of_lemma or of_lower else []


@cache
def listed(group: str) -> frozenset[str]:
    """The words of a list of the vocabulary."""
    return frozenset(str(w) for w in mapping("weapons")[group])


def find_weapons(sentence: Span) -> tuple[WeaponUse, ...]:
    """The weapons of a sentence in order, longest wording first."""
    weapons, signs = mapping("weapons")["weapons"], listed("signs")
    lemmas = [singular(t) for t in sentence]
    lowers = [_MODELS.sub("", t.lower_) for t in sentence]
    found: list[WeaponUse] = []
    position = 0
    while position < len(lemmas):
        step = 1
        for words, name in wordings(lemmas[position], lowers[position]):
            span = range(position, position + len(words))
            if span.stop <= len(lemmas) and all(w in (lemmas[i], lowers[i]) for w, i in zip(words, span, strict=True)):
                first, last = sentence[position], sentence[span.stop - 1]
                entry, verb = weapons[name], len(words) == 1 and first.pos_ == "VERB"
                aside = words[-1] == "air" and last.dep_ == "compound"  # "a captain from the air force"
                if (verb and entry.get("nouns_only")) or aside or _only_thought_of(sentence, last):
                    step = len(words)
                    break
                if entry["method"] in _FIRED and left_over(last):
                    name = "explosive device"
                    entry = weapons[name]
                thing = not verb and " ".join(words) not in signs and "open" not in words  # "was bombed" names no bomb
                start = _start(last, first) if thing else first.idx
                seized = only_found(last)
                plain = start == first.idx and " ".join(words) in listed("plain")
                if found and found[-1].name == name and found[-1].end >= start:
                    before = found.pop()
                    start, plain = min(start, before.start), plain and before.plain
                found.append(
                    WeaponUse(name, entry["method"], entry["type"], start, last.idx + len(last), not seized, thing, plain)
                )
                step = len(words)
                break
        position += step
    found += _under(sentence)
    found += _taken_up(sentence) if not any(w.used for w in found) else []
    return tuple(sorted(found, key=lambda w: w.start))


def singular(token: Token) -> str:
    """The lemma of a word, also of a plural that its capital at the head of a sentence made the parser take for a name: "Rockets hit"."""
    lemma = token.lemma_.lower()
    named = token.pos_ == "PROPN" and token.i == token.sent.start and lemma == token.lower_
    return lemma[:-1] if named and lemma.endswith("s") and lemma[:-1] in _table() else lemma


def _taken_up(sentence: Span) -> list[WeaponUse]:
    """The weapon that the sentence before told of, where this one goes on with "another": "A drone hit a bus. Another struck a clinic"."""
    more = next((t for t in sentence if t.lower_ in listed("more_of_them") and t.dep_ in ("nsubj", "nsubjpass")), None)
    if more is None or sentence.start == 0 or more.i - sentence.start > _OPENING or any(t.pos_ in ("NOUN", "ADP") for t in more.rights):
        return []
    before = sentence.doc[sentence.start - 1].sent
    subjects = [t.idx for t in before if t.dep_ in ("nsubj", "nsubjpass")]
    return [w for w in find_weapons(before) if w.used and w.thing and any(w.start <= s < w.end for s in subjects)]


_OPENING = 5
"""Words at the head of a sentence among which "another" stands: "In October 2023 another hit a market"."""


def _only_thought_of(sentence: Span, weapon: Token) -> bool:
    """Whether a weapon is one that somebody might use, or denies to have used: "would not hesitate to use poison gas"."""
    return status_of(sentence, weapon) in ("hypothetical", "planned", "denied")


def _under(sentence: Span) -> list[WeaponUse]:
    """Weapons whose word names one only under some verbs: "stepped on a mine", "a mine exploded", and no gold mine."""
    weapons, under, found = mapping("weapons")["weapons"], mapping("weapons")["under"], []
    before = ""
    for token in sentence:
        phrase = under.get(f"{before} {token.lower_}")
        before = token.lower_
        entry = phrase or under.get(token.lemma_.lower())
        if entry is None or (token.pos_ != "NOUN" and phrase is None):
            continue
        if any(c.dep_ == "compound" and c.lower_ in ("gold", "coal") for c in token.children):
            continue
        above = [token.head, *([] if phrase else [token.head.head]), *_done_by(token)]
        if any(t.lemma_.lower() in entry["words"] for t in above):
            name = entry["weapon"]
            found.append(
                WeaponUse(name, weapons[name]["method"], weapons[name]["type"], token.idx, token.idx + len(token), not only_found(token))
            )
    return found


def _done_by(weapon: Token) -> list[Token]:
    """What a weapon is said to do by a verb that says little: "aircraft carried out at dawn a raid"."""
    return [t for t in weapon.head.subtree if t.dep_ in ("dobj", "pobj")] if weapon.dep_ == "nsubj" else []


Named = tuple[tuple[str, Passage], ...]


def weapon_passages(document: str, uses: Sequence[WeaponUse]) -> tuple[Named, Named]:
    """(weapons used, weapons only found) by name in order, each where it is first told in most detail.

    `uses` are given with characters of the document.
    """
    chosen: tuple[dict[str, WeaponUse], dict[str, WeaponUse]] = ({}, {})
    for use in uses:
        kept = chosen[not use.used]
        if use.name not in kept or use.detail > kept[use.name].detail:
            kept[use.name] = use
    used, found = (
        tuple(sorted(((n, Passage(document, u.start, u.end)) for n, u in kept.items()), key=lambda w: (w[1].start, w[0])))
        for kept in chosen
    )
    return used, found


def _start(head: Token, first: Token) -> int:
    """Where the wording of a weapon begins: with the calibre, make and kind before it, without article or owner."""
    before = [c for c in head.lefts if c.dep_ in ("amod", "compound", "nummod", "nmod") and c.ent_type_ == "" and _plain(c)]
    kept = first.i
    for token in sorted((t for c in before for t in c.subtree), key=lambda t: -t.i):
        if token.i == kept - 1:
            kept = token.i
    return int(head.doc[kept].idx)


def _plain(token: Token) -> bool:
    """Whether a modifier tells of the weapon's kind ("semi-automatic"), not of its number or its holder."""
    return token.tag_ not in ("VBG", "POS", "PRP$") and not (token.like_num and token.text.isalpha())
