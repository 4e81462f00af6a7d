"""Meetings of a whole municipality: how many are placed, how much is proved, in what time.

Run: ``python benchmarks/meetings.py [scenario ...]``; by default the largest shipped one. The
plan of pairs is made first and is not counted. Seconds are of the processor, so that a busy
machine does not count.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

import matchmaker as mm
from matchmaker import engine

SHIPPED = Path(__file__).parent.parent / "scenarios"


def main(names: list[str]) -> None:
    for name in names or ["kemerovo"]:
        given = engine.meeting_inputs(SHIPPED / name)
        plan = mm.match(given.municipality, given.policy).record
        started = time.process_time()
        made = mm.meetings(
            given.municipality,
            given.policy,
            plan,
            tables=given.tables,
            roadmap=given.roadmap,
        )
        placed = time.process_time() - started
        papers = made.papers()
        whole = time.process_time() - started
        record = made.record
        lost = Counter(
            reason for one in record.unplaced for reason in [one.reason] * len(one.meetings)
        )
        print(f"{name}: {len(given.municipality.mentees)} mentees, {len(plan.pairs)} pairs")
        print(f"  series {len(record.series)}, meetings {len(record.meetings)}, {record.status}")
        print(f"  unplaced {sum(lost.values())}: {dict(sorted(lost.items()))}")
        print(f"  violations {len(made.violations)}, calendars {len(papers) - 2}")
        print(f"  seconds: placed and checked {placed:.1f}, with papers {whole:.1f}")
        for level in record.levels:
            print(f"  {level.name}: {level.value} (bound {level.bound})")


if __name__ == "__main__":
    main(sys.argv[1:])
