"""`baton`: opens the app, or does one command and ends."""

import gc
import sys
from collections.abc import Sequence

from app.errors import UserError
from ui.commandline.arguments import HelpWanted, parse
from ui.screen import check_qt, has_screen


def main(argv: Sequence[str] | None = None) -> int:
    """The whole program; returns the exit code (0 done, 1 a check that blocks, 2 an error)."""
    # Only one of the two worlds is loaded: a command needs no Qt, the window no document libraries before it is painted.
    argv = sys.argv[1:] if argv is None else argv
    if _is_command(argv):
        from ui.commandline.cli import run  # noqa: PLC0415

        return run(argv)
    return _open_app(argv)


def _is_command(argv: Sequence[str]) -> bool:
    """Whether the arguments ask for a command (or for help, or are wrong: the command line says what)."""
    try:
        return parse(argv).command is not None
    except (UserError, HelpWanted):
        return True


def _open_app(argv: Sequence[str]) -> int:
    arguments = parse(argv)
    try:
        if not arguments.self_test and not has_screen():
            raise UserError("There is no screen here.", "Try: baton demo --to DIR, or baton --help.")
        check_qt()
    except UserError as error:
        print(f"baton: {error}", file=sys.stderr)
        return 2
    if arguments.self_test:
        from ui.selftest import self_test  # noqa: PLC0415

        return self_test()
    # Nothing that is made until the window stands is garbage; from then on `Collector` looks.
    gc.disable()
    from ui.start import start  # noqa: PLC0415

    return start(arguments.workspace)


if __name__ == "__main__":
    sys.exit(main())
