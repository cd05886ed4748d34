"""The command line."""

import argparse
import os
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from toshy import folder, keymapper, places, programs


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="toshy", description="Starts Toshy's programs.")
    top.add_argument("--version", action="version", version=f"toshy {installed_version()}")
    verbs = top.add_subparsers(dest="verb", required=True)

    config = verbs.add_parser("config", help="run the keymapper")
    config.add_argument("--device", action="append", default=[], help="a keyboard to map; all of them without")
    config.add_argument("--verbose", action="store_true", help="tell of every key")
    check = verbs.add_parser("check", help="evaluate the keymap, and touch no keyboard")
    prepare = verbs.add_parser("prepare", help="bring the folder of the user up to date, and no more")
    for verb in (config, check, prepare):
        verb.add_argument("--file", type=Path, help="a keymap that takes the place of the user's own")
        verb.add_argument("--barebones", action="store_true", help="begin with an empty keymap")

    run = verbs.add_parser("run", help="run a program of Toshy")
    run.add_argument("program", choices=sorted(programs.PROGRAMS))
    run.add_argument("arguments", nargs=argparse.REMAINDER)
    return top


def installed_version() -> str:
    try:
        return version("toshy")
    except PackageNotFoundError:
        return "of this folder"


def main(words: list[str] | None = None) -> None:
    given = parser().parse_args(words)
    try:
        act(given)
    except places.Refused as reason:
        sys.exit(f"toshy: {reason}")


def act(given: argparse.Namespace) -> None:
    target = places.config_folder()
    if given.verb == "run":
        folder.prepare_programs(places.upstream(), target)
        programs.run(given.program, target, given.arguments)
        return
    folder.prepare(places.upstream(), target, given.file, given.barebones)
    if given.verb == "config":
        become(keymapper.command(target, given.device, given.verbose))
    elif given.verb == "check":
        become(keymapper.check(target))


def become(words: list[str]) -> None:
    os.execvp(words[0], words)


def gui() -> None:
    main(["run", "gui", *sys.argv[1:]])


def layout_selector() -> None:
    main(["run", "layout-selector", *sys.argv[1:]])


def tray() -> None:
    main(["run", "tray", *sys.argv[1:]])
