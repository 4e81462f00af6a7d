"""What reading a roadmap from files and importing one says to the curator."""

from __future__ import annotations

from matchmaker.text import Text as T

ROADMAP_NAME = T("дорожная карта.xlsx", "roadmap.xlsx")

# Where the roadmap stands.
NO_ROADMAP = T("в папке нет дорожной карты", "the folder has no roadmap")
NO_ROADMAP_MEND = T(
    "Внесите её командой «matchmaker roadmap import ФАЙЛ -o ПАПКА»",
    "Bring it in with «matchmaker roadmap import FILE -o FOLDER»",
)
EMPTY_ROADMAP = T(
    "в дорожной карте нет ни плана, ни мероприятия", "the roadmap has neither a plan nor an event"
)
EMPTY_ROADMAP_MEND = T(
    "Заполните листы «Планы» и «Дорожная карта» (строки «Пример» не читаются) "
    "или внесите план командой «matchmaker roadmap import ФАЙЛ -o ПАПКА»",
    "Fill in sheets “Plans” and “Roadmap” (rows marked “Example” are not read) "
    "or bring a plan in with «matchmaker roadmap import FILE -o FOLDER»",
)
TWO_ROADMAPS = T(
    "дорожная карта лежит в нескольких местах: {names}",
    "the roadmap stands in several places: {names}",
)
TWO_ROADMAPS_MEND = T("Оставьте одно из них", "Keep one of them")

# What is imported, and what is not.
WRONG_KIND = T(
    "план из файла такого вида не читается", "a plan is not read from files of this kind"
)
WRONG_KIND_MEND = T(
    "Сохраните файл как .docx, .xlsx или .csv", "Save the file as .docx, .xlsx or .csv"
)
DOCX_MEND = T("Откройте его в Word и сохраните снова", "Open it in Word and save it again")
DOCX_TABLE = T("таблица {number}", "table {number}")
NO_TABLE = T(
    "не найдена ни таблица мероприятий, ни таблица планов",
    "neither a table of events nor a table of plans was found",
)
NO_TABLE_MEND = T(
    "Нужна строка заголовков, среди них: {columns}",
    "A row of headers is needed, among them: {columns}",
)
NO_TITLE = T("у строки нет мероприятия", "the row has no event")
NO_TITLE_MEND = T(
    "Впишите название мероприятия или удалите строку",
    "Write the title of the event or delete the row",
)
NO_ROWS_UNDER = T(
    "под этими словами нет ни одного мероприятия, они не внесены",
    "there is no event under these words, they were left out",
)
LEFT_OUT = T(
    "столбец не внесён: такого нет в дорожной карте",
    "the column was left out: a roadmap has none such",
)
NO_HEADER = T(
    "значение не внесено: у его столбца нет заголовка",
    "the value was left out: its column has no header",
)
ZERO_RESTORED = T(
    "в номере восстановлен ноль, который теряется в числах",
    "the zero at the end of the number, which a number loses, was put back",
)
NO_ROWS = T("под заголовками нет ни одной строки", "there is no row under the headers")
NO_ROWS_MEND = T("Внесите в таблицу мероприятия", "Put the events into the table")
OTHER_SHEET = T("на листе нет таблицы мероприятий", "the sheet has no table of events")
SEVERAL_PERIODS = T(
    "в документе несколько периодов плана «{plan}», взят первый",
    "the document has several periods of plan “{plan}”, the first was taken",
)
SEVERAL_PLANS = T("в файле несколько планов: {names}", "the file has several plans: {names}")
SEVERAL_PLANS_MEND = T(
    "Одно имя (--plan) им не дать: уберите его или разделите файл",
    "They cannot share one name (--plan): leave it out or divide the file",
)
LINE = T("{sheet}, строка {row}", "{sheet}, row {row}")

# What stands in the folder already.
OUT_IS_FILE = T(
    "дорожная карта вносится в папку, а это файл",
    "a roadmap goes into a folder, and this is a file",
)
OUT_IS_FILE_MEND = T("Укажите папку", "Name a folder")
IN_MAIN = T(
    "дорожная карта стоит на листах этой книги, а она при внесении не меняется",
    "the roadmap stands in sheets of this workbook, and importing never changes it",
)
IN_MAIN_MEND = T(
    "Перенесите эти листы в книгу «дорожная карта.xlsx» в той же папке",
    "Move these sheets to a workbook “roadmap.xlsx” in the same folder",
)
NOT_XLSX = T(
    "книгу такого вида можно прочесть, но не дополнить",
    "a workbook of this kind can be read but not added to",
)
NOT_XLSX_MEND = T("Сохраните её как .xlsx", "Save it as .xlsx")
ROWS_THERE = T(
    "у плана уже есть {n} {n:строка|строки|строк}", "the plan has {n} {n:row|rows} already"
)
ROWS_THERE_MEND = T(
    "Добавьте --replace, чтобы заменить их, или --plan с другим именем",
    "Add --replace to replace them, or --plan with another name",
)
OTHER_HEAD = T("у плана «{plan}» здесь уже стоит «{old}»", "plan “{plan}” has “{old}” here already")
OTHER_HEAD_MEND = T("Добавьте --replace, чтобы заменить", "Add --replace to replace it")
HEAD_KEPT = T(
    "у плана «{plan}» оставлено «{old}», а в тексте другое",
    "“{old}” was kept for plan “{plan}”, the text says otherwise",
)

# The command.
ROADMAP = T(
    "Дорожная карта: внести план мероприятий и работать с ним.",
    "The roadmap: bring in a plan of events and work with it.",
)
IMPORT = T(
    "Внести план мероприятий из документа Word, книги Excel или CSV; сказать, как он понят.",
    "Bring in a plan of events from Word, Excel or CSV; say how it was understood.",
)
FILE = T(
    "Файл с планом: .docx, .xlsx, .xls, .ods или .csv.",
    "The file with the plan: .docx, .xlsx, .xls, .ods or .csv.",
)
OUT = T(
    "Папка, в которой лежит или появится дорожная карта.", "The folder of the roadmap, old or new."
)
PLAN = T("Короткое имя плана.", "A short name of the plan.")
REPLACE = T(
    "Заменить строки плана, которые уже внесены.",
    "Replace rows of the plan that are there already.",
)
BROUGHT = T(
    "План «{plan}»: внесено {n} {n:строка|строки|строк}",
    "Plan “{plan}”: {n} {n:row|rows} brought in",
)
BROUGHT_HEAD = T("План «{plan}»: сведения о самом плане", "Plan “{plan}”: facts of the plan itself")
COLUMNS = T("Столбцы файла поняты так:", "The columns of the file were understood so:")
COLUMNS_LEFT_OUT = T("Не внесены столбцы: {names}", "Columns left out: {names}")
SECTIONS = T("Разделы: {n}", "Sections: {n}")
JOINED = T("Соединено строк, разорванных страницей: {n}", "Rows joined that a page had broken: {n}")
FILLED = T("Заполнено ячеек из объединённых: {n}", "Cells filled from merged ones: {n}")
