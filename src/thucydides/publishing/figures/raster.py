"""Raster: a figure as PNG, by the renderer of SVG that Typst brings."""

from thucydides.publishing.figures.drawing import Figure

PPI = 220.0
TEMPLATE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""


def png(figure: Figure) -> bytes:
    """The figure at print resolution; the same figure gives the same bytes."""
    return png_of(figure.svg.decode())


def png_of(svg: str) -> bytes:
    """An SVG document at print resolution."""
    import typst

    return bytes(typst.compile(TEMPLATE, format="png", ppi=PPI, sys_inputs={"svg": svg}))
