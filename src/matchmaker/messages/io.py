"""What reading and writing tables says to the curator."""

from __future__ import annotations

from matchmaker.text import Text as T

# Words that stand in the cells themselves.
YES = T("да", "yes")
NO = T("нет", "no")
BANNER = T("вымышленные данные", "fictional data")
EXAMPLE = T("Пример: ", "Example: ")
LISTS = T("Списки", "Lists")
MONTHS_WORD = T("мес.", "months")
YEARS_WORD = T("лет", "years")
WORKBOOK_NAME = T("таблицы.xlsx", "tables.xlsx")

# The comment of a header cell.
NOTE_REQUIRED = T("Обязательный столбец.", "Must be filled in.")
NOTE_CHOICE = T("Одно из: {words}.", "One of: {words}.")
NOTE_CHOICES = T(
    "Одно или несколько через точку с запятой: {words}.",
    "One or several, separated by semicolons: {words}.",
)
NOTE_SEVERAL = T(
    "Несколько значений через точку с запятой.", "Several values, separated by semicolons."
)
NOTE_YES_NO = T("да или нет; пусто: неизвестно.", "yes or no; empty: not known.")
NOTE_MONTHS = T("Месяцев; понимается и «2 г. 3 мес.».", "Months; «2 y 3 mo» is understood too.")
NOTE_PERCENT = T("Проценты: 12 или «12 %».", "Percents: 12 or «12 %».")
NOTE_DATE = T("Дата: день.месяц.год.", "A date: day.month.year.")
NOTE_LEVEL = T("Целое число от {least} до {most}.", "A whole number from {least} to {most}.")
LIST_TITLE = T("Нет в списке", "Not in the list")
LIST_ERROR = T(
    "Выберите значение из списка или оставьте ячейку пустой.",
    "Choose a value of the list or leave the cell empty.",
)

# One cell.
NOT_TEXT = T("нужен текст", "text is needed")
NOT_TEXT_MEND = T(
    "Задайте ячейке текстовый формат и введите значение заново",
    "Give the cell the text format and type the value again",
)
NOT_A_TIME = T("нужно время", "a time of day is needed")
NOT_A_TIME_MEND = T("Например: 8:30", "For example: 8:30")
NOT_WHOLE = T("нужно целое число", "a whole number is needed")
NOT_WHOLE_MEND = T("Например: 12", "For example: 12")
NOT_NUMBER = T("нужно число", "a number is needed")
NOT_NUMBER_MEND = T("Например: 12,5", "For example: 12.5")
TURNED_TO_DATE = T(
    "программа таблиц превратила это в дату", "the spreadsheet program turned this into a date"
)
TURNED_TO_TIME = T(
    "это время суток, а не значение столбца", "this is a time of day, not a value of the column"
)
NOT_MONTHS = T("нужно число месяцев", "a number of months is needed")
NOT_MONTHS_MEND = T(
    "Например: 27, или «2 г. 3 мес.», или «5 лет»", "For example: 27, or «2 y 3 mo», or «5 years»"
)
YEARS_OR_MONTHS = T(
    "заголовок не говорит, годы это или месяцы",
    "the header does not say whether these are years or months",
)
YEARS_OR_MONTHS_MEND = T(
    "Назовите столбец «{months}» или «{years}»",
    "Call the column “{months}” or “{years}”",
)
NOT_WHOLE_MONTHS = T("получается не целое число месяцев", "this is not a whole number of months")
NOT_DATE = T("нужна дата", "a date is needed")
NOT_DATE_MEND = T("Например: 01.09.2025", "For example: 01.09.2025")
NO_SUCH_DATE = T("такого дня нет в календаре", "there is no such day in the calendar")
NOT_YES_NO = T("нужно «да» или «нет»", "«yes» or «no» is needed")
NOT_YES_NO_MEND = T("Пустая ячейка означает «неизвестно»", "An empty cell means «not known»")
NOT_IN_LIST = T("такого значения нет в списке", "there is no such value in the list")
NOT_IN_LIST_MEND = T("Допустимо: {words}", "Allowed: {words}")
PERHAPS_WORD = T("Возможно, «{guess}». Допустимо: {words}", "Perhaps “{guess}”. Allowed: {words}")
ONE_NUMBER = T(
    "список чисел прочитан как одно дробное число", "a list of numbers was read as one fraction"
)
ONE_NUMBER_MEND = T(
    "Разделите числа точкой с запятой: «1; 2»", "Separate the numbers with a semicolon: «1; 2»"
)
ERROR_CELL = T("в ячейке ошибка формулы", "the cell holds a formula error")
ERROR_CELL_MEND = T("Исправьте формулу или введите значение", "Mend the formula or type the value")

