"""The real window, driven long and hard: `make soak`; two minutes of it are in `make test`."""
