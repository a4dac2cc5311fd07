"""Rules, questions and plan: standard library only, because phones download this package."""
