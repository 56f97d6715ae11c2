"""From a citizen's words to entries in the order in which they fit."""
