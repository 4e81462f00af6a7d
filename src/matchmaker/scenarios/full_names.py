"""Invented full names: no two people of a municipality share one."""

from __future__ import annotations

import numpy as np

from matchmaker.scenarios.draw import Bools

# Widespread and rare surnames, masculine form; general knowledge, nobody in particular.
SURNAMES: tuple[str, ...] = tuple(
    """
    Абрамов Авдеев Агапов Азаров Акимов Алехин Алферов Антипов Арефьев Артемьев Архипов
    Астахов Бабкин Баженов Баранов Беляков Березин Бирюков Блинов Бобылев Богатырев Болдырев
    Бочаров Булгаков Быстров Вавилов Вдовин Верещагин Власов Волошин Вяткин Гаврилин Глебов
    Глухов Голованов Горбунов Гордеев Горшков Грибов Гущин Дегтярев Демидов Дорофеев Дубинин
    Егоров Ежов Елисеев Еремин Ерофеев Ершов Жаров Жигалов Журавлев Завьялов Зимин Зотов
    Зубов Зыков Игнатов Ильин Исаев Кабанов Казаков Калачев Карпухин Касаткин Кириллов
    Климов Князев Ковригин Колесников Колосов Копылов Корнеев Костин Кошелев Крылов Кудряшов
    Кулагин Лазарев Лапшин Лаптев Логинов Лукин Лыткин Майоров Макеев Малинин Маслов Мельников
    Мещеряков Минаев Митин Моисеев Мухин Назаров Наумов Нефедов Носков Овсянников Одинцов
    Осипов Пастухов Пахомов Пестов Платонов Плотников Поляков Потапов Прохоров Пушкарев Рогов
    Родионов Рожков Русаков Рыбин Рябов Савин Самойлов Сафонов Седов Серов Силин Ситников
    Скворцов Смородин Субботин Сурков Тарасов Терехов Токарев Трифонов Уваров Ульянов Усов
    Фадеев Филатов Фокин Фролов Хромов Цветков Черкасов Чернов Чижов Шапошников Шаров Шестаков
    Широков Шубин Щеглов Юдин Яшин Бельский Дубровский Заречный Каменский Лесной Озерский
    Полянский Раевский Гончаренко Деревянко Кравченко Руденко Бондарчук Ткачук Савчук
    """.split()
)

WOMEN: tuple[str, ...] = tuple(
    """
    Агата Агния Аглая Алевтина Александра Алина Алла Анастасия Ангелина Анна Антонина Анфиса
    Валентина Валерия Варвара Василиса Вера Вероника Виктория Галина Дарья Диана Ева Евгения
    Екатерина Елена Елизавета Жанна Зинаида Зоя Инга Инна Ирина Карина Кира Клавдия Ксения
    Лариса Лидия Лилия Любовь Людмила Маргарита Марина Мария Милана Надежда Наталья Нина Оксана
    Ольга Полина Раиса Римма Светлана София Таисия Тамара Татьяна Ульяна Юлия Яна
    """.split()
)

# A man's name and the patronymic of his son.
MEN: dict[str, str] = dict(
    pair.split(":")
    for pair in """
    Александр:Александрович Алексей:Алексеевич Анатолий:Анатольевич Антон:Антонович
    Аркадий:Аркадьевич Арсений:Арсеньевич Артём:Артёмович Афанасий:Афанасьевич Богдан:Богданович
    Борис:Борисович Вадим:Вадимович Валентин:Валентинович Валерий:Валерьевич Василий:Васильевич
    Виктор:Викторович Виталий:Витальевич Владимир:Владимирович Владислав:Владиславович
    Всеволод:Всеволодович Вячеслав:Вячеславович Геннадий:Геннадьевич Георгий:Георгиевич
    Герман:Германович Глеб:Глебович Григорий:Григорьевич Даниил:Даниилович Денис:Денисович
    Дмитрий:Дмитриевич Евгений:Евгеньевич Егор:Егорович Захар:Захарович Иван:Иванович
    Игнат:Игнатович Игорь:Игоревич Илья:Ильич Кирилл:Кириллович Константин:Константинович
    Лев:Львович Леонид:Леонидович Лука:Лукич Максим:Максимович Марк:Маркович Матвей:Матвеевич
    Михаил:Михайлович Никита:Никитич Николай:Николаевич Олег:Олегович Павел:Павлович
    Пётр:Петрович Платон:Платонович Родион:Родионович Роман:Романович Руслан:Русланович
    Савелий:Савельевич Семён:Семёнович Сергей:Сергеевич Станислав:Станиславович Степан:Степанович
    Тимофей:Тимофеевич Фёдор:Фёдорович Юрий:Юрьевич Яков:Яковлевич Ярослав:Ярославович
    """.split()
)


def feminine(surname: str) -> str:
    """The surname of a woman of the family."""
    if surname.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return surname + "а"
    if surname.endswith(("ий", "ый", "ой")):
        return surname[:-2] + "ая"
    return surname


def daughter(patronymic: str) -> str:
    """The patronymic of a daughter, from that of a son."""
    if patronymic.endswith(("ович", "евич")):
        return patronymic[:-2] + "на"
    if patronymic == "Никитич":
        return "Никитична"
    return patronymic[:-2] + "инична"


class NameBook:
    """Hands out full names, each at most once."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._given = {True: list(WOMEN), False: list(MEN)}
        self._fathers = list(MEN.values())
        self._order = {
            woman: rng.permutation(len(SURNAMES) * len(self._given[woman]) * len(self._fathers))
            for woman in (True, False)
        }
        self._next = {True: 0, False: 0}

    def take(self, women: Bools) -> list[str]:
        """A new full name for each person; ``women`` says which are women's."""
        return [self._name(bool(woman)) for woman in women]

    def _name(self, woman: bool) -> str:
        order, at = self._order[woman], self._next[woman]
        self._next[woman] += 1
        rest, surname = divmod(int(order[at % len(order)]), len(SURNAMES))
        father, given = divmod(rest, len(self._given[woman]))
        family, patronymic = SURNAMES[surname], self._fathers[father]
        if at >= len(order):  # more than half a million of one sex: double surnames
            family += f"-{SURNAMES[(surname + at // len(order)) % len(SURNAMES)]}"
        if woman:
            family = "-".join(feminine(part) for part in family.split("-"))
            patronymic = daughter(patronymic)
        return f"{family} {self._given[woman][given]} {patronymic}"
