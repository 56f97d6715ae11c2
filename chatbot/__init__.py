"""The answering engine of 민원톡: Korean text in, the city's approved answer out. No HTTP in here."""
