"""Learning the weights of linking: reports with their events, pairs of tellings, the fit within its bounds, and the check."""
