"""Which schools are linked by agreements, and what hangs on one school alone.

Cooperation goes from the partner school to the participating school; a partnership counts
both ways. The findings name who helps whom, so they are for the curator.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import networkx as nx

from matchmaker.domain import Municipality, OrganisationKind
from matchmaker.errors import InputError, Issue, Place
from matchmaker.frozen import Frozen
from matchmaker.messages import link_graph as say

Role = Literal["helper", "helped", "both", "partner", "none"]
Names = Mapping[str, str]

SEVERAL = 3
"""For so many schools the only helper: then they hang on one school."""


class Link(Frozen):
    """An agreement between two schools, proposed or in force."""

    start: str
    """ID of the helping school; in a partnership, of either."""
    end: str
    """ID of the helped school; in a partnership, of the other."""
    kind: Literal["cooperation", "partnership"]
    points: Mapping[str, int] = {}
    """What the link is worth by the rules, per tier."""
    in_force: bool = False
    """Whether it was agreed before."""


class Load(Frozen):
    """How many agreements a school has, by what it is in them."""

    school: str
    helper: int
    helped: int
    partner: int

    @property
    def total(self) -> int:
        """All agreements of the school."""
        return self.helper + self.helped + self.partner

    @property
    def role(self) -> Role:
        """What the school is: to help or be helped says more than a partnership."""
        if self.helper and self.helped:
            return "both"
        if self.helper:
            return "helper"
        if self.helped:
            return "helped"
        return "partner" if self.partner else "none"

    def words(self, names: Names) -> str:
        """Say how many agreements the school has, and of what sort."""
        sorts = (
            (say.AS_HELPER, self.helper),
            (say.AS_HELPED, self.helped),
            (say.AS_PARTNER, self.partner),
        )
        parts = ", ".join(text(n=n) for text, n in sorts if n)
        return say.LOAD(school=names[self.school], n=self.total, parts=parts)


class Group(Frozen):
    """Schools that are linked with each other, directly or through others."""

    schools: tuple[str, ...]

    def words(self, names: Names) -> str:
        """Name the schools."""
        return say.GROUP(n=len(self.schools), schools=_list(self.schools, names))


class Dependence(Frozen):
    """Who helps a school; if there is but one, the school depends on it."""

    school: str
    helpers: tuple[str, ...]

    def words(self, names: Names) -> str:
        """Name the school and those who help it."""
        text = say.ONLY_HELPER if len(self.helpers) == 1 else say.HELPERS
        return text(school=names[self.school], helpers=_list(self.helpers, names))


class Support(Frozen):
    """A school that is the only helper of several others."""

    helper: str
    schools: tuple[str, ...]

    def words(self, names: Names) -> str:
        """Say how many schools hang on this one."""
        return say.SUPPORT(
            n=len(self.schools), helper=names[self.helper], schools=_list(self.schools, names)
        )


class Joint(Frozen):
    """A school without which those linked through it fall apart."""

    school: str
    parts: tuple[int, ...]
    """How many schools stay in each part, most first."""

    def words(self, names: Names) -> str:
        """Say into what parts they would fall."""
        return say.JOINT(school=names[self.school], parts=", ".join(map(str, self.parts)))


class LinkReport(Frozen):
    """What the agreements make of the schools: groups, loads, and what hangs on one school."""

    names: dict[str, str]
    groups: tuple[Group, ...]
    """Largest first; a school without agreements is in none."""
    loads: tuple[Load, ...]
    dependences: tuple[Dependence, ...]
    supports: tuple[Support, ...]
    joints: tuple[Joint, ...]
    unlinked: tuple[str, ...]

    def words(self) -> list[str]:
        """All findings as sentences, those that ask for a decision first."""
        return list(self._sentences())

    def _sentences(self) -> Iterator[str]:
        for support in self.supports:
            yield support.words(self.names)
        for joint in self.joints:
            yield joint.words(self.names)
        for dependence in self.dependences:
            yield dependence.words(self.names)
        for group in self.groups:
            yield group.words(self.names)
        if self.unlinked:
            yield say.UNLINKED(n=len(self.unlinked), schools=_list(self.unlinked, self.names))
        for load in self.loads:
            if load.total:
                yield load.words(self.names)


def link_graph(municipality: Municipality, links: Sequence[Link]) -> nx.MultiDiGraph[str]:
    """Make the graph of the schools and of whatever else has an agreement.

    Nodes stand in the order of the tables and edges in the order of nodes, whatever the
    order of the links. A partnership is an edge each way.

    Raises
    ------
    InputError
        with every link that names an unknown school, one school twice, or stands twice.
    """
    place = {school.id: n for n, school in enumerate(municipality.schools)}
    _check(place, links)
    linked = {end for link in links for end in (link.start, link.end)}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(
        school.id
        for school in municipality.schools
        if school.kind is OrganisationKind.SCHOOL or school.id in linked
    )
    edges = [(link.start, link.end, link) for link in links]
    edges += [(link.end, link.start, link) for link in links if link.kind == "partnership"]
    for start, end, link in sorted(edges, key=lambda e: (place[e[0]], place[e[1]], e[2].kind)):
        graph.add_edge(start, end, link.kind, points=link.points, in_force=link.in_force)
    return graph


def link_report(
    municipality: Municipality, links: Sequence[Link], several: int = SEVERAL
) -> LinkReport:
    """Find groups, loads, and schools on which too much hangs.

    A school whose leaving parts those linked through it is an articulation point of the
    graph (Hopcroft and Tarjan 1973).

    Parameters
    ----------
    municipality : whose schools these are.
    links : the agreements.
    several : for so many schools the only helper: then they hang on one school.
    """
    graph = link_graph(municipality, links)
    helpers = {end: _helpers(graph, end) for end in graph}
    only = {school: [end for end in graph if helpers[end] == (school,)] for school in graph}
    web = nx.Graph(graph)
    order = {school: n for n, school in enumerate(graph)}
    groups = [tuple(sorted(group, key=order.__getitem__)) for group in nx.connected_components(web)]
    groups.sort(key=lambda group: (-len(group), order[group[0]]))
    joints = sorted(nx.articulation_points(web), key=order.__getitem__)
    return LinkReport(
        names={school: municipality.school[school].name for school in graph},
        groups=tuple(Group(schools=group) for group in groups if len(group) > 1),
        loads=loads(graph),
        dependences=tuple(
            Dependence(school=school, helpers=found) for school, found in helpers.items() if found
        ),
        supports=tuple(
            Support(helper=school, schools=tuple(ends))
            for school, ends in sorted(only.items(), key=lambda item: -len(item[1]))
            if len(ends) >= several
        ),
        joints=tuple(Joint(school=school, parts=_parts(web, school)) for school in joints),
        unlinked=tuple(nx.isolates(web)),
    )


def loads(graph: nx.MultiDiGraph[str]) -> tuple[Load, ...]:
    """Count the agreements of each school."""
    gives = {
        school: Counter(kind for _, _, kind in graph.out_edges(school, keys=True))
        for school in graph
    }
    return tuple(
        Load(
            school=school,
            helper=kinds["cooperation"],
            helped=len(_helpers(graph, school)),
            partner=kinds["partnership"],
        )
        for school, kinds in gives.items()
    )


def _helpers(graph: nx.MultiDiGraph[str], school: str) -> tuple[str, ...]:
    return tuple(
        start for start, _, kind in graph.in_edges(school, keys=True) if kind == "cooperation"
    )


def _parts(web: nx.Graph[str], school: str) -> tuple[int, ...]:
    rest = web.subgraph(nx.node_connected_component(web, school) - {school})
    return tuple(sorted(map(len, nx.connected_components(rest)), reverse=True))


def _check(known: Mapping[str, int], links: Sequence[Link]) -> None:
    wrong: list[str] = []
    seen: set[tuple[str, ...]] = set()
    for link in links:
        ends = [link.start, link.end]
        unknown = [school for school in dict.fromkeys(ends) if school not in known]
        wrong += [say.UNKNOWN_SCHOOL(school=school) for school in unknown]
        if link.start == link.end:
            wrong.append(say.ITSELF(school=link.start))
        key = (link.kind, *(sorted(ends) if link.kind == "partnership" else ends))
        if key in seen:
            wrong.append(say.TWICE(start=link.start, end=link.end))
        seen.add(key)
    if wrong:
        raise InputError([Issue(Place(), words) for words in wrong])


def _list(schools: Sequence[str], names: Names) -> str:
    return ", ".join(names[school] for school in schools)
