"""Campaign files from the disk, for the command line and the window alike: every fault with the file's name."""

from pathlib import Path

from app.campaign import Campaign
from app.campaign_file import LARGEST, read_campaign
from app.errors import CampaignFileError, Fault, UserError


def read_file(path: Path) -> Campaign:
    """The campaign of a file; UserError with the file's name in front of every fault."""
    try:
        if path.stat().st_size > LARGEST:
            raise CampaignFileError((Fault("", f"larger than {LARGEST // 1_000_000} MB; a campaign is not"),))
        return read_campaign(path.read_bytes())
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
        )
    )
