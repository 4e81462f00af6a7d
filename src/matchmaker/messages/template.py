"""The example rows of the empty workbooks; the people do not exist."""

from __future__ import annotations

from matchmaker.text import Text as T

# People.
TOWN = T("Заречный район", "Zarechny district")
SCHOOL = T("ш1", "s1")
OTHER_SCHOOL = T("ш2", "s2")
SCHOOL_NAME = T("МБОУ СОШ № 1", "School no. 1")
MENTOR = T("п101", "t101")
MENTEE = T("п102", "t102")
MENTEE_NAME = T("Ромашкина Вера Павловна", "Vera Romashkina")
SUBJECT = T("математика", "mathematics")
SECOND_SUBJECT = T("физика", "physics")
CONTEST = T("Учитель года", "Teacher of the year")
TEAM = T("команда 1", "team 1")
LEGAL_ENTITY = T("0000000201", "0000000201")
RISK = T("учебная мотивация", "motivation to learn")
STRENGTH = T("школьный климат", "school climate")

# The roadmap. Dates, people and audiences are read as Russian plans write them.
PLAN = T("Дорожная карта 2025/2026", "Roadmap 2025/2026")
PLAN_TITLE = T(
    "Дорожная карта по поддержке молодых педагогов", "Roadmap for the support of young teachers"
)
SECTION = T("Методическая поддержка", "Methodical support")
SEMINAR = T("Семинар «Первые уроки» для новичков", "Seminar “First lessons” for newcomers")
SEMINAR_PUBLIC = T("Семинар «Первые уроки»", "Seminar “First lessons”")
SEMINAR_DATES = T("октябрь 2025", "октябрь 2025")
SEMINAR_PREFERRED = T("вторая неделя октября 2025", "вторая неделя октября 2025")
SEMINAR_RESULT = T("Материалы семинара", "Materials of the seminar")
YOUNG = T("молодые педагоги", "молодые педагоги")
REPORT = T("Отчёт о работе наставников", "Report on the work of mentors")
REPORT_DATES = T("до 20 декабря 2025", "до 20 декабря 2025")
REPORT_RESULT = T("Отчёт на сайте управления", "Report on the site of the authority")
METHODIST = T("Белкина Л.Н.", "Белкина Л.Н.")
STAFF = T("Медведева Т.И.", "Медведева Т.И.")
CENTRE = T("МЦН", "МЦН")
CENTRE_NAME = T("муниципальный центр наставничества", "municipal mentoring centre")
HOLIDAYS = T("осенние каникулы", "autumn holidays")
VENUE = T("Методический центр, зал", "Methodical centre, hall")
COUNCIL = T("Совет молодых педагогов", "Council of young teachers")
COUNCILLOR = T("Ветрова Нина Ильинична", "Vetrova Nina")

# Meetings.
PROGRAMME = T("young-teacher", "young-teacher")
