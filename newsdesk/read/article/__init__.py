"""Articles as text, Markdown or PDF: what stands around their words, and the words; interviews in print."""
