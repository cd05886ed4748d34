"""The command line."""

import argparse
import os
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from @module@ import settings


def main(words: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog=settings.NAME)
    parser.add_argument("--version", action="version", version=f"{settings.NAME} {installed_version()}")
    parser.add_argument("--config", type=Path, help="settings, in place of those of the system and the user")
    parser.add_argument("who", nargs="?", default="world")
    given = parser.parse_args(words)
    try:
        paths = [given.config] if given.config else settings.files(dict(os.environ))
        print(greet(settings.read(paths), given.who))
    except settings.Mistake as mistake:
        sys.exit(f"{settings.NAME}: {mistake}")


def installed_version() -> str:
    try:
        return version(settings.NAME)
    except PackageNotFoundError:
        return "of this folder"


def greet(chosen: settings.Settings, who: str) -> str:
    return f"{chosen.greeting}, {who}!"
