"""What a person touches: the window and the command line. The only layer that knows Qt."""
