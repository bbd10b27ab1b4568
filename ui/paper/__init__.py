"""Pages on the screen: what is drawn is the exported PDF itself (HOUSE, decision 2)."""

from ui.paper.pages import Landing, Pages

__all__ = ["Landing", "Pages"]
