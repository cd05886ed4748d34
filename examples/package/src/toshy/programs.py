"""Upstream's programs, by the names that this package gives them."""

import os
import runpy
import sys
from pathlib import Path

from toshy.places import Refused

# Where each has been in upstream's releases, the newest first.
PROGRAMS: dict[str, tuple[str, ...]] = {
    "cosmic-dbus": ("cosmic-dbus-service/toshy_cosmic_dbus_service.py",),
    "gui": ("toshy_gui/__main__.py", "toshy_gui.py"),
    "kwin-dbus": (
        "kwin-dbus-service/toshy_kwin_dbus_service.py",
        "kde-kwin-dbus-service/toshy_kde_dbus_service.py",
    ),
    "layout-selector": ("toshy_layout_selector.py",),
    "session-monitor": ("scripts/tshysvc-sessmon", "scripts/toshy-service-session-monitor.sh"),
    "tray": ("toshy_tray.py",),
    "wlroots-dbus": ("wlroots-dbus-service/toshy_wlroots_dbus_service.py",),
}


def find(name: str, folder: Path) -> Path:
    for place in PROGRAMS[name]:
        if (folder / place).exists():
            return folder / place
    raise Refused(f"this version of Toshy has no {name}: none of {', '.join(PROGRAMS[name])}")


def run(name: str, folder: Path, arguments: list[str]) -> None:
    """Becomes the program. Python runs in this process, because only here are all of its packages known."""
    path = find(name, folder)
    if path.suffix != ".py":
        os.execv(path, [str(path), *arguments])
    os.environ["TOSHY_CONFIG_DIR"] = str(folder)
    sys.argv = [str(path), *arguments]
    sys.path.insert(0, str(folder))
    if path.name == "__main__.py":
        runpy.run_module(path.parent.name, run_name="__main__", alter_sys=True)
    else:
        runpy.run_path(str(path), run_name="__main__")
