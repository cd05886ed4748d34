import json

from my_app.command import as_text, main
from my_app.facts import disk_use, memory_use, parse_size, percent


def test_sizes_are_read():
    assert parse_size("MemTotal:       16384 kB") == ("MemTotal", 16384)


def test_memory_in_use(tmp_path):
    file = tmp_path / "meminfo"
    file.write_text("MemTotal: 1000 kB\nMemAvailable: 250 kB\n")
    assert memory_use(str(file)) == 75


def test_memory_that_cannot_be_known(tmp_path):
    assert memory_use(str(tmp_path / "nothing")) is None


def test_percentages():
    assert percent(1, 3) == 33
    assert percent(1, 0) == 0
    assert 0 <= disk_use("/") <= 100


def test_text_for_people():
    assert as_text({"station": "here", "disks": {"/": 7}, "failed": []}).splitlines() == [
        "station:  here",
        "disks:    / 7 %",
        "failed:   nothing",
    ]


def test_json_for_programs(capsys):
    main(["--json"])
    assert "load" in json.loads(capsys.readouterr().out)
