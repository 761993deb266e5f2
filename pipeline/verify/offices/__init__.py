"""Who is what: offices, fields of office, standing."""
