"""A cluster of several machines: workers of Dask, by the address of their scheduler.

joblib can hand out to Dask too, but takes an item whose shared value died with its worker for
done; so Dask is asked directly here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from importlib.metadata import version
from socket import create_connection
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from matchmaker.errors import InputError, Issue, Place, WorkersError
from matchmaker.messages import workers as say
from matchmaker.text import Language, language
from matchmaker.workers.base import Item, LostWorkers, Result, Shared, Workers, at_work

if TYPE_CHECKING:
    from distributed import Future

CONNECT = 10
"""So long a scheduler may take to answer. Unit: seconds."""

BEAT = 2
"""So often it is asked whether any worker is left. Unit: seconds."""

PATIENCE = 15
"""So many times in a row there may be none."""


class Cluster(Workers):
    """The workers of a scheduler.

    What is shared is sent to all of them. Dask itself hands out again what a dead worker had;
    what is left for us are items that lost what is shared.
    """

    def __init__(self, address: str) -> None:
        """Connect.

        Raises
        ------
        InputError
            if the extra is not installed, or no scheduler answers at this address.
        """
        try:
            from distributed import Client
        except ImportError as error:
            raise _refused(say.NO_EXTRA(), say.INSTALL(), address) from error
        try:
            parts = urlsplit(address)
            # Dask's client is slow to give up, and slow to go if it has been refused.
            create_connection((parts.hostname or "", parts.port or 0), CONNECT).close()
            self._client = Client(address, timeout=CONNECT, set_as_default=False)
        except (OSError, ValueError) as error:
            raise _refused(say.NO_SCHEDULER(), say.START_SCHEDULER(), address) from error

    def _run(
        self,
        task: Callable[..., Result],
        items: Mapping[int, Item],
        given: Sequence[Shared[Any]],
    ) -> Iterator[tuple[int, Result]]:
        places = [self._place(shared) for shared in given]
        facts = task, language(), version("matchmaker")
        waiting = {
            self._client.submit(_work, *facts, item, *places, pure=False): at
            for at, item in items.items()
        }
        lost = False
        try:
            while waiting:
                for future in self._done(list(waiting)):
                    at = waiting.pop(future)
                    if future.status == "finished":
                        yield at, future.result()
                    elif future.status == "error":
                        raise _failure(future.exception())
                    else:
                        lost = True
        except CancelledError:  # the result died with its worker while it was fetched
            lost = True
        finally:
            self._client.cancel(list(waiting))
        if lost:
            for shared in given:
                shared.sent = None
            raise LostWorkers

    def _place(self, shared: Shared[Any]) -> object:
        """The value as the cluster knows it."""
        if shared.sent is None:
            try:
                shared.sent = self._client.scatter(shared.value, broadcast=True, hash=False)
            except TimeoutError as error:
                raise WorkersError(say.NO_WORKERS()) from error
        return shared.sent

    def _done(self, waiting: list[Future]) -> list[Future]:
        """Those that are not waited for any longer, at least one.

        Raises
        ------
        WorkersError
            if no worker has been there for long.
        """
        from distributed import wait

        alone = 0
        while True:
            try:
                with self._client.as_current():
                    wait(waiting, timeout=BEAT, return_when="FIRST_COMPLETED")
            except (TimeoutError, CancelledError):
                alone = 0 if self._anybody() else alone + 1
            done = [future for future in waiting if future.status != "pending"]
            if done:
                return done
            if alone >= PATIENCE:
                raise WorkersError(say.NO_WORKERS())

    def _anybody(self) -> bool:
        """Whether there is a worker."""
        try:
            return bool(self._client.nthreads())
        except OSError as error:  # nor is there a scheduler
            raise WorkersError(say.NO_WORKERS()) from error

    def close(self) -> None:
        """Leave the cluster as it was."""
        self._client.close()


def _work(
    task: Callable[..., Result], speech: Language, wanted: str, item: object, *given: object
) -> Result:
    here = version("matchmaker")
    if here != wanted:  # its answers might differ
        raise WorkersError(say.OTHER_VERSION(here=here, wanted=wanted))
    return at_work(task, item, given, speech)


def _failure(error: BaseException) -> BaseException:
    """What went wrong with an item, in words where it is the cluster's fault."""
    if type(error).__name__ == "KilledWorker":
        return WorkersError(say.KILLED())
    if isinstance(error, ModuleNotFoundError) and (error.name or "").startswith("matchmaker"):
        return WorkersError(say.NO_PACKAGE())
    return error


def _refused(wrong: str, right: str, address: str) -> InputError:
    return InputError([Issue(Place(setting="--cluster"), wrong, right, address)])
