"""Linking: mentions become incidents: same occurrence or not, with the reasons."""
