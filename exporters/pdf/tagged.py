"""A structure tree for reportlab, which has none: every mark on a page belongs to an element or is an artifact."""

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference
from reportlab.pdfgen import canvas as reportlab

from app.text import clean

rl_config.useA85 = 0  # streams in binary: a fifth smaller, and nothing reads them as text


def pdf_text(text: str) -> str:
    """A text string in PDF syntax."""
    return "<FEFF" + text.encode("utf-16-be", "replace").hex().upper() + ">"


class Elem:
    """An element of the tree; `kids` are elements, (page, mark) pairs, or names of annotations on a page."""

    __slots__ = ("alt", "attributes", "kids", "kind", "number", "parent")

    def __init__(self, kind: str, parent: "Elem | None" = None, alt: str = "", attributes: str = "") -> None:
        self.kind, self.parent, self.alt, self.attributes = kind, parent, alt, attributes
        self.kids: list[Elem | tuple[int, int] | tuple[int, str]] = []
        self.number = 0
        if parent is not None:
            parent.kids.append(self)

    def add(self, kind: str, alt: str = "", attributes: str = "") -> "Elem":
        return Elem(kind, self, alt, attributes)

    def table(self, about: str) -> "Elem":
        """A table with a sentence that says what is in it; its cells are still read."""
        return Elem(
            "Table", self, attributes=f"<</O/Table/Summary {pdf_text(clean(about))}>>" if about else ""
        )

    def head(self, scope: str = "Column") -> "Elem":
        """A table head with its scope."""
        return Elem("TH", self, attributes=f"<</O/Table/Scope/{scope}>>")


class Raw(PDFObject):
    """An object in PDF syntax, made when the file is written and all numbers are known."""

    def __init__(self, make: Callable[[Any], str]) -> None:
        self._make = make

    def format(self, document: Any) -> bytes:
        return self._make(document).encode("latin-1")