# One row or one column.
UNKNOWN_COLUMN = T("неизвестный столбец", "unknown column")
PERHAPS_COLUMN = T(
    "Возможно, это «{guess}»; иначе удалите столбец",
    "Perhaps this is “{guess}”; otherwise delete the column",
)
COLUMN_ELSEWHERE = T(
    "Такой столбец есть на листе «{sheet}»; здесь удалите его",
    "Sheet “{sheet}” has such a column; delete it here",
)
DELETE_COLUMN = T(
    "Удалите столбец: лишние сведения не хранятся",
    "Delete the column: nothing is kept that is not needed",
)
DUPLICATE_COLUMN = T(
    "столбец уже есть под заголовком «{other}»", "the column is there already, under “{other}”"
)
KEEP_ONE_COLUMN = T("Оставьте один из двух", "Keep one of the two")
MISSING_COLUMN = T("нет обязательного столбца", "a column that must be there is missing")
ADD_COLUMN = T("Добавьте столбец с таким заголовком", "Add a column with this header")
NO_TITLE = T(
    "у столбца {letter} есть значения, но нет заголовка", "column {letter} has values but no header"
)
ADD_TITLE = T("Дайте столбцу заголовок или удалите его", "Give the column a header or delete it")
NO_HEADER = T("не найдена строка заголовков", "the row of headers was not found")
EXPECTED_HEADERS = T("Ожидаются столбцы: {columns}", "Columns expected: {columns}")
VACANCY = T("строка вакансии пропущена", "the row of a vacancy was skipped")
NO_ROW = T("на листе нет ни одной строки с данными", "the sheet has no row of data")
ONE_ROW = T("на листе должна быть одна строка", "the sheet must have exactly one row")
EXTRA_ROW = T("Удалите лишние строки", "Delete the other rows")

