"""By doer: words of force that are another kind of deed by who did it, or to whom: a crowd that storms, guns that fire, people shot down.

Rule `type.by-doer`. Invariant: a word of force keeps its family where neither its doer nor its object says otherwise.
"""

from spacy.tokens import Token

from thucydides.extracting.kinds.classes import is_of
from thucydides.extracting.kinds.fired_at import holds_back
from thucydides.extracting.kinds.frames import doers, objects
from thucydides.extracting.kinds.from_air import of_air_power
from thucydides.extracting.kinds.trigger import Trigger
from thucydides.grounding.actors.countries import demonym_countries
from thucydides.vocabulary import mapping


def family_by_doer(word: Token, trigger: Trigger) -> str:
    """The family of a trigger by the parties of its word; "" where these leave it what it is."""
    words = mapping("triggers")["by_doer"]
    if trigger.family in _FALLING and _from_craft(word, words["craft"]):
        return "air"
    if trigger.family in ("attack", "destruction") and of_air_power(word, trigger):
        return "air"
    if trigger.family == "attack" and (under := _under_fire(word, trigger)):
        return under
    if trigger.noun:
        return ""
    if trigger.lemma == "shoot down" and any(is_of(o, "people") or is_of(o, "crowd") for o in objects(word)):
        return "death"
    if trigger.family == "seizure":
        return _downing(word) if brings_down(word) else ""
    if trigger.lemma == "destroy" and _by_air_defence(word):
        return "seizure"
    if trigger.family == "arrest":
        return "abduction" if _as_what(word) & set(words["held_as"]) or _not_seen_since(word) else ""
    if trigger.family == "attack" and _at_one_another(word):
        return "shelling" if any(is_of(o, "shells") for o in objects(word)) else "clash"
    if trigger.family == "death" and word.doc[word.i + 1 : word.i + 3].text in ("each other", "one another"):
        return "clash" if doers(word) and all(is_of(d, "armed") for d in doers(word)) else ""  # "soldiers and raiders killed each other"
    who = {form for d in doers(word) for form in (d.lemma_.lower(), d.lower_)}
    if trigger.family == "attack" and (who & set(words["crowds"]) or any(_throng(d) for d in doers(word))):
        return "riot"
    if trigger.lemma in _LIGHTING and any(is_of(o, "tyres") for o in objects(word)) and any(is_of(d, "crowd") for d in doers(word)):
        return "riot"
    burned = trigger.family == "destruction" and any(is_of(o, "people") for o in objects(word))
    if (burned or trigger.family in ("death", "harm")) and who & set(words["mobs"]):
        return "riot"
    if trigger.family == "attack" and (holds_back(word) or _into_crowd(word)):
        return "crackdown"
    if trigger.lemma in words["storming"] and _on_foot(word) and any(_is_manned(o) for o in _aims(word)):
        return "clash"
    if trigger.lemma in words["storming"] and not doers(word) and any(_of_soldiers(o) for o in objects(word)):
        return "clash"
    if (trigger.lemma in words["from_craft"] or trigger.family == "shelling") and who & set(words["craft"]):
        return "air"  # "a helicopter fired rockets at a mast"
    if trigger.lemma in words["stoning"] and doers(word) and all(is_of(d, "crowd") for d in doers(word)):
        return "riot"
    if trigger.lemma == "drop" and who & {*words["craft"], *words["crewless"]}:
        return "air"
    if trigger.lemma in words["firing"]:
        return "shelling" if who & set(words["guns"]) else "air" if who & set(words["craft"]) else ""
    return ""


def _not_seen_since(verb: Token) -> bool:
    """Whether people are missing since they were taken: "have been missing since soldiers detained them"."""
    since = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in verb.children)
    return since and verb.head.lemma_.lower() in _GONE


