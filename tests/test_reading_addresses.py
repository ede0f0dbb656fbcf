"""Addresses: a saved text often has its web address on a line of its own, and what that address tells is used."""

from thucydides.reading import plain
from thucydides.reading.addresses import is_site, own, tells
from thucydides.reading.characters import clean
from thucydides.reading.page import Line, Page
from thucydides.reading.reader import document

REPORT = "Shells fell on the market of Kharmat on Tuesday, killing four traders, the governor said.\n\nTwo more were wounded."


def read(text, **metadata):
    return document(Page("report.txt", plain.lines(clean(text)), metadata))


def test_the_address_under_a_title_is_the_reports_own_and_gives_outlet_and_day():
    found = read(f"Four traders killed at Kharmat market\nhttps://veland.example/2031/05/03/four-traders-killed/\n\n{REPORT}")
    assert found.url == "https://veland.example/2031/05/03/four-traders-killed/"
    assert (found.outlet, found.published.edtf, found.published.basis) == ("veland.example", "2031-05-03", "url")
    assert "https://" not in found.text


def test_a_labelled_address_counts_at_the_foot_and_a_bare_one_does_not():
    assert read(f"{REPORT}\n\nSource: https://veland.example/a").url == "https://veland.example/a"
    assert read(f"{REPORT}\n\nhttps://veland.example/a").url is None


def test_addresses_in_sentences_and_calls_to_read_on_are_not_the_reports_own():
    assert own([Line("The list stands at https://veland.example/list and is long.")]) == ""
    assert own([Line("Read more: https://veland.example/other"), Line(REPORT)]) == ""


def test_the_address_given_with_the_data_stands():
    text = f"Four traders killed\nhttps://copy.example/x\n\n{REPORT}"
    assert read(text, url="https://veland.example/a").url == "https://veland.example/a"


def test_the_line_that_the_address_ends_with_is_the_title_though_it_is_short_or_a_caption_stands_twice():
    assert read(f"Kharmat shelling\nhttps://wiki.example/wiki/Kharmat_shelling\n\n{REPORT}").title == "Kharmat shelling"
    below = "Traders carry what is left of their stalls away from the market of Kharmat on Tuesday — Post / A Bek"
    head = f"Four traders die in Kharmat\nhttps://veland.example/news/four-traders-die-in-kharmat-77\n{below}\n{below}"
    assert read(f"{head}\n\n{REPORT}").title == "Four traders die in Kharmat"


def test_neither_a_date_nor_a_sites_name_is_a_title():
    assert read(f"NEWS.veland.example\n4 of May, 23:48\nFour traders killed at Kharmat\n\n{REPORT}").title == "Four traders killed at Kharmat"
    assert not tells("https://veland.example/story-2031-05-07", "2031-05-07")
    assert is_site("NEWS.veland.example")
    assert not is_site("Kharmat. Tuesday")


def test_calls_to_jump_within_the_page_are_no_title():
    assert read(f"Go to Contents Go to Navigation\n\nFour traders killed at Kharmat\n\n{REPORT}").title == "Four traders killed at Kharmat"


def test_a_day_told_by_the_page_is_taken_within_the_month_of_its_address():
    head = "Four traders killed at Kharmat\nhttps://veland.example/2031/05/four-traders-killed.html"
    assert read(f"{head}\n\nFriday, May 23, 2031 - {REPORT}").published.edtf == "2031-05-23"
    assert read(f"{head}\n\n{REPORT}").published.edtf == "2031-05"


def test_a_date_without_a_space_before_its_year_and_an_address_with_the_day_first_are_read():
    assert read(f"Four traders killed at Kharmat\n\nMay 23,2031\n\n{REPORT}").published.edtf == "2031-05-23"
    page = f"Four traders killed\nhttps://veland.example/23052031-four-traders-killed/\n\n{REPORT}"
    assert read(page).published.edtf == "2031-05-23"
