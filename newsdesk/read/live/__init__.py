"""Live pages that were copied as text: where their posts begin, of which day they are, and by whom."""
