"""Public sets of problems: each turned into a program, and each answer scored as its set does."""
