"""The picture of agreements: what it tells and does not tell, and that it repeats."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from matchmaker.domain import About, Municipality, School
from matchmaker.errors import InputError
from matchmaker.io.files import replace_files
from matchmaker.io.link_picture import _Picture, draw_links, link_pictures
from matchmaker.io.link_places import Box, by_geography, middle, path, place_names, spread
from matchmaker.messages import link_picture as say
from matchmaker.results.link_graph import Link
from matchmaker.text import speaking

RANKS = re.compile(
    r"партн[её]р|участник|сотрудничеств|куратор|слаб|сильн|НОР|ССУ|держ|распад|"
    r"helper|helped|partner|participa|cooperation|curator",
    re.IGNORECASE,
)


SVG = "{http://www.w3.org/2000/svg}"


def municipality(*schools: School) -> Municipality:
    about = About(name="Городок", reference_date=date(2026, 9, 1))
    return Municipality(about=about, schools=schools)


def school(key: str, **facts: object) -> School:
    return School.model_validate({"id": key, "name": f"Школа № {key}", **facts})


@pytest.fixture(scope="module")
def town() -> Municipality:
    """Eight schools; the last two have no coordinates, one has a name with signs of XML."""
    return municipality(
        *(
            school(
                f"{n}", latitude=54.6 + n * 0.01, longitude=86.1 + n * n * 0.004, low_results=n > 2
            )
            for n in range(1, 6)
        ),
        School(id="6", name="Лицей \"Б & Д\" <имени> 'К'", latitude=54.6, longitude=86.3),
        school("7"),
    )


LINKS = [
    *(Link(start="1", end=end, kind="cooperation", in_force=end == "5") for end in "345"),
    Link(start="2", end="6", kind="partnership"),
    Link(start="6", end="7", kind="partnership", in_force=True),
]


def write_link_pictures(
    folder: Path, town: Municipality, links: list[Link], curator: bool = False
) -> list[Path]:
    """Write the pictures and say where."""
    contents = link_pictures(town, links, curator)
    replace_files({folder / name: content for name, content in contents.items()})
    return [folder / name for name in contents]


def texts(svg: Path) -> list[str]:
    """Every text of the picture; it must be well-formed."""
    return ["".join(node.itertext()) for node in ET.fromstring(svg.read_bytes()).iter(f"{SVG}text")]


def signs(svg: Path) -> set[str | None]:
    """The outlines of all schools and arrowheads, without their places."""
    groups = ET.fromstring(svg.read_bytes()).iter(f"{SVG}g")
    marks = [group for group in groups if "mark-symbol role-mark" in group.get("class", "")]
    return {mark.get("d") for group in marks for mark in group}


def test_public_picture_tells_no_roles(town: Municipality, tmp_path: Path) -> None:
    files = write_link_pictures(tmp_path, town, LINKS)
    assert [file.name for file in files] == ["links.svg", "links.png"]
    svg = files[0].read_text("utf-8")
    assert not RANKS.search(svg)
    chart = str(draw_links(town, LINKS).to_dict())
    assert not RANKS.search(chart)
    assert "angle" not in chart
    assert len(signs(files[0])) == 1


def test_public_picture_is_the_same_whoever_helps(town: Municipality, tmp_path: Path) -> None:
    """Turning every agreement, or calling it a partnership, changes nothing that is shown."""
    others = [
        Link(start=x.end, end=x.start, kind="partnership", points={"fit": 7}, in_force=x.in_force)
        for x in LINKS
    ]
    first = write_link_pictures(tmp_path / "1", town, LINKS)
    second = write_link_pictures(tmp_path / "2", town, others)
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


def test_curator_sees_roles(town: Municipality, tmp_path: Path) -> None:
    files = {file.name: file for file in write_link_pictures(tmp_path, town, LINKS, curator=True)}
    assert sorted(files) == [
        "links-by-place.png",
        "links-by-place.svg",
        "links-by-role.png",
        "links-by-role.svg",
        "links.png",
        "links.svg",
    ]
    public = write_link_pictures(tmp_path / "public", town, LINKS)[0]
    assert files["links.svg"].read_bytes() == public.read_bytes()
    for name in ("links-by-place.svg", "links-by-role.svg"):
        said = texts(files[name])
        for words in (say.ROLES["helper"], say.ROLES["helped"], say.SUPPORT, say.JOINT):
            assert words(n=3) in said
        assert any(say.FOR_CURATOR() in line for line in said)
        assert len(signs(files[name])) > len(signs(public))
    assert "angle" in str(draw_links(town, LINKS, curator=True).to_dict())


def test_roles_are_for_the_curator(town: Municipality) -> None:
    with pytest.raises(InputError, match="куратор"):
        draw_links(town, LINKS, layout="role")


def test_two_agreements_of_the_same_schools_are_two_lines(town: Municipality) -> None:
    both = [LINKS[0], Link(start="3", end="1", kind="partnership")]
    first, second = _Picture(town, both, "geography", curator=True).scene.paths
    assert np.hypot(*(middle(first) - middle(second))) > 10


def test_bytes_repeat(town: Municipality, tmp_path: Path) -> None:
    first = write_link_pictures(tmp_path / "1", town, LINKS, curator=True)
    second = write_link_pictures(tmp_path / "2", town, LINKS[::-1], curator=True)
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


def test_names_are_only_text(town: Municipality, tmp_path: Path) -> None:
    said = texts(write_link_pictures(tmp_path, town, LINKS)[0])
    assert any(town.school["6"].name in line for line in said)


def test_english(town: Municipality, tmp_path: Path) -> None:
    with speaking("en"):
        said = " ".join(texts(write_link_pictures(tmp_path, town, LINKS, curator=True)[2]))
    assert "participating school" in said
    assert "школа-участник" not in said


def test_a_school_without_coordinates_stands_aside(town: Municipality, tmp_path: Path) -> None:
    assert say.NO_PLACE() in texts(write_link_pictures(tmp_path, town, LINKS)[0])
    places, _, beside = by_geography(town.schools, Box(0, 0, 900, 500), 40)
    assert beside is not None
    lost = {school.id for school in town.schools if school.latitude is None}
    for key, point in places.items():
        assert (point[0] > beside.left) == (key in lost)


def test_kilometres_are_as_long_both_ways() -> None:
    """At 60° a degree of longitude is half a degree of latitude."""
    schools = [
        school("1", latitude=59.5, longitude=30.0),
        school("2", latitude=60.5, longitude=30.0),
        school("3", latitude=60.0, longitude=31.0),
    ]
    places, kilometre, _ = by_geography(schools, Box(0, 0, 900, 500), 40)
    assert (places["3"] - places["1"])[0] == pytest.approx(111.2 / 2 * kilometre, abs=0.1)
    assert (places["2"] - places["1"])[1] == pytest.approx(111.2 * kilometre, abs=0.1)


@pytest.mark.parametrize("curator", [False, True])
def test_hardly_anything_to_draw(curator: bool, tmp_path: Path) -> None:
    one = municipality(School(id="s", name="Школа", latitude=55, longitude=86))
    for n, town in enumerate((one, municipality(), municipality(school("очень-длинный-код")))):
        for file in write_link_pictures(tmp_path / str(n), town, [], curator):
            assert file.stat().st_size > 0


def test_spread_leaves_a_gap() -> None:
    points = spread(np.zeros((60, 2)) + 200, 30, Box(0, 0, 400, 400))
    far = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    assert far[~np.eye(60, dtype=bool)].min() > 27


def test_a_line_goes_round_a_school() -> None:
    start, end, between = np.array([0.0, 0]), np.array([300.0, 0]), np.array([150.0, 0])
    assert len(path(start, end, [between + 50], 20)) == 2
    bow = path(start, end, [between], 20)
    assert np.hypot(*(bow - between).T).min() >= 20


def test_no_names_in_a_crowd() -> None:
    places = {str(n): np.array([100.0 + n, 100]) for n in range(9)}
    names = dict.fromkeys(places, "Школа с длинным названием")
    assert place_names(places, names, [], [], Box(0, 0, 400, 200), 10, 11) is None
    found = place_names({"1": places["1"]}, names, [], [], Box(0, 0, 400, 200), 10, 11)
    assert found is not None