def _under_fire(word: Token, trigger: Trigger) -> str:
    """The family of fire or of an attack that somebody comes under: from guns, or a fight where soldiers or what they hold are met;
    "" where neither is told: "came under fire from tanks", "a column of the army came under attack"."""
    verb = word
    if trigger.noun:
        if word.dep_ != "pobj" or word.head.lower_ != "under" or word.head.head.lemma_.lower() not in _COMING:
            return ""
        verb = word.head.head
    elif trigger.lemma not in ("come under fire", "be under fire"):
        return ""
    words = mapping("triggers")["by_doer"]
    whence = (t for t in verb.subtree if t.dep_ == "prep" and t.lower_ in ("from", "by"))
    source = {o.lemma_.lower() for t in whence for o in t.children if o.dep_ == "pobj"}
    if source & {*words["guns"], *_GUNS}:
        return "shelling"
    if source & set(words["craft"]):
        return "air"
    met = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return "clash" if any(_of_soldiers(c) or _is_manned(c) for c in met) else ""


_COMING = frozenset({"come", "be"})
_GUNS = frozenset({"gun", "howitzer", "launcher", "cannon"})
_GONE = frozenset({"miss", "missing", "disappear", "vanish"})


def _throng(doer: Token) -> bool:
    """Whether who did something are very many people of no group and without guns: "hundreds of supporters armed with sticks"."""
    words = mapping("triggers")["by_doer"]
    of = [o for c in doer.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    many = doer.lemma_.lower() in ("hundred", "thousand", "score", "dozen") and any(o.lemma_.lower() in words["thronging"] for o in of)
    return many and not {t.lemma_.lower() for t in doer.subtree} & {"gun", "rifle", "gunman"}


def _into_crowd(verb: Token) -> bool:
    """Whether a state's forces are told to have fired at a crowd or at mourners, who are many for a cause unless they wait for food."""
    words = mapping("triggers")["holding_back"]
    if verb.lemma_.lower() not in words["firing"] or {t.lemma_.lower() for t in verb.sent} & set(words["waiting"]):
        return False
    who = doers(verb)
    forces = bool(who) and all(is_of(d, "state") for d in who)
    met = [c for v in (verb, verb.head) for a in v.children if a.dep_ == "advcl" for c in a.children if c.dep_ == "nsubj"]
    held = (o for p in verb.children if p.dep_ == "prep" and p.lower_ == "as" for o in p.children)
    met += [o for o in held if any(c.dep_ == "acl" for c in o.children)]
    if forces and any(c.lemma_.lower() in _CROWDING or is_of(c, "protesters") for c in met):
        return True  # "opened fire as a crowd headed for the base"
    return forces and any(o.lemma_.lower() in words["crowds"] or is_of(o, "protesters") or _come_together(o) for o in _aims(verb))


_CROWDING = frozenset({"crowd", "throng", "procession", "marcher"})


def _come_together(noun: Token) -> bool:
    """Whether a clause says that people had come together: "fired at thousands who had gathered in the square"."""
    people = [noun, *(o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")]
    words = mapping("triggers")["holding_back"]
    told = [c for p in people for c in p.children if c.dep_ in ("relcl", "acl")]
    return any(
        c.lemma_.lower() in words["coming"]
        or (c.lemma_.lower() in words["attending"] and any(o.dep_ == "dobj" and o.lemma_.lower() in words["crowds"] for o in c.children))
        for c in told
    )  # "shot at people attending a funeral"


def brings_down(verb: Token) -> bool:
    """Whether a verb says that something in the air was brought to the ground."""
    particle = next((c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod") and c.lower_ == "down"), "")
    return f"{verb.lemma_.lower()} {particle}".strip() in {"shoot down", *mapping("triggers")["downing"]}


def _downing(verb: Token) -> str:
    """The family of what brings an aircraft with a crew to the ground, which is fought, or by a missile; "" for a drone."""
    words = mapping("triggers")["by_doer"]
    crewed = [o for o in objects(verb) if o.lemma_.lower() in words["craft"] and not {c.lower_ for c in o.lefts} & set(words["crewless"])]
    if not crewed:
        return ""
    means = (o for p in verb.children if p.dep_ in ("agent", "prep") and p.lower_ in ("by", "with") for o in p.subtree)
    return "shelling" if any(o.lemma_.lower() in words["missiles"] for o in (*means, *doers(verb))) else "clash"


def _by_air_defence(verb: Token) -> bool:
    """Whether drones or missiles are destroyed on their way by who guards against them: "air defence destroyed 18 drones"."""
    words = mapping("triggers")["by_doer"]
    flying = {*words["crewless"], *words["missiles"], "uav"}
    guards = any(d.lemma_.lower() in words["air_defences"] for d in doers(verb))
    return guards and any(o.lemma_.lower() in flying for o in objects(verb))


_LIGHTING = frozenset({"burn", "torch", "set", "light", "set fire", "set on fire", "set alight", "set ablaze"})
_FALLING = frozenset({"shelling", "bomb"})


def _from_craft(word: Token, craft: list[str]) -> bool:
    """Whether what falls or goes off is told to come from an aircraft: "rockets were fired from a helicopter", "the bombing by jets"."""
    prepositions = (c for t in (word, word.head) for c in t.children if c.dep_ in ("prep", "agent") and c.lower_ in ("from", "by"))
    return any(o.lemma_.lower() in craft for p in prepositions for o in p.children if o.dep_ == "pobj")


def _on_foot(verb: Token) -> bool:
    """Whether armed people, and no craft or guns, are told to do something."""
    return any(is_of(d, "armed") and d.lower_ != "they" for d in doers(verb))


def _aims(verb: Token) -> list[Token]:
    """What is attacked: the object of a verb, or what stands behind its "on" or "at"."""
    at = (p for p in verb.children if p.dep_ == "prep" and p.lower_ in ("on", "at", "upon", "into"))
    behind = [o for p in at for o in p.children if o.dep_ == "pobj"]
    launched = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in ("assault", "attack", "raid", "fire")]
    within = [o for n in launched for p in n.children if p.dep_ == "prep" and p.lower_ in ("on", "at", "against") for o in p.children]
    return [t for o in (*objects(verb), *behind, *within) for t in (o, *o.conjuncts)]


def _is_manned(noun: Token) -> bool:
    """Whether a word names what soldiers or fighters hold: "an army base", "rebel positions", "a police post"."""
    lemma = noun.lemma_.lower()
    words = mapping("triggers")["by_doer"]
    owned = any(c.lemma_.lower() in words["owners"] for c in noun.lefts)
    foreign = lemma in words["posted"] and any(demonym_countries(c.text) for c in noun.lefts)  # "opened fire on Eritrean posts"
    return lemma in words["manned"] or noun.lower_ in words["manned"] or foreign or (owned and lemma in words["owned"])


def _of_soldiers(noun: Token) -> bool:
    """Whether a word names soldiers on their way or at a post, whom nobody attacks but who fights them: "a US convoy was attacked"."""
    words = mapping("triggers")["by_doer"]
    behind = [o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]  # "a column of the Chadian army"
    whose = [c for c in (*noun.lefts, *behind) if c.lemma_.lower() in words["soldiers_of"] or demonym_countries(c.text)]
    whose += [c for c in behind if c.lemma_.lower() in _SERVING]
    unarmed = not behind and any(c.lemma_.lower() in words["unarmed_columns"] for c in noun.lefts)
    return noun.lemma_.lower() in (*words["posted"], "convoy") and bool(whose) and not unarmed


_SERVING = frozenset({"soldier", "troop", "marine", "gendarme", "paratrooper", "peacekeeper"})


def _at_one_another(verb: Token) -> bool:
    """Whether both sides did it to the other: "shot at one another"."""
    return any((t.lower_ == "other" and t.nbor(-1).lower_ == "each") or (t.lower_ == "another" and t.nbor(-1).lower_ == "one")
               for t in verb.subtree if t.i > verb.i)  # fmt: skip


def _as_what(verb: Token) -> set[str]:
    """What people are said to be taken as: "rounded up as human shields"."""
    return {o.lemma_.lower() for p in verb.children if p.dep_ == "prep" and p.lower_ == "as" for o in p.children if o.dep_ == "pobj"}
