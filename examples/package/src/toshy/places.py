"""Where things are."""

import os
from pathlib import Path


class Refused(Exception):
    """Something that the user has to decide."""


def upstream() -> Path:
    """Upstream's files. The package says where they are."""
    folder = os.environ.get("TOSHY_UPSTREAM")
    if not folder:
        raise Refused("TOSHY_UPSTREAM does not say where upstream's files are: start the program of the package")
    return Path(folder)


def config_folder() -> Path:
    """The folder that upstream's programs take for their own; older ones know no other name."""
    return Path(os.environ.get("TOSHY_CONFIG_DIR") or Path.home() / ".config" / "toshy")
