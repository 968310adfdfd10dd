"""Feeds in XML and JSON, and lists of feeds."""
