"""Days: `in_story` gives expressions in the text their values, `source_dates` gives posts their moments."""
