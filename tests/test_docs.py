"""The pages name only what is there: linked files, commands and their options, files of the rooms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from communique.cli import app

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md"), *ROOT.glob("bench/*.md")])
ROOMS = sorted(path for path in ROOT.glob("docs/*.md") if (ROOT / "src/communique" / path.stem).is_dir())
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


def page_name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_commands_and_options_exist(page: Path) -> None:
    for command, rest in re.findall(r"(?:^|`)\s*communique ([a-z]+)([^`\n#]*)", page.read_text(encoding="utf-8"), re.MULTILINE):
        assert command in COMMANDS, f"communique {command}"
        group = getattr(COMMANDS[command], "commands", None)
        word = (rest.split() or [""])[0]
        if group is not None and word:
            assert word in group, f"communique {command} {word}"
        named = group[word] if group and word else COMMANDS[command]
        known = {option for parameter in named.params for option in parameter.opts}
        assert set(re.findall(r"(?<=\s)--[a-z-]+", rest)) <= known, f"communique {command}{rest}"


@pytest.mark.parametrize("page", ROOMS, ids=page_name)
def test_files_of_a_room_exist(page: Path) -> None:
    room = ROOT / "src/communique" / page.stem
    there = {path.name for path in room.rglob("*")} | {path.name for path in room.parent.glob("*")}
    named = re.findall(r"`(?:\w+/)?([a-z_]+\.(?:py|tsv))`", page.read_text(encoding="utf-8"))
    assert set(named) <= there


def test_every_room_and_command_has_its_place_in_the_pages() -> None:
    rooms = {path.parent.name for path in ROOT.glob("src/communique/*/__init__.py")} - {"cli", "models", "world"}
    assert rooms == {page.stem for page in ROOMS}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"communique {command}" in readme for command in COMMANDS)
