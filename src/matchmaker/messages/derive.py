"""What stands in a school's plan that is made of a municipal one.

The words of dates are Russian in both languages: they are read again as dates.
"""

from __future__ import annotations

from matchmaker.text import Text as T

PLAN_ID = T("{plan}: {school}", "{plan}: {school}")
PLAN_TITLE = T("{title}. План организации «{school}»", "{title}. Plan of “{school}”")
BY_DAY = T("до {day}", "до {day}")
AFTER_EVENT = T(
    "в течение {n} рабочих дней после мероприятия", "в течение {n} рабочих дней после мероприятия"
)
HEAD = T("директор", "head")
DEPUTY = T("заместитель директора по УВР", "deputy head")
GARDEN_HEAD = T("заведующий", "head")
GARDEN_DEPUTY = T("старший воспитатель", "senior teacher")
CURATOR = T("куратор наставничества", "curator of mentoring")
PUBLISH = T("Размещение на сайте организации: {title}", "Publication on the site: {title}")
