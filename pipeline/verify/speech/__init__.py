"""Quotations, marks, and whose words are whose."""
