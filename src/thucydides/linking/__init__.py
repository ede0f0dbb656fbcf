"""Linking: mentions become incidents: same occurrence or not, with the reasons."""

from thucydides.linking.explaining import Bar, explain_pair, waterfall
from thucydides.linking.link import link
from thucydides.linking.linked import Linked

__all__ = ["Bar", "Linked", "explain_pair", "link", "waterfall"]
