"""What the city says: entries, their reader, and the rules that keep them good."""
