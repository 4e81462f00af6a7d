"""Timetables: what is to be made, who checks it, who makes it."""
