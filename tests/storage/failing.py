"""A disk that fails at some call, really: a child of this process works on a workspace while `strace` lets its calls
fail, one or all from some point on. Forked, so that a point costs a twentieth of a second."""

import os
import signal
import subprocess
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

CALLS = "pwrite64,pread64,fdatasync,fsync,unlink,ftruncate,openat,newfstatat,fstat"


def counted(log: Path, work: Callable[[Callable[[], None]], None]) -> Counter[str]:
    """How often the work makes each call; see `failing`."""
    failing(work, "-e", f"trace={CALLS}", "-o", str(log))
    return Counter(line.split("(", 1)[0] for line in log.read_text().splitlines() if "(" in line)


def failing(work: Callable[[Callable[[], None]], None], *how: str) -> None:
    """Do the work in a child. It calls its argument twice: from the first time on its disk is as `how` says, from the
    second on it is well again. AssertionError with the child's own words if it failed."""
    told, tell = os.pipe()
    asked, ask = os.pipe()
    child = os.fork()
    if child == 0:
        _child(work, told, ask)
    os.close(told)
    os.close(ask)
    with os.fdopen(asked, "rb", 0) as heard, os.fdopen(tell, "wb", 0) as said:
        words = heard.read(1)
        if words == b"?":
            command = ["strace", "-p", str(child), *how]
            with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
                assert tracer.stderr is not None
                assert "attached" in tracer.stderr.readline()
                said.write(b"!")
                words = heard.read(1)
                tracer.send_signal(signal.SIGINT)
        if words == b"?":
            said.write(b"!")
        words += heard.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status == 0, f"{' '.join(how)}: {words.decode()}"


def _child(work: Callable[[Callable[[], None]], None], told: int, ask: int) -> None:
    def turn() -> None:
        os.write(ask, b"?")
        os.read(told, 1)

    code = 1
    try:
        work(turn)
        code = 0
    except BaseException:  # noqa: BLE001 - told to the parent
        os.write(ask, traceback.format_exc().encode())
    finally:
        os._exit(code)
