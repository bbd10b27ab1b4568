"""Data only: fonts, icons, the sample campaign, the schema of the campaign file."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent
