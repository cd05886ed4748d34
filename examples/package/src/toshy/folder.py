"""The user's folder: links to upstream's files, the keymap, and what Toshy's programs keep there."""

import os
import shutil
from pathlib import Path

from toshy.places import Refused

KEYMAP = "toshy_config.py"
DEFAULTS = "default-toshy-config"


def prepare(upstream: Path, folder: Path, keymap: Path | None = None, barebones: bool = False) -> None:
    """Brings all of it up to date. A file that is not a link is the user's, and stays."""
    link_programs(upstream, folder)
    place_keymap(upstream, folder / KEYMAP, keymap, barebones)


def prepare_programs(upstream: Path, folder: Path) -> None:
    """Likewise, but lets a keymap that is there be as it is."""
    link_programs(upstream, folder)
    if not (folder / KEYMAP).exists():
        place_keymap(upstream, folder / KEYMAP)


def link_programs(upstream: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        # what an older version had may be gone
        if path.is_symlink() and not path.exists() and "/share/toshy/" in os.readlink(path):
            path.unlink(missing_ok=True)
    for source in sorted(upstream.iterdir()):
        if source.name not in (KEYMAP, DEFAULTS) and not source.name.startswith("."):
            link(source, folder / source.name)


def place_keymap(upstream: Path, target: Path, keymap: Path | None = None, barebones: bool = False) -> None:
    if keymap is not None:
        link(keymap, target)
        return
    if target.is_symlink():
        target.unlink()
    if not target.exists():
        name = "toshy_config_barebones.py" if barebones else KEYMAP
        shutil.copyfile(upstream / DEFAULTS / name, target)


def link(source: Path, target: Path) -> None:
    if target.is_symlink():
        if Path(os.readlink(target)) == source:
            return
    elif target.exists():
        raise Refused(f"{target} is not a link to the package: move it away, or keep using what installed it")
    # renaming replaces the old link in one step; several services begin at once
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(source)
    fresh.replace(target)
