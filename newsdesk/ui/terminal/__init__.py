"""The terminal and the process behind the screen: clipboard, stopping, hanging up, what may be written to it."""
