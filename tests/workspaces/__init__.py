"""One workspace of every released schema, kept for ever, with the rows that were in it."""
