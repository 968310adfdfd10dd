"""A text's lines, whatever it is: joined, without marks of Markdown or HTML; those behind pictures and those of the page told from the news."""
