"""DOCX out of the neutral model: named styles, real lists and tables, tick boxes to click, fields that come back."""

from app.document import Document
from exporters.docx.body import body
from exporters.docx.frame import footer, header
from exporters.docx.job import job
from exporters.docx.template import BODY, FOOTER_PART, HEADER_PART, Look, shell
from exporters.style import NORMAL


def render(
    document: Document,
    *,
    paper: str = "A4",
    level: int = NORMAL,
    gap: float | None = None,
    embed_fonts: bool = True,
    controls: bool = True,
    fields: bool = False,
) -> bytes:
    """The document as a .docx file; the same document gives the same bytes.

    `paper`: "A4" or "Letter". `level` and `gap`: of the one-page fit, found by `exporters.fit`. `embed_fonts`: False
    makes a small file that needs the fonts installed. `controls`: False makes no content controls, not even for tick
    boxes, for LibreOffice; `fields`: True wraps each answer in one, besides its bookmark. UserError when the logo
    cannot be used.
    """
    look = Look(level, gap, document.accent, document.language, paper, document.side, embed_fonts)
    work = job(document, look, controls=controls, fields=fields)
    stories = {
        BODY: shell(paper, body(work)),
        HEADER_PART: (header(work),),
        FOOTER_PART: (footer(work),),
    }
    return work.package.finished(stories)
