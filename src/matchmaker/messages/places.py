"""Where something stands in the tables of the user."""

from __future__ import annotations

from matchmaker.text import Text as T

AT_SHEET = T("лист «{sheet}»", "sheet “{sheet}”")
AT_ROW = T("строка {row}", "row {row}")
AT_COLUMN = T("столбец «{column}»", "column “{column}”")
