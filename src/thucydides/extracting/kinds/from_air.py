"""From the air: strikes of a country or a coalition on something, and attacks of alliances that fight from the air.

Invariant: a strike of workers is none, and troops of an alliance fight on the ground.
"""

from spacy.tokens import Token

from thucydides.extracting.kinds.frames import doers
from thucydides.extracting.kinds.trigger import Trigger
from thucydides.grounding.actors.countries import country_of_name, demonym_countries
from thucydides.vocabulary import mapping


def of_air_power(word: Token, trigger: Trigger) -> bool:
    """Whether an attack is told as one from the air by whose it is (rule `type.by-doer`): "US strikes on Sirte", "NATO attacks near Pale",
    "the Saudi-led coalition hit a bridge"."""
    if trigger.noun or word.dep_ in ("nsubj", "dobj", "pobj"):  # the tagger takes "strikes" for a verb
        whose = [*word.lefts, *_by(word), *_launching(word)]
        if trigger.lemma == "strike":
            return _aimed(word) and any(_is_state(t) or _is_allied(t) for t in whose)
        return trigger.lemma in ("attack", "raid") and any(_is_air_power(t, word) for t in whose)
    return trigger.lemma in mapping("triggers")["by_doer"]["hitting"] and any(_is_air_power(d) for d in doers(word))


def _by(noun: Token) -> list[Token]:
    """Whose a noun is by what stands behind its "by"."""
    return [o for p in noun.rights if p.lower_ == "by" for o in p.children if o.dep_ == "pobj"]


def _launching(noun: Token) -> list[Token]:
    """Who does something with an attack: "NATO stepped up its attacks"."""
    return doers(noun.head) if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" else []


def _aimed(noun: Token) -> bool:
    """Whether a strike was on something or did harm: workers strike against nobody's town."""
    aimed = any(p.lower_ in ("on", "against", "at", "near", "targeting") for p in noun.rights)
    verb = noun.head
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "NOUN"):
        verb = verb.head
    harming = mapping("triggers")["by_doer"]
    return aimed or verb.lemma_.lower() in (*harming["hitting"], *harming["harming"])


def _is_state(token: Token) -> bool:
    """Whether a word before a strike names a country or its people."""
    return token.text[:1].isupper() and (country_of_name(token.text) is not None or bool(demonym_countries(token.text)))


def _is_allied(token: Token) -> bool:
    return token.lemma_.lower() in ("coalition", "nato")


def _is_air_power(token: Token, owned: Token | None = None) -> bool:
    """Whether a noun is an alliance that fights from the air: NATO, a coalition led by a country, and none of their troops."""
    before = [*token.lefts, *(c for c in (owned.lefts if owned is not None else ()) if c.i < token.i)]
    led = any(c.lower_.endswith("led") or c.lower_ in ("international", "global") for c in before)
    return token.lower_ == "nato" or (token.lemma_.lower() == "coalition" and led)
