"""Signs: what in a sentence bears on the type of what it tells: who is named, what is done and to what, by what means.

Invariants: signs come from the vocabulary `type_signs` and from the parties' kinds; a sentence gives the same signs wherever it stands.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct
from spacy.tokens import Span, Token

from thucydides.grounding.actors.actors import ActorMatch
from thucydides.vocabulary import mapping

_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its", "several", "some"})
_DASHES = frozenset({"-", "–", "‐"})
_SAID = frozenset(
    {"say", "report", "announce", "state", "claim", "confirm", "tell", "add", "declare", "reveal", "note", "suggest", "show", "appear"}
)
_KINDS = {
    "state forces": "forces",
    "external forces": "forces",
    "rebel group": "fighters",
    "unidentified": "fighters",
    "political militia": "fighters",
    "identity militia": "fighters",
    "criminal group": "suspects",
    "government": "government",
    "international organisation": "organisation",
    "protesters": "protesters",
    "rioters": "rioters",
    "civilians": "civilians",
}
_AGENT, _OBJECT = "by", "on"
_RELATIONS = {
    "nsubj": _AGENT, "agent": _AGENT, "poss": _AGENT, "compound": _AGENT, "amod": _AGENT, "nmod": _AGENT,
    "dobj": _OBJECT, "nsubjpass": _OBJECT, "obj": _OBJECT, "attr": _OBJECT, "oprd": _OBJECT,
}  # fmt: skip
_AMID = frozenset({"after", "amid", "following", "ahead", "since", "before", "despite", "undeterred", "over", "during"})
_NONE = frozenset({"no", "without", "never"})
_MEANT = frozenset({"intend", "plan", "try", "attempt", "want", "seek", "threaten", "prepare", "fail"})
_PREPOSITIONS = {"by": _AGENT, "of": _OBJECT, "on": _OBJECT, "against": _OBJECT, "at": _OBJECT}


class Sign(Struct, frozen=True):
    """A sign named `name` at the tokens `[first, last]` of the parsed paragraph, with the token that the phrase hangs by."""

    name: str
    first: int
    last: int
    head: int


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """First lemma -> ((lemmas, sign, "noun", "verb" or ""), ...), longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for name, entry in mapping("type_signs")["signs"].items():
        for key, part in (("nouns", "noun"), ("verbs", "verb"), ("words", "")):
            for phrase in entry.get(key, ()):
                lemmas = tuple(str(phrase).lower().split())
                table.setdefault(lemmas[0], []).append((lemmas, name, part))
    return {first: tuple(sorted(entries, key=lambda e: (-len(e[0]), e[1], e[2]))) for first, entries in table.items()}


def _between(token: Token, lemma: str) -> bool:
    """Whether a token may stand between the words of a phrase, before `lemma`."""
    return lemma not in _ARTICLES and (token.lower_ in _ARTICLES or token.text in _DASHES)


def _forms(token: Token) -> set[str]:
    """The forms under which a word may be listed: its lemma, itself, and what is left without an ending, for lemmas that went wrong."""
    word = token.lower_
    found = {token.lemma_.lower(), word, mapping("type_signs")["irregular"].get(word, word)}
    if token.pos_ in ("VERB", "AUX", "ADJ"):
        for ending in ("ed", "ing"):
            stem = word.removesuffix(ending)
            if stem != word and len(stem) > 2:
                found |= {stem, stem + "e"} | ({stem[:-1]} if stem[-1] == stem[-2] else set())
    return found


def _end(sentence: Span, index: int, lemmas: tuple[str, ...]) -> int | None:
    """The last token of `lemmas` from `index` on, articles and dashes inside allowed; None where they do not stand there."""
    doc, position = sentence.doc, index
    for number, lemma in enumerate(lemmas):
        while number and position < sentence.end and _between(doc[position], lemma):
            position += 1
        if position >= sentence.end or lemma not in _forms(doc[position]):
            return None
        position += 1
    return position - 1


def _stands_as(token: Token, part: str) -> bool:
    if part == "noun":
        return token.pos_ in ("NOUN", "PROPN", "ADJ")
    return part != "verb" or token.pos_ in ("VERB", "AUX") or (token.pos_ == "ADJ" and token.tag_.startswith("V"))


