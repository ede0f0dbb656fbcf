"""Names: the stretches of a text that may name a place, with the words around them that bear on it. No choice is made here."""

from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.lexicon import Lexicon, lexicon
from thucydides.grounding.places.tokens import Token, tokenize

_JOINERS = {" ", "-", "–", "‑", " - "}
_DOTTED = frozenset({"st", "ste", "mt", "ft", "mts"})
_LONGEST = 6


class Name:
    """A stretch of tokens `first`..`last` (both in it) that may name a place.

    `kind` is place, demonym, abbreviation or unknown (a capitalised name with a type word that no gazetteer holds). `core` is the
    last token of the name without its type word, `types` the kinds that its type word allows; `numbers` are entries. The rest is
    filled by later steps: `container` the name that holds it, `entry` the choice, `score` how sure.
    """

    __slots__ = ("abbreviation", "accepted", "container", "core", "core_first", "demonym", "entry", "evidence", "first", "fixed", "key",
                 "kind", "last", "numbers", "respelt", "score", "type_word", "types")  # fmt: skip

    def __init__(self, kind: str, first: int, last: int, key: str, numbers: tuple[int, ...] = ()) -> None:
        self.kind, self.first, self.last, self.key, self.numbers = kind, first, last, key, numbers
        self.core_first, self.core = first, last
        self.types: tuple[str, ...] = ()
        self.type_word = ""
        self.demonym: tuple[str, ...] = ()
        self.abbreviation: tuple[str, str] | None = None
        self.container: Name | None = None
        self.entry: int | None = None
        self.fixed = -1
        self.score = 0.0
        self.evidence: set[str] = set()
        self.accepted = False
        self.respelt = False


def scan(text: str, gazetteer: Gazetteer, folds: dict[str, str]) -> tuple[list[Token], list[Name]]:
    """The tokens of a text and its names in order, longest match first, non-overlapping."""
    words = lexicon()
    tokens = tokenize(text, folds)
    names: list[Name] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if not token.cap and token.lower not in ("al", "el"):
            at += 1
            continue
        name = _abbreviation(text, tokens, at, words, names) or _match(tokens, at, gazetteer, words)
        if name is None:
            name = _unknown(tokens, at, words)
        if name is None:
            at += 1
            continue
        _type_words(tokens, name, words, gazetteer, names[-1].last if names else -1)
        names.append(name)
        at = name.last + 1
    return tokens, names


def _abbreviation(text: str, tokens: list[Token], at: int, words: Lexicon, names: list[Name]) -> Name | None:
    """A state's short form after a comma or bracket: "Rocky Mount, N.C.", "Rocky Mount (NC)"; dotted ones also alone."""
    token = tokens[at]
    form = token.text if "." in token.text else token.text + "." if text[token.end : token.end + 1] == "." else token.text
    found = words.abbreviations.get(form) or words.abbreviations.get(token.text)
    if not found and token.text == "W" and at + 1 < len(tokens) and tokens[at + 1].text == "Va":
        found = ("US", "West Virginia")
    if not found:
        return None
    after_name = bool(names) and names[-1].last == at - 1 and token.gap.strip() in (",", "(", "")
    dotted = token.text.count(".") >= 2
    if token.text in ("D.C.", "DC") and names and names[-1].last == at - 1 and names[-1].key == "washington":
        return None
    if not dotted and not (after_name and token.gap.strip() in (",", "(")):
        return None
    last = at + 1 if token.text == "W" else at
    name = Name("abbreviation", at, last, token.key)
    name.abbreviation = found
    return name


