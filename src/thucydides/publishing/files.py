"""Files: written whole or not at all.

Invariants: a file or folder at its final name is complete; what stood there before stands until then, and stays where writing fails. A
folder lists its files with their digests in `SHA256SUMS`, by which a later export knows them for its own and may replace them.
"""

import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time stamped on an archive's members, so that the same tables are the same bytes."""
SUMS = "SHA256SUMS"
"""The file of digests, in the form that `sha256sum --check` reads."""


class OutputError(OSError):
    """An export that could not be written; the message says why and what to do."""


def save(content: bytes | Mapping[str, bytes], output: Path) -> None:
    """Writes one file, or a folder of files, at `output`; OutputError where it cannot, leaving what was there."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            _file(content, output)
        else:
            _folder(sealed(content), output)
    except OutputError:
        raise
    except OSError as error:
        raise OutputError(f"cannot write {output}: {error.strerror or error}; nothing was changed there") from error


def sealed(content: Mapping[str, bytes]) -> dict[str, bytes]:
    """A folder's files with the list of their digests."""
    sums = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(content.items()))
    return {**content, SUMS: sums.encode()}


def archive(content: Mapping[str, bytes]) -> bytes:
    """A folder's files as one zip archive, the same bytes for the same files."""
    return zipped(dict(sorted(sealed(content).items())))


def zipped(content: Mapping[str, bytes]) -> bytes:
    """A zip archive of files in the order given, with one fixed date."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in content.items():
            pack.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _file(content: bytes, output: Path) -> None:
    if output.is_dir():
        raise OutputError(f"cannot write {output}: it is a folder; name a file")
    handle, name = tempfile.mkstemp(prefix=f".{output.name}.", dir=output.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, output)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _folder(content: Mapping[str, bytes], output: Path) -> None:
    """A new folder beside the old, then the names exchanged; a folder that holds anything else is not touched."""
    if output.exists() and not output.is_dir():
        raise OutputError(f"cannot write {output}: it is a file; name a folder")
    strange = sorted(_names(output) - set(content) - _ours(output))
    if strange:
        raise OutputError(f"cannot write {output}: it holds other files ({strange[0]}); name a new folder")
    fresh = Path(tempfile.mkdtemp(prefix=f".{output.name}.", dir=output.parent))
    try:
        for name, data in sorted(content.items()):
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).write_bytes(data)
        fresh.chmod(0o777 & ~_umask())
        if output.exists():
            old = fresh.with_name(fresh.name + ".old")
            os.rename(output, old)
            try:
                os.rename(fresh, output)
            except BaseException:
                os.rename(old, output)
                raise
            shutil.rmtree(old)
        else:
            os.rename(fresh, output)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def _names(folder: Path) -> set[str]:
    """The files in a folder and below it, by their names from it; an empty folder inside counts by its own name."""
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir() or not any(p.iterdir())}


def _ours(folder: Path) -> set[str]:
    """The files that an earlier export lists as its own."""
    listed = folder / SUMS
    return {row.partition("  ")[2] for row in listed.read_text(encoding="utf-8").splitlines()} if listed.is_file() else set()


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
