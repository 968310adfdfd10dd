"""The panes and the lines around them: rows come in, messages go up."""
