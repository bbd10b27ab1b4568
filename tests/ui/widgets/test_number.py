"""A number in a person's words: thousands apart, nothing that is not a whole number taken for one."""

import pytest
from PySide6.QtCore import QLocale

from ui.widgets.number import read_number
from ui.widgets.read_line import Unreadable

ENGLISH, GERMAN = QLocale("en_GB"), QLocale("de_DE")


@pytest.mark.parametrize(
    ("locale", "words", "number"),
    [
        (ENGLISH, "12,400", 12_400),
        (GERMAN, "12.400", 12_400),
        (ENGLISH, " 240 ", 240),
        (ENGLISH, "", None),
    ],
)
def test_thousands_may_stand_apart(locale: QLocale, words: str, number: int | None) -> None:
    assert read_number(words, "", locale) == number


@pytest.mark.parametrize(
    ("locale", "words"), [(ENGLISH, "1,5"), (ENGLISH, "12,50"), (GERMAN, "2.5"), (ENGLISH, "1,2345")]
)
def test_a_part_of_a_number_is_no_whole_one(locale: QLocale, words: str) -> None:
    with pytest.raises(Unreadable):
        read_number(words, "", locale)
