"""Backups as a person meets them: made by themselves, listed with what is inside, restored, opened for reading."""
