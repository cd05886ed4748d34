"""The keymapper, xwaykeyz, with the user's keymap."""

from pathlib import Path

from toshy.folder import KEYMAP


def command(folder: Path, devices: list[str], verbose: bool) -> list[str]:
    words = ["xwaykeyz", "--watch", "--config", str(folder / KEYMAP)]
    if verbose:
        words.append("-v")
    if devices:
        words += ["--devices", *devices]
    return words


def check(folder: Path) -> list[str]:
    """Evaluates the keymap and says whether it is sound; touches no keyboard."""
    return ["xwaykeyz", "--check", "--config", str(folder / KEYMAP)]
