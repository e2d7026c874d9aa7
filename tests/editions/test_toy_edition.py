"""An edition is a value: one that is made up here is planned, checked, built and kept like any."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

import careerkit.editions
from careerkit.cli.command import main
from careerkit.content.problem import ContentError, Place, Problem
from careerkit.document.traversal import spans
from careerkit.editions.booklet import BOOKLET
from careerkit.editions.edition import Edition, Prepared, Remark, Rendered
from careerkit.editions.task import RenderTask
from tests.school import School, found_school


def _prepare(task: RenderTask) -> Prepared:
    words = [span.text for span in spans(task.document)]
    if "fireworks" in "".join(words):
        where = Place(task.profile.as_posix(), 1, 1)
        raise ContentError([Problem(where, "tagline", "nothing explodes here", "say it calmly")])

    def render() -> Rendered:
        content = "\n".join(words).encode()
        return Rendered(content, len(words), (Remark("all its words", (("words", len(words)),)),))

    return Prepared(render)


def _inspect(task: RenderTask, content: bytes, _missing: Sequence[str]) -> Iterable[Problem]:
    if not content:
        yield Problem(Place(task.target.as_posix()), "", "it has no words", "", "warning")


TOY = Edition(
    name="toy",
    noun="toy",
    suffix="pdf",
    medium="pages",
    template="booklet",
    unit="page",
    is_default=True,
    varies_by=frozenset({"ink"}),
    load=lambda: None,
    families=lambda _theme, style: style.families,
    prepare=_prepare,
    inspect=_inspect,
    instructions=lambda count, _variant, copies: f"{copies * count} words to be read out",
)


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school where the toy is made and nothing else."""
    school = found_school(tmp_path)
    monkeypatch.chdir(school.folder)
    put_on_list(monkeypatch, TOY)
    return school


def put_on_list(monkeypatch: pytest.MonkeyPatch, edition: Edition) -> None:
    """Have an edition alone on the list, whoever has read it before."""
    # A module that is first loaded later would keep the toy's list for the tests after this one.
    for name in ("careerkit.build.jobs", "careerkit.cli.options", "careerkit.cli.summary"):
        importlib.import_module(name)
    before, after = careerkit.editions.EDITIONS, (edition,)
    for module in list(sys.modules.values()):
        if getattr(module, "EDITIONS", None) is before:
            monkeypatch.setattr(module, "EDITIONS", after)


def build(*arguments: str) -> int:
    """Run the program in this process, where the list of editions is another."""
    return main([*arguments, "nurse", "--locale", "en", "--jobs", "1"])


def test_it_is_built_as_any_edition(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If an edition is added to the list, then a build makes it and says what it says of itself."""
    assert build("build", "--ink", "grey", "--copies", "2", "--json") == 0
    (made,) = map(json.loads, capsys.readouterr().out.splitlines())
    content = (school.output / "en" / "nurse.toy.grey.pdf").read_text(encoding="utf-8")
    count = len(content.split("\n"))
    assert made["file"] == "output/en/nurse.toy.grey.pdf"
    assert made["pages"] == made["words"] == count
    assert made["remarks"] == ["all its words", f"{2 * count} words to be read out"]
    assert build("build", "--ink", "grey") == 0
    assert "1 file up to date" in capsys.readouterr().err


def test_check_finds_what_build_finds(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If an edition refuses a document, then ``check`` and ``build`` say the same, and it fails."""
    profile = school.folder / "source" / "careers" / "nurse.yaml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("tagline: ", "tagline: fireworks and ", 1), encoding="utf-8")
    told = []
    for command in ("check", "build"):
        assert build(command) == 1
        told.append([line for line in capsys.readouterr().err.splitlines() if "explodes" in line])
    assert told[0] == told[1] == ["source/careers/nurse.yaml:1:1: tagline: nothing explodes here"]
    assert not list(school.output.rglob("*.pdf"))


@pytest.mark.usefixtures("school")
def test_its_files_are_left_over_once_it_is_gone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If an edition is taken off the list, then its files are named as left over."""
    assert build("build") == 0
    put_on_list(monkeypatch, BOOKLET)
    capsys.readouterr()
    assert build("build") == 0
    assert "nurse.toy.pdf: note: left over, for its edition is not made any more" in (
        capsys.readouterr().err
    )
