"""What reading a roadmap from files and importing one says to the curator."""

from __future__ import annotations

from matchmaker.text import Text as T

ROADMAP_NAME = T("дорожная карта.xlsx", "roadmap.xlsx")

# Where the roadmap stands.
NO_ROADMAP = T("в папке нет дорожной карты", "the folder has no roadmap")
NO_ROADMAP_MEND = T(
    "Внесите её командой «matchmaker roadmap import ФАЙЛ -o ПАПКА»",
    "Bring it in with «matchmaker roadmap import FILE -o FOLDER»",
)
EMPTY_ROADMAP = T(
    "в дорожной карте нет ни плана, ни мероприятия", "the roadmap has neither a plan nor an event"
)
TWO_ROADMAPS = T(
    "дорожная карта лежит в нескольких местах: {names}",
    "the roadmap stands in several places: {names}",
)
TWO_ROADMAPS_MEND = T("Оставьте одно из них", "Keep one of them")
