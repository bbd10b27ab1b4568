"""Home: the campaigns of the workspace, and three ways in when there is none."""
