"""The command line: for batches, scripts and checks, without a screen and without Qt."""

import io
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date as Day
from typing import Any, TextIO

from app.errors import CampaignFileError, UserError
from app.text import clean
from ui.commandline.arguments import HelpWanted, parse
from ui.commandline.commands import DO
from ui.commandline.desk import Desk

DONE, BLOCKED, FAILED, STOPPED = 0, 1, 2, 130
PATIENCE = 0.5
"""Seconds of work before progress is shown."""
LONGEST = 5_000
"""Letters of what is said on stderr: a name may be a whole book."""


class MutedError(UserError):
    """What is to be answered cannot be written."""


@dataclass(slots=True)
class Terminal:
    """Where a command speaks: answers on `out`, errors and progress on `err`."""

    out: TextIO
    err: TextIO
    as_json: bool = False
    clock: Callable[[], float] = time.monotonic
    started: float = field(init=False)

    def __post_init__(self) -> None:
        self.started = self.clock()

    def say(self, text: str) -> None:
        """One line for a person; control characters in user text cannot drive the terminal."""
        self.write(f"{clean(text).replace('\n', ' ')}\n")

    def answer(self, data: Any, *lines: str) -> None:
        """The result: `data` as JSON for a machine, or the lines for a person."""
        if self.as_json:
            self.write(f"{json.dumps(data, ensure_ascii=False, indent=2, default=str)}\n")
        else:
            for line in lines:
                self.say(line)

    def write(self, text: str) -> None:
        with _said():
            self.out.write(text)

    def end(self) -> None:
        """All that was said has arrived, or MutedError says that it did not."""
        with _said():
            self.out.flush()

    def progress(self, done: int, total: int, name: str) -> None:
        """A line on stderr for work that takes long."""
        if self.clock() - self.started > PATIENCE:
            self._tell(f"{done + 1} of {total}: {clean(_short(name))}")

    def fail(self, error: UserError) -> None:
        """One line on stderr, or one JSON object with every fault."""
        if self.as_json:
            data = {"error": _short(error.message), "hint": error.hint, **_details(error)}
            self._tell(json.dumps(data, ensure_ascii=False))
        else:
            self._tell(f"baton: {clean(_short(str(error)))}".replace("\n", " "))

    def _tell(self, line: str) -> None:
        with suppress(OSError, ValueError):  # nobody is left to tell: the exit code has to do
            print(line, file=self.err, flush=True)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


@contextmanager
def _said() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:  # a full disk, a closed stream
        reason = getattr(error, "strerror", None) or "it is closed"
        raise MutedError(
            f"The answer could not be written: {reason}.",
            "What was asked for is done; only saying it failed.",
        ) from error


def run(
    argv: Sequence[str],
    out: TextIO | None = None,
    err: TextIO | None = None,
    today: Day | None = None,
    environ: Mapping[str, str] = os.environ,
) -> int:
    """One command; its exit code. Nothing is raised but our own bugs."""
    out, err = out or sys.stdout or _closed(), err or sys.stderr or _closed()
    terminal = Terminal(_tolerant(out), _tolerant(err), "--json" in argv)
    code = DONE
    try:
        try:
            arguments = parse(argv)
            day = arguments.today or today or Day.today()
            code = DO[arguments.command](arguments, Desk(terminal, day, environ))
        except HelpWanted as wanted:
            terminal.write(wanted.text)
        terminal.end()
    except UserError as error:
        terminal.fail(error)
        code = FAILED
    except KeyboardInterrupt:
        terminal.fail(UserError("Stopped.", "What was there before is unchanged."))
        code = STOPPED
    except BrokenPipeError:
        pass  # the reader of our output went away (`baton list | head`): nobody is left to tell
    _let_go(out, err)
    return code


def _closed() -> TextIO:
    """A stream that was closed before Baton began."""
    stream = io.StringIO()
    stream.close()
    return stream


def _let_go(*streams: TextIO) -> None:
    """What a stream did not take is not tried again at the very end, where Python would say so in its own words."""
    for stream in streams:
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _tolerant(stream: TextIO) -> TextIO:
    """A terminal that cannot show a character shows its number instead of failing."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
    return stream


def _details(error: UserError) -> dict[str, Any]:
    """Every fault, as far as they are listed, and how many more there are."""
    data: dict[str, Any] = {}
    if isinstance(error, CampaignFileError):
        data["faults"] = [{"path": fault.path, "message": fault.message} for fault in error.faults]
    elif error.details:
        data["details"] = list(error.details)
    if error.more:
        data["more"] = error.more
    return data
