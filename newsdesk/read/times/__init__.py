"""Times as sources print them and users say them, and the zones that they name."""
