"""What holds for the whole workspace and for this computer."""
