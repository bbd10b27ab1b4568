"""The command line: for batches, scripts and checks, without a screen and without Qt."""

import json
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Day
from typing import Any, TextIO

from app.errors import CampaignFileError, UserError
from app.text import clean
from ui.commandline.arguments import parse
from ui.commandline.commands import DO
from ui.commandline.desk import Desk

DONE, BLOCKED, FAILED, STOPPED = 0, 1, 2, 130
PATIENCE = 0.5
"""Seconds of work before progress is shown."""


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
        print(clean(text).replace("\n", " "), file=self.out)

    def answer(self, data: Any, *lines: str) -> None:
        """The result: `data` as JSON for a machine, or the lines for a person."""
        if self.as_json:
            print(json.dumps(data, ensure_ascii=False, indent=2, default=str), file=self.out)
        else:
            for line in lines:
                self.say(line)

    def progress(self, done: int, total: int, name: str) -> None:
        """A line on stderr for work that takes long."""
        if self.clock() - self.started > PATIENCE:
            print(f"{done + 1} of {total}: {clean(name)}", file=self.err)

    def fail(self, error: UserError) -> None:
        """One line on stderr, or one JSON object with every fault."""
        if self.as_json:
            faults = [{"path": fault.path, "message": fault.message} for fault in _faults(error)]
            data = {"error": error.message, "hint": error.hint, **({"faults": faults} if faults else {})}
            print(json.dumps(data, ensure_ascii=False), file=self.err)
        else:
            print(f"baton: {clean(str(error))}".replace("\n", " "), file=self.err)


def run(
    argv: Sequence[str],
    out: TextIO | None = None,
    err: TextIO | None = None,
    today: Day | None = None,
    environ: Mapping[str, str] = os.environ,
) -> int:
    """One command; its exit code. Nothing is raised but our own bugs."""
    terminal = Terminal(_tolerant(out or sys.stdout), _tolerant(err or sys.stderr), "--json" in argv)
    try:
        arguments = parse(argv)
        day = arguments.today or today or Day.today()
        return DO[arguments.command](arguments, Desk(terminal, day, environ))
    except UserError as error:
        terminal.fail(error)
        return FAILED
    except KeyboardInterrupt:
        terminal.fail(UserError("Stopped.", "What was there before is unchanged."))
        return STOPPED
    except BrokenPipeError:
        # The reader of our output went away (`baton list | head`): nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _tolerant(stream: TextIO) -> TextIO:
    """A terminal that cannot show a character shows its number instead of failing."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
    return stream


def _faults(error: UserError) -> Sequence[Any]:
    return error.faults if isinstance(error, CampaignFileError) else ()
