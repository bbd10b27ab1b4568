"""What a PDF says about itself: title, author, dates, language, and the same again as XMP."""

from html import escape
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

from app.document import Document
from app.text import clean
from exporters.pdf.tagged import Canvas

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Baton</xmp:CreatorTool><pdf:Keywords>{keywords}</pdf:Keywords>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def describe(canvas: Canvas, document: Document) -> None:
    """Title, author, subject, keywords, the document's own day as its date, and how a viewer opens it."""
    about = {
        "title": title(document),
        "author": _line(document.agency),
        "subject": _line(document.subject),
        "keywords": ", ".join(_line(word) for word in document.keywords),
        "language": _line(document.language),
    }
    canvas.setTitle(about["title"])
    canvas.setAuthor(about["author"])
    canvas.setSubject(about["subject"])
    canvas.setKeywords(about["keywords"])
    canvas.setCreator("Baton")
    canvas.setProducer("Baton")
    day = document.day
    canvas._doc._timeStamp.YMDhms = (day.year, day.month, day.day, 9, 0, 0)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    canvas._doc.Catalog.Metadata = _stream(about)


def title(document: Document) -> str:
    """Title and subtitle, as a viewer's window shows them."""
    return ": ".join(part for part in (_line(document.title), _line(document.subtitle)) if part)


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _stream(about: dict[str, str]) -> Any:
    xmp = _XMP.format(**{key: escape(value, quote=False) for key, value in about.items()})
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    return PDFStream(kind, xmp.encode(), filters=[])
