from pathlib import Path

import pytest

from @module@ import settings


def test_has_defaults(tmp_path: Path) -> None:
    assert settings.read([tmp_path / "missing.toml"]) == settings.Settings()


def test_lets_the_user_go_before_the_system(tmp_path: Path) -> None:
    system, own = tmp_path / "system.toml", tmp_path / "own.toml"
    system.write_text('greeting = "Good day"\n')
    own.write_text('greeting = "Hi"\n')
    assert settings.read([system, own]).greeting == "Hi"


def test_looks_where_settings_are() -> None:
    paths = settings.files({"HOME": "/home/me", "XDG_CONFIG_DIRS": "/first:/second"})
    assert [str(path.parent.parent) for path in paths] == ["/second", "/first", "/home/me/.config"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("greeting =", "config.toml: "), ("greetin = 'x'", "there is no setting 'greetin'"), ("greeting = 1", "is no text")],
)
def test_names_a_mistake(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(settings.Mistake, match=reason):
        settings.read([path])
