"""Settings: a TOML file of the system, and one of the user that goes before it."""

import os
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

NAME = "@name@"


class Mistake(Exception):
    """Something that is wrong with a file of the user's."""


@dataclass(frozen=True)
class Settings:
    greeting: str = "Hello"


def files(environment: dict[str, str]) -> list[Path]:
    """The least important first."""
    own = Path(environment.get("XDG_CONFIG_HOME") or Path(environment.get("HOME", "/")) / ".config")
    shared = environment.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    folders = [*reversed([Path(each) for each in shared.split(os.pathsep)]), own]
    return [folder / NAME / "config.toml" for folder in folders]


def read(paths: list[Path]) -> Settings:
    found: dict[str, str] = {}
    for path in paths:
        if path.exists():
            found |= check(path)
    return Settings(**found)


def check(path: Path) -> dict[str, str]:
    try:
        content = tomllib.loads(path.read_text())
    except tomllib.TOMLDecodeError as error:
        raise Mistake(f"{path}: {error}") from error
    known = {field.name for field in fields(Settings)}
    for name, value in content.items():
        if name not in known:
            raise Mistake(f"{path}: there is no setting '{name}'; expected one of {', '.join(sorted(known))}")
        if not isinstance(value, str):
            raise Mistake(f"{path}: {name} is no text")
    return content
