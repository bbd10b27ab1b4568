"""Campaign files from the disk, for the command line and the window alike: every fault with the file's name."""

from pathlib import Path
from stat import S_ISFIFO, S_ISSOCK

from app.campaign import Campaign
from app.campaign_file import LARGEST, read_campaign
from app.errors import CampaignFileError, Fault, UserError

MOST_FILES = 2_000
"""Files that are taken in at once."""


def refuse_too_many(count: int) -> None:
    """UserError before the first one is read."""
    if count > MOST_FILES:
        raise UserError(
            f"{count:,} files are too many to be imported at once.",
            f"Nothing was imported. Import at most {MOST_FILES:,} at a time.",
        )


def read_file(path: Path) -> Campaign:
    """The campaign of a file; UserError with the file's name in front of every fault."""
    try:
        there = path.stat()
        if S_ISFIFO(there.st_mode) or S_ISSOCK(there.st_mode):
            raise UserError(f"{path} is no file.", "Choose a campaign file; a pipe may wait for ever.")
        if there.st_size > LARGEST:
            raise CampaignFileError((Fault("", f"larger than {LARGEST // 1_000_000} MB; a campaign is not"),))
        with path.open("rb") as file:
            return read_campaign(file.read(LARGEST + 1))  # a pipe or a device does not say how long it is
    except CampaignFileError as error:
        raise _of_file(path, error) from error
    except FileNotFoundError as error:
        raise UserError(f"There is no file {path}.", "Check the path.") from error
    except OSError as error:
        raise UserError(
            f"{path} cannot be read: {error.strerror}.", "Check the path and your rights."
        ) from error


def _of_file(path: Path, error: CampaignFileError) -> CampaignFileError:
    return CampaignFileError(
        tuple(
            Fault(f"{path}: {fault.path}" if fault.path else str(path), fault.message)
            for fault in error.faults
        ),
        error.more,
    )
