"""A student practises where he or she is going to work."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from matchmaker.pairs import Bools, Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class StudentSchool(Rule):
    """3 points for the school of the targeted contract, 2 for the school once finished.

    Else 1 point for a school with stably high results or a resilient one, 0 for others. An
    empty cell gives no points: prefer this rule, do not demand it. Meant for students.
    """

    title: ClassVar[Text] = Text("Школа для студента", "School for a student")
    about: ClassVar[Text] = Text(
        "Студенту подбирается наставник из школы целевого договора (3), из школы, которую "
        "он окончил (2), или из школы, рекомендованной для практики (1).",
        "A student gets a mentor from the school of the targeted contract (3), from the "
        "school once finished (2), or from one recommended for practice (1).",
    )
    target: ClassVar[Text] = Text(
        "школа целевого договора: {school}", "the school of the targeted contract: {school}"
    )
    finished: ClassVar[Text] = Text(
        "школа, которую студент окончил: {school}", "the school the student finished: {school}"
    )
    practice: ClassVar[Text] = Text(
        "школа рекомендована для практики: {school}", "recommended for practice: {school}"
    )
    other: ClassVar[Text] = Text("другая школа: {school}", "another school: {school}")

    def measure(self, p: Pairs) -> Ints:
        target = self._is(p, "mentee.target_school")
        finished = self._is(p, "mentee.finished_school")
        strong = p.mentor.flag("school.strong")
        return np.select([target, finished, strong], [3, 2, 1], 0)

    def _is(self, p: Pairs, path: str) -> Bools:
        same = p.table(lambda wanted, school: wanted == school, path, "school.id", key=self)
        return same > 0

    def words(self, pair: Pair) -> str:
        text = (self.other, self.practice, self.finished, self.target)
        schools = dict.fromkeys(member.school.name for member in pair.mentor.everyone)
        return text[self.measure_of(pair) or 0](school=", ".join(schools))
