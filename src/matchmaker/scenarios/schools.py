"""Organisations: schools, kindergartens, centres, and those outside the network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from matchmaker.domain import OrganisationKind, School, SchoolProfile, Technology
from matchmaker.scenarios.draw import apportion, coins
from matchmaker.scenarios.geography import Land
from matchmaker.scenarios.plan import EXTRA, KINDERGARTEN, SCHOOL, Plan

FIRST_NUMBER = 201
"""Numbers start here, so that no school that exists is meant."""

NAMES = {
    SCHOOL: ("ш", "МБОУ «Школа № {}»"),
    KINDERGARTEN: ("д", "МАДОУ «Детский сад № {}»"),
    EXTRA: ("ц", "МБУ ДО «Центр творчества № {}»"),
}

# What a school works on, and what it can show others; one list for both, so that they
# can be compared (domain notes; the list changes from year to year).
TOPICS = (
    "предметная и методическая компетентность",
    "учебная мотивация",
    "школьный климат",
    "вовлечённость родителей",
    "обучающиеся с ОВЗ",
    "язык обучения как неродной",
    "риски учебной неуспешности",
    "кадры",
    "оснащение",
)
TECHNOLOGIES = tuple(Technology)


@dataclass(frozen=True, slots=True)
class Network:
    """The organisations of the municipality's own network, and where all of them stand."""

    schools: list[School]
    profiles: list[SchoolProfile]
    """What the schools among them work on and what they can show; nothing else yet."""
    land: Land
    """The places of the organisations outside the network come last."""


def network(rng: np.random.Generator, plan: Plan, n: int) -> Network:
    """Draw the organisations of the municipality's own network."""
    counts = apportion([weight for _, weight in plan.kinds], n)
    if counts[0] == 0:  # the first kind, schools, is always there
        counts[counts.index(max(counts))] -= 1
        counts[0] += 1
    land = Land.lay_out(rng, plan.region, n + len(plan.outside))
    made = Network([], [], land)
    for (kind, _), count in zip(plan.kinds, counts, strict=True):
        _add(made, rng, plan, kind, count)
    return made


def _add(
    made: Network, rng: np.random.Generator, plan: Plan, kind: OrganisationKind, count: int
) -> None:
    """Add so many organisations of a kind."""
    letter, name = NAMES[kind]
    two_shifts = coins(rng, plan.two_shifts, count)
    modelled = coins(rng, 1 - plan.no_model, count)
    results: list[dict[str, bool]] = [{}] * count
    topics: list[dict[str, Any]] = []
    if kind is SCHOOL:
        results = _results(rng, plan, count)
        topics = [_topics(rng, at, found) for at, found in enumerate(results)]
    days = rng.integers(0, 700, count)
    region, land, first = plan.region, made.land, len(made.schools)
    for position in range(count):
        at = first + position
        area = land.names[int(land.district[at])]
        apart = region.villages is not None or area in region.outlying
        made.schools.append(
            School(
                id=f"{letter}{FIRST_NUMBER + position}",
                name=name.format(FIRST_NUMBER + position),
                kind=kind,
                district=_territory(land, at) if region.villages is not None else area,
                settlement=area if apart else None,
                rural=region.villages is not None,
                latitude=float(land.latitude[at]),
                longitude=float(land.longitude[at]),
                shifts=_shifts(kind, bool(two_shifts[position])),
                model_order=f"{FIRST_NUMBER + position}-м" if modelled[position] else None,
                model_order_date=(
                    date(2023, 9, 1) + timedelta(days=int(days[position]))
                    if modelled[position]
                    else None
                ),
                **results[position],
            )
        )
    made.profiles.extend(
        SchoolProfile(school=made.schools[first + at].id, **facts)
        for at, facts in enumerate(topics)
    )


def _territory(land: Land, at: int) -> str:
    """Villages belong to the north or the south of their district."""
    north = land.latitude[at] >= land.region.centre[0]
    return "Северная территория" if north else "Южная территория"


def _shifts(kind: OrganisationKind, two: bool) -> frozenset[str]:
    if kind is KINDERGARTEN:
        return frozenset()
    if kind is EXTRA:
        return frozenset({"1", "2"})
    return frozenset({"1", "2"}) if two else frozenset({"1"})


def _results(rng: np.random.Generator, plan: Plan, count: int) -> list[dict[str, bool]]:
    """Results of schools: low and high exclude each other, resilient are in hard contexts."""
    flags = plan.flags
    low, hard, high, resilient = (
        round(share * count / 100) for share in (flags.low, flags.hard, flags.high, flags.resilient)
    )
    order = [int(at) for at in rng.permutation(count)]
    low_ones, rest = set(order[:low]), order[low:]
    hard_ones = rest[:hard]
    high_ones = set(rest[hard : hard + high])
    resilient_ones = set(hard_ones[:resilient])
    return [
        {
            "low_results": at in low_ones,
            "hard_context": at in hard_ones,
            "stably_high": at in high_ones,
            "resilient": at in resilient_ones,
        }
        for at in range(count)
    ]


def _topics(rng: np.random.Generator, at: int, results: dict[str, bool]) -> dict[str, Any]:
    """What a school works on, if it needs help, and what it can show, if it is strong."""
    topics = [TOPICS[int(k)] for k in rng.permutation(len(TOPICS))]
    methods = [TECHNOLOGIES[int(k)] for k in rng.permutation(len(TECHNOLOGIES))]
    if results["stably_high"] or results["resilient"]:
        return {"strengths": frozenset(topics[-3 - at % 2 :]), "technologies": {methods[0]}}
    if results["low_results"] or results["hard_context"]:
        return {"risk_profile": frozenset(topics[: 2 + at % 3])}
    return {}


def outside(plan: Plan, land: Land, first: int) -> list[School]:
    """Universities, colleges and partners, each with an agreement."""
    return [
        School(
            id=one.id,
            name=one.name,
            kind=one.kind,
            latitude=float(land.latitude[at]),
            longitude=float(land.longitude[at]),
            agreement=one.agreement,
            agreement_from=date(2024, 9, 2),
            agreement_to=one.agreement_to,
        )
        for at, one in enumerate(plan.outside, start=first)
    ]
