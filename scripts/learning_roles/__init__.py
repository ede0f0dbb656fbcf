"""Learning the roles layer: texts with their keys, the stages of models, and the regressions they are."""
