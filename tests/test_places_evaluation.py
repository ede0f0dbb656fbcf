"""Measuring places on annotated corpora: the measures themselves, and the corpora where they are at hand."""

import os
from pathlib import Path

import pytest

from thucydides.evaluating.geoparsing import articles, evaluate_geoparsing

CORPUS = """<?xml version="1.0" encoding="utf-8"?>
<articles>
  <article docid="1"><title>t</title><domain>example.org</domain><url>http://example.org/1</url>
    <text><![CDATA[A bomb went off in Kabul, Afghanistan. Mr. Kirk of Homs denied it.]]></text>
    <toponyms>
      <toponym><start>19</start><end>24</end><phrase>Kabul</phrase><gaztag><lat>34.53</lat><lon>69.17</lon></gaztag></toponym>
      <toponym><start>26</start><end>37</end><phrase>Afghanistan</phrase><gaztag><lat>33.0</lat><lon>66.0</lon></gaztag></toponym>
      <toponym><start>51</start><end>55</end><phrase>Homs</phrase><gaztag><lat>-34.0</lat><lon>151.0</lon></gaztag></toponym>
    </toponyms>
  </article>
</articles>
"""


def test_measures_of_a_small_corpus(tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    path.write_text(CORPUS, encoding="utf-8")
    assert [t.phrase for _, toponyms, _ in articles(path) for t in toponyms] == ["Kabul", "Afghanistan", "Homs"]
    text = next(articles(path))[0].text
    assert all(text[t.start : t.end] == t.phrase for _, toponyms, _ in articles(path) for t in toponyms)
    measures = evaluate_geoparsing(path)
    assert measures["articles"] == 1
    assert measures["toponyms"] == 3
    assert measures["given within 161 km"] == pytest.approx(2 / 3)
    assert 0 < measures["given area"] < 0.5
    assert measures["recall"] >= 2 / 3


def test_a_file_that_is_no_corpus_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    path.write_text("<articles><article>", encoding="utf-8")
    with pytest.raises(ValueError, match="cannot be read as a corpus"):
        evaluate_geoparsing(path)


@pytest.mark.skipif(not os.environ.get("THUCYDIDES_SHARED"), reason="THUCYDIDES_SHARED names no folder of public corpora")
def test_the_kept_half_of_tr_news_stays_as_good_as_measured() -> None:
    measures = evaluate_geoparsing(Path(os.environ["THUCYDIDES_SHARED"]) / "data/geoparsing/TR-News.xml", "kept")
    assert measures["f1"] > 0.90
    assert measures["given within 161 km"] > 0.91
