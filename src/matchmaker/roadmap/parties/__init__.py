"""Who is responsible, by the words of a plan: people, bodies, groups, roles."""

from matchmaker.roadmap.parties.reading import Parsed, Party, parse_parties, parties

__all__ = ["Parsed", "Party", "parse_parties", "parties"]
