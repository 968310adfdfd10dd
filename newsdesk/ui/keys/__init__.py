"""Every command once, the keys that reach it, and the line that tells them."""
