"""What requests an event answers and whom it trains, by the words of its row.

A column of the table always goes before the words; what the words say is a proposal.
"""

from __future__ import annotations

import re

from matchmaker.domain.events import Event
from matchmaker.domain.records import fold
from matchmaker.domain.study import Trainee
from matchmaker.domain.topics import Topic

_TOPICS: dict[Topic, str] = {
    Topic.SUBJECT: r"предметн\w+\s+(?:содержани|област|знани)|содержани\w+\s+предмет|предметник",
    Topic.METHODICAL: (
        r"методик|методическ\w+\s+(?:при[её]м|мастерск|грамотн|компетен)|открыт\w+\s+урок"
        r"|мастер-класс|при[её]м\w*\s+(?:и\s+метод\w+\s+)?обучени|современн\w+\s+урок"
        r"|проектировани\w+\s+урок|технологи\w+\s+обучени"
    ),
    Topic.PSYCH_PED: (
        r"психолог|мотиваци\w*\s+(?:школьник|обучающ|учени|учащ|учебн)|стресс|выгорани|адаптаци"
        r"|самоорганизаци"
    ),
    Topic.COMMUNICATIVE: r"коммуникати|общени|конфликт",
    Topic.LEGAL: r"нормативн|правов|законодательств|школьн\w+\s+документаци",
    Topic.ICT: r"\bикт\b|цифров|электронн\w+\s+(?:журнал|ресурс|образовательн)|нейросет",
    Topic.INCLUSION: r"\bовз\b|инклюзи|ограниченн\w+\s+возможност",
    Topic.GIFTED: r"одаренн|олимпиад",
    Topic.CLASS_MANAGEMENT: r"классн\w+\s+руковод|классн\w+\s+час",
    Topic.PARENTS: r"родител",
    Topic.ASSESSMENT: r"оценивани|фгос|\bвпр\b|\bогэ\b|\bегэ\b|функциональн\w+\s+грамотн",
}
"""Words that suggest a topic; an event may suggest several."""

_TRAINS: dict[Trainee, str] = {
    Trainee.MENTORS: (
        r"\b(?:обучени\w*|подготовк\w*|курс\w*|школ\w*|интенсив\w*)\s+(?:[\w,]+\s+){0,4}«?наставник"
    ),
    Trainee.CURATORS: (
        r"\b(?:обучени\w*|подготовк\w*|курс\w*|школ\w*|интенсив\w*)\s+(?:[\w,]+\s+){0,4}«?куратор"
    ),
}


def teaches(event: Event) -> tuple[frozenset[Topic], frozenset[Trainee], bool]:
    """What requests an event answers, whom it trains, and whether only its words say so."""
    if event.topics or event.trains:
        return event.topics, event.trains, False
    said = fold(f"{event.title} {event.module or ''}")
    trains = frozenset(who for who, words in _TRAINS.items() if re.search(words, said))
    if trains:  # a course for mentors about requests of teachers answers no teacher's request
        return frozenset(), trains, True
    said = fold(f"{event.title} {event.result or ''}")
    topics = frozenset(topic for topic, words in _TOPICS.items() if re.search(words, said))
    return topics, frozenset(), bool(topics)
