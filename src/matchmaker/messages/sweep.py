"""What is said about sweeps: many runs of scenarios, sizes, seeds and policies."""

from __future__ import annotations

from matchmaker.text import Text as T

SWEEP = T(
    "Сравнить политики: прогнать их по сценариям, размерам и номерам в одну таблицу, с картинкой.",
    "Compare policies: run them over scenarios, sizes and seeds into one table, with a picture.",
)
SPEC = T(
    "Файл .toml: что сравнить. Пример: benchmarks/sweeps/near.toml.",
    "A .toml file: what to compare. Example: benchmarks/sweeps/near.toml.",
)
OUT = T(
    "Папка результата. Готовые прогоны хранятся в ней и не повторяются.",
    "Folder for the results. Finished runs are kept there and never repeated.",
)
SECONDS = T(
    "Предел времени на один прогон, секунд; важнее указанного в файле.",
    "Time limit of one run, seconds; goes before that of the file.",
)

NO_SPEC = T("нет такого файла", "there is no such file")
NOT_TOML = T("файл не читается как TOML: {why}", "the file is not TOML: {why}")
MISSING = T("не указано", "is missing")
ADD = T("Добавьте «{key}»", "Add “{key}”")
NOT_A_LIST = T("здесь нужен список", "a list is needed here")
IN_BRACKETS = T("Например, [1, 2, 3]", "For example, [1, 2, 3]")
NOT_A_TABLE = T("здесь нужен раздел с настройками", "a section with settings is needed here")
SEE_EXAMPLE = T(
    "Посмотрите пример: benchmarks/sweeps/near.toml", "See the example: benchmarks/sweeps/near.toml"
)
NO_SCENARIO = T("не назван ни один сценарий", "no scenario is named")
ADD_SCENARIO = T('Добавьте [[scenario]] с name = "…"', 'Add [[scenario]] with name = "…"')
NO_POLICY = T("не названа ни одна политика", "no policy is named")
ADD_POLICY = T('Добавьте [[policy]] с name = "…"', 'Add [[policy]] with name = "…"')
EMPTY = T("список пуст", "the list is empty")
GIVE_ONE = T("Нужно хотя бы одно значение", "At least one value is needed")
TWICE = T("повторяется", "stands twice")
OTHER_NAME = T("Дайте другое имя", "Give another name")
ONCE = T("Оставьте одно", "Keep one")
UNKNOWN_SCENARIO = T("такого сценария нет", "there is no such scenario")
KNOWN = T("Есть: {names}", "There are: {names}")
PERHAPS = T("Возможно, «{guess}». Есть: {names}", "Perhaps “{guess}”. There are: {names}")
TOO_SMALL = T("слишком мало для этого сценария", "too few for this scenario")
AT_LEAST = T("Нужно не меньше {least}", "At least {least} needed")
SIZES_OF_A_FOLDER = T("у готовых таблиц один размер", "tables that are there have one size")
LEAVE_OUT = T("Уберите sizes", "Leave sizes out")
UNKNOWN_SOLVER = T("такого метода нет", "there is no such method")
UNKNOWN_POLICY = T("такой политики в файле нет", "there is no such policy in the file")
NO_FIT = T(
    "в этой политике нет уровня «fit», которым мерят соответствие пар",
    "this policy has no tier “fit”, by which pairs are measured",
)
OTHER_FIT = T(
    "Назовите в fit_by политику, в которой он есть", "Name a policy that has one in fit_by"
)
UNKNOWN_RULE = T("такого правила нет", "there is no such rule")
NOT_PREFERRED = T(
    "в этой политике («{scenario}») нет желательного правила с таким именем",
    "this policy (“{scenario}”) prefers no rule of this name",
)
NOT_USED = T(
    "в этой политике («{scenario}») нет такого правила",
    "this policy (“{scenario}”) has no such rule",
)
UNKNOWN_TIER = T(
    "в этой политике («{scenario}») нет такого уровня",
    "this policy (“{scenario}”) has no such tier",
)

PROGRESS = T(
    "[{done} из {total}] {scenario}{size}{seed}, «{policy}»: {status}",
    "[{done} of {total}] {scenario}{size}{seed}, “{policy}”: {status}",
)
SIZE = T(", {size}", ", {size}")
SEED = T(", номер {seed}", ", seed {seed}")
STATUS = {
    "optimal": T("оптимально", "optimal"),
    "feasible": T("не доказано", "not proved"),
    "infeasible": T("невыполнимо", "infeasible"),
    "timeout": T("не хватило времени", "out of time"),
    "refused": T("отказ: {why}", "refused: {why}"),
}
KEPT = T(
    "Прогонов {n}: готовы с прошлого раза {kept}, посчитано {made}, отказов {refused}.",
    "Runs: {n}; {kept} kept from before, {made} made, {refused} refused.",
)
UNSOUND = T(
    "Прогонов без верного плана {n} (обязательства не выполнены, пар нет или о дороге ничего не "
    "известно): они есть в таблице, но не в средних и не на рисунке.",
    "Runs without a sound plan: {n} (obligations not kept, no pairs, or no way known); they stand "
    "in the frame, but not in the means or the picture.",
)
DAMAGED = T(
    "Повреждённых записей о прогонах {n}: они посчитаны заново.",
    "Damaged records of runs: {n}; these were made again.",
)
COLUMN_POLICY = T("Политика", "Policy")
COLUMN_RUNS = T("Прогонов", "Runs")
COLUMN_COVERAGE = T("Охват, %", "Coverage, %")
COLUMN_TRAVEL = T("В пути, мин", "Travel, min")
COLUMN_FIT = T("Баллов на пару", "Points per pair")
COLUMN_FRONT = T("На границе", "On the front")
UNMEASURED = T("–", "–")

PICTURE = T(
    "Охват, дорога и соответствие пар: какие политики никто не превзошёл",
    "Coverage, travel and fit: which policies nobody surpasses",
)
PICTURE_FRONT = T(
    "Закрашено: на тех же людях никакая другая политика не лучше в чём-то одном, не уступая в остальном (граница Парето).",
    "Filled: for the same people no other policy does better in something without doing worse in the rest (Pareto front).",
)
PICTURE_SIDES = T(
    "Лучше левее (меньше дороги), выше (пары подходят больше) и крупнее (больше охват).",
    "Better to the left (less travel), higher (pairs fit better) and larger (more are served).",
)
PICTURE_FIT = T(
    "Баллы у всех посчитаны по правилам политики «{policy}».",
    "Points of all are counted by the rules of policy “{policy}”.",
)
AXIS_TRAVEL = T(
    "Время в пути, минут в одну сторону, в среднем на пару",
    "Travel, minutes one way, mean of pairs",
)
AXIS_FIT = T("Соответствие, баллов на пару", "Fit, points per pair")
LEGEND_COVERAGE = T("Охват, % наставляемых", "Coverage, % of mentees")
PANEL = T("{scenario}{size}", "{scenario}{size}")
