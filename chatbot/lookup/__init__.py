"""Finds entries from the first key on, while a question is still being typed."""
