"""The roadmap: Russian date phrases, the working calendar, parties, the audit, derived plans.

Pure readings of what the plans say; files and screens are elsewhere.
"""
