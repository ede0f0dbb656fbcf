"""Timelines: the record in the order of time, for programs that draw it or keep calendars."""