def find_signs(sentence: Span, actors: Iterable[ActorMatch], shift: int) -> tuple[Sign, ...]:
    """The signs of a sentence in order; of one name the longest at each place. `shift` is where its paragraph starts in the document."""
    doc, table = sentence.doc, _phrases()
    found: dict[tuple[str, int], Sign] = {}
    covered: dict[str, int] = {}
    for index in range(sentence.start, sentence.end):
        token = doc[index]
        for lemmas, name, part in {entry for form in _forms(token) for entry in table.get(form, ())}:
            last = _end(sentence, index, lemmas)
            if last is None:
                continue
            head = doc[last] if part == "noun" else token
            if not _stands_as(head, part):
                continue
            before = found.get((name, index))
            if before is None or before.last < last:
                found[name, index] = Sign(name, index, last, head.i)
    longer = [(s.first, s.last) for s in found.values() if s.last > s.first]
    for match in actors:
        name = "country" if match.metonym else _KINDS.get(match.kind, "")
        inside = [t for t in sentence if match.start <= t.idx + shift < match.end]
        if name and inside:
            heads = [t for t in inside if t.head not in inside or t.head == t]
            found.setdefault((name, inside[0].i), Sign(name, inside[0].i, inside[-1].i, (heads or inside)[-1].i))
    kept = []
    for sign in sorted(found.values(), key=lambda s: (s.first, -s.last, s.name)):
        # "opened fire" opens nothing, a "tear gas" canister is no gas attack
        within = any(a <= sign.first and sign.last <= b and (a, b) != (sign.first, sign.last) for a, b in longer)
        if not within and sign.first > covered.get(sign.name, -1):
            kept.append(sign)
            covered[sign.name] = sign.last
    return tuple(kept)


def _governors(token: Token) -> Iterator[tuple[Token, str]]:
    """(token, relation) of what a token hangs on: as who did it, as what it was done to, or by the preposition between them."""
    climbed = token
    while climbed.dep_ in ("conj", "appos") and climbed.head != climbed:
        climbed = climbed.head
    relation, head = climbed.dep_, climbed.head
    if relation == "pobj":
        preposition = head
        word = "by" if preposition.dep_ == "agent" else preposition.lower_
        yield preposition.head, _PREPOSITIONS.get(word, word)
        return
    kind = _RELATIONS.get(relation)
    if kind is None:
        return
    yield head, kind
    if relation in ("nsubj", "nsubjpass"):
        # "were seen seizing", "attacked and captured": one subject for all
        for child in head.children:
            if child.dep_ in ("conj", "xcomp", "advcl") and not any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children):
                yield child, _AGENT if child.tag_ != "VBN" else kind
                for grandchild in child.children:
                    if grandchild.dep_ in ("xcomp", "dobj") and grandchild.pos_ in ("VERB", "NOUN"):
                        yield grandchild, _AGENT
            if child.dep_ == "dobj" and kind == _AGENT:
                yield child, _AGENT


def main_token(sentence: Span) -> Token:
    """The verb that a sentence tells by: its root, or what is said where the root is a verb of saying."""
    token = sentence.root
    for _ in range(3):
        if token.lemma_.lower() not in _SAID:
            break
        said = next((c for c in token.children if c.dep_ == "ccomp"), None)
        if said is None:
            break
        token = said
    return token


def _setting(token: Token) -> str:
    """How a word stands apart from what is told: denied ("no"), in a relative clause ("that"), or as what went before or comes ("amid")."""
    climbed = token
    if any(c.dep_ == "neg" or c.lower_ in _NONE for c in token.children):
        return "no"
    for _ in range(8):
        if climbed.dep_ == "prep" and climbed.lower_ in _AMID:
            return "amid"
        if climbed.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _AMID for c in climbed.children):
            return "amid"
        if climbed.dep_ == "relcl":
            return "that"
        if climbed.dep_ in ("xcomp", "acl") and climbed.head.lemma_.lower() in _MEANT:
            return "no"
        if climbed.head == climbed:
            return ""
        climbed = climbed.head
    return ""


def features(sentence: Span, signs: Sequence[Sign]) -> set[str]:
    """The features of one sentence.

    They are its signs, those of its main clause (`main:`), those that stand apart (`no:`, `that:`, `amid:`), and pairs that hang together
    (`attack<by>fighters`, `take<on>territory`).
    """
    found = {s.name for s in signs}
    by_head: dict[int, set[str]] = {}
    for sign in signs:
        by_head.setdefault(sign.head, set()).add(sign.name)
        by_head.setdefault(sign.first, set()).add(sign.name)
    main = main_token(sentence)
    near = {main.i} | {c.i for c in main.children if c.dep_ in ("nsubj", "nsubjpass", "dobj", "conj", "xcomp", "attr", "prt", "agent")}
    found |= {f"main:{n}" for i in near for n in by_head.get(i, ())}
    doc = sentence.doc
    for sign in signs:
        setting = _setting(doc[sign.head])
        if setting:
            found.add(f"{setting}:{sign.name}")
        for token, relation in _governors(doc[sign.head]):
            found |= {f"{n}<{relation}>{sign.name}" for n in by_head.get(token.i, ()) if n != sign.name}
    return found
