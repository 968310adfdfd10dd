"""newsdesk: a terminal dashboard for following a live news story."""

__version__ = "0.1.0"
