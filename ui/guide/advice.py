"""What helps with one field: what is asked, how to answer, a good and a weak example."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.field import Field
from ui.keys import shortcut_caps
from ui.widgets.glyph import Glyph
from ui.widgets.label import Label, key_cap
from ui.widgets.paragraph import Paragraph


class Advice(QWidget):
    """Empty for a field that needs no advice."""

    def __init__(self, parent: QWidget | None = None, *, key: bool = True) -> None:
        super().__init__(parent)
        self._title = Label("", "label", wraps=True)
        self._words = _quiet("")
        self._good = _Example("check", "ok", self.tr("Good"))
        self._weak = _Example("x", "ink2", self.tr("Weak"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(6)
        column.addWidget(self._good)
        column.addSpacing(6)
        column.addWidget(self._weak)
        if key:
            column.addSpacing(6)
            column.addLayout(_key(self.tr("hide or show guidance")))
        column.addStretch()

    def show_field(self, field: Field) -> bool:
        """Whether there is anything to say about it."""
        self._title.setText(field.question or field.label)
        self._words.setText(field.guidance)
        self._words.setVisible(bool(field.guidance))
        self._good.show_words(field.strong)
        self._weak.show_words(field.weak)
        self.setAccessibleName(" ".join(part for part in (field.question, field.guidance) if part))
        return bool(field.guidance or field.strong or field.weak or field.question)


class _Example(QFrame):
    """A card with a sentence from the template."""

    def __init__(self, glyph: str, tone: str, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._name = name
        self._sentence = Paragraph("", "small")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Glyph(glyph, tone))
        words = Label(name, "small", "ok" if tone == "ok" else "quiet")
        words.setProperty("loud", True)
        head.addWidget(words)
        head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self._sentence)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_words(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self.setAccessibleName(f"{self._name}: {sentence}")
        self.setVisible(bool(sentence))


def _quiet(words: str) -> Paragraph:
    found = Paragraph(words, "small")
    found.show_tone("quiet")
    return found


def _key(words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(key_cap(shortcut_caps("guidance")))
    row.addWidget(Label(words, "caption"))
    row.addStretch()
    return row
