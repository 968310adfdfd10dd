"""The dialogs over the desk, each imported when it is first opened."""
