"""Who said what: `in_post` reads one post by itself, `in_story` decides across the story who its speakers are."""
