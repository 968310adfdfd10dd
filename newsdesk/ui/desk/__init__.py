"""The desk, the main screen, and its parts: each a set of keys and messages with what they need to remember."""
