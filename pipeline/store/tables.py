"""The house's tables. Prefixed, because they share a database with the workflow engine's own."""

import sqlalchemy as sa

__all__ = [
    "accounts",
    "begun_with",
    "blobs",
    "decisions",
    "drafts",
    "events",
    "failed_sign_ins",
    "invitations",
    "metadata",
    "model_calls",
    "presence",
    "providers",
    "results",
    "revisions",
    "scratches",
    "sessions",
    "spending",
    "stage_runs",
    "tokens",
    "workers",
]

metadata = sa.MetaData()

# Payloads of every kind, once each, under the digest of their bytes.
blobs = sa.Table(
    "morasse_blobs",
    metadata,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.Column("created_at", sa.String(32), nullable=False),
)

# What a stage made of given inputs: asked for again, it is read here and costs nothing.
results = sa.Table(
    "morasse_results",
    metadata,
    sa.Column("key", sa.String(64), primary_key=True),
    sa.Column("stage", sa.String(32), nullable=False),
    sa.Column("value", sa.String(64), nullable=False, index=True),
    sa.Column("provenance", sa.JSON, nullable=False),
    sa.Column("created_at", sa.String(32), nullable=False),
)

drafts = sa.Table(
    "morasse_drafts",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("request", sa.JSON, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("format", sa.String(16), nullable=False),
    sa.Column("state", sa.String(16), nullable=False, index=True),
    sa.Column("run", sa.Integer, nullable=False, server_default="1"),
    sa.Column("reason", sa.Text, nullable=False, server_default=""),
    sa.Column("remedy", sa.Text, nullable=False, server_default=""),
    sa.Column("exit_code", sa.Integer, nullable=False, server_default="0"),
    sa.Column("title", sa.Text, nullable=False, server_default=""),
    sa.Column("snapshot", sa.String(64)),
    sa.Column("article", sa.String(64)),
    sa.Column("translation", sa.String(64)),
    sa.Column("revision", sa.String(64)),
    sa.Column("verification", sa.String(64)),
    sa.Column("signed_revision", sa.String(64)),
    sa.Column("blocking", sa.Integer, nullable=False, server_default="0"),
    sa.Column("warnings", sa.Integer, nullable=False, server_default="0"),
    sa.Column("created_at", sa.String(32), nullable=False),
    sa.Column("updated_at", sa.String(32), nullable=False, index=True),
    sa.Index("ix_morasse_drafts_state_created_at", "state", "created_at"),
    sa.Index("ix_morasse_drafts_state_updated_at", "state", "updated_at"),
    sa.Index("ix_morasse_drafts_source", "source"),
)

# Every text a draft ever had; `draft_digest` names the blob, so that two drafts may hold the same words.
revisions = sa.Table(
    "morasse_revisions",
    metadata,
    sa.Column("draft_id", sa.String(32), sa.ForeignKey("morasse_drafts.id"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("revision", sa.String(64), nullable=False),
    sa.Column("parent", sa.String(64)),
    sa.Column("origin", sa.String(16), nullable=False),
    sa.Column("actor", sa.String(120), nullable=False),
    sa.Column("created_at", sa.String(32), nullable=False),
    sa.Column("verification", sa.String(64)),
)

# One decision a gate and text (its number; at the source gate the run): of two that race, the second is refused.
decisions = sa.Table(
    "morasse_decisions",
    metadata,
    sa.Column("draft_id", sa.String(32), sa.ForeignKey("morasse_drafts.id"), primary_key=True),
    sa.Column("gate", sa.String(16), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("actor", sa.String(120), nullable=False),
    sa.Column("comment", sa.Text, nullable=False, server_default=""),
    sa.Column("at", sa.String(32), nullable=False),
)

events = sa.Table(
    "morasse_events",
    metadata,
    sa.Column("draft_id", sa.String(32), sa.ForeignKey("morasse_drafts.id"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("actor", sa.String(120), nullable=False),
    sa.Column("payload", sa.JSON, nullable=False),
    sa.Column("previous_digest", sa.String(64), nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Index("ix_morasse_events_kind_at", "kind", "at"),
)

# What is under way and what was done: the source of progress, times, tokens and cost.
stage_runs = sa.Table(
    "morasse_stage_runs",
    metadata,
    sa.Column("draft_id", sa.String(32), sa.ForeignKey("morasse_drafts.id"), primary_key=True),
    sa.Column("run", sa.Integer, primary_key=True),
    sa.Column("stage", sa.String(32), primary_key=True),
    sa.Column("started_at", sa.String(32), nullable=False, index=True),
    sa.Column("finished_at", sa.String(32)),
    sa.Column("cached", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("usage", sa.JSON),
    sa.Column("result", sa.String(64)),
    sa.Column("failed", sa.Boolean, nullable=False, server_default=sa.false()),
)

# The prompt templates that an attempt at a draft was begun with: a new release changes nothing under way.
begun_with = sa.Table(
    "morasse_begun_with",
    metadata,
    sa.Column("draft_id", sa.String(32), sa.ForeignKey("morasse_drafts.id"), primary_key=True),
    sa.Column("attempt", sa.Integer, primary_key=True),
    sa.Column("templates", sa.JSON, nullable=False),
)

workers = sa.Table(
    "morasse_workers",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("host", sa.String(255), nullable=False),
    sa.Column("pid", sa.Integer, nullable=False),
    sa.Column("heartbeat_at", sa.String(32), nullable=False),
)

accounts = sa.Table(
    "morasse_accounts",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("login", sa.String(120), nullable=False, unique=True),
    sa.Column("name", sa.String(120), nullable=False, unique=True),
    sa.Column("roles", sa.JSON, nullable=False),
    sa.Column("password", sa.String(255), nullable=False),
    sa.Column("is_active", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("created_at", sa.String(32), nullable=False),
)

# Tokens of invitations and sessions are kept as digests only: a stolen copy of the database opens no door.
invitations = sa.Table(
    "morasse_invitations",
    metadata,
    sa.Column("token", sa.String(64), primary_key=True),
    sa.Column("roles", sa.JSON, nullable=False),
    sa.Column("invited_by", sa.String(120), nullable=False),
    sa.Column("created_at", sa.String(32), nullable=False),
    sa.Column("expires_at", sa.String(32), nullable=False),
)

sessions = sa.Table(
    "morasse_sessions",
    metadata,
    sa.Column("token", sa.String(64), primary_key=True),
    sa.Column("account_id", sa.String(16), sa.ForeignKey("morasse_accounts.id"), nullable=False, index=True),
    sa.Column("form_token", sa.String(64), nullable=False),
    sa.Column("created_at", sa.String(32), nullable=False),
    sa.Column("seen_at", sa.String(32), nullable=False),
)

failed_sign_ins = sa.Table(
    "morasse_failed_sign_ins",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("key", sa.String(200), nullable=False, index=True),
    sa.Column("at", sa.String(32), nullable=False),
)

# What someone typed and has not saved yet; `base` is the revision they began from.
scratches = sa.Table(
    "morasse_scratches",
    metadata,
    sa.Column("account_id", sa.String(16), sa.ForeignKey("morasse_accounts.id"), primary_key=True),
    sa.Column("draft_id", sa.String(32), sa.ForeignKey("morasse_drafts.id"), primary_key=True),
    sa.Column("part", sa.String(120), primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("base", sa.String(64), nullable=False),
    sa.Column("updated_at", sa.String(32), nullable=False),
)

presence = sa.Table(
    "morasse_presence",
    metadata,
    sa.Column("draft_id", sa.String(32), sa.ForeignKey("morasse_drafts.id"), primary_key=True),
    sa.Column("account_id", sa.String(16), sa.ForeignKey("morasse_accounts.id"), primary_key=True),
    sa.Column("seen_at", sa.String(32), nullable=False),
)

# Every request to a provider: what is under way counts against the limits, what is done is what was spent.
model_calls = sa.Table(
    "morasse_model_calls",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("provider", sa.String(255), nullable=False),
    sa.Column("model", sa.String(120), nullable=False),
    sa.Column("draft_id", sa.String(32), nullable=False, index=True),
    sa.Column("stage", sa.String(32), nullable=False),
    sa.Column("day", sa.String(10), nullable=False),
    sa.Column("started", sa.Float, nullable=False),
    sa.Column("expires", sa.Float, nullable=False),
    sa.Column("finished", sa.Float),
    sa.Column("outcome", sa.String(32), nullable=False, server_default="under_way"),
    sa.Column("tokens", sa.Integer, nullable=False),
    sa.Column("cost", sa.Float),
    sa.Column("usage", sa.JSON),
    sa.Index("ix_morasse_model_calls_provider_started", "provider", "model", "started"),
)

# What all workers know of a model: until when nobody asks, since when it fails, when it last answered.
providers = sa.Table(
    "morasse_providers",
    metadata,
    sa.Column("provider", sa.String(255), primary_key=True),
    sa.Column("model", sa.String(120), primary_key=True),
    sa.Column("blocked_until", sa.Float, nullable=False, server_default="0"),
    sa.Column("failures", sa.Integer, nullable=False, server_default="0"),
    sa.Column("answered_at", sa.Float, nullable=False, server_default="0"),
)

# What was spent, by `house`, `day:2026-01-31` and `draft:ID`; calls under way count with their estimate.
spending = sa.Table(
    "morasse_spending",
    metadata,
    sa.Column("scope", sa.String(64), primary_key=True),
    sa.Column("cost", sa.Float, nullable=False),
)

# What other tools sign in with on a person's behalf; kept as digests, like sessions. `id` names one to its owner.
tokens = sa.Table(
    "morasse_tokens",
    metadata,
    sa.Column("token", sa.String(64), primary_key=True),
    sa.Column("id", sa.String(16), nullable=False, unique=True),
    sa.Column("account_id", sa.String(16), sa.ForeignKey("morasse_accounts.id"), nullable=False, index=True),
    sa.Column("name", sa.String(80), nullable=False),
    sa.Column("created_at", sa.String(32), nullable=False),
    sa.Column("used_at", sa.String(32)),
)
