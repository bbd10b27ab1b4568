"""`make run`: opens the app; where there is no screen it says so and makes the sample documents instead."""

import sys

from ui.main import main
from ui.screen import has_screen


def launch() -> int:
    """Exit code of the app, or of the demo."""
    if has_screen():
        return main([])
    print("There is no screen here: making the sample workspace and its documents in ./demo instead.")
    return main(["demo", "--to", "demo"])


if __name__ == "__main__":
    sys.exit(launch())
