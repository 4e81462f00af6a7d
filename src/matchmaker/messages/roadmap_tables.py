"""What is wrong between the tables of a roadmap."""

from __future__ import annotations

from matchmaker.messages.tables import ADD_ROW as UNKNOWN_SCHOOL_MEND
from matchmaker.messages.tables import (
    DATES_SWAPPED,
    FIRST_AT,
    GIVE_ID,
    NAMESAKES,
    SWAP_MEND,
    UNKNOWN_SCHOOL,
)
from matchmaker.text import Text as T

__all__ = [
    "DATES_SWAPPED",
    "FIRST_AT",
    "GIVE_ID",
    "NAMESAKES",
    "SWAP_MEND",
    "UNKNOWN_SCHOOL",
    "UNKNOWN_SCHOOL_MEND",
]

DUPLICATE_PLAN = T("план записан дважды", "the plan stands twice")
UNKNOWN_PLAN = T("такого плана нет на листе «Планы»", "no such plan on sheet “Plans”")
KNOWN_PLANS = T("Есть: {names}", "There are: {names}")
NO_HEAD = T(
    "у плана нет строки на листе «Планы»: неизвестны приказ и период",
    "the plan has no row on sheet “Plans”: its order and period are unknown",
)
ADD_HEAD = T("Добавьте строку с датой приказа и периодом", "Add a row with order date and period")
UNKNOWN_ROW = T("такого номера нет в плане", "no row of the plan has this number")
UNKNOWN_ROW_MEND = T("Укажите номер строки того же плана", "Give the number of a row of this plan")
SEVERAL_ROWS = T(
    "этот номер стоит у нескольких строк плана (строки листа {rows})",
    "several rows of the plan have this number (rows {rows} of the sheet)",
)
SEVERAL_ROWS_MEND = T("Дайте этим строкам разные номера", "Give these rows different numbers")
OWN_ROW = T("строка не может идти после самой себя", "a row cannot come after itself")
OWN_ROW_MEND = T(
    "Укажите номер другой строки или оставьте пустым", "Give the number of another row, or none"
)
CIRCLE = T(
    "строки ждут друг друга по кругу: {rows}", "the rows wait for each other in a circle: {rows}"
)
CIRCLE_MEND = T(
    "Уберите один из этих номеров из столбца «После»",
    "Remove one of these numbers from column “After”",
)
NO_MEMBER = T(
    "в строке списка нет ни участника, ни числа людей",
    "the row of a list names neither a member nor a number of people",
)
NO_MEMBER_MEND = T(
    "Заполните «Участник» (ID или ФИО) или «Число», что-то одно",
    "Fill in “Member” (ID or full name) or “Number”, one of them",
)
COUNTED = T("указаны и участник, и число людей", "both a member and a number of people are given")
DUPLICATE_MEMBER = T("участник записан в списке дважды", "the member stands twice in the list")
