"""Pages on paper: the exported PDF, drawn at the resolution of the printer."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from app.errors import UserError

FINEST = 300
"""Dots per inch: more makes pictures of hundreds of megabytes and no sharper letters."""
_SIZES = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}


def print_pdf(pdf: bytes, paper: str, printer: QPrinter) -> int:
    """Prints every page that the printer was asked for; how many those are. UserError when the printer refuses."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    pages = _wanted(printer, document.pageCount())
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(
            "The printer does not take the pages.", "Check the printer, or export a PDF and print that."
        )
    try:
        for count, page in enumerate(pages):
            if count:
                printer.newPage()
            _paint(painter, document, page, printer)
    finally:
        painter.end()
        document.close()
    return len(pages)


def _wanted(printer: QPrinter, count: int) -> range:
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return range(max(first, 1) - 1, min(last, count))


def _paint(painter: QPainter, document: QPdfDocument, page: int, printer: QPrinter) -> None:
    dots = min(printer.resolution(), FINEST)
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * dots / 72), round(points.height() * dots / 72))
    drawn = QImage(size, QImage.Format.Format_RGB32)
    drawn.fill(0xFFFFFFFF)
    over = QPainter(drawn)
    over.drawImage(0, 0, document.render(page, size))
    over.end()
    room = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = printer.resolution() / 72
    painter.drawImage(
        QRectF(-room.left(), -room.top(), points.width() * scale, points.height() * scale),
        drawn,
        QRectF(QRect(0, 0, size.width(), size.height())),
    )
