"""The golden suite: what a changed prompt or model does to drafts."""
