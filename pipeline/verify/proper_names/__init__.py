"""Names of people, bodies and places, and who stands in whose place."""
