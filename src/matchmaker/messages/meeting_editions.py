"""What is said when meetings are made again: options, what was wrong, what changed."""

from __future__ import annotations

from matchmaker.text import Text as T

BEFORE = T(
    "Встречи, которые есть у людей (папка или meetings.json): новая редакция, меняется как можно меньше.",
    "The meetings people have (a folder or meetings.json): a new edition with the least change.",
)
ON = T(
    "День, с которого можно менять (2026-03-01 или 01.03.2026); иначе день прошлой редакции, у первой — первый день встреч.",
    "The day from which changes are possible (2026-03-01 or 01.03.2026); else that of the edition before, "
    "of the first one the first day of meetings.",
)

ON_ALONE = T("--on нужен только вместе с --before", "--on is for --before only")
ON_ALONE_MEND = T(
    "Укажите прошлые встречи: --before папка", "State the former meetings: --before folder"
)
NO_INTERVIEWS = T(
    "собеседования заново не составляются: --before только для встреч пар",
    "interviews are not made again: --before is for the meetings of pairs",
)
NO_INTERVIEWS_MEND = T(
    "Уберите --before: собеседования будут составлены целиком",
    "Leave --before out: the interviews are then placed anew",
)
ARE_INTERVIEWS = T(
    "это собеседования до подбора, а не встречи пар",
    "these are interviews before matching, not meetings of pairs",
)
ARE_INTERVIEWS_MEND = T(
    "Возьмите meetings.json, сделанный с --plan", "Take a meetings.json made with --plan"
)
OTHER_ZONE = T(
    "прошлые встречи в другом часовом поясе: {zone}",
    "the former meetings are in another time zone: {zone}",
)
OTHER_ZONE_MEND = T(
    "Уберите --zone: пояс берётся из прошлых встреч",
    "Leave --zone out: the zone is that of the former meetings",
)
ON_AFTER = T(
    "в этот день встречи уже закончились: последний день {last}",
    "the meetings are over on that day: their last day is {last}",
)
ON_BEFORE = T(
    "прошлая редакция уже действует с {since}: раньше менять нельзя",
    "the former edition holds from {since}: nothing before can change",
)
ON_BEFORE_MEND = T(
    "Назовите день не раньше или возьмите редакцию до неё",
    "State a later day, or take the edition before it",
)

TWICE = T("встреча записана дважды", "the meeting stands twice")
STRAY = T("такой пары в файле нет", "the file has no such pair")

HEAD = T(
    "Редакция {edition}, изменения с {day}. Прошедших встреч {held}: они остались как были.",
    "Edition {edition}, changes from {day}. Meetings held: {held}; they stay as they were.",
)
CHANGED = T(
    "Перенесено встреч: {moved}, новых: {added}, отменено: {cancelled}.",
    "Meetings moved: {moved}, added: {added}, cancelled: {cancelled}.",
)
MOVED_WORDS = T("{before} → {after}", "{before} → {after}")
ELSEWHERE_WORDS = T("{when}: другое место или формат", "{when}: another place or way")
ADDED_WORDS = T("новая: {after}", "new: {after}")
CANCELLED_WORDS = T("{before}: отменена", "{before}: cancelled")

SHEET = T("Изменения", "Changes")
KINDS = {
    "moved": T("перенесена", "moved"),
    "added": T("новая", "added"),
    "cancelled": T("отменена", "cancelled"),
}
