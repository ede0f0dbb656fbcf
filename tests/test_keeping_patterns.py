"""Patterns that Python compiled are taken up by the next start: they match as if compiled anew, and what is damaged is none."""

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from thucydides.keeping.patterns import kept_patterns

TOLD = "At 5 p.m. on 3 May 2021 the ARMY shelled Müllhausen, killing 12."
WORDED = [rf"(?P<word{n}>\b[a-z]{{{n % 7 + 1},}}\b)|(?:no|{n})(\d+)?" for n in range(60)]
FLAGGED = [(r"(?i)army|(?P<day>\d+) (?P<month>[A-Z]\w+)", 0), (r"m\S+ # a name", re.IGNORECASE | re.VERBOSE), (r"^at .*?(\d)$", re.I | re.S)]
PATTERNS = [*((said, 0) for said in WORDED), *FLAGGED, (r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", 0), (r"(?<=on )\w+(?! x)", re.ASCII)]


def compiled() -> list[tuple[Any, ...]]:
    """What each pattern is and finds, compiled now."""
    re.purge()
    found = [re.compile(said, flags) for said, flags in PATTERNS]
    return [
        (p.pattern, p.flags, p.groups, dict(p.groupindex), [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in p.finditer(TOLD)])
        for p in found
    ]


def test_patterns_taken_up_match_as_those_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with kept_patterns(tmp_path / "kept"):
        assert len(PATTERNS) > 50
        compiled()
    monkeypatch.setattr(import_module("re._compiler"), "_code", None)  # so that nothing can be compiled
    with kept_patterns(tmp_path / "kept"):
        taken = compiled()
    monkeypatch.undo()
    assert taken == compiled()


def test_patterns_of_a_damaged_file_are_compiled(tmp_path: Path) -> None:
    with kept_patterns(tmp_path / "kept"):
        compiled()
    file = tmp_path / "kept" / "patterns"
    whole = file.read_bytes()
    for data in (b"", whole[:-1], whole[:-9] + b"123456789"):
        file.write_bytes(data)
        with kept_patterns(tmp_path / "kept"):
            taken = compiled()
        assert taken == compiled()
        assert file.read_bytes() == whole


def test_a_pattern_that_is_none_is_refused_and_python_is_left_as_it_was(tmp_path: Path) -> None:
    compiler = import_module("re._compiler")
    usual = compiler.compile, compiler._sre
    with pytest.raises(re.error), kept_patterns(tmp_path / "kept"):
        re.compile("(")
    assert (compiler.compile, compiler._sre) == usual
    assert not (tmp_path / "kept").exists()
