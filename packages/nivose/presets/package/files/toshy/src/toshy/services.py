"""The services of the session, as upstream's windows start and stop them."""

import subprocess

KEYMAPPER = "toshy-config.service"
MONITOR = "toshy-session-monitor.service"
WINDOWS = ("toshy-cosmic-dbus.service", "toshy-kwin-dbus.service", "toshy-wlroots-dbus.service")


def systemctl(action: str, *units: str) -> None:
    """Units that are not there are none of ours: each may be turned off."""
    for unit in units:
        subprocess.run(["systemctl", "--user", action, unit], check=False, stderr=subprocess.DEVNULL)


def restart_all() -> None:
    # the monitor would start the keymapper again in between
    systemctl("stop", MONITOR)
    systemctl("restart", *WINDOWS, KEYMAPPER)
    systemctl("start", MONITOR)


def stop_all() -> None:
    systemctl("stop", MONITOR, KEYMAPPER, *WINDOWS)


def restart_config() -> None:
    systemctl("restart", KEYMAPPER)


def stop_config() -> None:
    systemctl("stop", KEYMAPPER)
