"""What EDITORIAL.md asks of the form: structure, language, legal words, proposals, outside knowledge, copying."""
