"""Best: which of a mention's accounts of one outcome speaks for it.

Invariants: zero only where nothing else is told; a running toll replaces what was counted before.
"""

from thucydides.extracting.accounts import Account


def best_account(found: list[Account]) -> Account | None:
    """The account that counts most, the latest running toll before others; zero only where nothing else is told."""
    counted = [a for a in found if a.counted and a.total.best is not None and (a.total.best or not a.given)]
    own = [a for a in counted if not a.given]
    counted = own if own and (any(a.total.best for a in own) or not any(a.total.best for a in counted)) else counted
    box = max((a for a in counted if a.boxed and a.total.best), key=lambda a: a.total.best or 0, default=None)
    running = [a for a in counted if a.running and (box is None or (a.total.best or 0) > (box.total.best or 0))]
    if box is not None and not running:
        return box  # rule `toll.box`: what a page sums up in its box goes before the tolls of its history
    if running:
        last = running[-1]
        bigger = [a for a in counted if (a.total.best or 0) > (last.total.best or 0) and a.order > last.order]
        return bigger[-1] if bigger else last
    positive = [a for a in counted if a.total.best]
    positive = [a for a in positive if not _one_mouth(a, positive)] or positive
    positive = [a for a in positive if not _vaguer(a, positive)]
    if positive:
        return max(
            positive, key=lambda a: (a.total.best or 0, not a.title, not a.total.weak, len(a.parts) + len(a.wholes), -a.order)
        )
    return counted[0] if counted else None


def _vaguer(account: Account, found: list[Account]) -> bool:
    """Whether a count is a vague word beside a plain number at least half as high, or beside one that another speaker gives (rule
    `toll.plain-first`): "scores", and then 30; "20, the army said; the rebels said hundreds"."""
    told = [a for a in found if a.total.rule not in _VAGUE]
    plain = max((a.total.best or 0 for a in told), default=0)
    rival = bool(account.voice) and any(a.voice and a.voice != account.voice for a in told)
    return account.total.rule in _VAGUE and (plain * 2 >= (account.total.best or 0) or rival)


_VAGUE = frozenset({"toll.couple", "toll.few", "toll.several", "toll.dozens", "toll.scores", "toll.hundreds", "toll.thousands"})


def _one_mouth(account: Account, found: list[Account]) -> bool:
    """Whether a count is one speaker's, given once, beside a smaller one that the report gives again and again (rule `toll.one-mouth`):
    "16 soldiers were killed", thrice, and "the rebels said that they had killed 31"."""
    same = [a for a in found if a.total.best == account.total.best]
    told = [a.total.best or 0 for a in found]
    often = [n for n in set(told) if told.count(n) > 1 and n < (account.total.best or 0)]
    return bool(account.voice) and len(same) == 1 and bool(often) and not account.title and not account.parts
