"""The steps of a draft as an engine runs them: each is safe to begin again, and what is made is never made twice."""
