"""The box of an encyclopedia's page is read though its table is lost: names run onto values, before bars, or over them."""

from hypothesis import given
from hypothesis import strategies as st

from thucydides.extracting import extract_documents
from thucydides.reading import plain
from thucydides.reading.characters import clean
from thucydides.reading.flattened import restored
from thucydides.reading.page import Line, Page
from thucydides.reading.reader import document

STORY = "The Kharmat market shelling was an attack on a market in northern Veland on 3 May 2031, blamed on the Northern Front."
STUCK = "Kharmat market shelling\nPart of the Veland war\nLocationKharmat, Veland\nDateMay 3, 2031\n9:40 am (UTC+2)\nDeaths12[1]\nNon-fatal injuries\nAt least 30\n"
SPACED = "Kharmat market shelling\nLocation Kharmat, Veland\nDateMay 3, 2031\nDeaths 12\nNon-fatal injuries\nAt least 30\n"
BARRED = "Kharmat market shelling | |\n---|---|\nLocation | Kharmat, Veland |\nDate | May 3, 2031 |\nDeaths | 12 |\nInjured | At least 30 |\n"
OVER = "Kharmat market shelling\nLocation\nKharmat, Veland\nDate\n3 May 2031\nDeaths\n12\nInjured\n30\n"
SIDES = "Battle of Kharmat\nDate | 3 May 2031 |\nLocation | Kharmat |\nCasualties and losses\n12 killed, 3 wounded\n7 killed\n"


def read(text):
    return document(Page("report.txt", plain.lines(clean(text)), {}))


def boxed(text):
    found = read(text)
    return {block.key: found.text[block.start : block.end] for block in found.blocks if block.kind == "infobox"}


def test_each_form_gives_the_same_fields():
    for form in (STUCK, SPACED, BARRED, OVER):
        fields = boxed(f"{form}\n{STORY}")
        assert fields["location"] == "Location: Kharmat, Veland", form
        assert fields["deaths"] == "Deaths: 12", form
        assert "2031" in fields["date"], form
        assert "30" in next(value for key, value in fields.items() if "injur" in key), form


def test_the_losses_of_sides_are_one_field_each():
    fields = boxed(f"{SIDES}\n{STORY}")
    assert fields["casualties1"].endswith("12 killed, 3 wounded")
    assert fields["casualties2"].endswith("7 killed")


def test_the_box_tells_the_toll_of_its_incident():
    (told,) = extract_documents([read(f"{STUCK}\n{STORY}")])
    (mention,) = [m for m in told.mentions if m.kind == "incident"]
    assert {(item.outcome, item.quantity.low) for item in mention.toll} >= {("killed", 12), ("injured", 30)}
    assert mention.date.edtf == "2031-05-03"


def test_a_few_labels_a_list_of_incidents_and_the_head_of_a_table_are_no_box():
    assert not boxed(f"Date\nMay 3, 2031\nTopics\nVeland\n\n{STORY}")
    assert not boxed(f"Date | Location | Deaths\n3 May | Kharmat | 12\n4 May | Tolm | 3\n\n{STORY}")
    incidents = "".join(f"Date\n{day} May 2031\nLocation\nKharmat\nDeaths\n{day}\n" for day in (3, 4))
    assert not boxed(f"{incidents}\n{STORY}")


def test_sentences_that_begin_with_a_fields_name_stay_sentences():
    said = "Deaths rose to 12 in Kharmat.\nDate palms were burnt.\nLocation unknown, the army said on May 3."
    assert not boxed(f"{said}\n{STORY}")


@given(st.lists(st.text(alphabet="DateLocn s12|.:", max_size=30), max_size=12))
def test_no_word_is_lost_and_none_is_new(texts):
    lines = [Line(text) for text in texts]
    before = "".join(c for line in lines for c in line.text.casefold() if c.isalnum())
    after = "".join(c for line in restored(lines) for c in line.text.casefold() if c.isalnum())
    assert sorted(set(before)) == sorted(set(after))
    assert len(after) >= len(before)
