"""The measure on PolNeAR: its reading of the annotation format, its arithmetic, and the floor that the program keeps."""

import io
import os
import tarfile
from pathlib import Path

import pytest

from thucydides.evaluating.polnear import Annotated, compare, evaluate_polnear, read_annotations, read_articles

ANN = (
    "T1\tSource 0 9\tOfficials\nT2\tCue 10 14\tsaid\nT3\tContent 15 20;25 30\tit is\nover two lines\nT4\tAttribution 10 14\tsaid\n"
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\nE2\tAttribution-no-source:T9 Content:T9\n"
)


def archive(folder: Path) -> Path:
    """A small archive in the published layout, of our own words."""
    text = "Officials said that six soldiers had died. The road was closed.\n"
    ann = (
        "T1\tSource 0 9\tOfficials\nT2\tCue 10 14\tsaid\nT3\tContent 15 41\tthat six soldiers had died\n"
        "E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\n"
    )
    path = folder / "p.tar.gz"
    with tarfile.open(path, "w:gz") as out:
        for name, raw in (
            ("dev/text/a_b.txt", text),
            ("dev/attributions/a_b_4e07.ann", ann),
            ("dev/attributions/a_b_9fff.ann", ""),
        ):
            data = raw.encode()
            member = tarfile.TarInfo(name)
            member.size = len(data)
            out.addfile(member, io.BytesIO(data))
    return path


def test_events_join_spans_and_undefined_spans_are_left_out() -> None:
    assert read_annotations(ANN) == (Annotated(((0, 9),), ((10, 14),), ((15, 20), (25, 30))), Annotated())


def test_counts_are_of_spans_and_of_words() -> None:
    words = ((0, 4), (5, 9), (10, 14), (15, 19))
    ours = (Annotated(((0, 4),), ((5, 9),), ((10, 19),)),)
    theirs = (Annotated(((0, 9),), ((5, 9),), ((10, 14),)),)
    got = compare(ours, theirs, words)
    assert got["source_exact"] == (0, 1, 1)
    assert got["source_overlap"] == (1, 1, 2)
    assert got["cue_exact"] == (1, 1, 1)
    assert got["content_overlap"] == (1, 2, 1)
    assert got["overlap"] == (3, 4, 4)
    assert got["attribution_recall"] == (1, 1, 1)


def test_the_first_annotation_of_an_article_is_taken(tmp_path: Path) -> None:
    articles = list(read_articles(archive(tmp_path)))
    assert [len(annotated) for _, annotated in articles] == [1]


def test_a_missing_part_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no part 'train'"):
        list(read_articles(archive(tmp_path), "train"))


def test_a_plain_sentence_scores_full_marks(tmp_path: Path) -> None:
    scores = evaluate_polnear(archive(tmp_path))
    assert scores["articles"] == 1
    assert scores["overlap_f1"] == scores["attribution_f1"] == 1.0


def test_a_slice_of_the_development_part_stays_above_the_floor() -> None:
    shared = os.environ.get("THUCYDIDES_SHARED")
    path = Path(shared or "") / "data" / "polnear" / "polnear-train-dev.tar.gz"
    if shared is None or not path.exists():
        pytest.skip("set THUCYDIDES_SHARED to a folder with data/polnear/polnear-train-dev.tar.gz")
    scores = evaluate_polnear(path, "dev", limit=12)
    assert scores["overlap_f1"] >= 0.70
    assert scores["attribution_f1"] >= 0.60
