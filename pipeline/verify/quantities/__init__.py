"""Figures: read in both languages, held against each other."""
