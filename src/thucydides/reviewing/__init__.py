"""Reviewing: where a person's minute changes the record most, asked one question at a time; the answers become rulings.

Invariants: the questions and their order follow from the record, the rulings and the rules `review.*` alone; nothing is changed but by a
ruling that a person gave.
"""
