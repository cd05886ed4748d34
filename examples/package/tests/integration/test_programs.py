"""The programs as they were built, with upstream's real files. They need no keyboard and no display."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

COMMANDS = (
    "toshy",
    "toshy-config-restart",
    "toshy-config-stop",
    "toshy-gui",
    "toshy-layout-selector",
    "toshy-services-restart",
    "toshy-services-stop",
    "toshy-tray",
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("TOSHY_CONFIG_DIR", raising=False)
    return tmp_path


def output(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_is_there(command: str) -> None:
    assert shutil.which(command) is not None


def test_knows_its_version() -> None:
    assert output("toshy", "--version").startswith("toshy ")


def test_prepares_a_folder(home: Path) -> None:
    output("toshy", "prepare")
    folder = home / ".config" / "toshy"
    keymap = folder / "toshy_config.py"
    compile(keymap.read_text(), str(keymap), "exec")
    assert os.access(keymap, os.W_OK)
    assert (folder / "toshy_tray.py").exists()


def test_every_program_of_upstream_is_readable(home: Path) -> None:
    output("toshy", "prepare")
    folder = home / ".config" / "toshy"
    for path in [*folder.glob("*.py"), *folder.glob("*-dbus-service/*.py")]:
        compile(path.read_text(), str(path), "exec")


@pytest.mark.parametrize(
    "place",
    [
        "lib/udev/rules.d/70-toshy.rules",
        "share/applications/app.toshy.preferences.desktop",
        "share/cinnamon/extensions/ToshyFocusedWindow@toshy.app/metadata.json",
        "share/icons/hicolor/scalable/apps/toshy_app_icon_rainbow.svg",
        "share/kwin/scripts/toshy-dbus-notifyactivewindow/metadata.json",
    ],
)
def test_desktops_find_their_parts(place: str) -> None:
    program = shutil.which("toshy")
    assert program is not None
    assert (Path(program).resolve().parent.parent / place).is_file()


def test_upstream_looks_for_no_command_in_the_home_folder(home: Path) -> None:
    output("toshy", "prepare")
    for path in (home / ".config" / "toshy").glob("toshy_*.py"):
        assert "home_local_bin, 'toshy-" not in path.read_text()
