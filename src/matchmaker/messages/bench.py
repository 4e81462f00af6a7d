"""What is said by ``matchmaker bench``: families, runs, reports, public sets of problems."""

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

PUBLIC_SETS = ("meeting", "mspsp", "mspsp-one-skill")

BENCH = T(
    "Измерения: семейства задач и открытые наборы, сколько это занимает и насколько хорош ответ.",
    "Measurements: families of problems and public sets, what they take and how good the answers are.",
)
RUN = T(
    "Решить семейство задач несколькими способами, каждый в отдельном процессе, и записать времена по шагам, память и качество. Или один файл открытого набора (--file): meeting (встречи, .xlsx), mspsp (проекты, .dzn; на задаче человек применяет все свои навыки, как в модели набора) или mspsp-one-skill (те же файлы; один навык).",
    "Solve a family of problems in several ways, each in a process of its own, and write times by phase, memory and quality. Or one file of a public set (--file): meeting (meetings, .xlsx), mspsp (projects, .dzn; on a task a person uses all skills, as in the model of the set) or mspsp-one-skill (the same files; one skill).",
)
FAMILY = T(
    "Семейство: имя или файл .toml; либо открытый набор meeting, mspsp, mspsp-one-skill.",
    "A family: a name or a .toml file; or a public set: meeting, mspsp, mspsp-one-skill.",
)
FILE = T("Файл открытого набора.", "A file of a public set.")
SOLVERS = T(
    "Кто решает, через запятую; без этого те, что названы в семействе.",
    "Who solves, with commas between; otherwise those the family names.",
)
SEEDS = T("Номера задач через запятую.", "Numbers of the problems, with commas between.")
SIZES = T("Числа наставляемых через запятую.", "Numbers of mentees, with commas between.")
RESULTS = T(
    "Файл результатов .json; рядом тот же .csv.", "File of results, .json; a .csv beside it."
)
NO_OUT = T("не сказано, куда писать результаты", "nothing says where the results go")
GIVE_OUT = T("Укажите файл: -o results.json", "Name a file: -o results.json")
NOT_JSON = T("файл результатов должен кончаться на .json", "a file of results must end in .json")
NO_SET_FILE = T("открытому набору нужен файл", "a public set needs a file")
GIVE_SET_FILE = T("Укажите его: --file", "Name it: --file")
ONLY_SETS_HAVE_FILES = T("файл бывает только у открытых наборов", "only public sets have files")
NOT_FOR_SETS = T("для открытых наборов этого нет", "public sets know no such option")
NOT_NUMBERS = T(
    "здесь должны быть целые числа через запятую", "whole numbers with commas between are expected"
)
DONE_ONE = T(
    "{done}/{planned}  {case}  {solver}: {status}{rest}",
    "{done}/{planned}  {case}  {solver}: {status}{rest}",
)
CASE = T("{mentees} × {mentors}, № {seed}", "{mentees} × {mentors}, no. {seed}")
TOOK = T(
    ", {wall} с ({cpu} с процессора), {peak} МБ", ", {wall} s ({cpu} s of the processor), {peak} MB"
)
STATUS = {
    "proved": T("лучший, доказано", "best, proved"),
    "answered": T("ответ без доказательства", "an answer without a proof"),
    "timeout": T("не успел", "out of time"),
    "refused": T("не пробовали", "not tried"),
    "missing": T("не установлен", "not installed"),
    "broke": T("сломался", "broke down"),
}
KEPT = T(
    "Прервано: в {file} целиком {done} из {planned} запусков",
    "Interrupted: {file} holds {done} of {planned} runs, whole",
)
WRITTEN = T("Записано: {file}", "Written: {file}")
UNKNOWN_SCENARIO = T("такого сценария нет", "there is no such scenario")
UNKNOWN_RULE = T("такого правила нет", "there is no such rule")
UNKNOWN_SOLVER = T("такого решателя нет", "there is no such solver")
NOT_TOML = T("файл не читается как TOML: {why}", "the file is not TOML: {why}")
ONLY_COUNTRY = T(
    "tightness, correlation и deficits есть только у сценария {scenario}",
    "tightness, correlation and deficits are only for scenario {scenario}",
)
NOT_INSTALLED = T("пакет {package} не установлен", "package {package} is not installed")
TOO_LARGE = T(
    "около {pairs} {pairs:допустимой пары|допустимых пар|допустимых пар} заняли бы {needed} МБ, в семействе разрешено {allowed}",
    "about {pairs} allowed {pairs:pair|pairs} would take {needed} MB, the family allows {allowed}",
)
TOO_SLOW = T(
    "не успел уже при {mentees} × {mentors}", "ran out of time already at {mentees} × {mentors}"
)
OUT_OF_TIME = T("остановлен через {seconds} с", "stopped after {seconds} s")
ENDED_BY = T("процесс завершён: {signal}", "the process was ended: {signal}")
NOT_RESULTS = T("это не файл результатов", "this is no file of results")
NOT_RESULTS_MEND = T("Его пишет matchmaker bench run", "matchmaker bench run writes one")

