"""What is kept in files beside a story, so that its desk is there at once and as it was left.

Each may be deleted at any time, and what is wrong with one is as if it were not there. An edge.
"""
