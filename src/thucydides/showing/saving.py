"""Saving: a drawing as the file that its name's ending asks for: HTML, SVG or PNG."""

from pathlib import Path

from thucydides.record.errors import MissingError

ENDINGS = (".html", ".svg", ".png")


def save_drawing(path: Path, drawing: str, page: str) -> None:
    """Write `drawing` (an SVG document) as .svg or .png, or the `page` that holds it as .html; MissingError for other endings."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise MissingError(f"{path}: a drawing is saved as {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}; name the file so")
    if ending == ".png":
        from thucydides.publishing.figures.raster import png_of

        path.write_bytes(png_of(drawing))
    else:
        path.write_text(page if ending == ".html" else drawing, encoding="utf-8")
