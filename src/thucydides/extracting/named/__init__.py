"""Named: persons whom a document names, and the part its words give each of them."""

from thucydides.extracting.named.names import Name, names
from thucydides.extracting.named.roll import enroll

__all__ = ["Name", "enroll", "names"]
