"""What a workspace file says of itself. Opening asks for this before the table of fields is loaded: that takes longer."""

APPLICATION_ID = 0x42544E31
"""`BTN1` in the header of the file."""

NEWEST = 3
"""The version of the file that this Baton writes: `TEMPLATE.version`, which a test holds it to."""

DELETED = 3
"""The version since which a deleted campaign stays in its workspace."""
LIVE = "campaign.id NOT IN (SELECT campaign_id FROM deleted)"
"""Of the campaigns, those that are not in *Deleted*: whoever asks the table of campaigns asks for these."""

ARRIVING = "arriving"
"""The day, among the deleted, of campaigns whose import is not whole yet (`storage/arriving.py`)."""

INDEX = "CREATE VIRTUAL TABLE search USING fts5(text, tokenize='unicode61')"
"""The only virtual table a workspace may have."""

DIGESTS = 3
"""The version since which a workspace holds digests of what is in it, and counts its commits."""

BOARD = (
    "CREATE TABLE standing (campaign_id TEXT NOT NULL PRIMARY KEY REFERENCES campaign (id) "
    "ON DELETE CASCADE, edited INTEGER NOT NULL, day TEXT NOT NULL, due TEXT NOT NULL, step INTEGER NOT NULL, "
    "within REAL NOT NULL, ready INTEGER NOT NULL, gaps INTEGER NOT NULL, words TEXT NOT NULL, owner TEXT NOT NULL, "
    "place TEXT NOT NULL, holder TEXT NOT NULL) STRICT",
    "CREATE INDEX standing_due ON standing (due, edited DESC)",
)
"""Where campaigns stand (`storage/board.py`): in no version, because it is worked out."""
