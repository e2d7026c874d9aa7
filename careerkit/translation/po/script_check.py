"""The messages of a PO file and their language go in; those in its letters come out.

Texts in the letters of another language are refused: a Tamil file whose header says Sinhala would
replace one translation by another. A name in Latin letters is a translation in every language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from careerkit.content.excerpt import quote
from careerkit.content.problem import ContentError, Problem
from careerkit.content.text import fold
from careerkit.translation.po.grouped_problems import GroupedProblems
from careerkit.translation.po.reading import PoFile, PoMessage
from careerkit.translation.words.script_names import script_name, script_of_letter

_Verdict: TypeAlias = Literal["own", "name", "copy", "foreign"]

_HOLE = re.compile(r"\{[A-Za-z_][A-Za-z0-9_]*\}")
_WORD = re.compile(r"[^\W\d_]+")
_FEW_WORDS = 3
_MANY_LETTERS = 200  # more than the names of a career have
_LATIN = "LATIN"


@dataclass(frozen=True, slots=True)
class _Judged:
    message: PoMessage
    letters: Counter[str]
    verdict: _Verdict


def keep_own_script(po: PoFile, tag: str, name: str, others: Sequence[str]) -> PoFile:
    """Return a PO file without the messages in other letters than its language's.

    ``name`` is what the language calls itself, ``others`` are the tags of all there are. Raises
    ContentError if most of the file is in other letters.
    """
    wanted = {script_name(tag), *filter(None, map(script_of_letter, name))}
    if wanted != {_LATIN}:
        wanted.discard(_LATIN)
    judged = [_judge(one, wanted) for one in po.messages if one.target]
    _refuse_whole(judged, wanted, po, others)
    found = GroupedProblems(po.problems)
    left: set[int] = set()
    for one in judged:
        what = f"the translation of {quote(one.message.source)}"
        if one.verdict == "foreign":
            told = f"{what} is in {_most(one.letters)} letters, not in {_shown(wanted)}"
            hint = "it is not taken over: type it in the letters of its language"
            found.add("foreign", Problem(one.message.place, "", told, hint))
        elif one.verdict == "copy":
            hint = "it is not taken over: leave msgstr empty until there is a translation"
            told = f"{what} is the source text itself"
            found.add("copy", Problem(one.message.place, "", told, hint, "warning"))
        else:
            continue
        left.add(id(one.message))
    kept = tuple(one for one in po.messages if id(one) not in left)
    return replace(po, messages=kept, problems=found.summed_up())


def _judge(message: PoMessage, wanted: Collection[str]) -> _Judged:
    text = _HOLE.sub("", message.target)
    letters = Counter(filter(None, map(script_of_letter, text)))
    own = sum(letters[script] for script in wanted)
    latin = 0 if _LATIN in wanted else letters[_LATIN]
    verdict: _Verdict = "own" if own else "name"
    if letters.total() - own - latin > letters.total() / 2:
        verdict = "foreign"
    elif latin and not own and not _may_be_name(text):
        verdict = "copy" if fold(message.target) == fold(message.source) else "foreign"
    return _Judged(message, letters, verdict)


def _may_be_name(text: str) -> bool:
    """Return whether Latin words may be names: few of them, or most with a capital."""
    words = _WORD.findall(text)
    return len(words) <= _FEW_WORDS or sum(word[0].islower() for word in words) * 2 <= len(words)


def _refuse_whole(
    judged: Sequence[_Judged], wanted: Collection[str], po: PoFile, others: Sequence[str]
) -> None:
    verdicts = Counter(one.verdict for one in judged)
    letters = sum((one.letters for one in judged if one.verdict != "own"), Counter[str]())
    foreign = [one for one in judged if one.verdict == "foreign"]
    if not verdicts["own"] and (verdicts["copy"] or letters.total() > _MANY_LETTERS):
        foreign = [one for one in judged if one.letters]
    if len(foreign) <= verdicts["own"]:
        return
    script = _most(sum((one.letters for one in foreign), Counter[str]()))
    told = (
        f"{len(foreign)} of {len(judged)} translations are in {script} letters, not in"
        f" {_shown(wanted)}; none is taken over"
    )
    tags = [tag for tag in others if _display(script_name(tag)) == script]
    hint = 'correct the line "Language:" of its header, or give the file that was meant'
    if tags:
        named = " or ".join(f'"{tag}"' for tag in tags)
        how = 'in the line "Language:" of its header' if po.language else "with --locale"
        hint = f"if it is in {named}, say so {how}"
    raise ContentError([Problem(po.place, "", told, hint)])


def _most(letters: Counter[str]) -> str:
    ((script, _),) = letters.most_common(1)
    return _display(script)


def _shown(wanted: Collection[str]) -> str:
    return f"{' or '.join(sorted(map(_display, wanted)))} ones"


def _display(script: str) -> str:
    return "Chinese, Japanese or Korean" if script == "CJK" else script.capitalize()
