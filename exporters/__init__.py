"""Documents out of the neutral model: PDF, DOCX and the portable campaign file."""
