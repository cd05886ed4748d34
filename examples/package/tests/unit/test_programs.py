import sys
from pathlib import Path

import pytest

from toshy import keymapper, programs
from toshy.cli import main, parser
from toshy.places import Refused


def test_finds_a_program_of_either_layout(upstream: Path) -> None:
    assert programs.find("tray", upstream) == upstream / "toshy_tray.py"
    (upstream / "toshy_gui.py").write_text("")
    assert programs.find("gui", upstream).name == "toshy_gui.py"
    (upstream / "toshy_gui").mkdir()
    (upstream / "toshy_gui" / "__main__.py").write_text("")
    assert programs.find("gui", upstream).name == "__main__.py"


def test_names_what_a_version_lacks(upstream: Path) -> None:
    with pytest.raises(Refused, match="has no cosmic-dbus"):
        programs.find("cosmic-dbus", upstream)


def test_runs_a_program_from_the_users_folder(
    upstream: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (upstream / "toshy_tray.py").write_text("import sys\nprint(__file__, sys.argv[1:])\n")
    monkeypatch.setenv("TOSHY_UPSTREAM", str(upstream))
    monkeypatch.setenv("TOSHY_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setattr("sys.path", [*sys.path])
    monkeypatch.setattr("sys.argv", ["toshy"])
    main(["run", "tray", "--verbose"])
    assert capsys.readouterr().out == f"{tmp_path / 'config' / 'toshy_tray.py'} ['--verbose']\n"


def test_says_what_is_wrong_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TOSHY_UPSTREAM", raising=False)
    with pytest.raises(SystemExit, match="^toshy: TOSHY_UPSTREAM does not say"):
        main(["prepare"])


def test_passes_keyboards_on(tmp_path: Path) -> None:
    given = parser().parse_args(["config", "--device", "A B", "--device", "C"])
    assert keymapper.command(tmp_path, given.device, given.verbose) == [
        "xwaykeyz",
        "--watch",
        "--config",
        str(tmp_path / "toshy_config.py"),
        "--devices",
        "A B",
        "C",
    ]