def _match(tokens: list[Token], at: int, gazetteer: Gazetteer, words: Lexicon) -> Name | None:
    """The longest stretch from `at` that the gazetteer or the demonyms hold."""
    keys = [tokens[at].key]
    ends = [at]
    j = at + 1
    while j < len(tokens) and j - at < _LONGEST:
        before, token = tokens[j - 1], tokens[j]
        joined = token.gap in _JOINERS or (token.gap == ". " and before.lower in _DOTTED)
        if not joined or before.possessive:
            break
        if (
            not token.cap
            and token.lower not in lexicon().sets["links"]
            and not token.text.isdigit()
            and token.gap not in ("-", "‑")
        ):
            break
        keys.append(token.key)
        ends.append(j)
        j += 1
    while keys:
        last = ends[-1]
        if (tokens[last].cap or tokens[last].gap in ("-", "‑")) and (len(keys) > 1 or len(keys[0]) > 1):
            key = " ".join(keys)
            if key.startswith("el "):
                key = "al " + key[3:]
            demonym = words.demonyms.get(key)
            if demonym and not (len(keys) == 1 and _is_country(gazetteer, key)):
                name = Name("demonym", at, last, key, gazetteer.find(key))
                name.demonym = demonym
                return name
            if len(keys) == 1 and tokens[at].lower in words.sets["never"] and not _then_unit(tokens, at):
                return None
            numbers = gazetteer.find(key)
            if numbers and not _false_short(tokens, at, last, key):
                return Name("place", at, last, key, numbers)
        keys.pop()
        ends.pop()
    return None


def _then_unit(tokens: list[Token], at: int) -> bool:
    """Whether a comma and a capitalised word follow ("Independence, Mo."), or it is the short form of a country ("US")."""
    if tokens[at].text in ("US", "UK", "UAE", "U.S.", "U.K."):
        return True
    return at + 1 < len(tokens) and tokens[at + 1].gap == ", " and tokens[at + 1].cap and not tokens[at].opens


def _is_country(gazetteer: Gazetteer, key: str) -> bool:
    return any(gazetteer.entry(n).kind == "country" for n in gazetteer.find(key)[:40])


def _false_short(tokens: list[Token], first: int, last: int, key: str) -> bool:
    """Short forms that are words: "us", "is", "it" match only as capitals ("US")."""
    if first == last and len(key) <= 3:
        text = tokens[first].text
        return not (text.isupper() or "." in text) and key in ("us", "uk", "uae", "usa", "drc", "car", "dc", "la")
    return False


def _unknown(tokens: list[Token], at: int, words: Lexicon) -> Name | None:
    """A capitalised name that no gazetteer holds, told to be a place by a type word after it ("Dovang district")."""
    j = at
    while j + 1 < len(tokens) and j - at < 3 and tokens[j + 1].cap and tokens[j + 1].gap in _JOINERS and not tokens[j].possessive:
        if tokens[j + 1].lower in words.types:
            break
        j += 1
    nxt = tokens[j + 1] if j + 1 < len(tokens) else None
    key = " ".join(t.key for t in tokens[at : j + 1])
    single = at == j and (
        tokens[at].lower in words.sets["common"] or tokens[at].lower in words.sets["never"] or tokens[at].lower in words.types
    )
    if not key or single or tokens[at].lower in words.prepositions or (at < j and tokens[at].lower in words.sets["never"]):
        return None
    typed = nxt is not None and nxt.gap == " " and nxt.lower in words.sets["unknown_types"]
    if typed and nxt is not None and nxt.cap:
        beyond = tokens[j + 2] if j + 2 < len(tokens) else None
        typed = nxt.lower not in ("department", "agency", "division") and (beyond is None or not beyond.cap or beyond.gap != " ")
    before = tokens[at - 1] if at else None
    of = before is not None and before.lower == "of" and at > 1 and tokens[at - 2].lower in words.sets["unknown_types"]
    of = of and not tokens[at - 2].cap
    if (typed and not tokens[j].possessive) or of:
        return Name("unknown", at, j, key)
    if (
        before is not None
        and before.lower in lexicon().sets["leads_to"]
        and tokens[at].gap == " "
        and _leads_on(tokens, j)
        and not _ordinary(tokens, at, j, words)
    ):
        return Name("unknown", at, j, key)
    return None


def _leads_on(tokens: list[Token], j: int) -> bool:
    """Whether what follows may say what the name lies in: "Kuriga in Nigeria's Kaduna state", "Kuriga, Kaduna"."""
    if j + 1 >= len(tokens) or tokens[j].possessive:
        return False
    nxt = tokens[j + 1]
    return (nxt.gap == " " and nxt.lower == "in") or (nxt.gap in (", ", " (") and (nxt.cap or nxt.lower in ("in", "a")))


