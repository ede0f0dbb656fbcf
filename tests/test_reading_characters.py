"""Reading: bytes of any encoding become characters, and characters that mean nothing go."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.reading.characters import clean, decoded


@given(st.text())
def test_clean_text_stays_as_it_is(text):
    once = clean(text)
    assert clean(once) == once or "&" in text or "\\" in text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\ufeff\u202a-\u202e\ue000-\uf8ff]", once)


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded(data):
    assert isinstance(decoded(data)[0], str)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Cinq soldats ont été tués vendredi près de la frontière, a déclaré l’armée. ", "cp1252"),
        ("П’ять військових загинули у п’ятницю поблизу кордону, повідомила влада. ", "cp1251"),
        ("Pięciu żołnierzy zginęło w piątek w pobliżu granicy, podało wojsko. ", "cp1250"),
        ("قتل خمسة جنود يوم الجمعة قرب الحدود في هجوم شنه مسلحون حسب الجيش. ", "cp1256"),
        ("Five soldiers were killed on Friday. ", "utf-16"),
        ("Five soldiers were killed on Friday. ", "utf-16-le"),
        ("Five soldiers were killed – ‘two of them officers’. ", "utf-8-sig"),
    ],
)
def test_older_encodings_are_told_apart(text, encoding):
    assert decoded((text * 5).encode(encoding))[0] == text * 5


def test_a_few_broken_bytes_leave_the_rest_and_a_note():
    text, notes = decoded("Cinq soldats tués près de la frontière. ".encode() * 20 + b"\xff")
    assert text.startswith("Cinq soldats tués")
    assert "1 character could not be decoded" in notes[0]
