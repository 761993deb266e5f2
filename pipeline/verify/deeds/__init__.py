"""Who does what to whom."""
