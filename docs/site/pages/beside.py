"""Figures and labs, made on all cores beside the build.

The processes are forked from one that has loaded the libraries, which takes longer than
most figures.
"""

import multiprocessing
import os
import sys
import threading
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from source import kept
from source.kept import Job

FEW = 3  # fewer jobs than this are done before new processes have started
LIBRARIES = ["matplotlib.pyplot", "sklearn.datasets", "sklearn.model_selection"]


def begin(jobs: Iterable[Job]) -> None:
    """Start the jobs whose results are not kept; the processes keep them."""
    if len(begun := due(jobs)) < FEW:
        return  # each is done when its result is needed
    here = str(Path(__file__).parents[1])
    if here not in sys.path:
        sys.path.append(here)  # where the processes find this module
    os.environ["PYTHONHASHSEED"] = "0"
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # several threads add in another order
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(LIBRARIES)
    pool = ProcessPoolExecutor(os.cpu_count(), server, _end_with_the_build)
    for job in begun:
        pool.submit(kept.made, *job)
    pool.shutdown(wait=False)


def due(jobs: Iterable[Job]) -> list[Job]:
    """The jobs whose results are not kept, each once."""
    return list({job[1]: job for job in jobs if not kept.has(*job[:2])}.values())


def _end_with_the_build() -> None:
    """End this process as soon as the build ends, also if the build is killed."""
    build = multiprocessing.parent_process()
    assert build

    def watch() -> None:
        build.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
