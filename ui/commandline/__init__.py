"""The command line: one room for its grammar, its voice and what each command does."""
