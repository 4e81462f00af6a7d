"""From people and rules to arrays, and back to a record."""
