"""Long lists that draw only what is on the screen."""
