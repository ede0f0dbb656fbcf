"""Figures: plots for print, drawn as SVG by hand so that what is unknown or uncertain looks so, and turned into PNG by Typst."""
