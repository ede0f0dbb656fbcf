"""Roles: what part a place plays where it is named, from the preposition before it and the words around that.

at: something is or happens there; from: it came or was fired from there; origin: a person's or group's home; to: a goal; near;
between; mentioned: anything else (a government, an organisation, a demonym, a topic).
"""

from thucydides.grounding.places.apposed import HYPHENS, apposed, role_word
from thucydides.grounding.places.deeds import names_a_deed, struck
from thucydides.grounding.places.entries import heads_entry, heads_line
from thucydides.grounding.places.lexicon import Lexicon
from thucydides.grounding.places.tokens import Tokens
from thucydides.nouns.place import PlaceRole

_LENGTHS = frozenset(
    {"km", "kms", "kilometers", "kilometres", "kilometer", "kilometre", "miles", "mile", "meters", "metres", "away"}
)
_SHORT = frozenset({"meters", "metres", "yards", "feet"})
_NEAR = 100
"""What is more kilometres or miles away is not near."""
_HELD = frozenset({"control", "hold"})
_POWERS = frozenset(
    {"held", "controlled", "backed", "allied", "aligned", "supported", "led", "ruled", "run", "administered", "appointed", "installed"}
)
"""What a government that a capital stands for does: "the Kinshasa-held town of Lisala"."""
_A = frozenset({"a", "an", "the"})
_WATERS_ON = frozenset({"water", "border", "island", "mountain", "crossing"})


def role_of(tokens: Tokens, first: int, last: int, kind: str, words: Lexicon) -> tuple[PlaceRole, str]:
    """The role of the place named by tokens `first`..`last`, and the words that say so ("" where none do)."""
    role, cue, at = _before(tokens, first, words)
    joined = last + 1 < len(tokens) and tokens.gaps[last + 1] in HYPHENS and not tokens[last + 1].cap
    if joined and (kind == "country" or tokens[last + 1].lower in _POWERS):
        return _passive(tokens, last, words)  # "appealed to the Russia-led alliance"
    if role == "on":
        noun = tokens[at - 1].lower if at else ""
        return (
            ("at", cue)
            if kind in _WATERS_ON or noun in words.sets["attacks"] or noun in words.sets["falling"]
            else ("mentioned", cue)
        )
    if role == "of":
        noun = tokens[at - 1].lower if at else ""
        return ("at", f"{noun} of") if noun in words.sets["attacks"] else ("mentioned", cue)
    if role == "for":
        noun = tokens[at - 1].lower if at else ""
        return ("at", f"{noun} for") if noun in ("battle", "fight", "fighting", "struggle") else ("mentioned", cue)
    if role == "over":
        return ("at" if _in_the_air(tokens, at, words) else "mentioned"), cue
    if role == "from":
        if at > 1 and tokens[at - 1].lower in _LENGTHS:
            if tokens[at - 2].text.isdigit() and int(tokens[at - 2].text) > _NEAR and tokens[at - 1].lower not in _SHORT:
                return "mentioned", f"{tokens[at - 2].text} {tokens[at - 1].text} from"
            return "near", f"{tokens[at - 2].text} {tokens[at - 1].text} from"
        return _from(tokens, at, words), cue
    if role == "to" and cue == "to" and at and tokens[at - 1].lower in words.sets["ways_in"]:
        return "at", f"{tokens[at - 1].lower} to"
    if role == "to" and cue == "to" and at and tokens[at - 1].lower in words.sets["no_goal"]:
        return "mentioned", f"{tokens[at - 1].lower} to"
    if role == "at" and cue in ("in", "inside", "within", "across", "throughout", "at", "along"):
        return _inside(tokens, at, last, words), cue
    if role is None and kind != "country" and names_a_deed(tokens, last, words):
        return "at", tokens[last + 1].lower
    if role is None and kind != "country" and (heads_entry(tokens, first, last) or heads_line(tokens, first, last)):
        return "at", ":"
    if role is None:
        return _passive(tokens, last, words)
    return role, cue  # type: ignore[return-value]


