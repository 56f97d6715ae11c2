"""One turn of talk: guards, search, decision, reply."""
