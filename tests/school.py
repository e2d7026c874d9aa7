"""A school's folder for tests: small profiles go in, a place to run the program in comes out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from careerkit.build.jobs import Job
from careerkit.build.reading import Reader
from careerkit.content.problem import ContentError
from careerkit.editions.task import RenderTask
from careerkit.project.folders import Folders
from tests.shipped import ROOT, copy_shipped

NURSE = """\
schema: 1
title: Nurse
tagline: Care for people when they need it most.
overview:
  work: Nurses look after people who are ill. They give medicine and comfort.
daily_tasks:
  - Ask each patient how the night was
  - {task: "Give medicine", detail: "The right one, at the right time."}
  - Write down what was done
"""


@dataclass(frozen=True)
class School:
    """A folder with ``source`` of its own and the layouts of this project."""

    folder: Path

    @property
    def output(self) -> Path:
        """Where files are made."""
        return self.folder / "output"

    def write_career(self, name: str, text: str) -> Path:
        """Write a profile."""
        path = self.folder / "source" / "careers" / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    def command(self, *arguments: str) -> list[str]:
        """The command line that runs the program with these arguments."""
        return [sys.executable, str(ROOT / "generate.py"), *arguments]

    def run(
        self, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run the program as a user would, in the school's folder."""
        return subprocess.run(
            self.command(*arguments),
            cwd=self.folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def made(self) -> dict[str, bytes]:
        """Every file below the output folder by its path, hidden ones too."""
        return {
            path.relative_to(self.output).as_posix(): path.read_bytes()
            for path in sorted(self.output.rglob("*"))
            if path.is_file()
        }


def found_school(folder: Path) -> School:
    """Lay out a school with one small career in English."""
    (folder / "source" / "careers").mkdir(parents=True)
    (folder / "source" / "images").mkdir()
    (folder / "source" / "locales").mkdir()
    shutil.copyfile(
        ROOT / "source" / "locales" / "en.yaml", folder / "source" / "locales" / "en.yaml"
    )
    copy_shipped(folder, "layouts")
    school = School(folder)
    school.write_career("nurse", NURSE)
    return school


def prepare_sheets(
    folders: Folders, jobs: Sequence[Job], layout: str = "classic"
) -> tuple[RenderTask, ...]:
    """Lay out the sheets of some jobs as a build does. Raises ContentError if one is not sound."""
    reader = Reader(folders, layout)
    sheets = []
    with reader.finding() as found:
        for job in jobs:
            sheets.append(reader.prepare(job))
            reader.find_doubts(job)
    laid_out = tuple(filter(None, sheets))
    if len(laid_out) < len(jobs):
        raise ContentError(found.findings().problems)
    return laid_out


def as_language(english: str) -> str:
    """The text of an English locale file whose labels are meant to be another language's too.

    It has as many lines as before.
    """
    head, labels = english.split("\n\nlabels:\n", 1)
    names = ", ".join(re.findall(r"^  (\w+):", labels, re.MULTILINE))
    return f"{head}\nsame_as_english: [{names}]\nlabels:\n{labels}"
