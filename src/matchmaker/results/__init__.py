"""Answers with names again."""
