"""What is wrong between the tables."""

from __future__ import annotations

from matchmaker.text import Text as T

UNKNOWN_SCHOOL = T(
    "такой организации нет на листе «{sheet}»", "no such organisation on sheet “{sheet}”"
)
UNKNOWN_PERSON = T("такого человека нет на листе «{sheet}»", "no such person on sheet “{sheet}”")
NOT_A_MENTOR = T("этого человека нет на листе «{sheet}»", "this person is not on sheet “{sheet}”")
PERHAPS = T("Возможно, имеется в виду «{guess}»", "Perhaps “{guess}” is meant")
ADD_ROW = T(
    "Исправьте ссылку или добавьте строку на лист «{sheet}»",
    "Mend the reference or add a row to sheet “{sheet}”",
)
NAMESAKES = T(
    "под этим именем записаны {n} {n:человек|человека|человек}",
    "{n} people have this name",
)
GIVE_ID = T("Укажите ID вместо ФИО", "Give the ID instead of the name")
GIVE_IDS = T(
    "Заполните столбец «ID» у однофамильцев с одинаковым ФИО",
    "Fill in the ID column for the namesakes",
)
DUPLICATE_SCHOOL = T("ID организации повторяется", "the organisation ID stands twice")
DUPLICATE_PERSON = T("человек записан дважды", "the person stands twice")
DUPLICATE_MENTOR = T("наставник записан дважды", "the mentor stands twice")
DUPLICATE_MENTEE = T(
    "наставляемый записан дважды в одной программе", "the mentee stands twice in one programme"
)
DUPLICATE_PROFILE = T("паспорт школы записан дважды", "the profile of the school stands twice")
FIRST_AT = T("Первая запись: строка {row}. Оставьте одну", "First in row {row}. Keep one")
PIN_AGAINST_BAN = T("пара закреплена и исключена сразу", "the pair is pinned and forbidden at once")
PIN_BAN_MEND = T(
    "Оставьте одно из двух решений (второе: строка {row})",
    "Keep one of the two decisions (the other: row {row})",
)
PINS_OVER_PLACES = T(
    "за наставником закреплено {pins} {pins:человек|человека|человек}, а мест {places}",
    "{pins} {pins:mentee is|mentees are} pinned to the mentor, who has {places} {places:place|places}",
)
PINS_OVER_MEND = T("Добавьте места или снимите закрепление", "Add places or drop a pin")
OWN_MENTOR = T("человек закреплён сам за собой", "a person is pinned to himself or herself")
OWN_PARTNER = T("договор школы с самой собой", "an agreement of a school with itself")
OWN_PARTNER_MEND = T("Укажите две разные школы", "Name two different schools")
LINK_PIN_AGAINST_BAN = T(
    "договор закреплён и запрещён сразу", "the agreement is pinned and forbidden at once"
)
LINK_OVER = T(
    "договор записан действующим, а срок его прошёл",
    "the agreement is said to be in force, but its term is over",
)
LINK_OVER_MEND = T(
    "Укажите состояние «завершён» или новый срок", "State that it ended, or the new term"
)
SAME_SCHOOL_DISTANCE = T(
    "расстояние от организации до неё самой", "the distance of an organisation to itself"
)
DATES_SWAPPED = T("дата окончания раньше даты начала", "the end stands before the beginning")
SWAP_MEND = T("Проверьте обе даты", "Check both dates")
NO_MENTEES = T("нет ни одного наставляемого", "there is not one mentee")
NO_MENTORS = T("нет ни одного наставника", "there is not one mentor")
TEAM_OF_ONE = T("в команде один наставник", "the team has only one mentor")
TEAM_MEND = T(
    "В команде должно быть не меньше двух наставников", "A team needs at least two mentors"
)
ONE_OFF = T("«{word}» пишет только эта школа", "only this school writes “{word}”")
UNDER_AGE = T("участник моложе 18 лет записан без ID", "someone under 18 has no ID")
UNDER_AGE_MEND = T(
    "Дайте ID: имя несовершеннолетнего нигде не выводится",
    "Give an ID: the name of a minor is shown nowhere",
)
MINOR = T("участник до 18 лет ({id})", "participant under 18 ({id})")
NEEDS_DISTANCE = T("нет ни минут, ни километров", "neither minutes nor kilometres are given")
UNKNOWN_PROGRAMME = T(
    "такой программы нет среди действующих", "there is no such programme in force"
)
ONE_OF = T("Одна из: {known}", "One of: {known}")
