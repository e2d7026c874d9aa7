"""What becomes of a job: plain data, which comes out of any process."""

from __future__ import annotations

from dataclasses import dataclass

from careerkit.build.findings import NOTHING, Findings
from careerkit.editions.edition import Remark
from careerkit.project.bug_report import Bug


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file that could be made: how many pages or slides it has, what is to be told of it.

    ``content`` is its bytes, None in a check.
    """

    content: bytes | None
    count: int
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Lost:
    """The process that did a job is gone: ended from outside, or by ``fault``, a signal's name.

    A signal that a process brings upon itself is a bug, in this program or in a library.
    """

    fault: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended, and what was found on the way, which is told whatever became of it.

    ``end`` is None where an error among the findings hinders the file.
    """

    end: Drawn | Bug | Lost | None
    findings: Findings = NOTHING
