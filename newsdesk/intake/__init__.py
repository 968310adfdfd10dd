"""Everything that is read into a story, by hand, from the addresses that it follows, or from the folders that it watches.

What the user names becomes a request, a request a reading, and a reading a preview, or posts in the store. The joint between
fetching, reading, finding and the store; knows no screen.
"""