# One sheet or one file.
MISSING_SHEET = T(
    "нет обязательного листа «{sheet}»", "sheet “{sheet}”, which must be there, is missing"
)
ADD_SHEET = T(
    "Добавьте лист; пустой образец создаёт команда «matchmaker init»",
    "Add the sheet; «matchmaker init» makes an empty sample",
)
UNKNOWN_SHEET = T(
    "лист не относится к таблицам и пропущен", "the sheet is none of the tables and was skipped"
)
UNKNOWN_NEAR_SHEET = T("неизвестный лист", "unknown sheet")
PERHAPS_SHEET = T(
    "Возможно, это «{guess}»: переименуйте или удалите лист",
    "Perhaps this is “{guess}”: rename or delete the sheet",
)
DUPLICATE_SHEET = T(
    "эта таблица уже есть на листе «{other}»", "this table is on sheet “{other}” already"
)
KEEP_ONE_SHEET = T("Оставьте один из двух листов", "Keep one of the two sheets")
NO_FILE = T("файл или папка не найдены", "there is no such file or folder")
NO_FILE_MEND = T("Проверьте путь", "Check the path")
EMPTY_FOLDER = T(
    "в папке нет ни книги Excel, ни таблиц CSV или Parquet",
    "the folder has neither a workbook nor CSV or Parquet tables",
)
EMPTY_FOLDER_MEND = T(
    "Создайте таблицы командой «matchmaker init»", "Make the tables with «matchmaker init»"
)
TWO_WORKBOOKS = T("в папке несколько книг: {names}", "the folder has several workbooks: {names}")
TWO_WORKBOOKS_MEND = T("Оставьте одну или укажите файл", "Keep one or name the file")
BOTH_FORMS = T(
    "в папке и книга «{workbook}», и таблицы в отдельных файлах",
    "the folder has both workbook “{workbook}” and tables in files of their own",
)
BOTH_FORMS_MEND = T(
    "Оставьте одно из двух или укажите файл книги", "Keep one of the two or name the workbook"
)
ONE_TABLE = T("в таком файле только одна таблица", "a file of this kind is only one table")
ONE_TABLE_MEND = T(
    "Укажите папку, в которой лежат все таблицы", "Name the folder that holds all the tables"
)
WRONG_KIND = T("таблицы такого вида не читаются", "files of this kind are not read")
WRONG_KIND_MEND = T(
    "Сохраните файл как «Книга Excel (.xlsx)»", "Save the file as «Excel workbook (.xlsx)»"
)
NOT_A_WORKBOOK = T(
    "это не книга Excel, хотя имя файла говорит обратное",
    "this is not a workbook, though its name says so",
)
PASSWORD = T("книга защищена паролем", "the workbook is protected by a password")
PASSWORD_MEND = T(
    "Снимите пароль и сохраните книгу снова", "Remove the password and save the workbook again"
)
CORRUPT = T("файл повреждён ({reason})", "the file is damaged ({reason})")
CORRUPT_MEND = T(
    "Откройте его в программе таблиц и сохраните снова",
    "Open it in a spreadsheet program and save it again",
)
TOO_LARGE = T(
    "файл слишком велик: {size} МБ в развёрнутом виде при пределе {limit}",
    "the file is too large: {size} MB unpacked, the limit is {limit}",
)
TOO_LARGE_MEND = T("Удалите картинки и лишние листы", "Delete pictures and needless sheets")
FAR_CELL = T(
    "на листе {rows} {rows:строка|строки|строк} и {columns} {columns:столбец|столбца|столбцов}: "
    "больше, чем бывает в таблицах",
    "the sheet has {rows} {rows:row|rows} and {columns} {columns:column|columns}: "
    "more than tables have",
)
FAR_CELL_MEND = T(
    "Найдите случайное значение далеко от таблицы (Ctrl+End) и удалите его",
    "Find the stray value far from the table (Ctrl+End) and delete it",
)
BAD_ENCODING = T("не удалось прочесть текст файла", "the text of the file could not be read")
BAD_ENCODING_MEND = T("Сохраните его как «CSV UTF-8»", "Save it as «CSV UTF-8»")
BAD_CSV = T("файл CSV не разобрать ({reason})", "the CSV file cannot be parsed ({reason})")
BAD_CSV_MEND = T(
    "Проверьте кавычки и сохраните файл снова", "Check the quotes and save the file again"
)
NO_ARROW = T(
    "для файлов Parquet и Arrow нужна библиотека pyarrow, а она не установлена",
    "Parquet and Arrow files need the library pyarrow, which is not installed",
)
NO_ARROW_MEND = T(
    'Установите её: pip install "matchmaker[parquet]"',
    'Install it: pip install "matchmaker[parquet]"',
)
BAD_ARROW = T(
    "данные не прочесть: файл повреждён, записан не до конца или другого вида",
    "the data cannot be read: the file is damaged, cut off or of another kind",
)
BAD_ARROW_MEND = T(
    "Запишите файл заново той же программой", "Write the file again with the same program"
)
NESTED = T("в столбце вложенные данные ({kind})", "the column holds nested data ({kind})")
NESTED_MEND = T(
    "Нужны тексты, числа, даты, да/нет или списки из них",
    "Texts, numbers, dates, yes/no or lists of these are needed",
)
TOO_MANY_VALUES = T(
    "в файле больше {limit} значений: больше, чем бывает в таблицах",
    "the file has more than {limit} values: more than tables have",
)
ONLY_OWN_ROWS = T(
    "Оставьте в файле только строки и столбцы этой таблицы",
    "Keep nothing in the file but the rows and columns of this table",
)
CANNOT_READ = T("файл не открывается ({reason})", "the file cannot be opened ({reason})")
CANNOT_READ_MEND = T(
    "Закройте его в других программах и проверьте права",
    "Close it in other programs and check the rights",
)

# Writing.
CANNOT_WRITE = T("файл не записать ({reason})", "the file cannot be written ({reason})")
CANNOT_WRITE_MEND = T(
    "Закройте его в других программах и проверьте права на папку",
    "Close it in other programs and check the rights to the folder",
)
UNKNOWN_FORM = T("неизвестный вид файлов «{form}»", "unknown form of files “{form}”")
ALLOWED = T("Допустимо: {names}", "Allowed: {names}")
TOO_MANY_ROWS = T(
    "{rows} {rows:строка|строки|строк} не помещаются на лист книги: на нём их не больше {limit}",
    "{rows} {rows:row|rows} do not fit a sheet of a workbook, which has at most {limit}",
)
TOO_MANY_ROWS_MEND = T(
    "Запишите их в другом виде: --form parquet", "Write them in another form: --form parquet"
)
NOT_XLSX = T("имя книги должно кончаться на .xlsx", "the name of a workbook must end in .xlsx")
NOT_A_FOLDER = T(
    "такие таблицы пишутся в папку, а это файл",
    "tables of this form go into a folder, and this is a file",
)
FOREIGN_TABLES = T(
    "в папке уже лежат другие таблицы: {names}", "the folder holds other tables already: {names}"
)
EMPTY_FOLDER_NEEDED = T(
    "Укажите другую папку или уберите их", "Name another folder or take them away"
)
ALREADY_THERE = T(
    "файл уже есть и не будет перезаписан", "the file exists and will not be overwritten"
)
ALREADY_MEND = T("Укажите другую папку", "Name another folder")
TOO_LONG = T(
    "текст длиннее {limit} знаков не помещается в ячейку",
    "text longer than {limit} characters does not fit a cell",
)
BAD_CHARACTER = T("знак, которого не может быть в таблице", "a character that no table can hold")

