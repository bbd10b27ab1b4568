"""The pages on which a campaign is written, each one widget that serves the guide and free editing alike."""
