"""From schools to a roster: who may be linked to whom, in which kind of link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matchmaker.domain import (
    LinkKind,
    LinkState,
    Municipality,
    OrganisationKind,
    School,
    SchoolProfile,
    Willing,
)
from matchmaker.messages import partners as say
from matchmaker.pairs import Roster
from matchmaker.policy import Kind, Policy
from matchmaker.program.encode import partners_of, travel_of
from matchmaker.program.record import FormerPair
from matchmaker.sides import Ledger, Side
from matchmaker.units import SchoolUnit

PLATFORM = "platform"
"""The key of the network platform, which schools are chosen for."""

_AGREED: dict[Kind, LinkKind] = {
    "cooperation": LinkKind.COOPERATION,
    "joint": LinkKind.COOPERATION,
    "partnership": LinkKind.PARTNERSHIP,
}
"""Which agreements speak of which kind of plan."""


def encode_schools(
    municipality: Municipality, policy: Policy, kind: Kind, former: Sequence[FormerPair] = ()
) -> Roster:
    """Lay out the schools of a municipality for one kind of link.

    * ``cooperation``: schools that ask for support, and all schools as helpers.
    * ``partnership``: schools with high results on both sides; each two stand once.

    A school of a pinned link stands there too, whatever it is: if rules exclude the pin, the
    plan can say so.

    * ``platform``: the platform itself, and all schools.
    * ``joint``: every organisation of the municipality's own network on both sides.
    """
    everyone = municipality.schools
    own = [school for school in everyone if not school.kind.outside]
    schools = [school for school in own if school.kind is OrganisationKind.SCHOOL]
    pinned = _pinned(municipality, kind)
    helped, helping = {
        "cooperation": (
            [s for s in everyone if (s in schools and s.asks) or s.id in pinned.helped],
            [s for s in everyone if s in schools or s.id in pinned.helping],
        ),
        "partnership": ([s for s in everyone if (s in schools and s.strong) or s.id in pinned.any],)
        * 2,
        "platform": ([School(id=PLATFORM, name=say.PLATFORM())], schools),
        "joint": ([s for s in everyone if s in own or s.id in pinned.any],) * 2,
    }[kind]
    programme = "cooperation" if kind == "joint" else kind
    left = _units(municipality, helped, programme)
    right = _units(municipality, helping, programme)
    ledgers = _ledgers(municipality, kind, left, right)
    if former:
        standing = [(one.person, one.mentor) for one in former if one.programme == programme]
        ledgers["former"] = Ledger.of(
            dict.fromkeys(_places(standing, left, right, kind), 1), len(right)
        )
    return Roster(
        mentee=Side(left),
        mentor=Side(right),
        reference_date=municipality.reference_date,
        ledgers=ledgers,
        travel=travel_of(municipality, policy),
        schools=municipality.school,
        partners=partners_of(municipality),
        of_schools=True,
        symmetric=kind == "partnership",
    )


@dataclass(frozen=True, slots=True)
class _Pinned:
    """Schools that the curator's pins name, by the side they stand on."""

    helped: frozenset[str]
    helping: frozenset[str]

    @property
    def any(self) -> frozenset[str]:
        """All of them."""
        return self.helped | self.helping


def _pinned(municipality: Municipality, kind: Kind) -> _Pinned:
    pins = [
        link
        for link in municipality.links
        if link.state is LinkState.PIN and link.kind is _AGREED.get(kind)
    ]
    return _Pinned(
        frozenset(link.helped for link in pins), frozenset(link.helping for link in pins)
    )


def _units(
    municipality: Municipality, schools: Iterable[School], programme: str
) -> list[SchoolUnit]:
    # Nobody has to agree that there is a platform.
    platform = SchoolProfile(school=PLATFORM, consent=Willing.YES)
    profile = {PLATFORM: platform, **municipality.profile}
    return [
        SchoolUnit(
            key=school.id,
            school=school,
            profile=profile[school.id],
            programme=programme,
        )
        for school in schools
    ]


def _ledgers(
    municipality: Municipality, kind: Kind, left: list[SchoolUnit], right: list[SchoolUnit]
) -> dict[str, Ledger]:
    """What is agreed and decided: ``in_force``, ``forbid``, and ``pin`` with a number each."""
    written: dict[str, dict[tuple[int, int], int]] = defaultdict(dict)
    pins = 0
    for link in municipality.links:
        if link.kind is not _AGREED.get(kind):
            continue
        if link.state is LinkState.IN_FORCE and not link.in_force(municipality.reference_date):
            continue
        if link.state is LinkState.PIN:
            pins += 1
        value = pins if link.state is LinkState.PIN else 1
        for place in _places([(link.helped, link.helping)], left, right, kind):
            written[link.state.value][place] = value
    return {name: Ledger.of(entries, len(right)) for name, entries in written.items()}


def _places(
    links: Iterable[tuple[str, str]], left: list[SchoolUnit], right: list[SchoolUnit], kind: Kind
) -> list[tuple[int, int]]:
    """The positions of links given as (helped, helping); of equals, the smaller first."""
    rows = {unit.key: i for i, unit in enumerate(left)}
    columns = {unit.key: j for j, unit in enumerate(right)}
    found = [(rows[a], columns[b]) for a, b in links if a in rows and b in columns]
    if kind == "partnership":
        return [(min(place), max(place)) for place in found]
    return found
