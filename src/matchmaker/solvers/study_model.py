"""Individual routes as an integer program: courses taken, sittings chosen, wishes answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from ortools.math_opt.python import mathopt

from matchmaker.study.program import COSTS, GAINS, STEP, Answer, RouteProgram

Terms = dict[mathopt.Variable, float]


@dataclass(slots=True)
class StudyModel:
    """The program written out.

    Attributes
    ----------
    takes : option → its yes-or-no.
    goes : option, lesson, sitting → its yes-or-no; the option's own where there is no choice.
    wishes, beyond : columns that follow from those: wish → answered; learner → hours beyond
        each multiple of the step.
    levels : level → its terms.
    """

    model: mathopt.Model
    takes: list[mathopt.Variable] = field(default_factory=list)
    goes: dict[tuple[int, int, int], mathopt.Variable] = field(default_factory=dict)
    wishes: list[mathopt.Variable] = field(default_factory=list)
    beyond: dict[tuple[int, int], mathopt.Variable] = field(default_factory=dict)
    levels: dict[str, Terms] = field(default_factory=dict)

    def answer(self, values: Mapping[int, float]) -> Answer:
        """The answer that values of the columns mean."""
        chosen: dict[int, dict[int, int]] = defaultdict(dict)
        for (at, lesson, sitting), variable in self.goes.items():
            if values.get(variable.id, 0.0) > 0.5:
                chosen[at][lesson] = sitting
        return {
            at: tuple(sittings[lesson] for lesson in sorted(sittings))
            for at, sittings in sorted(chosen.items())
        }


def write(program: RouteProgram) -> StudyModel:
    """Write a program as columns and rows; no level is asked for yet."""
    written = StudyModel(mathopt.Model())
    _options(program, written)
    _leads(program, written)
    _limits(program, written)
    _wishes(program, written)
    _hours(program, written)
    dates: Terms = defaultdict(float)
    for (at, lesson, sitting), variable in written.goes.items():
        option = program.options[at]
        dates[variable] += option.costs[lesson][option.lessons[lesson].index(sitting)]
    written.levels["dates"] = dates
    return written


def _options(program: RouteProgram, written: StudyModel) -> None:
    """Whoever takes a course goes to one sitting of each lesson, and takes it once."""
    model = written.model
    same: dict[tuple[int, int], list[mathopt.Variable]] = defaultdict(list)
    for at, option in enumerate(program.options):
        take = model.add_binary_variable()
        written.takes.append(take)
        same[option.learner, option.course].append(take)
        for lesson, sittings in enumerate(option.lessons):
            if len(sittings) == 1:
                written.goes[at, lesson, sittings[0]] = take
                continue
            some = [model.add_binary_variable() for _ in sittings]
            for sitting, variable in zip(sittings, some, strict=True):
                written.goes[at, lesson, sitting] = variable
            model.add_linear_constraint(mathopt.fast_sum(some) == take)
    for takes in same.values():
        if len(takes) > 1:
            model.add_linear_constraint(mathopt.fast_sum(takes) <= 1)


def _leads(program: RouteProgram, written: StudyModel) -> None:
    """Nobody goes anywhere on a day on which that person leads an event."""
    for (at, _, place), variable in written.goes.items():
        if program.leads(program.options[at].learner, place):
            variable.upper_bound = 0.0


def _limits(program: RouteProgram, written: StudyModel) -> None:
    """Seats of sittings; one event a day and so many a month for a learner."""
    seats: dict[int, list[mathopt.Variable]] = defaultdict(list)
    days: dict[tuple[int, int], list[mathopt.Variable]] = defaultdict(list)
    months: dict[tuple[int, int], list[mathopt.Variable]] = defaultdict(list)
    for (at, _, place), variable in written.goes.items():
        learner, sitting = program.options[at].learner, program.sittings[place]
        seats[place].append(variable)
        for day in sitting.days:
            days[learner, day].append(variable)
        for month in sitting.months:
            months[learner, month].append(variable)
    for place, some in sorted(seats.items()):
        most = program.sittings[place].seats
        if most is not None and len(some) > most:
            written.model.add_linear_constraint(mathopt.fast_sum(some) <= most)
    told = set()
    for key, some in sorted(days.items()):
        # A course of five days clashes with another on each of them: one row says it.
        ids = (key[0], *(variable.id for variable in some))
        if len(some) > 1 and ids not in told:
            told.add(ids)
            written.model.add_linear_constraint(mathopt.fast_sum(some) <= 1)
    for _, some in sorted(months.items()):
        if len(some) > program.per_month:
            written.model.add_linear_constraint(mathopt.fast_sum(some) <= program.per_month)


def _wishes(program: RouteProgram, written: StudyModel) -> None:
    """A wish is answered if an option is taken that answers it."""
    gains: list[Terms] = [{} for _ in GAINS]
    for wish in program.wishes:
        answered = written.model.add_variable(lb=0.0, ub=1.0)
        written.wishes.append(answered)
        takes = [written.takes[at] for at in wish.options]
        written.model.add_linear_constraint(answered <= mathopt.fast_sum(takes))
        for terms, points in zip(gains, wish.points, strict=True):
            if points:
                terms[answered] = points
    written.levels |= dict(zip(GAINS, gains, strict=True))


def _hours(program: RouteProgram, written: StudyModel) -> None:
    """How far the hours of each learner lie beyond each multiple of the step."""
    terms: Terms = {}
    for learner, options in sorted(program.of_learner.items()):
        hours = mathopt.fast_sum(program.options[at].hours * written.takes[at] for at in options)
        for level in range(STEP, program.longest[learner], STEP):
            over = written.model.add_variable(lb=0.0)
            written.beyond[learner, level] = over
            written.model.add_linear_constraint(over >= hours - level)
            # Each course alone is beyond by so much, and several together by no less: that
            # says nothing new of whole courses and much of halves, so the search is short.
            alone = {at: program.options[at].hours - level for at in options}
            long = [most * written.takes[at] for at, most in alone.items() if most > 0]
            if long:
                written.model.add_linear_constraint(over >= mathopt.fast_sum(long))
            terms[over] = 1.0
    written.levels["hours"] = terms


def ask(written: StudyModel, level: str, rate: int = 0) -> None:
    """Make a level the objective; of dates with so much more for each point of hours."""
    written.model.objective.is_maximize = level not in COSTS
    written.model.objective.clear()
    terms: Terms = defaultdict(float, written.levels[level])
    if rate:
        for variable, points in written.levels["hours"].items():
            terms[variable] += rate * points
    for variable, points in terms.items():
        written.model.objective.set_linear_coefficient(variable, points)


def keep(written: StudyModel, level: str, value: int) -> None:
    """Let no later level give up what this gain has reached."""
    if written.levels[level]:
        terms = written.levels[level].items()
        total = mathopt.fast_sum(points * variable for variable, points in terms)
        written.model.add_linear_constraint(total >= value)


def columns(program: RouteProgram, written: StudyModel, answer: Answer) -> dict[int, float]:
    """The values of all columns that an answer means."""
    values = {take.id: float(at in answer) for at, take in enumerate(written.takes)}
    for (at, lesson, sitting), variable in written.goes.items():
        values[variable.id] = float(at in answer and answer[at][lesson] == sitting)
    for variable, yes in zip(written.wishes, program.answered(answer), strict=True):
        values[variable.id] = float(yes)
    hours = program.hours(answer)
    for (learner, level), variable in written.beyond.items():
        values[variable.id] = float(max(0, hours.get(learner, 0) - level))
    return values
