"""The local model that needs no key: getting its weights, and its server in a process of its own."""
