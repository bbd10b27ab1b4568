"""What this computer remembers of exports: which files are Baton's own, and where one is being written just now."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from exporters.part import sweep as sweep_exports
from exporters.written import Written
from storage.location import data_folder
from storage.making import sweep_all as sweep_copies
from storage.underway import Underway


def written(environ: Mapping[str, str] = os.environ) -> Written:
    """The record of the files that Baton wrote."""
    return Written(_own(environ) / "written")


def underway(environ: Mapping[str, str] = os.environ) -> Underway:
    """Where files are being made outside the workspace's own folder."""
    return Underway(_own(environ) / "underway")


def sweep_left(environ: Mapping[str, str] = os.environ) -> None:
    """Away with what a Baton that was killed left half made in other folders."""
    for folder in underway(environ).left():
        sweep_exports(folder)
        sweep_copies(folder)


def _own(environ: Mapping[str, str]) -> Path:
    return data_folder(environ, sys.platform, Path.home())
