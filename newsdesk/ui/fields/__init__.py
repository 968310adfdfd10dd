"""Fields to type into."""
