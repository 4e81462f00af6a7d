"""The catalogue: every sentence a curator reads, except those a rule says of itself.

Each message stands here once, in both languages, in the module of the room that says
it. What belongs to one rule stands in that rule's file, and what heads a column stands
beside the field, so that adding a rule or a column touches one file.
"""
