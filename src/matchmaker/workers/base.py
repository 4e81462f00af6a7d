"""Work that is handed out item by item, and what becomes of it when a worker dies."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from matchmaker.errors import WorkersError
from matchmaker.messages import workers as say
from matchmaker.text import Language, speaking

T = TypeVar("T")
Item = TypeVar("Item")
Result = TypeVar("Result")

ATTEMPTS = 3
"""So often items are handed out whose worker died."""

_at_work: ContextVar[bool] = ContextVar("at_work", default=False)


def threads() -> int:
    """How many threads may be used here: one in a worker, else as many as there are cores."""
    return 1 if _at_work.get() else os.cpu_count() or 1


class Shared(Generic[T]):
    """A large value that every worker gets once, however many items are worked on with it.

    It is kept where workers find it for as long as this object lives.
    """

    def __init__(self, value: T) -> None:
        self.value = value
        self.sent: Any = None
        """Where workers find it; they that hand out know what this is."""


class LostWorkers(Exception):  # noqa: N818 - it is no failure yet
    """Workers died; items may be left."""


class Workers(ABC):
    """Somewhere to work.

    A task is a function that is known by its name to all workers, of an item and of what is
    shared. It must not change what is shared, and must give the same however often and
    wherever it is asked: then it does not matter to an answer who worked, or who died.
    """

    def ordered(
        self, task: Callable[..., Result], items: Sequence[Item], *given: Shared[Any]
    ) -> list[Result]:
        """The result of each item, in the order of the items.

        Raises
        ------
        WorkersError
            see :meth:`completed`.
        """
        found = dict(self.completed(task, items, *given))
        return [found[at] for at in range(len(items))]

    def completed(
        self, task: Callable[..., Result], items: Sequence[Item], *given: Shared[Any]
    ) -> Iterator[tuple[int, Result]]:
        """The position and the result of each item, as they come.

        Items whose worker died are handed out again.

        Raises
        ------
        WorkersError
            if that happened too often, or nobody is left to work.
        """
        left = dict(enumerate(items))
        for _ in range(ATTEMPTS):
            try:
                for at, result in self._run(task, dict(left), given):
                    del left[at]
                    yield at, result
            except LostWorkers:
                continue
            return
        raise WorkersError(say.LOST(left=len(left), times=ATTEMPTS))

    @abstractmethod
    def _run(
        self,
        task: Callable[..., Result],
        items: Mapping[int, Item],
        given: Sequence[Shared[Any]],
    ) -> Iterator[tuple[int, Result]]:
        """Work on all of these once.

        Raises
        ------
        LostWorkers
            once nothing more can be had, if workers died.
        """

    @abstractmethod
    def close(self) -> None:
        """Let the workers go."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def at_work(
    task: Callable[..., Result], item: object, given: Sequence[object], speech: Language
) -> Result:
    """Work on one item, in one thread and in the language of whoever asked."""
    token = _at_work.set(True)
    try:
        with speaking(speech):
            return task(item, *given)
    finally:
        _at_work.reset(token)
