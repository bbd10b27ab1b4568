"""The client's logo is a file from outside: looked at before anything decodes it."""

import io
from dataclasses import dataclass
from typing import Any

from app.errors import UserError
from app.picture import NoPictureError, measured
from exporters.style import LOGO_HEIGHT, LOGO_WIDTH

_HINT = "Choose a PNG or JPEG of ordinary size as the client's logo."


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that may be opened: its kind ("png", "jpeg") and size in pixels."""

    data: bytes
    kind: str
    wide: int
    high: int

    def size(self) -> tuple[float, float]:
        """Printed width and height in points, inside the room of the page header."""
        height = min(LOGO_HEIGHT, LOGO_WIDTH * self.high / self.wide)
        return height * self.wide / self.high, height

    def image(self) -> Any:
        """For reportlab; UserError when the picture cannot be decoded after all."""
        from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  only for documents with a logo
        from reportlab.lib.utils import ImageReader  # noqa: PLC0415

        try:
            picture = Image.open(io.BytesIO(self.data), formats=[self.kind.upper()])
            if picture.size != (self.wide, self.high):
                raise ValueError("its first bytes said another size")
            picture.load()
        except (
            OSError,
            UnidentifiedImageError,
            SyntaxError,
            ValueError,
            Image.DecompressionBombError,
        ) as fault:
            raise UserError("The logo is damaged and cannot be opened.", _HINT) from fault
        return ImageReader(picture)


def logo(data: bytes) -> Logo | None:
    """The logo of a document, None without one; UserError when it is no PNG or JPEG or far too large."""
    if not data:
        return None
    try:
        found = measured(data)
    except NoPictureError as fault:
        raise UserError(f"The logo {fault}.", _HINT) from fault
    return Logo(data, found.kind, found.wide, found.high)
