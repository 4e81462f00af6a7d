"""When the pairs of a plan meet: from weeks of people to dated meetings, and back to reasons.

Nothing here calls a solver: programs are made here, answers are read and checked here.
"""
