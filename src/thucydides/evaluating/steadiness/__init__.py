"""Steadiness: the same facts in other words should make the same record. Kinds of mechanical rewording, and what they change."""
