"""Posts to facts: quotations, actors, dates and events. Pure: no I/O, no wall clock, no machine zone."""
