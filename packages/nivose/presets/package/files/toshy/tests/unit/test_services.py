import pytest

from toshy import services


def test_stops_the_monitor_before_the_keymapper(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr("subprocess.run", lambda words, **_: calls.append(words[2:]))
    services.restart_all()
    assert calls[0] == ["stop", services.MONITOR]
    assert calls[-2] == ["restart", services.KEYMAPPER]
    assert calls[-1] == ["start", services.MONITOR]
