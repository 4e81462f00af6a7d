"""What the command line says."""

from __future__ import annotations

from matchmaker.text import Text as T

APP = T(
    "Matchmaker: пары «наставник – наставляемый», доказуемо лучшие и с объяснениями.",
    "Matchmaker: mentor-mentee pairs, provably best and explained.",
)
EXIT_CODES = T(
    "Коды выхода: 0 — ответ есть; 1 — ответ «нет»; 2 — ошибка во входных данных; "
    "3 — не хватило времени; 4 — ошибка программы.",
    "Exit codes: 0 answered; 1 answered no; 2 input error; 3 out of time; 4 our bug.",
)
LANG = T("Язык сообщений: ru или en.", "Language of messages: ru or en.")
BAD_LANG = T(
    "нет такого языка: {name}. Есть: {known}", "no such language: {name}. There are: {known}"
)

CHECK = T(
    "Проверить таблицы: все ошибки с местом, число кандидатов, кого нельзя обеспечить парой.",
    "Check the tables: every problem with its place, candidates, who cannot be paired.",
)
MATCH = T(
    "Подобрать пары и записать план, книгу для руководителя и книгу для методиста.",
    "Choose pairs; write the plan, a workbook for the head and one for the methodist.",
)
REMATCH = T(
    "Пересчитать план после изменений в таблицах: наименьшее число замен, доказуемо.",
    "Make a plan again after the tables have changed: the fewest changes, provably.",
)
DIFF = T(
    "Сравнить два плана: кто остаётся в паре, у кого другой наставник, кто добавился.",
    "Compare two plans: who stays in a pair, who has another mentor, who joined.",
)
VERIFY = T(
    "Проверить готовый план по таблицам, не обращаясь к решателю.",
    "Check a finished plan against the tables, without any solver.",
)
EXPLAIN = T(
    "Объяснить: почему эта пара или связь школ, почему не другая, почему этот день.",
    "Explain: why this pair or link of schools, why not another, why this day.",
)
RULES = T("Показать правила и их настройки.", "Show the rules and their settings.")
INIT = T(
    "Создать пустые книги с образцами (люди, дорожная карта, встречи) и файл правил.",
    "Make empty workbooks with samples (people, roadmap, meetings) and a policy file.",
)
GENERATE = T("Создать вымышленный муниципалитет.", "Make an invented municipality.")
DOCTOR = T(
    "Показать версии и проверить, что всё работает.",
    "Show versions and check that everything works.",
)

SOURCE = T("Книга .xlsx или папка с таблицами.", "A workbook (.xlsx) or a folder of tables.")
PLAN = T("Файл plan.json.", "The file plan.json.")
EXPLAINED = T("Файл plan.json или timetable.json.", "The file plan.json or timetable.json.")
MENTEE = T(
    "Наставляемый или школа (ID, название); в плане-графике — номер мероприятия.",
    "The mentee or the school (ID, name); of a timetable the number of an event.",
)
MENTOR = T("ID или ФИО наставника; другая школа.", "The mentor or the other school: ID or name.")
OUT = T("Папка для результата.", "Folder for the result.")
NOT_A_FOLDER = T("это файл, а нужна папка", "this is a file, a folder is needed")
NO_PLACE = T("такой папки быть не может ({reason})", "there can be no such folder ({reason})")
NAME_A_FOLDER = T("Назовите другую папку: -o ПАПКА", "Name another folder: -o FOLDER")
POLICY = T(
    "Файл правил; по умолчанию policy.toml рядом с таблицами, иначе встроенные правила.",
    "Policy file; by default policy.toml beside the tables, else the built-in policy.",
)
SOLVER = T(
    "Метод: auto, flow, mip, columns и branching (пары не выписываются все), cpsat, greedy, deferred; для joint ещё joint.",
    "Method: auto, flow, mip, columns and branching (not all pairs are listed), cpsat, greedy, deferred; of joint plans also joint.",
)
SECONDS = T("Предел времени на решение, секунд.", "Time limit for solving, seconds.")
JSON = T("Вывести JSON.", "Print JSON.")
RULE_NAME = T("Имя правила.", "Name of a rule.")
DIRECTORY = T("Папка.", "A folder.")
SEED = T("Зерно случайности.", "Random seed.")
SIZE_MENTEES = T("Сколько наставляемых.", "How many mentees.")
SIZE_MENTORS = T("Сколько наставников.", "How many mentors.")
SIZE_SCHOOLS = T("Сколько организаций.", "How many organisations.")
FORM = T(
    "Вид таблиц: xlsx, csv, parquet или arrow.", "Kind of tables: xlsx, csv, parquet or arrow."
)

