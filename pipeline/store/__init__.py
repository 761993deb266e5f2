"""The store: payloads, stage results, drafts and their history, in SQLite or Postgres."""
