"""The look: colours, type, icons and the focus ring. The only place in the window where a colour has a value."""

from ui.theme.apply import Mode, apply_theme, current, wardrobe
from ui.theme.icons import icon, pixmap
from ui.theme.look import Theme
from ui.theme.tokens import Tokens, Tone

__all__ = ["Mode", "Theme", "Tokens", "Tone", "apply_theme", "current", "icon", "pixmap", "wardrobe"]
