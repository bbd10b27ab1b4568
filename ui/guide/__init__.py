"""The guide: the same pages one after the other, with advice beside them and the document growing."""
