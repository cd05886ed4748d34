from pathlib import Path

import pytest

from toshy.folder import prepare, prepare_programs
from toshy.places import Refused


def test_links_programs_and_copies_the_keymap(upstream: Path, tmp_path: Path) -> None:
    folder = tmp_path / "config"
    prepare(upstream, folder)
    assert (folder / "lib").readlink() == upstream / "lib"
    assert not (folder / "toshy_config.py").is_symlink()
    assert not (folder / "default-toshy-config").exists()


def test_keeps_what_the_user_has_written(upstream: Path, tmp_path: Path) -> None:
    folder = tmp_path / "config"
    prepare(upstream, folder)
    (folder / "toshy_config.py").write_text("mine\n")
    (folder / "toshy_user_preferences.sqlite").write_text("mine\n")
    prepare(upstream, folder)
    assert (folder / "toshy_config.py").read_text() == "mine\n"
    assert (folder / "toshy_user_preferences.sqlite").exists()


def test_begins_with_an_empty_keymap(upstream: Path, tmp_path: Path) -> None:
    prepare(upstream, tmp_path / "config", barebones=True)
    assert "barebones" in (tmp_path / "config" / "toshy_config.py").read_text()


def test_links_a_keymap_and_goes_back_to_upstreams(upstream: Path, tmp_path: Path) -> None:
    keymap = tmp_path / "mine.py"
    keymap.write_text("mine\n")
    target = tmp_path / "config" / "toshy_config.py"
    prepare(upstream, tmp_path / "config", keymap)
    assert target.readlink() == keymap
    prepare_programs(upstream, tmp_path / "config")
    assert target.readlink() == keymap
    prepare(upstream, tmp_path / "config")
    assert not target.is_symlink()


def test_follows_another_version(upstream: Path, tmp_path: Path) -> None:
    folder = tmp_path / "config"
    prepare(upstream, folder)
    newer = tmp_path / "newer" / "share" / "toshy"
    newer.parent.mkdir(parents=True)
    upstream.rename(newer)
    (newer / "lib").rename(newer / "toshy_common")
    prepare(newer, folder)
    assert not (folder / "lib").is_symlink()
    assert (folder / "toshy_tray.py").readlink() == newer / "toshy_tray.py"


def test_lets_other_broken_links_be(upstream: Path, tmp_path: Path) -> None:
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "notes").symlink_to(tmp_path / "elsewhere")
    prepare(upstream, folder)
    assert (folder / "notes").is_symlink()


def test_refuses_an_installation_of_upstreams_script(upstream: Path, tmp_path: Path) -> None:
    (tmp_path / "config" / "lib").mkdir(parents=True)
    with pytest.raises(Refused, match="is not a link to the package"):
        prepare(upstream, tmp_path / "config")