PAIRS_FORM = T(
    "Записать пары ещё и одной таблицей: parquet или arrow (с баллами, для методиста).",
    "Write the pairs as one table too: parquet or arrow (with points, for the methodist).",
)

ERRORS_FOUND = T("Ошибок: {n}", "Problems: {n}")
WARNINGS = T("Обратите внимание: {n}", "Please note: {n}")
INTERNAL = T(
    "Внутренняя ошибка: {what}. Это ошибка программы, а не ваша. Повторите с переменной "
    "MATCHMAKER_DEBUG=1 и передайте вывод разработчикам.",
    "Internal error: {what}. This is a bug of the program, not yours. Run again with "
    "MATCHMAKER_DEBUG=1 and send the output to the developers.",
)
INTERRUPTED = T("Прервано.", "Interrupted.")
SOLVER_FAILED = T("Решатель не справился: {what}", "The solver broke down: {what}")

# check
CHECK_HEAD = T(
    "{name}: {mentees} {mentees:наставляемый|наставляемых|наставляемых}, {mentors} "
    "{mentors:наставник|наставника|наставников}, {pairs} {pairs:возможная пара|возможные пары|возможных пар}",
    "{name}: {mentees} {mentees:mentee|mentees}, {mentors} {mentors:mentor|mentors}, {pairs} possible {pairs:pair|pairs}",
)
CHECK_PLACES = T("Мест у подходящих наставников: {places}", "Places of eligible mentors: {places}")
CHECK_COUNTS = T(
    "Кандидатов на одного: наименьшее {least}, середина {middle}, наибольшее {most}",
    "Candidates per mentee: least {least}, median {middle}, most {most}",
)
CHECK_ALONE = T("Нет ни одного подходящего наставника: {n}", "Without one eligible mentor: {n}")
CHECK_ALONE_LINE = T("{who}: {removed}", "{who}: {removed}")
CHECK_NO_PROGRAMME = T("Ни одна программа не принимает: {n}", "Accepted by no programme: {n}")
CHECK_TO_ASK = T(
    "Можно спросить, готовы ли стать наставниками: {n}", "Could be asked to mentor: {n}"
)
CHECK_UNKEPT = T("Нельзя выполнить при любом решении:", "Cannot be kept whatever is chosen:")
CHECK_FINE = T("Таблицы в порядке.", "The tables are in order.")

# match
PROGRESS_COMPILED = T(
    "{mentees} {mentees:наставляемый|наставляемых|наставляемых}, {mentors} "
    "{mentors:наставник|наставника|наставников}, {pairs} "
    "{pairs:возможная пара|возможные пары|возможных пар}, {rows} "
    "{rows:ограничение|ограничения|ограничений}",
    "{mentees} {mentees:mentee|mentees}, {mentors} {mentors:mentor|mentors}, {pairs} possible "
    "{pairs:pair|pairs}, {rows} {rows:limit|limits}",
)
PROGRESS_ROUTE = T("Метод {route}: {reason}", "Route {route}: {reason}")
PROGRESS_TIER = T("{tier}: {value} (граница {bound})", "{tier}: {value} (bound {bound})")
NO_BOUND = T("не доказана", "not proved")
REPORT_PAIRS = T(
    "Предложено пар: {pairs}. С наставником {paired} из {mentees}, без наставника {unpaired}.",
    "Pairs proposed: {pairs}. With a mentor {paired} of {mentees}, without {unpaired}.",
)
STATUS_OPTIMAL = T("Лучший возможный план (доказано)", "The best possible plan (proved)")
STATUS_FEASIBLE = T(
    "План годен, но лучший ли он, не доказано", "The plan is valid; that it is best is not proved"
)
STATUS_INFEASIBLE = T(
    "Не все обязательства можно выполнить вместе; это лучший частичный план",
    "Not all obligations can be kept together; this is the best partial plan",
)
STATUS_TIMEOUT = T(
    "Не хватило времени на план, в котором выполнены все обязательства",
    "Out of time before there was a plan that keeps all obligations",
)
COLUMN_TIER = T("Показатель", "Tier")
COLUMN_VALUE = T("Значение", "Value")
COLUMN_BOUND = T("Больше быть не может", "Cannot exceed")
COLUMN_CLOSED = T("Чем доказано", "Proved by")
LEFT_HEAD = T("Без наставника:", "Without a mentor:")
MORE = T("… и ещё {n}; полный список в {file}", "… and {n} more; all are in {file}")
CONFLICT_ALONE = T("Нельзя выполнить:", "Cannot be kept:")
CONFLICT_HEAD = T("Не могут выполняться вместе:", "Cannot hold together:")
FOLDER = T("Записано: папка {folder}: {files}", "Written: folder {folder}: {files}")
CALENDARS = T("календари: {n} {n:файл|файла|файлов}", "calendars: {n} {n:file|files}")
FILES = T("Записано: {files}", "Written: {files}")

