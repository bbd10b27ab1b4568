"""The pages of one PDF as pictures, drawn when they are needed; few are kept, so that memory stays where it is."""

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, qRgb
from PySide6.QtPdf import QPdfDocument

from app.errors import UserError

KEPT = 6
"""Pictures kept at most: what is on the screen, and a page or two of scrolling."""


class Sheets(QObject):
    """Sizes are in points; `picture` gives device pixels."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._sizes: list[QSizeF] = []
        self._drawn: OrderedDict[tuple[int, int, int], QImage] = OrderedDict()

    def load(self, pdf: bytes) -> None:
        """Another PDF; only such as Baton made itself. UserError when it cannot be drawn: then there are no pages."""
        self._drawn.clear()
        buffer = QBuffer(self)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(buffer)
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = buffer
        good = self._document.error() == QPdfDocument.Error.None_
        pages = range(self._document.pageCount()) if good else range(0)
        self._sizes = [self._document.pagePointSize(page) for page in pages]
        if not good:
            raise UserError("The preview could not be drawn.", "Exporting still works.")

    @property
    def count(self) -> int:
        return len(self._sizes)

    @property
    def kept(self) -> int:
        """How many pictures are held now."""
        return len(self._drawn)

    def size(self, page: int) -> QSizeF:
        return self._sizes[page]

    def picture(
        self, page: int, size: QSize, paper: QColor | None = None, ink: QColor | None = None
    ) -> QImage:
        """The page at a size in device pixels; with `paper` and `ink` as a drawing in these two colours."""
        key = (page, size.width(), paper.rgb() if paper else 0)
        if key not in self._drawn:
            self._drawn[key] = self._draw(page, size, paper, ink)
            while len(self._drawn) > KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
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
