"""Kinds: the ACLED sub-event type of a mention, from its triggers, means and parties, by rules in the order of the codebook.

Invariant: the answer is one of the 25 sub-event types and comes with the id of the rule that gave it.
"""

from collections.abc import Collection
from functools import cache

from thucydides.vocabulary import mapping

_TERRITORY = {
    True: ("Government regains territory", "type.territory"),
    False: ("Non-state actor overtakes territory", "type.takeover"),
}
DEVELOPMENTS = {
    "agreement": ("Agreement", "type.agreement"),
    "transfer": ("Non-violent transfer of territory", "type.transfer"),
    "change": ("Change to group/activity", "type.change"),
}
"""What parties to a war do without force, by families of triggers: their types and rules."""
ARMED = frozenset({"state forces", "rebels", "militia", "criminals", "external forces"})
FIGHTERS = frozenset({"rebels", "militia", "criminals"})
_STATE = frozenset({"state forces", "external forces"})
_ASSAULT = frozenset({"attack", "destruction"})
_HARM = frozenset({"death", "harm", "attack", "bomb"})
_MOB = frozenset({"death", "harm", "attack", "destruction"})
_FORCE = frozenset({
    "clash", "air", "shelling", "suicide", "bomb", "grenade", "chemical", "sexual", "abduction", "attack", "protest", "riot", "crackdown",
    "takeover", "territory",
})  # fmt: skip
"""Families of deeds beside which arms made safe are no incident of their own."""
_FROM_AFAR = frozenset({"air", "shelling", "bomb"})


def _of_a_crowd(families: Collection[str], methods: Collection[str], victims: Collection[str]) -> bool:
    """Whether those harmed were protesting, or were met with what is for crowds, and by no arms of war."""
    met = "protesters" in victims or "crowd control" in methods
    return met and not (_FROM_AFAR | {"territory", "takeover"}) & set(families)


def _shot(families: Collection[str], victims: Collection[str], perpetrators: Collection[str]) -> bool:
    """Whether protesters, and nobody else, were shot or killed by nobody who is told to be of a group."""
    shot = "protesters" in victims and not set(victims) & ARMED and bool({"attack", "death"} & set(families))
    return shot and not set(perpetrators) & (FIGHTERS | {"civilians", "protesters"})


@cache
def event_type_of(sub_event_type: str) -> str:
    """The event type above a sub-event type ("Armed clash" is of "Battles"); "" for a political act."""
    for event_type, members in mapping("types")["event_types"].items():
        if sub_event_type in members:
            return str(event_type)
    return ""


