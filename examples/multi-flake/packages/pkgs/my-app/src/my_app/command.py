"""The command: facts as lines for people, or as JSON for programs."""

import argparse
import json

from my_app.facts import facts


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="my-app", description="Tells how this station is.")
    parser.add_argument("disks", nargs="*", default=["/"], help="paths on the disks to tell of")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(words)
    found = facts(tuple(options.disks))
    print(json.dumps(found, indent=2) if options.json else as_text(found))
    # Something failed: a script can ask for that alone.
    return 1 if found.get("failed") else 0


def as_text(found: dict[str, object]) -> str:
    return "\n".join(f"{name + ':':9} {value_text(value)}" for name, value in found.items())


def value_text(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {use} %" for name, use in value.items())
    if isinstance(value, list):
        return ", ".join(value) or "nothing"
    return str(value)
