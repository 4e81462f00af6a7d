"""Textbook methods that know places and one objective only: what ours are measured against."""
