"""The format of a deliverable: from its specification, else from its files; writing it writes the specification."""

from app.campaign import Asset, Deliverable, Spec
from app.formats import format_of, with_format

WORDS = Spec("s1", "Words", "900")
FILES = (Asset("a", file_type="PNG"), Asset("b", file_type="JPG"), Asset("c", file_type="PNG"), Asset("d"))


def test_a_specification_says_it_before_the_files_do() -> None:
    assert format_of(Deliverable()) == ""
    assert format_of(Deliverable(assets=FILES)) == "PNG, JPG"
    assert format_of(Deliverable(specs=(WORDS, Spec("s2", " format ", "HTML")), assets=FILES)) == "HTML"
    assert format_of(Deliverable(specs=(Spec("s2", "File", "DOCX"),))) == "DOCX"
    assert format_of(Deliverable(specs=(Spec("s2", "Format", " "),), assets=FILES)) == "PNG, JPG"


def test_it_is_written_into_the_specification_that_is_there_or_a_new_one() -> None:
    made = with_format((WORDS,), "PDF", lambda: "n")
    assert made == (WORDS, Spec("n", "Format", "PDF"))
    assert with_format(made, "PDF/X-4", lambda: "m") == (WORDS, Spec("n", "Format", "PDF/X-4"))
    assert with_format((Spec("s2", "File", "DOCX"), WORDS), "ODT", lambda: "m")[0] == Spec(
        "s2", "File", "ODT"
    )
    assert with_format(made, "", lambda: "m") == (WORDS,)