def _before(tokens: Tokens, first: int, words: Lexicon) -> tuple[str | None, str, int]:
    """Walk left over articles, directions, types and demonyms to the word that governs the place."""
    k = first - 1
    steps = 0
    parts, striking = words.sets["parts"] | words.sets["shares"], words.sets["striking"]
    leaving, reaching = words.sets["leaving"], words.sets["reaching"]
    while k >= 0 and steps < 9:
        gap = tokens.gaps[k + 1]
        if gap != " ":
            if not steps and gap.strip() == "," and tokens[k].lower in words.types:
                k -= 1  # "in the heart of the capital, Kabul"
                steps += 1
                continue
            if not steps and gap.strip() == "," and (found := apposed(tokens, k, words)) is not None:
                return found
            if gap.strip(" “\"'‘’-–") not in ("", "s"):
                break
        lower = tokens[k].lower
        if lower in words.near_ends and k:
            two = f"{tokens[k - 1].lower} {lower}"
            if two in words.near_phrases:
                return "near", two, k
            if k > 1 and (three := f"{tokens[k - 2].lower} {two}") in words.near_phrases:
                return "near", three, k
        if lower == "of":
            if k and tokens[k - 1].lower in _HELD and tokens.gaps[k] == " ":
                return "at", f"{tokens[k - 1].lower} of", k  # "lost control of X"
            if k and tokens[k - 1].lower in parts and tokens.gaps[k] == " ":
                k -= 3 if tokens[k - 1].lower in words.sets["shares"] and k > 1 and tokens[k - 2].text.isdigit() else 2
                if k > 0 and tokens[k - 1].lower in _A and not tokens[k].cap and tokens.gaps[k] == " ":
                    k -= 1  # "in a busy street of the X district"
                steps += 1
                continue
            return "of", "of", k
        if lower in words.prepositions:
            return role_word(lower, words), lower, k
        if lower in striking and steps <= 3:
            return "at", lower, k
        if lower in leaving and not steps:
            return "from", lower, k
        if lower in reaching and not steps:
            return ("at" if k and tokens[k - 1].lower in words.sets["violence"] else "to"), lower, k
        if k and lower in _POWERS and tokens.gaps[k] in HYPHENS and tokens[k - 1].cap:
            k -= 2  # "in the Kinshasa-held town of Lisala"
            steps += 1
            continue
        if (
            lower in words.sets["fillers"]
            or lower in words.directions
            or lower in words.types
            or tokens[k].key in words.demonyms
            or tokens[k].possessive
            or (tokens[k].cap and tokens[k + 1].possessive and k + 1 < first)  # "in Côte d'Ivoire's capital"
        ):
            k -= 1
            steps += 1
            continue
        break
    return None, "", first


def _from(tokens: Tokens, at: int, words: Lexicon) -> PlaceRole:
    """Launched or come from there, or at home there ("a man from X")."""
    for k in range(at - 1, max(-1, at - 7), -1):
        lower = tokens[k].lower
        if lower in words.sets["launch_words"]:
            return "from"
        if lower in words.sets["base_words"]:
            return "origin"
        if tokens.gaps[k + 1].strip() in (".", ";", ":"):
            break
    return "from"


def _inside(tokens: Tokens, at: int, last: int, words: Lexicon) -> PlaceRole:
    """ "in X" is usually where it happened; not for "based in X", "from villages in X", "militants in X launched"."""
    k = at - 1
    if k < 0:
        return "at"
    if tokens[k].lower in words.sets["at_home"]:
        lost = tokens[k].lower == "lives" and k and tokens[k - 1].lower in words.sets["owning_lives"]  # "lost their lives in Gao"
        return "at" if lost else "origin"
    if tokens[k].lower == "originated":
        return "from"
    j = k
    while j >= 0 and k - j < 5 and tokens.gaps[j + 1] == " ":
        lower = tokens[j].lower
        if lower == "from":
            return _from(tokens, j, words)
        if (
            lower not in words.sets["parts"]
            and lower not in words.directions
            and lower not in words.sets["fillers"]
            and lower not in ("across", "bases", "launch", "pads", "safe")
        ):
            break
        j -= 1
    if tokens[k].lower in words.sets["actor_words"]:
        for m in range(last + 1, min(len(tokens), last + 4)):
            if tokens.gaps[m].strip():
                break
            if tokens[m].lower in words.sets["attack_verbs"]:
                return "from"
    return "at"


_ALOFT = 10
"""Words before "over" among which one of the air stands."""


def _in_the_air(tokens: Tokens, at: int, words: Lexicon) -> bool:
    """Whether what is said to be over a place flies or comes down there: "shot down by its own defence over X", "an air raid over X"."""
    aloft, attacks = words.sets["aloft"], words.sets["attacks"]
    for k in range(at - 1, max(-1, at - 1 - _ALOFT), -1):
        lower = tokens[k].lower
        if lower in aloft or (lower == "air" and tokens[k + 1].lower in attacks):
            return True
        if tokens.gaps[k + 1].strip(" “\"'‘’-–") in (".", ";", ":"):
            return False
    return False


def _passive(tokens: Tokens, last: int, words: Lexicon) -> tuple[PlaceRole, str]:
    """ "Odesa was shelled": the place is where it happened; also "X-based"."""
    if last + 1 < len(tokens) and tokens.gaps[last + 1] == "-" and tokens[last + 1].lower in ("based", "born"):
        return "origin", f"-{tokens[last + 1].lower}"
    if last + 1 < len(tokens) and struck(tokens, last + 1, words):
        return "at", tokens[last + 1].lower
    return "mentioned", ""