REPORT = T(
    "Нарисовать результаты и свести их в таблицы: время, память, качество, рост.",
    "Draw results and put them into tables: time, memory, quality, growth.",
)
RESULTS_FILES = T("Файлы результатов.", "Files of results.")
FOLDER = T("Папка для картинок и report.md.", "Folder for pictures and report.md.")
CLOCK = T(
    "По каким секундам: cpu (процессора; занятая машина не мешает) или wall (по часам).",
    "Which seconds: cpu (of the processor; a busy machine does not count) or wall.",
)
UNKNOWN_CLOCK = T("таких секунд нет", "there are no such seconds")
SAME_FAMILY = T("семейство уже есть в другом файле", "the family stands in another file too")
SAME_FAMILY_MEND = T("Сведите его отдельно", "Report it by itself")
CLOCKS = {
    "cpu": T("секунды процессора", "seconds of the processor"),
    "wall": T("секунды по часам", "seconds by the clock"),
}
REPORT_TITLE = T("Измерения", "Measurements")
REPORT_NOTE = T(
    "Главное здесь отношения внутри одного запуска; сами секунды верны только для этой машины.",
    "Ratios within one run are what counts here; the seconds themselves are those of this machine.",
)
ABOUT = T(
    "Машина: ядер {cores}, памяти {memory} ГБ, {system}. Версии: {versions}. Время: {clock}. Без шагов explain и limits. Отношения: к {baseline} на той же задаче, в скобках разброс по задачам.",
    "Machine: {cores} cores, {memory} GB, {system}. Versions: {versions}. Time: {clock}. Phases explain and limits are left out. Ratios: to {baseline} on the same problem, in brackets their range over seeds.",
)
UNFINISHED = T(
    "**Не закончено**: {done} из {planned} запусков.", "**Not finished**: {done} of {planned} runs."
)
BEATEN = T(
    "**Ошибка**: {solver} лучше доказанного лучшего ({case}).",
    "**Wrong**: {solver} is better than what is proved best ({case}).",
)
SIZE = T("размер", "size")
SOLVER = T("решатель", "solver")
ANSWER = T("ответ", "answer")
SECONDS_OF = T("секунды", "seconds")
RATIO = T("отношение", "ratio")
MEMORY = T("память, МБ", "memory, MB")
LOST = T("потеря в первом ином уровне", "loss in the first tier that differs")
WITHOUT_ANSWER = T("Без ответа:", "Without an answer:")
GROWTH = T("Как растёт", "How it grows")
GROWTH_ABOUT = T(
    "Цена ≈ c · размер^показатель, наименьшие квадраты по логарифмам, по каждой задаче отдельно; медиана и разброс. Шаги короче 0,01 с не учтены. Последний столбец: продолжение до десятикратного числа наставляемых (или запросов, если рост только по ним).",
    "Cost ≈ c · size^exponent, least squares on logarithms, each seed by itself; median and range. Phases below 0.01 s are left out. The last column continues this to ten times the mentees (or requests, where only they grow).",
)
PHASE = T("шаг", "phase")
BY = {
    "pairs": T("по парам", "by pairs"),
    "mentees": T("по наставляемым", "by mentees"),
    "deficits": T("по запросам", "by requests"),
}
LARGEST = T("на наибольшем, с", "at the largest, s")
TENFOLD = T("при 10×, с", "at 10×, s")
MEGABYTES = T("память, МБ", "memory, MB")
TOTAL = T("всё", "all")
BOTTLENECK = T(
    "* {solver}: первым упрётся шаг «{phase}» (показатель {exponent} по наставляемым; при 10× {tenfold} с)",
    "* {solver}: the first bottleneck is “{phase}” (exponent {exponent} in mentees; {tenfold} s at 10×)",
)
AXIS_PAIRS = T("пар: наставляемые × наставники", "pairs: mentees × mentors")
AXIS_SECONDS = T("{clock}", "{clock}")
AXIS_MEMORY = T("память процесса, МБ", "memory of the process, MB")
AXIS_SHARE = T("«{tier}», % лучшего", "“{tier}”, % of the best")
AXIS_SHAPE = {
    "tightness": T("места ÷ наставляемые", "places ÷ mentees"),
    "correlation": T("насколько все хотят одних и тех же", "how far all want the same mentors"),
    "deficits": T("запросов у наставляемого", "requests of a mentee"),
}
PICTURES = {
    "time": T("время", "time"),
    "memory": T("память", "memory"),
    "quality": T("качество", "quality"),
}
WITH_MEDIANS = T(
    "точка: один запуск, линия: медиана; ядер {cores}, {system}",
    "a point: one run, a line: the median; {cores} cores, {system}",
)
ON_MACHINE = T(
    "точка: один запуск; ядер {cores}, {system}", "a point: one run; {cores} cores, {system}"
)

