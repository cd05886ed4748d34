"""What can be known of the machine that this runs on. Whatever cannot be known here is left out."""

import os
import platform
import shutil
import subprocess


def facts(disks: tuple[str, ...] = ("/",)) -> dict[str, object]:
    found: dict[str, object] = {
        "station": platform.node(),
        "kernel": platform.release(),
        "load": round(os.getloadavg()[0], 2),
        "disks": {disk: disk_use(disk) for disk in disks if os.path.exists(disk)},
    }
    memory = memory_use()
    if memory is not None:
        found["memory"] = memory
    failed = failed_units()
    if failed is not None:
        found["failed"] = failed
    return found


def disk_use(path: str) -> int:
    """How full the disk of a path is, in per cent."""
    usage = shutil.disk_usage(path)
    return percent(usage.used, usage.total)


def memory_use(file: str = "/proc/meminfo") -> int | None:
    """How much of the memory is in use, in per cent."""
    try:
        with open(file, encoding="utf-8") as lines:
            sizes = dict(parse_size(line) for line in lines if ":" in line)
    except OSError:
        return None
    return percent(sizes["MemTotal"] - sizes["MemAvailable"], sizes["MemTotal"])


def parse_size(line: str) -> tuple[str, int]:
    name, _, value = line.partition(":")
    return name, int(value.split()[0])


def failed_units() -> list[str] | None:
    """Units of systemd that failed."""
    if shutil.which("systemctl") is None:
        return None
    answer = subprocess.run(
        ["systemctl", "list-units", "--failed", "--plain", "--no-legend"],
        capture_output=True,
        check=False,
        text=True,
    )
    return [line.split()[0] for line in answer.stdout.splitlines() if line.strip()]


def percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole > 0 else 0