def kind_of(
    families: Collection[str],
    methods: Collection[str],
    victims: Collection[str],
    perpetrators: Collection[str],
    killed: bool,
    harmed: bool,
    taken: bool = False,
) -> tuple[str, str]:
    """(sub-event type, rule id).

    `families` of its triggers (triggers.yaml), `methods` of weapons used (weapons.yaml), `victims` and `perpetrators` the categories
    of those harmed or aimed at and of those who did it, `killed`/`harmed` whether anyone was,
    `taken` whether more were taken than killed.
    """
    families, methods, victims, perpetrators = set(families), set(methods), set(victims), set(perpetrators)
    if developed := next((DEVELOPMENTS[f] for f in DEVELOPMENTS if f in families), None):
        return developed
    fought = "clash" in families
    sides = (victims | perpetrators) & ARMED
    if "chemical" in families or ("chemical" in methods and (harmed or (families | methods) & _FROM_AFAR)):
        return "Chemical weapon", "type.chemical"
    if "suicide" in families or "suicide" in methods:
        return "Suicide bomb", "type.suicide"
    if "seizure" in families and not harmed and not families & _FORCE:
        return "Disrupted weapons use", "type.seizure"
    if families & {"protest", "crackdown", "riot"} and not families & {"air", "shelling", "bomb"}:
        if "riot" in families and (not killed or ("protest" in families and "state forces" not in perpetrators | victims)):
            return "Violent demonstration", "type.riot"
        if families & {"protest", "riot", "crackdown"} == {"riot"} and "state forces" not in perpetrators:
            return ("Armed clash", "type.clash") if fought else ("Mob violence", "type.mob")
        if (harmed and "state forces" in perpetrators) or ("crackdown" in families and harmed):
            return "Excessive force against protesters", "type.protest-force"
        if harmed and families & {"death", "harm", "attack"}:
            return "Excessive force against protesters", "type.protest-force"
        if families & {"crackdown", "arrest"} or "crowd control" in methods:
            return "Protest with intervention", "type.protest-intervention"
        if families & {"clash", "riot"}:
            return "Violent demonstration", "type.riot"
        if families <= {"protest", "attack"}:
            return "Peaceful protest", "type.protest"
    if _of_a_crowd(families, methods, victims) and harmed and ("state forces" in perpetrators or _shot(families, victims, perpetrators)):
        return "Excessive force against protesters", "type.protest-force"
    both_fell = "state forces" in victims and bool(victims & FIGHTERS)
    if "air" in families or ("air" in methods and not ((fought or both_fell) and len(sides) > 1)):
        return "Air/drone strike", "type.air"
    if "shelling" in families or ("shelling" in methods and not fought):
        return "Shelling/artillery/missile attack", "type.shelling"
    if "bomb" in families and not (fought and len(sides) > 1):
        return "Remote explosive/landmine/IED", "type.bomb"
    if methods == {"explosive"} and harmed and families <= _HARM and not (victims & FIGHTERS or perpetrators & ARMED):
        return "Remote explosive/landmine/IED", "type.bomb"
    if "grenade" in families or (methods == {"grenade"} and harmed and families <= _HARM and not victims & FIGHTERS):
        return "Grenade", "type.grenade"
    if "abduction" in families and taken:
        return "Abduction/forced disappearance", "type.abduction"
    if "sexual" in families:
        return "Sexual violence", "type.sexual"
    if families & {"takeover", "territory"}:
        state, others = "state forces" in perpetrators, bool(perpetrators & {"rebels", "militia"})
        if "takeover" in families and not (state or others) and bool(victims & FIGHTERS) != ("state forces" in victims):
            return _TERRITORY["state forces" not in victims]  # of who lost it more is told than of who took it
        if state != others:
            return _TERRITORY[state]
        return _TERRITORY["territory" in families]
    if "protesters" in perpetrators and harmed and "state forces" not in perpetrators | victims and families <= _MOB:
        return "Mob violence", "type.mob"
    if fought and not killed and perpetrators & {"civilians", "protesters"} and sides == {"state forces"}:
        return "Violent demonstration", "type.riot"
    if fought and (not victims or victims & ARMED or not killed or perpetrators & FIGHTERS):
        return "Armed clash", "type.clash"
    both = "state forces" in victims or (perpetrators & _STATE and (harmed or "arrest" not in families))
    if (victims & {"rebels", "militia"} and both) or (killed and {"criminals", "state forces"} <= victims):
        return "Armed clash", "type.forces-kill-fighters"
    if victims & {"rebels", "militia"} and killed and not perpetrators & {"civilians"} and "abduction" not in families:
        return "Armed clash", "type.fighters-killed"
    if "state forces" in victims and perpetrators & {"rebels", "militia", "unidentified"} and killed:
        return "Armed clash", "type.forces-attacked"
    if victims == {"state forces"} and perpetrators and perpetrators <= ARMED and families & _ASSAULT == {"attack"}:
        return "Armed clash", "type.forces-attacked"
    if "abduction" in families and not killed:
        return "Abduction/forced disappearance", "type.abduction"
    if "arrest" in families and families <= {"arrest", "attack"} and not harmed and perpetrators == {"state forces"}:
        return "Arrests", "type.arrest"
    if families & {"attack", "death", "harm"}:
        return "Attack", "type.attack"
    if fought:
        return "Armed clash", "type.clash"
    if "abduction" in families:
        return "Abduction/forced disappearance", "type.abduction"
    if "explosive" in methods and "seizure" not in families:
        return "Remote explosive/landmine/IED", "type.bomb"
    if "arrest" in families:
        return "Arrests", "type.arrest"
    if "seizure" in families:
        return "Disrupted weapons use", "type.seizure"
    if "destruction" in families:
        return "Looting/property destruction", "type.destruction"
    if taken:
        return "Abduction/forced disappearance", "type.abduction"
    return ("Attack", "type.attack") if harmed else ("Other", "type.other")
