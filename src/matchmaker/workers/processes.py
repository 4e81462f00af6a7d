"""Processes of this machine (joblib's loky)."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import time
import warnings
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import joblib
from joblib.externals.loky import get_reusable_executor
from joblib.externals.loky.backend import resource_tracker
from joblib.externals.loky.process_executor import BrokenProcessPool

from matchmaker.text import Language, language
from matchmaker.workers.base import Item, LostWorkers, Result, Shared, Workers, at_work

KEPT = 4
"""So many shared values a worker keeps, the last ones used."""

BEAT = 1.0
"""So often a process looks whether the one it works for is still there. Unit: seconds."""

_kept: OrderedDict[str, object] = OrderedDict()


class Processes(Workers):
    """So many processes of this machine; one is this process itself.

    What is shared goes through a file, whose arrays all processes read in place.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._folder = Path(tempfile.mkdtemp(prefix="matchmaker-"))
        # It may hold tables of real people: it goes even if this process is killed.
        resource_tracker.register(str(self._folder), "folder")
        self._files = 0

    def _run(
        self,
        task: Callable[..., Result],
        items: Mapping[int, Item],
        given: Sequence[Shared[Any]],
    ) -> Iterator[tuple[int, Result]]:
        places = [self._place(shared) for shared in given]
        # One thread each: processes that all use every core slow each other down.
        backend: dict[str, Any] = {} if self._count == 1 else {"inner_max_num_threads": 1}
        with joblib.parallel_config("loky", **backend):
            parallel = joblib.Parallel(
                n_jobs=self._count,
                return_as="generator_unordered",
                batch_size=1,
                max_nbytes=None,
                initializer=_go_with,
                initargs=(os.getpid(),),
            )
        # Whoever stops early has chosen to: the library's advice on that is of no use to them.
        warnings.filterwarnings("ignore", ".*You could benefit from adjusting", UserWarning)
        work, speech = joblib.delayed(_work), language()
        calls = (work(task, at, item, places, speech) for at, item in items.items())
        try:
            yield from parallel(calls)
        except BrokenProcessPool as error:
            raise LostWorkers from error

    def _place(self, shared: Shared[Any]) -> object:
        """Where a value stands: in a file, or where nobody else works simply here."""
        if self._count == 1:
            return shared
        if shared.sent is None:
            self._files += 1
            file = self._folder / f"{self._files}.pickle"
            joblib.dump(shared.value, file)
            weakref.finalize(shared, file.unlink, missing_ok=True)
            shared.sent = str(file)
        return shared.sent

    def close(self) -> None:
        """Let the processes go, and remove what was shared."""
        if self._count > 1:
            get_reusable_executor(reuse=True).shutdown(wait=True, kill_workers=True)
        shutil.rmtree(self._folder, ignore_errors=True)
        resource_tracker.unregister(str(self._folder), "folder")


def _work(
    task: Callable[..., Result],
    at: int,
    item: object,
    places: Sequence[object],
    speech: Language,
) -> tuple[int, Result]:
    return at, at_work(task, item, [_value(place) for place in places], speech)


def _value(place: object) -> object:
    """What is shared, read once by each process."""
    if isinstance(place, Shared):
        return place.value
    assert isinstance(place, str)
    if place not in _kept:
        _kept[place] = joblib.load(place, mmap_mode="r")
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(place)
    return _kept[place]


def _go_with(home: int) -> None:
    """End this process when the one it works for has ended."""

    def watch() -> None:
        while os.getppid() == home:
            time.sleep(BEAT)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
