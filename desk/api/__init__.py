"""The desk for other tools: JSON under /api/v1, for whoever holds a token, within that person's roles."""

from desk.api.app import create_api

__all__ = ["create_api"]
