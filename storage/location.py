"""Where a workspace is when nobody says where: the system's own folder for application data (never a synced one)."""

from collections.abc import Mapping
from pathlib import Path

NAME = "Baton.baton"
BACKUPS = "Backups"


def data_folder(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """Baton's folder for data on this system, made when something is first written there."""
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Baton"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "Baton"
    return Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "baton"


def backups_of(workspace: Path) -> Path:
    """The folder of a workspace's backups: its own, because they are named by their time alone."""
    return workspace.parent / BACKUPS / workspace.stem


def workspace_of(backup: Path) -> Path | None:
    """The workspace in whose folder of backups a file lies; None where it lies in none."""
    path = backup.absolute()
    folder = path.parent
    if folder.parent.name != BACKUPS:
        return None
    workspace = folder.parent.parent / f"{folder.name}.baton"
    return workspace if workspace.exists() else None


def default_workspace(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """The workspace that is opened when none is named; `BATON_WORKSPACE` names another."""
    named = environ.get("BATON_WORKSPACE")
    return Path(named) if named else data_folder(environ, platform, home) / NAME
