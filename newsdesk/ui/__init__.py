"""The screen: the only importer of textual. Messages go up, rows come down; a pane knows neither the store nor its neighbours."""
