"""Fold: a place name as the key it is looked up by, and the skeleton by which respellings of it meet.

Both are pure functions of the string; the gazetteer is built with the same two functions that a text is read with.
"""

import re
import unicodedata

_APOSTROPHES = re.compile("['’‘`´ʻʼʽʾʿˈ]")
_BREAKS = re.compile(r"[^\w]+|_+")
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ə": "a", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n", "ɓ": "b",
     "ɗ": "d", "ƙ": "k", "ƴ": "y", "ħ": "h", "ʈ": "t", "&": " and ", ".": ""}
)  # fmt: skip
SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "mts": "mountains"}
_ARTICLE = re.compile(r"^(?:al|el) ")

_DIGRAPHS = (
    ("dzh", "j"), ("shch", "c"), ("tch", "c"), ("sch", "s"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("dj", "j"), ("sh", "s"),
    ("ch", "c"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("ou", "u"),
)  # fmt: skip
_SINGLES = str.maketrans(
    {"q": "k", "w": "v", "x": "h", "z": "z", "y": None, "a": None, "e": None, "i": None, "o": None, "u": None}
)
_DOUBLES = re.compile(r"(.)\1+")
_INNER_ARTICLES = re.compile(r"(?<= )(?:al|el|ul|ad|ed|as|es|ash|esh|at|et|an|en|ar|er|az|ez|i|e|de|wa)(?= )")

_GLIDE = re.compile(r"aw(?![aeiouy])")
_LEADING_ARTICLE = re.compile(r"^(?:[ae][ltdrnsz]|[ae]sh) (?=\w{3})")


def fold(name: str) -> str:
    """The lookup key: lower case, no marks, no apostrophes, other signs as one space, "St." and "el-" in one form.

    >>> fold("Dar‘ā"), fold("Deir ez-Zor"), fold("El-Fasher"), fold("St. Louis")
    ('dara', 'deir ez zor', 'al fasher', 'saint louis')
    """
    text = name
    if text.isascii():
        if text.isalnum():
            word = text.lower()
            return SHORT.get(word, word)
    else:
        text = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = _APOSTROPHES.sub("", text.lower().translate(_LETTERS))
    words = _BREAKS.sub(" ", text).split()
    key = " ".join([SHORT.get(word, word) for word in words])
    return _ARTICLE.sub("al ", key)


def skeleton(key: str) -> str:
    """The consonants of a folded key after the digraphs of the usual transliterations are made one letter each.

    Spellings of one name by different systems meet here: Shokhin and Shohin, Darvoz and Darwaz, Kunduz and Qonduz. The first
    vowel counts as one mark, so that Aleppo and Lop do not meet.

    >>> skeleton("shokhin") == skeleton("shohin"), skeleton("darvoz") == skeleton("darwaz")
    (True, True)
    """
    text = _INNER_ARTICLES.sub("", f" {key} ").strip()
    text = _LEADING_ARTICLE.sub("", text)
    text = _GLIDE.sub("o", text)
    for pair, letter in _DIGRAPHS:
        if pair in text:
            text = text.replace(pair, letter)
    start = "*" if text[:1] in "aeiouy" else ""
    bare = start + _DOUBLES.sub(r"\1", text.translate(_SINGLES).replace(" ", ""))
    return bare[:-1] if len(bare) > 2 and bare[-1] == "h" else bare
