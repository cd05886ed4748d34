"""The program as it was built."""

import subprocess
from pathlib import Path

import pytest

PROGRAM = "@name@"


def output(*words: str) -> str:
    return subprocess.run([PROGRAM, *words], check=True, capture_output=True, text=True).stdout


def test_knows_its_version() -> None:
    assert output("--version").startswith(f"{PROGRAM} ")


def test_reads_the_settings_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / PROGRAM / "config.toml"
    path.parent.mkdir()
    path.write_text('greeting = "Good day"\n')
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert output("you") == "Good day, you!\n"
