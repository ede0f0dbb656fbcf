"""Commemorated: a deed of which a sentence only tells that its anniversary was the day of another deed (rule `extract.commemorated`).

"A policeman was stabbed on Friday, the second anniversary of an ambush that left seven dead" tells of two deeds, and the day is not the
ambush's.
"""

from collections.abc import Collection

from spacy.tokens import Span


def commemorated(sentence: Span, nodes: Collection[int]) -> set[int]:
    """The words of force behind "anniversary of", where others stand before it; empty where all are of one deed."""
    found = [t for t in sentence if t.lemma_.lower() == "anniversary"]
    behind = {n for t in found for c in t.children if c.lower_ == "of" for n in nodes if sentence.doc[n] in c.subtree}
    return behind if found and behind and behind != set(nodes) and all(n < found[0].i or n in behind for n in nodes) else set()
