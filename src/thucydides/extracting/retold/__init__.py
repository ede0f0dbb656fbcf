"""Retold: which incidents of one report are one deed told again, and which its words keep apart."""
