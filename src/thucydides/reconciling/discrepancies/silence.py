"""Silence: a toll that one report gives and another, telling of the same incident, does not. Mild: silence is not zero.

Invariant: a report that speaks of dead or hurt in words that were read as no number is not silent.
"""

import re
from collections.abc import Iterator

from thucydides.nouns import Discrepancy, Mention
from thucydides.reconciling import counts
from thucydides.reconciling.discrepancies.common import MILD, WEIGHTS, Side, Single, discrepancy
from thucydides.reconciling.naming import listed, plural, teller

SILENT = "no toll given"
_HARM = ("killed", "injured")
_OF_HARM = re.compile(
    r"\b(?:kill|murder|massacr|slain|slay|slaughter|dead\b|deadl|death|dies?\b|died|dying|fatal|casualt|injur|wound|hurt\b|maim"
    r"|bod(?:y|ies)\b|corpse|behead|decapitat|lynch|execut|assassinat|burn(?:t|ed) alive"
    r"|shot\b(?!\s+(?:at|back|into)\b)|stabbed|hacked|lives\b|lifeless|perish|victim|martyr|toll\b)",
    re.IGNORECASE,
)
"""Words of those who came to harm, with a number or without."""


def find(scene: Single) -> Iterator[Discrepancy]:
    """One mild discrepancy where some reports of an incident give a toll and others none at all."""
    one = scene.one
    told = {o: [t for t in one.tolls[o] if not t.superseded and (t.quantity.best or t.quantity.low)] for o in _HARM}
    if any(len({counts.say(t.quantity) for t in some}) > 1 for some in told.values()):
        return  # the numbers differ, which says more
    given = {scene.context.root(t.passage.document) for some in told.values() for t in some}
    first: dict[str, Mention] = {}
    for mention in one.case.mentions:
        root = scene.context.root(mention.document)
        if (
            root == mention.document
            and root not in given
            and not any(i.outcome in _HARM for m in one.case.mentions if m.document == root for i in m.toll)
            and not any(_OF_HARM.search(scene.context.text(p)) for m in one.case.mentions if m.document == root for p in m.passages)
        ):
            first.setdefault(root, mention)
    if not given or not first:
        return
    attribute = next(o for o in _HARM if told[o])
    sides = [
        Side(f"{counts.say(t.quantity)} {o}", t.passage, t.passage.document, t.chain, next(iter(t.claims), ""))
        for o in _HARM
        for t in told[o]
    ]
    silent = [Side(SILENT, m.passages[0], m.document) for m in first.values()]
    tolls = listed(f"{counts.say(told[o][0].quantity)} {o}" for o in _HARM if told[o])
    who = listed(teller(scene.context, t.passage.document, t.chain) for t in told[attribute])
    quiet = listed(s.who(scene.context) for s in silent)
    several = " and " in who or plural(who)
    give, tell, none = ("give" if several else "gives", *(("tell", "give") if len(silent) > 1 else ("tells", "gives")))
    words = f"Only {who} {give} a toll ({tolls}); {quiet} {tell} of the incident and {none} none."
    yield discrepancy("value", attribute, [one.id], [*sides, *silent], words, WEIGHTS[attribute] * MILD)
