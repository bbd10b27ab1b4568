"""The order in which WordprocessingML wants children (ECMA-376 part 1): what Word checks and others forgive."""

from tests.exporters.docx.reading import Node, W

_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
)
ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": _RUN,
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "trPr": "cnfStyle gridBefore gridAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ins del",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tcBorders": "top left bottom right insideH insideV",
    "tblBorders": "top left bottom right insideH insideV",
    "tcMar": "top left bottom right",
    "tblCellMar": "top left bottom right",
    "pBdr": "top left bottom right between bar",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding text checkbox",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlJc pPr rPr",
    "settings": (
        "zoom embedTrueTypeFonts saveSubsetFonts defaultTabStop characterSpacingControl compat themeFontLang "
        "decimalSymbol listSeparator"
    ),
    "font": "altName panose1 charset family pitch embedRegular embedBold embedItalic embedBoldItalic",
    "sectPr": "headerReference footerReference type pgSz pgMar",
}


def misplaced(root: Node) -> list[str]:
    """Elements whose children are unknown here, doubled or out of order."""
    wrong = []
    for name, listed in ORDER.items():
        order = listed.split()
        for node in root.iter(f"{W}{name}"):
            children = [child.tag.rpartition("}")[2] for child in node]
            unknown = set(children) - set(order)
            if unknown or [order.index(each) for each in children] != sorted(
                {order.index(each) for each in children}
            ):
                wrong.append(f"{name}: {children}")
    return wrong
