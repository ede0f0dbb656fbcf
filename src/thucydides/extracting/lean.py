"""Lean: spaCy without its command line, which it loads together with itself: a third of the time that loading it takes.

Once spaCy is loaded nothing of this is left: who asks for its command line then gets it.
"""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_ASIDE = ("spacy.cli", "spacy.cli.info")


class _Aside(MetaPathFinder, Loader):
    """Puts empty modules in the place of the command line while spaCy itself is loaded."""

    def find_spec(self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        loading = (spacy := sys.modules.get("spacy")) is not None and getattr(spacy.__spec__, "_initializing", False)
        if loading and fullname in _ASIDE:
            return ModuleSpec(fullname, self, is_package=fullname == _ASIDE[0])
        if spacy is not None and not loading:
            self._leave(spacy)
        return None

    def _leave(self, spacy: ModuleType) -> None:
        sys.meta_path.remove(self)
        for name in _ASIDE:
            if getattr(sys.modules.get(name), "__loader__", None) is self:
                del sys.modules[name]
        if getattr(getattr(spacy, "cli", None), "__loader__", None) is self:
            del spacy.cli

    def exec_module(self, module: ModuleType) -> None:
        if module.__name__ == _ASIDE[1]:
            module.__dict__["info"] = _info


def _info(*arguments: Any, **options: Any) -> Any:
    """What spaCy's command line tells of the installation, by the real one."""
    from spacy.cli.info import info

    return info(*arguments, **options)


def leave_command_line_aside() -> None:
    """From now on spaCy is loaded without its command line; nothing where it is loaded already."""
    if "spacy" not in sys.modules and not any(isinstance(finder, _Aside) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Aside())
