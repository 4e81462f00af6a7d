"""Titles and legends of the picture of agreements between schools."""

from __future__ import annotations

from matchmaker.text import Text as T

TITLE = T("Договоры между школами. {name}", "Agreements between schools. {name}")
BY_ROLE = T("Кто с кем работает. {name}", "Who works with whom. {name}")
ABOUT = T("На {day}", "As of {day}")
FOR_CURATOR = T("Только для куратора", "For the curator only")
NEEDS_CURATOR = T(
    "схема по ролям показывает, кто кому помогает: она только для куратора",
    "a layout by role shows who helps whom: it is for the curator only",
)

# The public picture: one line for every kind of agreement.
PROPOSED = T("предлагаемый договор", "proposed agreement")
IN_FORCE = T("действующий договор", "agreement in force")

# The curator's picture.
LINES = {
    ("cooperation", False): T(
        "сотрудничество (стрелка к школе-участнику)",
        "cooperation (arrow to the participating school)",
    ),
    ("cooperation", True): T("сотрудничество, уже действует", "cooperation in force"),
    ("partnership", False): T("партнёрские отношения", "partnership"),
    ("partnership", True): T("партнёрские отношения, уже действуют", "partnership in force"),
}
ROLES = {
    "helper": T("школа-партнёр", "partner school"),
    "helped": T("школа-участник", "participating school"),
    "both": T("и партнёр, и участник", "both partner and participating"),
    "partner": T("в партнёрских отношениях", "in a partnership"),
    "none": T("без договоров", "no agreement"),
}
PLAIN = T("нет особых отметок", "nothing special")
JOINT = T("без неё связи распадаются", "links fall apart without it")
SUPPORT = T("единственный партнёр {n} и более школ", "the only partner of {n} or more schools")
LOAD = T(
    "Число у знака: сколько договоров у школы.", "The number at a sign: agreements of the school."
)

NEARBY = T(
    "Близкие школы раздвинуты, положение примерное.", "Schools close by are moved apart a little."
)
NO_PLACE = T("Нет координат", "No coordinates")
HEADINGS = {
    "helper": T("Школы-партнёры", "Partner schools"),
    "helped": T("Школы-участники", "Participating schools"),
    "both": T("И партнёры, и участники", "Both"),
    "partner": T("В партнёрских отношениях", "In partnerships"),
    "none": T("Без договоров", "No agreement"),
}
KILOMETRES = T("{n} км", "{n} km")
METRES = T("{n} м", "{n} m")
