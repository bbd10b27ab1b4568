"""The one local file: everything Baton remembers, in SQLite."""
