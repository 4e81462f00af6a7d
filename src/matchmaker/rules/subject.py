"""Mentor and mentee teach the same or a related subject."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from matchmaker.domain.records import fold
from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text

Table = tuple[tuple[str, str, int], ...]

RELATED: Table = (
    ("русский язык", "литература", 9),
    ("русский язык и литература", "русский язык", 10),
    ("русский язык и литература", "литература", 10),
    ("физика", "астрономия", 9),
    ("математика", "алгебра", 10),
    ("математика", "геометрия", 10),
    ("математика", "информатика", 6),
    ("математика", "физика", 6),
    ("физика", "информатика", 4),
    ("химия", "биология", 6),
    ("биология", "география", 4),
    ("история", "обществознание", 9),
    ("история, обществознание", "история", 10),
    ("история, обществознание", "обществознание", 10),
    ("география", "обществознание", 3),
    ("изо", "музыка", 4),
    ("изо", "труд (технология)", 5),
    ("физическая культура", "обзр", 4),
    ("иностранный язык", "английский язык", 9),
    ("иностранный язык", "немецкий язык", 9),
    ("английский язык", "немецкий язык", 6),
    ("основы безопасности и защиты родины", "обзр", 10),
    ("основы безопасности и защиты родины", "обж", 10),
    ("обзр", "обж", 10),
    ("труд (технология)", "технология", 10),
    ("начальные классы", "русский язык и литература", 3),
)
"""How near two subjects are, 1–10, both ways. General practice; edit it in the policy."""

POSTS: Table = (
    ("воспитатель", "старший воспитатель", 9),
    ("воспитатель", "педагог-психолог", 3),
    ("воспитатель", "учитель начальных классов", 3),
    ("учитель-логопед", "учитель-дефектолог", 8),
    ("учитель-логопед", "воспитатель", 3),
    ("педагог-психолог", "социальный педагог", 6),
    ("социальный педагог", "советник директора по воспитанию", 6),
    ("советник директора по воспитанию", "педагог-организатор", 8),
    ("музыкальный руководитель", "воспитатель", 3),
    ("инструктор по физической культуре", "воспитатель", 3),
    ("педагог дополнительного образования", "педагог-организатор", 5),
)
"""How near two posts without a subject are, 1–10, both ways."""


class Subject(Rule):
    """How near the subjects are, 0 to 10; posts without a subject are compared as posts.

    The best of all pairings of their subjects counts: 10 for the same subject, else what
    the table of related subjects says. Where either has no subject (a kindergarten
    teacher, a speech therapist), post and direction are compared by a table of their own.
    """

    at_least: int = 1
    """Less than this counts as 0. Unit: points of nearness, 1–10."""
    same_post: int = 5
    """Nearness of one post in two directions (a choir and a drawing teacher). Unit: points."""
    related: Table = RELATED
    """Related subjects and how near they are."""
    posts: Table = POSTS
    """Related posts and how near they are."""

    title: ClassVar[Text] = Text("Предмет", "Subject")
    about: ClassVar[Text] = Text(
        "Тот же или родственный предмет; где предмета нет, сравниваются должность и "
        "направление. 10: совпадает, 1–9: родственный по таблице, 0: другой.",
        "The same or a related subject; where there is none, post and direction are "
        "compared. 10: the same, 1–9: related by the table, 0: another.",
    )
    options: ClassVar[dict[str, Text]] = {
        "at_least": Text("меньшая близость считается нулём", "less nearness counts as 0"),
        "same_post": Text(
            "близость одной должности при разных направлениях", "one post, two directions"
        ),
        "related": Text("таблица родственных предметов", "table of related subjects"),
        "posts": Text("таблица родственных должностей", "table of related posts"),
    }
    same: ClassVar[Text] = Text("тот же предмет: {what}", "the same subject: {what}")
    same_as_post: ClassVar[Text] = Text("та же должность: {what}", "the same post: {what}")
    near: ClassVar[Text] = Text(
        "родственный предмет: {theirs} и {own} ({points} из 10)",
        "a related subject: {theirs} and {own} ({points} of 10)",
    )
    other: ClassVar[Text] = Text("другой предмет: {theirs}", "another subject: {theirs}")

    def measure(self, p: Pairs) -> Ints:
        return p.table(self._near, "taught", "taught", key=self)

    def _near(self, mentee: tuple[str, ...], mentor: tuple[str, ...]) -> int:
        best = max((self._nearness(a, b) for a in mentee for b in mentor), default=0)
        return best if best >= self.at_least else 0

    def _nearness(self, one: str, other: str) -> int:
        if one == other:
            return 10
        post, _, _ = one.partition(" / ")
        other_post, _, _ = other.partition(" / ")
        if post == other_post:
            return self.same_post
        return self._lookup.get((post, other_post), 0)

    @cached_property
    def _lookup(self) -> dict[tuple[str, str], int]:
        pairs = {}
        for a, b, points in (*self.related, *self.posts):
            pairs[fold(a), fold(b)] = pairs[fold(b), fold(a)] = points
        return pairs

    def words(self, pair: Pair) -> str:
        points = self.measure_of(pair)
        own, theirs = ", ".join(pair.mentee.taught), ", ".join(pair.mentor.taught)
        shared = [what for what in pair.mentee.taught if what in pair.mentor.taught]
        if points == 10 and shared:
            as_post = not (pair.mentee.person.subjects or pair.mentee.mentee.needed_subject)
            return (self.same_as_post if as_post else self.same)(what=", ".join(shared))
        return (self.near if points else self.other)(theirs=theirs, own=own, points=points)
