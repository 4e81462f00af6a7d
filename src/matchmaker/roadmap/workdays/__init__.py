"""The working calendar: official years, preliminary ones, and the special days of a place."""
