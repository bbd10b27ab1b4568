"""Data only: fonts, icons, the sample campaign, the schema of the campaign file."""

from importlib.resources import files
from pathlib import Path

ROOT = Path(str(files(__name__)))
