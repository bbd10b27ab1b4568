"""The protocol as data: one class a thing, one row a field. See `app/field.py` for the vocabulary."""
