"""Pictures in the line of text: the logo in the header and the timeline strip."""

from functools import lru_cache

from app.document import Strip
from exporters import strip
from exporters.docx.job import Job
from exporters.docx.markup import attribute, emu, paragraph
from exporters.style import Ramp

_GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def drawing(relation: str, number: int, size: tuple[float, float], name: str, alt: str) -> str:
    """A run with a picture of a size in points. All four distances are zero, or LibreOffice adds 3 mm beside it."""
    wide, high = (emu(each) for each in size)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="{number}" name="{attribute(name)}" descr="{attribute(alt)}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_GRAPHIC}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="{attribute(name)}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def set_strip(job: Job, each: Strip) -> str:
    """The timeline as a picture; its alternative text lists every date, and a table below says the same."""
    number = job.anchors.number()
    data, size = _painted(each, job.width, job.shades)
    relation = job.package.picture(data, f"timeline{number}.png")
    return paragraph("BatonFigure", drawing(relation, number, size, each.name, each.alt))


@lru_cache(maxsize=4)
def _painted(each: Strip, width: float, shades: Ramp) -> tuple[bytes, tuple[float, float]]:
    """PNG and size in points; painting takes longer than the rest of the document."""
    drawn = strip.drawing(each, width, shades)
    return strip.png(drawn), (drawn.width, drawn.height)
