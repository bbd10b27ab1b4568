"""The portable campaign file, format `baton.campaign` version 1: read strictly, whole or not at all.

Every rule of reading and writing comes from the field table. Lone surrogates and control characters pass through
unchanged.
"""

from app.campaign_file.parsing import LARGEST
from app.campaign_file.reading import FORMAT, NUMBERS, VERSION, read_campaign
from app.campaign_file.writing import write_campaign

__all__ = ["FORMAT", "LARGEST", "NUMBERS", "VERSION", "read_campaign", "write_campaign"]
