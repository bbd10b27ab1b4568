"""What stays in the house and what a vendor gets (L7).

Fields of the table are internal by default where it says so; a campaign's `internal` adds places to them, its `shared`
takes defaults away. `for_vendor` makes a copy that holds nothing else: whatever is exported from it cannot say more.
"""

from app.disclosure.copying import KEPT, for_vendor
from app.disclosure.dates import plan_for_vendor
from app.disclosure.listed import can_be_marked, decisions, is_marked, said
from app.disclosure.marks import is_internal, mark

__all__ = [
    "KEPT",
    "can_be_marked",
    "decisions",
    "for_vendor",
    "is_internal",
    "is_marked",
    "mark",
    "plan_for_vendor",
    "said",
]
