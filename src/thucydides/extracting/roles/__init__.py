"""Roles: who did it, for whom, to whom, to what and with what, as a learned layer proposes it beside the rules."""
