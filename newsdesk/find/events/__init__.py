"""What the story expects: `in_story` gathers dated mentions ahead of their posts into events."""
