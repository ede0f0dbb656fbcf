"""Tellings: what each sentence tells of one deed: its triggers, harm, times, places, parties and means."""
