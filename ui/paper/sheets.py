"""The pages of one PDF as pictures, drawn when they are needed and kept until the PDF changes."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, qRgb
from PySide6.QtPdf import QPdfDocument

from app.errors import UserError


class Sheets(QObject):
    """Sizes are in points; `picture` gives device pixels."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._drawn: dict[tuple[int, int, int], QImage] = {}

    def load(self, pdf: bytes) -> None:
        """Another PDF; only such as Baton made itself."""
        buffer = QBuffer(self)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(buffer)
        if self._document.error() != QPdfDocument.Error.None_:
            raise UserError("The preview could not be drawn.", "Exporting still works.")
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = buffer
        self._drawn.clear()

    @property
    def count(self) -> int:
        return self._document.pageCount()

    def size(self, page: int) -> QSizeF:
        return self._document.pagePointSize(page)

    def picture(
        self, page: int, size: QSize, paper: QColor | None = None, ink: QColor | None = None
    ) -> QImage:
        """The page at a size in device pixels; with `paper` and `ink` as a drawing in these two colours."""
        key = (page, size.width(), paper.rgb() if paper else 0)
        if key not in self._drawn:
            self._drawn[key] = self._draw(page, size, paper, ink)
        return self._drawn[key]

    def _draw(self, page: int, size: QSize, paper: QColor | None, ink: QColor | None) -> QImage:
        drawn = self._document.render(page, size)
        white = QImage(size, QImage.Format.Format_RGB32)
        white.fill(0xFFFFFFFF)
        painter = QPainter(white)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return _toned(white, paper, ink) if paper and ink else white


def _toned(picture: QImage, paper: QColor, ink: QColor) -> QImage:
    """Light becomes paper and dark becomes ink: a page that does not glare in a dark window."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    toned = QImage(
        grey.constBits(), grey.width(), grey.height(), grey.bytesPerLine(), QImage.Format.Format_Indexed8
    ).copy()
    toned.setColorTable([_between(ink, paper, level / 255) for level in range(256)])
    return toned


def _between(dark: QColor, light: QColor, share: float) -> int:
    def mix(one: int, other: int) -> int:
        return round(one + (other - one) * share)

    return qRgb(
        mix(dark.red(), light.red()), mix(dark.green(), light.green()), mix(dark.blue(), light.blue())
    )
