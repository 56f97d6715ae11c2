"""Korean text: normal form, jamo, morphemes, personal numbers."""
