"""Posts to facts: quotations, actors, dates and events. Pure: no I/O, no wall clock, no machine zone.

`facts` is the way in. `quotes` finds who said what, `dates` which day an expression means and when a post was published,
`events` what the story expects on these days. What stands beside these folders is the English that they share.
"""
