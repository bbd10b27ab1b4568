"""The handoff protocol itself: plain Python, no Qt, no SQL, no document formats, no clock."""
