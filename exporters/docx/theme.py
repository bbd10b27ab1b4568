"""The theme part: the fonts and colours Word offers in its menus when someone goes on writing."""

from exporters.docx.markup import DECLARATION, colour
from exporters.style import DISPLAY, INK, MUTED, SANS, WHITE, Ramp

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EDGE = f'<a:ln w="6350">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme(ramp: Ramp) -> str:
    """word/theme/theme1.xml."""
    colours = {
        "dk1": INK,
        "lt1": WHITE,
        "dk2": MUTED,
        "lt2": ramp.wash,
        "accent1": ramp.solid,
        "accent2": ramp.mid,
        "accent3": MUTED,
        "accent4": ramp.tint,
        "accent5": INK,
        "accent6": ramp.solid,
        "hlink": ramp.solid,
        "folHlink": ramp.solid,
    }
    named = "".join(
        f'<a:{key}><a:srgbClr val="{colour(value)}"/></a:{key}>' for key, value in colours.items()
    )
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Baton">'
        f'<a:themeElements><a:clrScheme name="Baton">{named}</a:clrScheme>'
        f'<a:fontScheme name="Baton"><a:majorFont>{_font(DISPLAY)}</a:majorFont>'
        f"<a:minorFont>{_font(SANS)}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Baton"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_EDGE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _font(name: str) -> str:
    return f'<a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface=""/>'
