"""Every mend, applied to the tables as its words say, gives the event a day."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as some

from matchmaker import engine
from matchmaker.domain.abbreviations import Abbreviation, PartyKind
from matchmaker.domain.changes import ChangeKind
from matchmaker.domain.events import Event
from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine.event_reasons import _Standing
from matchmaker.solvers.timetable.mends import Mend
from matchmaker.solvers.timetable.reasons import reason_of
from matchmaker.timetable.record import Timetable
from matchmaker.timetable.reserved_weeks import hours_leaving
from tests.timetable.small_year import LIMITS, change, roadmap, row
from tests.timetable.test_lists import COUNCIL, listed
from tests.timetable.test_reserved_hours import advice

KIM, LIS, ZUB = "Ким А.О.", "Лис Б.Б.", "Зуб З.З."
GROUP = Abbreviation(name="ОППМ", kind=PartyKind.GROUP, members=frozenset({KIM, LIS}))
PERIOD = date(2022, 3, 14), date(2022, 3, 17)
LISTS = [*listed("Команда", KIM, "Осина О.О."), *listed("Жюри", "Осина О.О.", LIS)]
CELLS = ["Команда", "Жюри", "молодые педагоги", COUNCIL, "наставники"]


@some.composite
def _rows(draw: some.DrawFn) -> list[Event]:
    rows = []
    for number in range(1, draw(some.integers(3, 6)) + 1):
        cell = draw(some.sets(some.sampled_from(CELLS), max_size=2))
        people = draw(some.sets(some.sampled_from([KIM, LIS, "ОППМ"]), min_size=1, max_size=2))
        facts = {
            "participants": "; ".join(sorted(cell)) or "гости",
            "staff": draw(some.sampled_from([frozenset(), frozenset({ZUB})])),
            "days": draw(some.sampled_from([None, None, 2])),
            "after": frozenset(draw(some.sets(some.integers(1, number).map(str), max_size=1)))
            - {str(number)},
        }
        if "ОППМ" in people:
            facts["staff"] = frozenset()
        dates = draw(some.sampled_from(["март 2022", "март 2022", "14.03.2022", "15.03.2022"]))
        facts["pinned"] = dates != "март 2022" and draw(some.booleans())
        rows.append(row(str(number), dates, "; ".join(sorted(people)), **facts))
    hours = some.integers(2, 30).map(lambda n: n / 2)
    rows += [
        advice(draw(hours), draw(some.sampled_from([KIM, "ОППМ"])), f"К{n}")
        for n in range(draw(some.integers(0, 2)))
    ]
    return rows


def _built(rows: list[Event]) -> Roadmap:
    council = listed(COUNCIL, "Рябина Р.Р.")
    return roadmap(*rows, *LISTS, *council, GROUP, period=PERIOD)


def _without(cell: str | None, names: set[str]) -> str:
    kept = [one for one in (cell or "").split("; ") if one not in names]
    return "; ".join(kept) or "гости"


def _applied(rows: list[Event], at: int, mend: Mend, standing: _Standing) -> list[Event]:
    """The rows with what a mend says."""
    one = standing.events.items[at]
    place = next(n for n, row in enumerate(rows) if row.number == one.row.label)
    own = rows[place]
    if mend.kind == "when":
        day = standing.events.days[mend.start]
        facts: dict[str, object] = {"dates": f"{day:%d.%m.%Y}"}
        if own.days == 2:
            until = standing.events.days[mend.start + 1]
            facts["dates"] = f"{day:%d.%m.%Y}-{until:%d.%m.%Y}"
        return [*rows[:place], own.model_copy(update=facts), *rows[place + 1 :]]
    if mend.kind == "order":
        other = standing.events.items[mend.other or 0].row.label
        labels = {own.label, other}
        return [
            row.model_copy(update={"after": row.after - labels}) if row.label in labels else row
            for row in rows
        ]
    if mend.kind == "without":
        names = set(standing.events.parts(at)[mend.resources])
        facts = {
            "participants": _without(own.participants, names),
            "responsible": _without(own.responsible, names).replace("гости", "Новый Н.Н."),
        }
        return [*rows[:place], own.model_copy(update=facts), *rows[place + 1 :]]
    left = {row.number: row for row in rows}
    for number, most in mend.budgets:
        week = standing.events.weeks[number]
        hours = hours_leaving(week, most - week.budget.most + week.left)
        for reserved in week.reservations:
            label = reserved.of.row.label
            fewer = min(left[label].hours_a_week or 0, hours)
            left[label] = left[label].model_copy(update={"hours_a_week": fewer or None})
            hours -= fewer
    return list(left.values())


def _missing(found: Timetable) -> set[str]:
    return {one.number for one in found.unplaced}


def _proved(found: Timetable) -> bool:
    return found.levels[0].value == found.levels[0].bound


@settings(max_examples=25, deadline=None)
@given(_rows(), some.booleans())
def test_a_mend_applied_gives_one_event_more_a_day(rows: list[Event], again: bool) -> None:
    of = _built(rows)
    timetable = engine.schedule(of, limits=LIMITS).timetable
    if again:
        away = change(ChangeKind.AWAY, "2022-03-16", who=KIM)
        made = engine.reschedule(timetable, of, [away], on=date(2022, 3, 14), limits=LIMITS)
        timetable = made.made.timetable
    if not timetable.unplaced:
        return
    standing = _Standing(timetable, of)
    for missing in timetable.unplaced:
        at = standing.position[missing.id]
        possible, parts = standing.replan.possible(at), standing.events.parts(at)
        reason = reason_of(standing.program, standing.placements, at, possible, parts)
        for mend in reason.mends:
            mended = _built(_applied(rows, at, mend, standing))
            if again:
                # The former edition with what the tables say now; nothing else has changed.
                made = engine.reschedule(timetable, mended, [], on=date(2022, 3, 14), limits=LIMITS)
                found = made.made.timetable
            else:
                found = engine.schedule(mended, limits=LIMITS).timetable
            assert _proved(found)
            assert len(_missing(found)) < len(_missing(timetable)), (missing, mend)