# pydantic's error types: what is wrong and what would be right, with its facts filled in.
PYDANTIC: dict[str, tuple[T, T]] = {
    "missing": (T("ячейка не заполнена", "the cell is empty"), T("Заполните её", "Fill it in")),
    "greater_than_equal": (
        T("слишком малое число", "the number is too small"),
        T("Нужно не меньше {ge}", "At least {ge} is needed"),
    ),
    "greater_than": (
        T("слишком малое число", "the number is too small"),
        T("Нужно больше {gt}", "More than {gt} is needed"),
    ),
    "less_than_equal": (
        T("слишком большое число", "the number is too large"),
        T("Нужно не больше {le}", "At most {le} is allowed"),
    ),
    "less_than": (
        T("слишком большое число", "the number is too large"),
        T("Нужно меньше {lt}", "Less than {lt} is needed"),
    ),
    "multiple_of": (
        T("неподходящее число", "the number does not fit"),
        T("Нужно кратное {multiple_of}", "A multiple of {multiple_of} is needed"),
    ),
    "finite_number": (NOT_NUMBER, NOT_NUMBER_MEND),
    "string_too_short": (
        T("слишком короткий текст", "the text is too short"),
        T(
            "Нужно не меньше {min_length} {min_length:знака|знаков|знаков}",
            "At least {min_length} {min_length:character|characters} needed",
        ),
    ),
    "string_too_long": (
        T("слишком длинный текст", "the text is too long"),
        T(
            "Нужно не больше {max_length} {max_length:знака|знаков|знаков}",
            "At most {max_length} {max_length:character|characters} allowed",
        ),
    ),
    "string_pattern_mismatch": (
        T("текст не того вида", "the text has the wrong form"),
        T("Нужно по образцу {pattern}", "The pattern is {pattern}"),
    ),
    "string_type": (NOT_TEXT, NOT_TEXT_MEND),
    "too_short": (
        T("слишком мало значений", "too few values"),
        T("Нужно не меньше {min_length}", "At least {min_length} needed"),
    ),
    "too_long": (
        T("слишком много значений", "too many values"),
        T("Нужно не больше {max_length}", "At most {max_length} allowed"),
    ),
    "int_type": (NOT_WHOLE, NOT_WHOLE_MEND),
    "int_parsing": (NOT_WHOLE, NOT_WHOLE_MEND),
    "int_parsing_size": (T("слишком большое число", "the number is too large"), NOT_WHOLE_MEND),
    "int_from_float": (NOT_WHOLE, NOT_WHOLE_MEND),
    "float_type": (NOT_NUMBER, NOT_NUMBER_MEND),
    "float_parsing": (NOT_NUMBER, NOT_NUMBER_MEND),
    "bool_type": (NOT_YES_NO, NOT_YES_NO_MEND),
    "bool_parsing": (NOT_YES_NO, NOT_YES_NO_MEND),
    "date_type": (NOT_DATE, NOT_DATE_MEND),
    "date_parsing": (NOT_DATE, NOT_DATE_MEND),
    "date_from_datetime_parsing": (NOT_DATE, NOT_DATE_MEND),
    "date_from_datetime_inexact": (NOT_DATE, NOT_DATE_MEND),
    "date_past": (
        T("день ещё не наступил", "the day has not come yet"),
        T("Нужен день в прошлом", "A day of the past is needed"),
    ),
    "date_future": (
        T("день уже прошёл", "the day is over"),
        T("Нужен день в будущем", "A day of the future is needed"),
    ),
    "enum": (NOT_IN_LIST, T("Допустимо: {expected}", "Allowed: {expected}")),
    "literal_error": (NOT_IN_LIST, T("Допустимо: {expected}", "Allowed: {expected}")),
    "value_error": (T("{error}", "{error}"), T("", "")),
    "assertion_error": (T("{error}", "{error}"), T("", "")),
}
NOT_UNDERSTOOD = T("значение не подходит ({reason})", "the value does not fit ({reason})")
