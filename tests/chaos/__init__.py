"""Chaos: the real processes of a house, killed at random moments, and what must hold all the same."""
