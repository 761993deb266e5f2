"""Proof by corruption: good drafts spoilt in named ways, and whether verification sees it (EDITORIAL.md, « Facts »)."""
