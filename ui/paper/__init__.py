"""Pages on the screen: what is drawn is the exported PDF itself (HOUSE, decision 2)."""

from ui.paper.landing import Landing, belonging
from ui.paper.pages import Pages
from ui.paper.proof import Kind, Proof, Room, TooLong, prove, prove_pack

__all__ = ["Kind", "Landing", "Pages", "Proof", "Room", "TooLong", "belonging", "prove", "prove_pack"]
