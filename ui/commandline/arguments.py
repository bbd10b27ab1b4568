"""The command line's grammar, and its help (PRODUCT: command line)."""

import argparse
from collections.abc import Sequence
from datetime import date as Day
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from app.errors import UserError
from app.field import Doc, Pack
from app.settings import LANGUAGES

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

FORMATS = ("pdf", "docx", "md", "ics", "csv", "json", "zip")
"""As in `exporters.order`, which is heavy and loaded only by an export; a test holds the two together."""
TASKS = ("plain", "asana", "trello", "clickup", "jira")
DOCUMENTS = (*(kind.value for kind in Doc), *(kind.value for kind in Pack), "pack")


class HelpWanted(Exception):
    """`--help`: whoever speaks for the command line says it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class _Parser(argparse.ArgumentParser):
    """Wrong arguments are an error like any other: one line, exit 2."""

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> NoReturn:
        raise HelpWanted(self.format_help())

    def error(self, message: str) -> NoReturn:
        raise UserError(f"{message[:1].upper()}{message[1:]}.", f"See {self.prog} --help.")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments; `command` is None when the app is to be opened. UserError when they make no sense."""
    shared = _Parser(add_help=False)
    shared.add_argument(
        "--workspace", type=Path, default=argparse.SUPPRESS, metavar="FILE", help="the workspace to use"
    )
    shared.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="answer in JSON")
    shared.add_argument(
        "--today",
        type=_day,
        default=argparse.SUPPRESS,
        metavar="DATE",
        help="check and date as on this day (YYYY-MM-DD)",
    )
    parser = _Parser(
        prog="baton",
        description="Turns a campaign strategy into a handoff that nobody can misread. Without a command the app opens.",
        epilog="CAMPAIGN is a title, a unique part of one, an id, or the path of a campaign file.",
        parents=[shared],
    )
    parser.add_argument(
        "--self-test", action="store_true", help="try the whole app without a screen, and end"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    _commands(commands, shared)
    return parser.parse_args(argv, argparse.Namespace(workspace=None, json=False, today=None))


def _commands(commands: "argparse._SubParsersAction[_Parser]", shared: _Parser) -> None:
    def add(name: str, words: str) -> _Parser:
        return commands.add_parser(
            name, help=words, description=f"{words[:1].upper()}{words[1:]}.", parents=[shared]
        )

    add("import", "take campaign files into the workspace").add_argument(
        "files", nargs="+", type=Path, metavar="FILE"
    )
    add("list", "list the campaigns of the workspace").add_argument(
        "--deleted", action="store_true", help="those in Deleted, and how long each can come back"
    )
    add("undelete", "bring a campaign back from Deleted").add_argument("campaign", metavar="CAMPAIGN")
    _check(add("check", "list what is missing, vague or contradictory; exit 1 if it blocks approval"))
    _plan(
        add(
            "plan",
            "show the plan back from launch: who makes and reviews what when; exit 1 if it does not fit",
        )
    )
    _export(add("export", "write documents, packs, calendar and tasks of campaigns"))
    add("verify", "test the integrity of the workspace")
    add("backup", "copy the workspace, checked, with its checksum").add_argument(
        "--to", type=Path, metavar="DIR", help="the folder (default: Backups beside the workspace)"
    )
    add("backups", "list the backups of the workspace, with what is inside each")
    add(
        "restore", "put a backup in the place of the workspace, which is backed up and kept beside it"
    ).add_argument("backup", type=Path, metavar="BACKUP")
    demo = add("demo", "make the sample workspace and its documents")
    demo.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder")
    _replace(demo)


def _check(check: _Parser) -> None:
    check.add_argument("campaign", metavar="CAMPAIGN")
    check.add_argument(
        "--stranger",
        action="store_true",
        help="what somebody from outside who gets the vendor's pack would have to ask",
    )
    _vendor(check)


def _plan(plan: _Parser) -> None:
    plan.add_argument("campaign", metavar="CAMPAIGN")


def _vendor(command: _Parser) -> None:
    command.add_argument(
        "--vendor",
        default=None,
        metavar="ROLE",
        help="the role, name or id of the vendor (default: the only one)",
    )


def _replace(command: _Parser) -> None:
    command.add_argument(
        "--replace",
        action="store_true",
        help="also files there that Baton did not write, or that were changed since",
    )


def _export(export: _Parser) -> None:
    export.add_argument("campaigns", nargs="+", metavar="CAMPAIGN")
    export.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="DIR",
        help="the folder; several campaigns each get one in it",
    )
    export.add_argument(
        "--documents",
        type=_documents,
        default=DOCUMENTS[: len(Doc)],
        metavar="LIST",
        help=f"{','.join(DOCUMENTS)} (default: the first three; pack: the one that fits who executes, with its documents)",
    )
    export.add_argument(
        "--formats",
        type=_formats,
        default=("pdf", "docx"),
        metavar="LIST",
        help=f"{','.join(FORMATS)} (default: pdf,docx)",
    )
    export.add_argument(
        "--tasks", choices=TASKS, default=TASKS[0], help="for whom the csv is (default: plain, for people)"
    )
    _vendor(export)
    export.add_argument(
        "--paper", choices=("A4", "Letter"), default=None, help="default: the workspace's, else A4"
    )
    export.add_argument(
        "--language",
        type=_language,
        default=None,
        metavar="CODE",
        help=f"of the documents: {', '.join(LANGUAGES)} (default: the workspace's, else en)",
    )
    export.add_argument("--agency", default=None, help="the name at the top right (default: the workspace's)")
    export.add_argument(
        "--allow-overflow", action="store_true", help="write a brief that is too long for its page, marked"
    )
    export.add_argument(
        "--fields", action="store_true", help="DOCX with a content control around each answer"
    )
    _replace(export)
    export.add_argument("--no-fonts", action="store_true", help="smaller DOCX files without embedded fonts")


def _day(text: str) -> Day:
    try:
        return Day.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no date like 2026-04-14") from None


def _language(text: str) -> str:
    code = text.strip().lower()
    if code not in LANGUAGES:
        there = ", ".join(f"{each} ({name})" for each, name in LANGUAGES.items())
        raise argparse.ArgumentTypeError(f"no language {text}; there is {there}")
    return code


def _documents(text: str) -> tuple[str, ...]:
    chosen = _some(text, DOCUMENTS, "document")
    return tuple(each for each in DOCUMENTS if each in chosen)


def _formats(text: str) -> tuple[str, ...]:
    chosen = _some(text, FORMATS, "format")
    return tuple(each for each in FORMATS if each in chosen)


def _some(text: str, known: tuple[str, ...], what: str) -> set[str]:
    chosen = {part.strip().lower() for part in text.split(",") if part.strip()}
    unknown = sorted(chosen - set(known))
    if unknown or not chosen:
        raise argparse.ArgumentTypeError(
            f"no {what} {', '.join(unknown) or 'given'}; there is {', '.join(known)}"
        )
    return chosen
