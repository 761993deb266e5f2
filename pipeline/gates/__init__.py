"""What people do with a draft, gate by gate: source, relecture, bon à tirer. Silence is never consent.

Every act is one transaction: the row, its event and, where work follows, the segment that does it.
"""
