"""What is said about public sets of problems."""

from __future__ import annotations

from matchmaker.text import Text as T

NO_SHEET = T("нет листа «{name}»", "there is no sheet “{name}”")
EMPTY_SHEET = T("лист пуст", "the sheet is empty")
NOT_WHOLE = T("должно быть целое число больше нуля", "must be a whole number above zero")
NOT_A_TIME = T("должно быть время, например 08:00", "must be a time such as 08:00")
NOT_GRAINS = T("должно делиться на {n} минут", "must be a multiple of {n} minutes")
NO_PERSON = T("такого человека нет на листе Persons", "there is no such person on sheet Persons")
TWICE = T("человек назван дважды", "somebody is named twice")
OTHER_WEIGHT = T(
    "вес отличается от принятого для этого набора ({weight})",
    "the weight differs from that of this set ({weight})",
)
NOT_DATA = T("здесь не данные MiniZinc", "this is no MiniZinc data")
NOT_DATA_MEND = T(
    "Нужны строки вида «имя = значение;»", "Lines such as “name = value;” are expected"
)
UNREADABLE = T("файл не читается", "the file cannot be read")
NO_VALUE = T("нет значения {name}", "there is no value {name}")
WRONG_SHAPE = T(
    "размеры или номера в {name} не сходятся с остальными",
    "sizes or numbers in {name} do not agree with the rest",
)
CIRCLE = T("задачи ждут друг друга по кругу", "tasks wait for each other in a circle")
NO_FILE = T("такого файла нет", "there is no such file")
UNKNOWN_FAMILY = T("такого набора задач нет", "there is no such set of problems")
KNOWN_FAMILIES = T("Есть: {names}", "There are: {names}")

BENCH = T(
    "Открытые наборы задач: решить и оценить так, как принято в наборе.",
    "Public sets of problems: solve and score as the set does.",
)
RUN = T(
    "Решить один файл открытого набора: meeting (встречи, .xlsx), mspsp (проекты, .dzn; на задаче человек применяет все свои навыки, как в модели набора) или mspsp-one-skill (те же файлы; один навык).",
    "Solve one file of a public set: meeting (meetings, .xlsx), mspsp (projects, .dzn; on a task a person uses all skills, as in the model of the set) or mspsp-one-skill (the same files; one skill).",
)
FAMILY = T(
    "Набор: meeting, mspsp или mspsp-one-skill.", "The set: meeting, mspsp or mspsp-one-skill."
)
FILE = T("Файл набора.", "A file of the set.")
SECONDS = T("Предел времени, секунд.", "Time limit, seconds.")
FACT = T("{name}: {value}", "{name}: {value}")

SCALE = T(
    "Подобрать пары в вымышленной стране любого размера, с доказательством; сколько это заняло.",
    "Match an invented country of any size, with a proof, and tell what it took.",
)
MENTEES = T("Сколько наставляемых.", "How many mentees.")
MENTORS = T("Сколько наставников.", "How many mentors.")
SEED = T("Номер страны: те же числа дают тех же людей.", "Number of the country.")
POLICY = T(
    "Файл правил; без него встроенные правила. Ограничения могут быть любыми, кроме групп.",
    "Policy file, else the built-in policy. Any limits will do except groups.",
)
AT_MOST = T("Предел времени, секунд; без него до доказательства.", "Time limit, seconds.")
