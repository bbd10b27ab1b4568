"""Pages on the screen: what is drawn is the exported PDF itself (HOUSE, decision 2)."""

from ui.paper.landing import Landing, belonging
from ui.paper.pages import Pages
from ui.paper.proof import Proof, Room, Shown, TooLong, prove, prove_pack

__all__ = ["Landing", "Pages", "Proof", "Room", "Shown", "TooLong", "belonging", "prove", "prove_pack"]
