"""What may become the look of a client: a logo that is looked at before it is decoded, an accent that can be read."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImageReader, QPainter, QPen, QPixmap

from app.errors import UserError
from app.picture import BYTES
from exporters.logo import Logo, logo
from exporters.style import WHITE, contrast, ramp

_HINT = "Choose a PNG or JPEG of ordinary size as the client's logo."


def read_logo(path: Path) -> bytes:
    """The picture of a file; UserError when it is too large, no PNG or JPEG, or cannot be opened."""
    try:
        if path.exists() and not path.is_file():
            raise UserError(f"{path.name} is not a file.", _HINT)
        with path.open("rb") as file:
            data = file.read(BYTES + 1)
    except OSError as error:
        raise UserError(
            f"{path.name} cannot be read: {error.strerror}.", "Check the file and your rights."
        ) from error
    found = logo(data)
    if found is None:
        raise UserError(f"{path.name} is empty.", _HINT)
    found.image()
    return data


def described(data: bytes) -> str:
    """ "PNG, 320 × 120"; "" without a logo or for one that cannot be used."""
    found = _usable(data)
    return f"{found.kind.upper()}, {found.wide} × {found.high}" if found else ""


def thumbnail(data: bytes, side: int) -> QPixmap:
    """A small picture of the logo; an empty one for one that cannot be used."""
    found = _usable(data)
    if found is None:
        return QPixmap()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(found.kind.encode()))
    if reader.size() != QSize(found.wide, found.high):
        return QPixmap()
    size = QSize(found.wide, found.high).scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
    reader.setScaledSize(size.expandedTo(QSize(1, 1)))
    return QPixmap.fromImage(reader.read())


def on_paper(picture: QPixmap, side: int, edge: QColor) -> QPixmap:
    """The logo on white, as it will be printed: a dark one is lost on a dark window. Null for none."""
    if picture.isNull():
        return picture
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 2))
    painter.setBrush(QColor(WHITE))
    painter.drawRoundedRect(QRectF(tile.rect()).adjusted(1, 1, -1, -1), side / 6, side / 6)
    painter.drawPixmap((side - picture.width()) // 2, (side - picture.height()) // 2, picture)
    painter.end()
    return tile


def _usable(data: bytes) -> Logo | None:
    try:
        return logo(data)
    except UserError:
        # Said where the page is made; here there is only nothing to show.
        return None


@dataclass(frozen=True, slots=True)
class Accent:
    """An accent as it is printed: darkened until it can be read, and how far it stands apart from white."""

    chosen: str
    printed: str
    ratio: float

    @property
    def kept(self) -> bool:
        """Whether it is printed as it was chosen."""
        return self.chosen.upper() == self.printed.upper()


def accent(colour: str) -> Accent:
    """ "" is Baton's own blue."""
    printed = ramp(colour).solid
    return Accent(colour or printed, printed, contrast(printed, WHITE))