class Canvas(reportlab.Canvas):
    """A canvas that knows which element is being drawn; on one for the `screen` nothing is there that is not seen."""

    _code: list[str]
    _formsinuse: list[str]
    _doc: Any
    _annotationrefs: list[Any]
    _bookmarkReference: Any

    def __init__(self, target: Any, root: Elem, *, screen: bool = False, **options: Any) -> None:
        self._root, self.screen = root, screen
        self._tree: list[Elem | list[Elem]] = []
        self._marks: list[Elem] = []
        self._notes = 0
        self._page = 0
        self._quiet = screen
        super().__init__(target, **options)
        self._doc.unhinted = screen

    def code(self, operators: str) -> None:
        """Operators in PDF syntax, as they are."""
        self._code.append(operators)

    def image(self, name: str, make: Callable[[], Any], box: tuple[float, float, float, float]) -> None:
        """A picture in (left, bottom, width, height); `make` gives its object when the file has none of that name."""
        known = self._doc.getXObjectName(name)
        if known not in self._doc.idToObject:
            self._add_image(name, make())
        left, bottom, wide, high = box
        self.saveState()
        self.translate(left, bottom)
        self.scale(wide, high)
        self._code.append(f"/{known} Do")
        self.restoreState()
        self._currentPageHasImages = 1
        self._formsinuse.append(name)

    def _add_image(self, name: str, made: Any) -> None:
        self._doc.addForm(name, made)
        mask = made.__dict__.pop("_smask", None)
        if mask is not None:
            made.smask = self._doc.Reference(copy.copy(mask), self._doc.getXObjectName(mask.name))

    # --- marked content ------------------------------------------------------------------------------------------
    @contextmanager
    def tag(self, elem: Elem, actual: str = "") -> Iterator[None]:
        """What is drawn inside belongs to an element; `actual` is its text where the lines cut words."""
        if self._quiet:
            yield
            return
        mark = len(self._marks)
        self._marks.append(elem)
        elem.kids.append((self._page, mark))
        spoken = f"/ActualText {pdf_text(actual)}" if actual else ""
        self._code.append(f"/{elem.kind} <</MCID {mark}{spoken}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside is no content: rules, washes, running heads."""
        if self._quiet:
            yield
            return
        self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """What is drawn inside is said elsewhere already: a table head repeated on the next page."""
        with self.artifact("Pagination"):
            before, self._quiet = self._quiet, True
            yield
            self._quiet = before

    def annotate(self, parent: Elem, kind: str, make: Callable[[Any], str]) -> str:
        """A link or form field on this page; `make` gives the inside of its dictionary. Returns its reference name."""
        name = f"Note{self._notes}"
        self._notes += 1
        elem = parent.add(kind)
        elem.kids.append((self._page, name))
        at = len(self._tree)
        self._tree.append(elem)
        note = Raw(lambda doc: f"<</Type/Annot{make(doc)}/F 4/StructParent {at}>>")
        self._doc.Reference(note, name)
        self._annotationrefs.append(PDFObjectReference(name))
        return name

    def _setAnnotations(self, page: Any) -> None:
        page.Annots = self._annotationrefs
        if not hasattr(page, "StructParents"):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._tree), Raw(lambda _: "/S")
        self._tree.append(self._marks)
        self._marks = []
        self._page += 1

    # --- the tree ------------------------------------------------------------------------------------------------
    def number_of(self, name: str) -> str:
        """Reference to a named object, "12 0 R"."""
        number, version = self._doc.idToObjectNumberAndVersion[name]
        return f"{number} {version} R"

    def write_tree(self) -> None:
        """Adds the tree to the file; called once, after the last page."""
        if self.screen:
            return
        _prune(self._root)
        elems = list(_walk(self._root))
        for at, elem in enumerate(elems):
            name = f"Elem{at}"
            self._doc.Reference(Raw(self._maker(elem)), name)
            elem.number = self._doc.idToObjectNumberAndVersion[name][0]
        catalog = self._doc.Catalog
        self._doc.Reference(Raw(self._tree_root), "StructTree")
        catalog.StructTreeRoot = PDFObjectReference("StructTree")
        catalog.MarkInfo = Raw(lambda _: "<</Marked true>>")

    def _maker(self, elem: Elem) -> Callable[[Any], str]:
        return lambda _: self._elem(elem)

    def _elem(self, elem: Elem) -> str:
        parent = f"{elem.parent.number} 0 R" if elem.parent else self.number_of("StructTree")
        alt = f"/Alt {pdf_text(elem.alt)}" if elem.alt else ""
        attributes = f"/A {elem.attributes}" if elem.attributes else ""
        first = next((kid[0] for kid in elem.kids if not isinstance(kid, Elem)), None)
        page = "" if first is None else f"/Pg {self.number_of(f'Page{first + 1}')}"
        kids = " ".join(self._kid(kid, first) for kid in elem.kids)
        return f"<</S/{elem.kind}/P {parent}{page}{alt}{attributes}/K[{kids}]>>"

    def _kid(self, kid: Elem | tuple[int, int] | tuple[int, str], first: int | None) -> str:
        """A kid in PDF syntax; marks on the page of the first are plain numbers."""
        if isinstance(kid, Elem):
            return f"{kid.number} 0 R"
        if kid[0] == first and isinstance(kid[1], int):
            return str(kid[1])
        page = self.number_of(f"Page{kid[0] + 1}")
        if isinstance(kid[1], str):
            return f"<</Type/OBJR/Pg {page}/Obj {self.number_of(kid[1])}>>"
        return f"<</Type/MCR/Pg {page}/MCID {kid[1]}>>"

    def _tree_root(self, _: Any) -> str:
        rows = []
        for at, entry in enumerate(self._tree):
            if isinstance(entry, Elem):
                rows.append(f"{at} {entry.number} 0 R")
            else:
                rows.append(f"{at}[{' '.join(f'{elem.number} 0 R' for elem in entry)}]")
        return (
            f"<</Type/StructTreeRoot/K[{self._root.number} 0 R]/ParentTree<</Nums[{' '.join(rows)}]>>"
            f"/ParentTreeNextKey {len(self._tree)}/RoleMap<</Title/P>>>>"
        )


def _prune(elem: Elem) -> bool:
    """Drops elements that never got content."""
    elem.kids = [kid for kid in elem.kids if not isinstance(kid, Elem) or _prune(kid)]
    return bool(elem.kids)


def _walk(elem: Elem) -> Iterator[Elem]:
    yield elem
    for kid in elem.kids:
        if isinstance(kid, Elem):
            yield from _walk(kid)
