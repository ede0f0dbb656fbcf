"""Keeping: what one build leaves for the next, so that what nothing changed is neither read nor worked out again."""
