"""Finding for users: an error of newsdesk's own over one post costs what that post tells alone.

Finders are many rules over words that anybody may have written, and one that fails must not empty every pane. `find` fails as a
whole, for tests and for whoever sets `NEWSDESK_TRACEBACK`; every other caller asks here. What failed is not looked at again by this
process; the next one, or the next newsdesk, tries anew.
"""
