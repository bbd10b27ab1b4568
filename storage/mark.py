"""What a workspace file says of itself. Opening asks for this before the table of fields is loaded: that takes longer."""

APPLICATION_ID = 0x42544E31
"""`BTN1` in the header of the file."""

NEWEST = 3
"""The version of the file that this Baton writes: `TEMPLATE.version`, which a test holds it to."""

LIVE = "campaign.id NOT IN (SELECT campaign_id FROM deleted)"
"""Of the campaigns, those that are not in *Deleted*: whoever asks the table of campaigns asks for these."""

INDEX = "CREATE VIRTUAL TABLE search USING fts5(text, tokenize='unicode61')"
"""The only virtual table a workspace may have."""

DIGESTS = 3
"""The version since which a workspace holds digests of what is in it, and counts its commits."""
