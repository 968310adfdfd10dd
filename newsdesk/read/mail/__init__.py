"""Mails and newsletters: as files, several in one, and pasted."""
