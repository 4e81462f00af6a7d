"""Everyone that takes part in comparisons, by name."""

from __future__ import annotations

from matchmaker.bench.solvers import mentor_match, openreview, stable_matching
from matchmaker.bench.solvers.base import Contender
from matchmaker.bench.solvers.columns import Columns
from matchmaker.bench.solvers.ours import Ours
from matchmaker.bench.solvers.plain import Plain
from matchmaker.bench.solvers.scipy_direct import ScipyDirect
from matchmaker.solvers.plain.cpsat import plain_cpsat
from matchmaker.solvers.plain.dense import plain_dense
from matchmaker.solvers.plain.flow import plain_flow
from matchmaker.solvers.plain.highs import plain_highs

CONTENDERS: dict[str, Contender] = {
    one.name: one
    for one in (
        Ours("auto", 1400),
        Ours("flow", 1400),
        Columns(),
        Ours("mip", 1400),
        Ours("cpsat", 6000),
        Ours("greedy", 900),
        Ours("deferred", 1100),
        ScipyDirect(),
        Plain("scipy", plain_dense, 700, "scipy.optimize", "scipy"),
        Plain("plain-flow", plain_flow, 800),
        Plain("plain-cpsat", plain_cpsat, 4000),
        Plain("highs", plain_highs, 4000),
        Plain("matching", stable_matching.stable_matching, 1000, stable_matching.MODULE),
        Plain("mentor-match", mentor_match.mentor_match, 2600, mentor_match.MODULE),
        Plain(
            "openreview", openreview.openreview_flow, 2000, openreview.MODULE, "openreview-matcher"
        ),
    )
}
