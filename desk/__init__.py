"""The web desk: where editors, reviewers and publishers work."""
