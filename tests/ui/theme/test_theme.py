"""The look is applied, changed while the app runs, and the ring belongs to the keyboard."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QIcon, QPalette, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from resources import ROOT
from ui.theme import Mode, apply_theme, current, icon, pixmap
from ui.theme.look import Theme
from ui.theme.ring import FocusRing
from ui.theme.sheet import style_sheet
from ui.theme.tokens import DARK, LIGHT
from ui.widgets.button import Button


def _ink(found: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """The colour of the most solid pixels."""
    image = found.pixmap(24, 24, mode).toImage()
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    most = max(point.alpha() for point in points)
    return {point.name().upper() for point in points if point.alpha() == most}


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.15, 1.3, 1.5])
@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_style_sheet_is_filled_completely(palette: object, scale: float) -> None:
    sheet = style_sheet(Theme(palette, scale))  # type: ignore[arg-type]
    assert "$" not in sheet
    assert "sp;" not in sheet


def test_a_focused_field_is_as_large_as_before() -> None:
    """Padding gives back what the border takes, at every text size."""
    for scale in (0.9, 1.0, 1.15, 1.3, 1.5):
        sheet = style_sheet(Theme(LIGHT, scale))
        rest, focus = round(7 * scale), round(7 * scale) - 1
        assert f"padding: {rest}px {round(10 * scale)}px;" in sheet
        assert f"border: 2px solid {LIGHT.focus}; padding: {focus}px {round(10 * scale) - 1}px;" in sheet


def test_both_fonts_are_ours(look: QApplication) -> None:
    assert QFontInfo(current().font()).family() == "Inter"
    assert QFontInfo(current().font(24, 600, serif=True)).family() == "Source Serif 4"
    assert QFontInfo(look.font()).pixelSize() == 13


def test_tabular_digits_are_of_one_width(look: QApplication) -> None:
    metrics = QFontMetricsF(current().font(tabular=True))
    assert len({metrics.horizontalAdvance(digit * 4) for digit in "0123456789"}) == 1
    plain = QFontMetricsF(current().font())
    assert plain.horizontalAdvance("1111") < plain.horizontalAdvance("0000")


def test_an_icon_takes_the_colour_of_the_theme_and_is_made_anew_with_it(
    qtbot: QtBot, look: QApplication
) -> None:
    button = Button("Delete", "destructive", glyph="trash-2")
    qtbot.addWidget(button)
    button.show()
    assert _ink(button.icon()) == {LIGHT.bad}
    apply_theme(look, Mode.DARK)
    assert _ink(button.icon()) == {DARK.bad}
    button.setEnabled(False)
    assert _ink(button.icon(), QIcon.Mode.Disabled) == {DARK.disabled}


def test_an_icon_holds_no_code_of_ours(look: QApplication) -> None:
    """Qt copies and ends the engine of an icon itself; one written in Python has no owner then."""
    made = icon("check", "ok", QSize(20, 16))
    assert made.availableSizes()[0] == QSize(20, 16)
    copied = QIcon(made)
    copied.addPixmap(QPixmap(4, 4))  # the copy gets an engine of its own
    assert _ink(made) == {LIGHT.ok}


def test_an_icon_is_sharp_on_a_dense_screen(look: QApplication) -> None:
    found = pixmap("check", "ok", 16, 2.0)
    assert (found.width(), found.devicePixelRatio()) == (32, 2.0)


def test_an_unknown_icon_is_our_mistake() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", "ink2", QSize(16, 16))


def test_every_icon_can_be_drawn(look: QApplication) -> None:
    for path in (ROOT / "icons").glob("*.svg"):
        image = pixmap(path.stem, "ink", 16).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16)), path.name


def test_mode_and_text_size_change_what_is_open(qtbot: QtBot, look: QApplication) -> None:
    button = Button("Export", "primary")
    qtbot.addWidget(button)
    button.show()
    small = button.sizeHint().height()
    assert small == 32
    apply_theme(look, "dark", 1.5)
    assert current().dark
    assert button.sizeHint().height() > small
    assert look.palette().color(QPalette.ColorRole.Window) == QColor(DARK.bg)
    apply_theme(look, Mode.CONTRAST)
    assert look.palette().color(QPalette.ColorRole.Text) in (QColor("#000000"), QColor("#FFFFFF"))


def test_the_text_size_has_limits(look: QApplication) -> None:
    apply_theme(look, Mode.LIGHT, 9.0)
    assert current().scale == 1.5
    apply_theme(look, Mode.LIGHT, 0.1)
    assert current().scale == 0.9


def test_the_desktop_is_followed_only_when_asked(look: QApplication) -> None:
    apply_theme(look, Mode.LIGHT)
    look.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not current().dark
    apply_theme(look, Mode.SYSTEM)
    wanted = look.styleHints().colorScheme() == Qt.ColorScheme.Dark
    look.styleHints().colorSchemeChanged.emit(look.styleHints().colorScheme())
    assert current().dark is wanted


def _three(qtbot: QtBot) -> tuple[QWidget, QPushButton, QPushButton, QLineEdit]:
    window = QWidget()
    column = QVBoxLayout(window)
    one, two, line = QPushButton("one"), QPushButton("two"), QLineEdit()
    for widget in (one, two, line):
        column.addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, one, two, line


def _ring(app: QApplication) -> FocusRing:
    ring = app.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    return ring


def test_the_ring_comes_by_tab_and_not_by_the_mouse(qtbot: QtBot, look: QApplication) -> None:
    window, one, two, line = _three(qtbot)
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is one
    assert _ring(look).target is None
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert _ring(look).target is two
    QTest.keyClick(two, Qt.Key.Key_Backtab)
    assert _ring(look).target is one
    QTest.mouseClick(two, Qt.MouseButton.LeftButton)
    assert _ring(look).target is None
    QTest.keyClick(two, Qt.Key.Key_Tab)
    assert window.focusWidget() is line
    assert _ring(look).target is None


def test_the_ring_goes_with_its_window(qtbot: QtBot, look: QApplication) -> None:
    window, one, two, _ = _three(qtbot)
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert _ring(look).target is two
    window.close()
    window.deleteLater()
    qtbot.wait(1)
    assert _ring(look).target is None
    second, first, after, _ = _three(qtbot)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.isVisible()
    assert _ring(look).target is after
