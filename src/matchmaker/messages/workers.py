"""What is said about processes and machines that work gets handed out to."""

from __future__ import annotations

from matchmaker.text import Text as T

WORKERS = T(
    "Сколько процессов этого компьютера занять; по умолчанию по числу ядер.",
    "How many processes of this machine to use; by default one per core.",
)
CLUSTER = T(
    "Адрес планировщика Dask (tcp://узел:порт): считать на его машинах. "
    'Нужен набор «cluster»: pip install "matchmaker[cluster]".',
    "Address of a Dask scheduler (tcp://host:port): work on its machines. "
    'Needs the extra “cluster”: pip install "matchmaker[cluster]".',
)
NO_EXTRA = T(
    "для работы на кластере не установлен набор «cluster»",
    "the extra “cluster” that clusters need is not installed",
)
INSTALL = T(
    'Установите: pip install "matchmaker[cluster]"', 'Install: pip install "matchmaker[cluster]"'
)
NO_SCHEDULER = T(
    "планировщик кластера не отвечает по адресу", "no scheduler of a cluster answers at"
)
START_SCHEDULER = T(
    "Нужен адрес вида tcp://узел:порт, его пишет при запуске «dask scheduler»",
    "An address such as tcp://host:port is needed; «dask scheduler» writes it when it starts",
)
BOTH = T("указаны и процессы, и кластер", "both processes and a cluster are given")
ONE_OF = T(
    "Оставьте одно из двух: --workers или --cluster", "Keep one of the two: --workers or --cluster"
)
LOST = T(
    "Рабочие процессы обрывались {times} {times:раз|раза|раз} подряд, не посчитано: {left}. "
    "Возможно, им не хватает памяти: возьмите меньше процессов (--workers).",
    "Workers died {times} {times:time|times} in a row, not done: {left}. "
    "Perhaps they lack memory: use fewer processes (--workers).",
)
KILLED = T(
    "Одна и та же часть работы обрывает рабочие процессы кластера. Возможно, им не хватает памяти.",
    "The same piece of work kills one worker of the cluster after the other. "
    "Perhaps they lack memory.",
)
NO_WORKERS = T(
    "У кластера не осталось рабочих машин. Запустите «dask worker» с адресом планировщика.",
    "The cluster has no workers left. Start «dask worker» with the address of the scheduler.",
)
NO_PACKAGE = T(
    "На рабочей машине кластера не установлен matchmaker.",
    "matchmaker is not installed on a worker of the cluster.",
)
OTHER_VERSION = T(
    "На рабочей машине кластера matchmaker {here}, а здесь {wanted}: установите одну версию.",
    "A worker of the cluster has matchmaker {here}, here is {wanted}: install one version.",
)
LISTED = T(
    "пары этого плана выписаны все, его проверяет один процесс",
    "all pairs of this plan were listed, one process checks it",
)
ALONE = T("Уберите --workers и --cluster", "Leave out --workers and --cluster")