# verify
CHECKED = T("Проверены пары {n} наставляемых из {of}", "Checked the pairs of {n} mentees of {of}")
CHECKED_AGAIN = T(
    "Проход {look}: проверены пары {n} наставляемых из {of}",
    "Round {look}: checked the pairs of {n} mentees of {of}",
)
VALID = T("План соответствует таблицам и правилам.", "The plan agrees with tables and rules.")
INVALID = T("План не прошёл проверку:", "The plan did not pass:")
PROVED = T(
    "Лучше плана нет: доказано ценами по всем возможным парам ({pairs}).",
    "No plan is better: proved by prices over all {pairs} possible pairs.",
)
BOUND = T(
    "Границы пересчитаны; оставшийся разрыв закрыт только словом решателя: {gaps}.",
    "The bounds were recomputed; what is left rests on the solver's word: {gaps}.",
)
UNPROVED = T("Что лучше плана нет, не доказано.", "That no plan is better is not proved.")
GAP_LINE = T("{tier}: {value} при границе {bound}", "{tier}: {value} with bound {bound}")

# explain
HEAD_PAIR = T("{mentee} — {mentor}", "{mentee} – {mentor}")
HEAD_NOBODY = T("{mentee}: без наставника", "{mentee}: without a mentor")
COLUMN_RULE = T("Правило", "Rule")
COLUMN_CONCERNS = T("О чём", "Concerns")
COLUMN_SAYS = T("Что говорит", "Says")
COLUMN_POINTS = T("Баллы", "Points")
MUST = T("обязательно", "must")
BROKEN = T("нарушено", "broken")
CANDIDATES = T("Подходящих наставников: {n}", "Eligible mentors: {n}")
NARROWED = T("Отбор по правилам:", "How the rules narrow it down:")
NARROW_LINE = T("{rule}: исключает {n}", "{rule}: removes {n}")
NARROW_ALONE = T(
    "{rule}: исключает {n}; без него подошли бы {rescued}",
    "{rule}: removes {n}; without it {rescued} would fit",
)
OTHERS = T("Другие подходящие:", "Others who would fit:")

# init, generate, doctor, rules
MADE = T("Создано: {files}", "Made: {files}")
GENERATED = T(
    "{name}: {mentees} наставляемых, {mentors} наставников, {schools} организаций. Записано в {folder}",
    "{name}: {mentees} mentees, {mentors} mentors, {schools} organisations. Written to {folder}",
)
NO_SUCH_RULE = T("нет такого правила", "there is no such rule")
PERHAPS_RULE = T("Возможно, «{guess}»", "Perhaps “{guess}”")
OPTIONS = T("Настройки:", "Settings:")
DEFAULT = T("по умолчанию {value}", "default {value}")
QUOTA_RULE = T("ограничивает группы пар", "bounds groups of pairs")
PAIR_RULE = T("оценивает каждую пару", "judges each pair")
CONCERNS = {
    "people": T("о парах", "pairs of people"),
    "schools": T("о школах", "schools"),
    "both": T("о парах и школах", "pairs of people and schools"),
}
SELF_TEST = T("Проверка решателя", "Solver self-test")
WORKS = T("работает", "works")
FAILS = T("не работает: {what}", "fails: {what}")
CORES = T("Ядер процессора", "Processor cores")
ENCODING = T("Кодировка вывода", "Output encoding")
BAD_DAY = T("дата не понята", "the date is not understood")
BAD_DAY_MEND = T("Пишите 2026-03-01 или 01.03.2026", "Write 2026-03-01 or 01.03.2026")
