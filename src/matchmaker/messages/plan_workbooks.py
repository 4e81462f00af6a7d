"""Sheets and headers of the workbooks made of a plan."""

from __future__ import annotations

from matchmaker.text import Text as T

PAIRS = T("Пары", "Pairs")
LEFT = T("Без наставника", "Without a mentor")
POINTS = T("Методисту", "For the methodist")
TIERS = T("Показатели", "Tiers")
ABOUT = T(
    "{name}. Отчётная дата: {day}. Состояние всех пар: предложено",
    "{name}. Reference date: {day}. Status of all pairs: proposed",
)

NUMBER = T("№", "No.")
MENTEE = T("Наставляемый", "Mentee")
MENTOR = T("Наставник", "Mentor")
POST = T("Должность", "Post")
SCHOOL = T("Организация", "Organisation")
PROGRAMME = T("Программа", "Programme")
WHY = T("Почему", "Why")
WHY_NOT = T("Причина", "Reason")
TIER = T("Показатель", "Tier")
VALUE = T("Значение", "Value")
BOUND = T("Больше быть не может", "Cannot exceed")
CLOSED = T("Чем доказано", "Proved by")
UNKNOWN = T("не доказано", "not proved")
NOTHING = T("Записей нет", "No entries")
MONTHS = T("{n} мес.", "{n} months")

REASON = {
    "no_programme": T("нет подходящей программы", "no programme fits"),
    "no_candidates": T("нет подходящего наставника", "no eligible mentor"),
    "places_taken": T("не хватает мест", "places are short"),
    "not_worth": T("пара не предложена по правилам", "not proposed by the rules"),
}
CLOSED_WORDS = {
    "prices": T("ценами по всем парам", "prices over all pairs"),
    "rounding": T("ценами и округлением", "prices and rounding"),
    "search": T("перебором решателя", "the solver's search"),
    "open": T("не доказано", "not proved"),
}
