"""What is said while pairs are found by columns."""

from __future__ import annotations

from matchmaker.text import Text as T

ROUND = T(
    "Проход {number}: пар в списке {columns}, ещё войдёт {entering}; «{tier}» {value}, "
    "возможно не больше {bound} (разрыв {gap} %)",
    "Round {number}: {columns} pairs listed, {entering} to enter; “{tier}” {value}, "
    "at most {bound} (gap {gap} %)",
)
SECONDS_LEFT = T("; осталось около {n} с", "; about {n} s left")
MINUTES_LEFT = T("; осталось около {n} мин", "; about {n} min left")
LAST_ROUND = T(
    "Проход {number}: пар в списке {columns}; ни одна другая пара план не улучшит",
    "Round {number}: {columns} pairs listed; no other pair would make the plan better",
)
INTERRUPTED = T(
    "Прервано: записывается лучший из найденных планов, с границей",
    "Interrupted: the best plan found is kept, with its bound",
)
