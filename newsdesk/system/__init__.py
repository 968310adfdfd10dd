"""What newsdesk asks of the operating system and of Python: files, folders, processes, memory. Nothing here knows what a story is made of."""
