"""Sought: the day on which a search or an inquiry for a deed goes on, which is a day after the deed (rule `date.sought`).

Such a day stands before the deed: behind it ("are investigating a shooting Tuesday") it is the deed's.

Invariant: whoever is said to do a deed in the course of a search ("searched the village, killing two") does it on the day of the search.
"""

from collections.abc import Collection

from spacy.tokens import Token

from thucydides.vocabulary import mapping


def sought(verb: Token, deeds: Collection[int]) -> bool:
    """Whether a verb tells only of a search or an inquiry, and all deeds of what it is for: "a manhunt was under way on Tuesday for
    gunmen who killed two", "police were investigating on Monday a shooting"."""
    words = mapping("status")
    of = {c.lemma_.lower() for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")} & set(words["inquiries"])
    if not of and verb.lemma_.lower() not in words["seeking"]:
        return False
    held = [c for c in verb.subtree if (c.dep_ == "prep" and c.lower_ in ("for", "into")) or (c.dep_ == "dobj" and c.head == verb)]
    return bool(deeds) and all(any(t.i == n for c in held for t in c.subtree) for n in deeds)
