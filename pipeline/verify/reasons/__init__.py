"""Causes and purposes."""
