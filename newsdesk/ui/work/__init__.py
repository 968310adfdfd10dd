"""What must not happen on the screen's thread, and the messages in which it ends."""
