"""Backups that make themselves, their list, and the ways back."""