def _ordinary(tokens: list[Token], first: int, last: int, words: Lexicon) -> bool:
    """Whether any word of the stretch is one that names people, things or times rather than places."""
    for token in tokens[first : last + 1]:
        word = token.lower
        if (
            word in words.sets["never"]
            or word in words.sets["common"]
            or word in words.given
            or word in words.sets["people_titles"]
        ):
            return True
        if (
            word in words.sets["local_organisations"]
            or word in words.sets["brand_organisations"]
            or word in words.sets["streets"]
        ):
            return True
        if word in words.demonyms or len(word) < 3:
            return True
    return False


def _type_words(tokens: list[Token], name: Name, words: Lexicon, gazetteer: Gazetteer, floor: int) -> None:
    """Take type words into the name: after it ("Darvoz district"), before it ("Lake Chad", "the village of Ruzvayak")."""
    if name.kind == "abbreviation":
        return
    name.core = name.last
    own = tokens[name.last].lower
    if own in words.types and name.last > name.first:
        name.type_word, name.types = own, words.types[own]
    elif (
        tokens[name.first].lower in words.before
        and name.last > name.first
        and tokens[name.first].lower not in ("port", "city", "island")
    ):
        name.type_word, name.types = tokens[name.first].lower, words.before[tokens[name.first].lower]
    elif name.last + 1 < len(tokens) and not tokens[name.last].possessive:
        nxt = tokens[name.last + 1]
        two = nxt.lower + (" " + tokens[name.last + 2].lower if name.last + 2 < len(tokens) else "")
        if nxt.gap in (" ", "-"):
            for word, count in ((two, 2), (nxt.lower, 1)):
                if (
                    word in words.types
                    and (nxt.cap or _can_be(word, name, words, gazetteer))
                    and (" " in word) == (count == 2)
                    and _typed(word, tokens, name, words)
                ):
                    name.type_word, name.types = word, words.types[word]
                    name.last += count
                    break
    if not name.types and name.first - 1 > floor:
        before = tokens[name.first - 1]
        if before.lower in words.before and tokens[name.first].gap in (" ", ". "):
            name.type_word, name.types = before.lower, words.before[before.lower]
            name.first -= 1
            if name.kind == "place" and name.types[0] in ("water", "mountain"):
                longer = gazetteer.find(before.key + " " + name.key)
                name.numbers = tuple(sorted({*name.numbers, *longer}))
        elif before.lower == "of" and name.first - 2 > floor and before.gap == tokens[name.first].gap == " ":
            kind = tokens[name.first - 2].lower
            if kind in words.types and (not kind.endswith("s") or kind in ("towns", "cities")):
                name.type_word, name.types = kind, words.types[kind]
                name.first -= 2
    if name.kind == "demonym" and name.types:
        after = tokens[name.last + 1].lower if name.last + 1 < len(tokens) else ""
        if name.numbers and after != "of" and name.type_word in ("province", "district", "county", "oblast", "region"):
            name.kind = "place"
        else:
            name.last, name.first, name.types, name.type_word = name.core, name.core_first, (), ""


def _can_be(word: str, name: Name, words: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether a natural feature of that type has the name: "the Texas lake" is not a lake named Texas."""
    kinds = words.types[word]
    if kinds[0] not in ("water", "mountain", "island"):
        return True
    return any(gazetteer.entry(number).kind in kinds for number in name.numbers[:40])


def _typed(word: str, tokens: list[Token], name: Name, words: Lexicon) -> bool:
    """Whether a word after a name is its type and not the start of something else ("Lincoln County" but not "Boston area man")."""
    if word in (
        "state",
        "states",
        "city",
        "area",
        "port",
        "camp",
        "capital",
        "settlement",
        "quarter",
        "pass",
        "towns",
        "village",
        "villages",
    ):
        at = name.last + 1
        return tokens[at].cap or word in ("area", "state", "camp", "village", "city")
    return True
