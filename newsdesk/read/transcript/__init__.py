"""What was spoken: subtitles and transcripts, who speaks in them, and when."""
