"""Grounding: names, places and times in words become actors, gazetteer entries and date ranges."""
