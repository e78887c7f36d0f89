"""The processes beside the build."""

import os
import subprocess
import sys
import time
from pathlib import Path

SITE = Path(__file__).parents[2] / "docs" / "site"
BUILD = """
import sys, time
from functools import partial
from pathlib import Path
from pages import beside

def work(place):
    import os
    (place / f"{os.getpid()}").touch()
    time.sleep(60)

if __name__ == "__main__":
    place = Path(sys.argv[1])
    beside.kept.CACHE, beside.FEW = place / "cache", 1
    beside.begin([("kind", "name", partial(work, place))])
    time.sleep(60)
"""


def test_no_process_outlives_a_build_that_is_killed(tmp_path):
    script = tmp_path / "build.py"
    script.write_text(BUILD, "utf-8")
    build = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(SITE)},
    )
    begun = wait_for(lambda: [int(p.name) for p in tmp_path.iterdir() if p.name.isdigit()])
    build.kill()
    build.wait()
    wait_for(lambda: not any(map(lives, begun)))


def lives(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for(condition, seconds=60):
    limit = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < limit
        time.sleep(0.05)
    return found
