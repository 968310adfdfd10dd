"""Web pages, live ones and articles, by what their data say and what they show; the files in which browsers save them."""
