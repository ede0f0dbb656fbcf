"""Page protests: people shot on a page about protests, of whom the sentence that counts them does not say that they protested.

"Protests went on across the country. In Bago soldiers opened fire, killing three" (rule `type.page-protest`).

Invariant: a page that tells of battles, shells or bombs as often as of protests is about a war, and changes nothing.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.kinds.kinds import event_type_of
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Mention
from thucydides.vocabulary import mapping

RULE = "type.page-protest"
_FORCE = "Excessive force against protesters"
_CROWDS = frozenset({"protest", "crackdown", "riot"})
_WAR = frozenset({"clash", "air", "shelling", "bomb", "suicide", "takeover", "territory", "abduction", "grenade"})
_STATE = frozenset({"state forces", "government"})
_HARM = frozenset({"death", "harm", "attack"})


def with_page_protests(tellings: Sequence[Telling], drafts: Sequence[Draft], mentions: Sequence[Mention]) -> list[Mention]:
    """The incidents of a page, with those who were shot where it tells of protests as protesters that were."""
    crowds = sum(bool(t.families & _CROWDS) for t in tellings)
    wars = sum(bool(t.families & _WAR) and not t.families & _CROWDS for t in tellings)
    if crowds <= wars:
        return list(mentions)
    pairs = zip(drafts, mentions, strict=True)
    return [replace(m, type=_FORCE, event_type=event_type_of(_FORCE), type_rule=RULE) if _shot(d, m) else m for d, m in pairs]


def _shot(draft: Draft, mention: Mention) -> bool:
    """Whether people without arms were shot, by forces of the state or nobody named, and no other setting than a street is told."""
    words = mapping("triggers")["page_protests"]
    told = [t for d in draft.items if d.telling.harms for t in d.telling.triggers]
    lemmas = {t.lemma for t in told}
    doers = {a.kind for a in mention.actors if a.role in ("perpetrator", "party")}
    shot = bool(lemmas & set(words["shots"])) or (bool(doers) and bool(lemmas & {"kill"}))
    hurt = any(i.outcome in ("killed", "injured") and i.quantity.best != 0 for i in mention.toll)
    unarmed = all(i.category in ("civilians", "unknown", "protesters") for i in mention.toll) and not any(
        a.role in ("target", "victim") and a.kind not in ("civilians", "protesters", "government") for a in mention.actors
    )
    plain = {t.family for t in told} <= _HARM and lemmas <= {*words["shots"], *mapping("triggers")["outcomes"]}
    elsewhere = {w for d in draft.items for w in d.telling.words} & set(words["elsewhere"])
    return mention.type_rule == "type.attack" and shot and hurt and unarmed and doers <= _STATE and plain and not elsewhere
