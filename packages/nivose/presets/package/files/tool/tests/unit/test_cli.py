from pathlib import Path

import pytest

from @module@.cli import main


def test_greets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--config", str(tmp_path / "none.toml"), "you"])
    assert capsys.readouterr().out == "Hello, you!\n"


def test_says_what_is_wrong_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("= nothing\n")
    with pytest.raises(SystemExit, match="config.toml"):
        main(["--config", str(path)])
