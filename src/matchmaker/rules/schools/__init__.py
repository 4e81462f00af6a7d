"""Rules about schools: here ``mentee`` is the school that is helped, ``mentor`` the one that helps.

Among equals the two sides are the same, and a rule measures (a, b) as it does (b, a).
"""