COMPARE = T(
    "Сравнить два файла результатов: что стало медленнее или хуже. Код 1, если стало.",
    "Compare two files of results: what became slower or worse. Exit code 1 if anything did.",
)
BEFORE = T("Прежние результаты.", "Results before.")
AFTER = T("Новые результаты.", "Results after.")
THRESHOLD = T(
    "Во сколько раз медленнее считается ухудшением.", "How many times slower counts as worse."
)
OTHER_FAMILIES = T("семейства разные", "the families differ")
SAME_MACHINE = T(
    "Одна машина: сравниваются сами времена.", "The same machine: times are compared as they are."
)
OTHER_MACHINE = T(
    "Машины разные: сами времена не сравнить; сравниваются отношения к {baseline} внутри каждого файла.",
    "The machines differ: times cannot be compared; ratios to {baseline} within each file are.",
)
OTHER_BASELINE = T(
    "машины разные, и отношения взяты к разным решателям",
    "the machines differ, and so do the baselines",
)
NOTHING_SHARED = T("общих запусков нет", "no runs are in both")
VERDICTS = {
    "slower": T("медленнее", "slower"),
    "faster": T("быстрее", "faster"),
    "worse": T("хуже", "worse"),
    "better": T("лучше", "better"),
    "lost": T("больше нет ответа", "no answer any more"),
    "gained": T("теперь есть ответ", "an answer now"),
    "same": T("так же", "the same"),
}
RATIO_NOW = T("стало ÷ было", "after ÷ before")
VERDICT = T("итог", "verdict")
COMPARED = T("Сравнено: {compared}. Ухудшений: {worse}.", "Compared: {compared}. Worse: {worse}.")

NO_TIERS = T(
    "{solver}: есть ответ, но нет значений показателей",
    "{solver}: there is an answer, but no values of tiers",
)
NO_TIME = T(
    "{solver}: время должно быть числом не меньше нуля",
    "{solver}: times must be numbers, not below zero",
)

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
