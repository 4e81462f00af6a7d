"""What hangs on one school: small graphs counted by hand, then laws on random ones."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.domain import About, Municipality, OrganisationKind, School
from matchmaker.errors import InputError
from matchmaker.results.link_graph import Link, LinkReport, link_graph, link_report
from matchmaker.text import speaking

SCHOOLS = "abcdefs"


@pytest.fixture(scope="module")
def town() -> Municipality:
    """Seven schools and a kindergarten."""
    return Municipality(
        about=About(name="Городок", reference_date=date(2026, 9, 1)),
        schools=(
            *(School(id=key, name=f"Школа {key}") for key in SCHOOLS),
            School(id="д", name="Детский сад", kind=OrganisationKind.KINDERGARTEN),
        ),
    )


def help_(start: str, end: str) -> Link:
    return Link(start=start, end=end, kind="cooperation")


def partner(start: str, end: str) -> Link:
    return Link(start=start, end=end, kind="partnership")


def groups(report: LinkReport) -> list[str]:
    return ["".join(group.schools) for group in report.groups]


def joints(report: LinkReport) -> dict[str, tuple[int, ...]]:
    return {joint.school: joint.parts for joint in report.joints}


def test_five_hang_on_one(town: Municipality) -> None:
    report = link_report(town, [help_("a", end) for end in "bcdef"])
    assert groups(report) == ["abcdef"]
    assert [(s.helper, "".join(s.schools)) for s in report.supports] == [("a", "bcdef")]
    assert joints(report) == {"a": (1, 1, 1, 1, 1)}
    assert report.unlinked == ("s",)
    assert {load.school: load.role for load in report.loads if load.total > 1} == {"a": "helper"}
    said = report.words()
    assert said[0].startswith("На одной школе держатся 5: Школа a")
    assert "Без договоров 1 школа: Школа s" in said
    with speaking("en"):
        assert report.words()[0].startswith("5 hang on one school: Школа a")


def test_a_second_helper_takes_the_load_off(town: Municipality) -> None:
    links = [help_("a", end) for end in "bcd"]
    assert link_report(town, links).supports
    assert not link_report(town, links, several=4).supports
    assert not link_report(town, [*links, help_("e", "d")]).supports
    assert [d.helpers for d in link_report(town, [*links, help_("e", "d")]).dependences] == [
        ("a",),
        ("a",),
        ("a", "e"),
    ]


def test_path(town: Municipality) -> None:
    report = link_report(town, [partner("a", "b"), partner("c", "b"), partner("d", "c")])
    assert joints(report) == {"b": (2, 1), "c": (2, 1)}
    assert not report.supports
    assert not report.dependences


def test_two_components_largest_first(town: Municipality) -> None:
    report = link_report(town, [help_("a", "b"), help_("d", "c"), partner("d", "e")])
    assert groups(report) == ["cde", "ab"]
    assert joints(report) == {"d": (1, 1)}
    assert {load.school: load.role for load in report.loads} == {
        "a": "helper",
        "b": "helped",
        "c": "helped",
        "d": "helper",
        "e": "partner",
        "f": "none",
        "s": "none",
    }


def test_no_one_is_missed_in_a_triangle(town: Municipality) -> None:
    report = link_report(town, [partner("a", "b"), partner("b", "c"), partner("c", "a")])
    assert not report.joints
    assert [load.partner for load in report.loads if load.total] == [2, 2, 2]


def test_the_same_two_may_help_and_be_partners(town: Municipality) -> None:
    report = link_report(town, [help_("b", "a"), partner("a", "b")])
    assert [(one.helper, one.helped, one.partner) for one in report.loads[:2]] == [
        (0, 1, 1),
        (1, 0, 1),
    ]


def test_other_organisations_count_once_linked(town: Municipality) -> None:
    assert "д" not in link_graph(town, [])
    assert "д" in link_graph(town, [partner("д", "a")])


def test_no_links(town: Municipality) -> None:
    report = link_report(town, [])
    assert report.unlinked == tuple(SCHOOLS)
    assert len(report.words()) == 1


def test_every_wrong_link_is_named(town: Municipality) -> None:
    wrong = [help_("a", "a"), partner("a", "b"), partner("b", "a"), help_("a", "нет")]
    with pytest.raises(InputError) as caught:
        link_graph(town, wrong)
    assert len(caught.value.issues) == 3


KINDS: list[Literal["cooperation", "partnership"]] = ["cooperation", "partnership"]


@st.composite
def some_links(draw: st.DrawFn) -> list[Link]:
    """Links between different schools, none twice."""
    ends = st.lists(st.sampled_from(SCHOOLS), min_size=2, max_size=2, unique=True)
    links = st.builds(
        lambda kind, pair: Link(start=pair[0], end=pair[1], kind=kind), st.sampled_from(KINDS), ends
    )
    return draw(
        st.lists(
            links,
            unique_by=lambda x: (
                x.kind,
                *(sorted((x.start, x.end)) if x.kind == "partnership" else (x.start, x.end)),
            ),
            max_size=15,
        )
    )


@given(links=some_links())
def test_laws(town: Municipality, links: list[Link]) -> None:
    report = link_report(town, links)
    assert sum(load.total for load in report.loads) == 2 * len(links)
    assert sum(load.helper for load in report.loads) == sum(load.helped for load in report.loads)
    members = [school for group in report.groups for school in group.schools]
    assert sorted([*members, *report.unlinked]) == sorted(SCHOOLS)
    size = {school: len(group.schools) for group in report.groups for school in group.schools}
    for joint in report.joints:
        assert len(joint.parts) > 1
        assert sum(joint.parts) == size[joint.school] - 1
    turned = [
        link.model_copy(update={"start": link.end, "end": link.start})
        if link.kind == "partnership"
        else link
        for link in reversed(links)
    ]
    assert link_report(town, turned) == report
