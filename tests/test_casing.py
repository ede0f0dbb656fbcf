"""Text in capitals is read with its small letters restored; names keep their capitals and every character its place."""

from hypothesis import given
from hypothesis import strategies as st

from thucydides.extracting import extract_documents
from thucydides.extracting.casing import readable, restore, shouted
from thucydides.nouns import Document

SHOUT = "GUNMEN KILLED THREE FARMERS NEAR THE TOWN OF TUMACO, COLONEL PEDRO RUIZ SAID. THE FRENTE ROJO DEL SUR [FRS] DENIED IT."


def test_words_become_small_and_names_keep_a_capital() -> None:
    text = restore(SHOUT)
    assert "Gunmen killed three farmers near the town of Tumaco" in text
    assert "Pedro Ruiz said." in text
    assert "[FRS] denied" in text


@given(st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ .,'\"[]()\n-0123456789", max_size=200))
def test_restoring_changes_nothing_but_case(text: str) -> None:
    assert restore(text).upper() == text


def test_mixed_case_is_left_as_it_is() -> None:
    text = "NATO said on Monday that UN staff were safe in Goma."
    assert not shouted(text)
    document = Document("d", "d", text, "")
    assert readable(document) is document


def test_a_report_in_capitals_tells_of_the_same_deaths() -> None:
    (extract,) = extract_documents([Document("d", "d", SHOUT, "")])
    assert any(item.outcome == "killed" and item.quantity.best == 3 for m in extract.mentions for item in m.toll)


def test_months_that_are_words_and_the_first_word_behind_a_dateline_keep_their_capital() -> None:
    text = restore("JOLO, MAY 12 (PNP) - TEN MARINES DIED ON SUNDAY. IT WAS THE WORST ATTACK SINCE MARCH. A BOMB MAY BE TO BLAME. TROOPS MARCH ON.")
    assert text == (
        "Jolo, May 12 (PNP) - Ten marines died on Sunday. It was the worst attack since March. A bomb may be to blame. Troops march on."
    )
