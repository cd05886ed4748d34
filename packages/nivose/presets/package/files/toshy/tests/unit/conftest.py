from pathlib import Path

import pytest


@pytest.fixture
def upstream(tmp_path: Path) -> Path:
    """As much of upstream's files as the launcher looks at."""
    root = tmp_path / "share" / "toshy"
    for name in (
        "default-toshy-config/toshy_config.py",
        "default-toshy-config/toshy_config_barebones.py",
        "lib/settings_class.py",
        "scripts/tshysvc-sessmon",
        "toshy_tray.py",
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n")
    return root
