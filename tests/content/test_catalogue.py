"""A translation and the terms of a language are read with their places, or explained."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from careerkit.content import ContentError, Place, Text, read_catalogue, read_terms
from careerkit.content.text import MixedText

NURSE = """\
career: nurse
status: draft
translators: [Nimali]
entries:
  - source: Care for people when they need it most.
    target: අවශ්‍ය විට මිනිසුන් රැකබලා ගන්න.
    context: tagline
    status: reviewed
    note: warm, not solemn
  - source: >-
      Nurses look after people
      who are ill.
    target:
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of Sinhala."""
    path = tmp_path / "locales" / "si"
    path.mkdir(parents=True)
    return path


def _explain(folder: Path, text: str, name: str = "nurse.yaml") -> list[str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        (read_terms if name == "terms.yaml" else read_catalogue)(path)
    return [str(one).replace(str(path), name) for one in caught.value.problems]


def test_an_empty_file(folder: Path) -> None:
    """If a file is empty, then it is said how one of its kind begins."""
    for name, begin in (("nurse.yaml", "career:"), ("terms.yaml", '"- term:"')):
        assert _explain(folder, "# nothing yet\n", name) == [
            f"{name}: the file is empty\n  hint: begin with a {begin} line"
        ]


def test_catalogue(folder: Path) -> None:
    """If a catalogue is valid, then its targets are texts in its language, with their places."""
    (folder / "nurse.yaml").write_text(NURSE, encoding="utf-8")
    catalogue = read_catalogue(folder / "nurse.yaml")
    first, second = catalogue.entries
    assert (catalogue.tag, catalogue.career, catalogue.translators) == ("si", "nurse", ("Nimali",))
    assert first.target is not None
    assert (first.target.language, first.target.place.line) == ("si", 6)
    assert (first.key[1], catalogue.status_of(first), first.note) == (
        "tagline",
        "reviewed",
        "warm, not solemn",
    )
    assert second.key == ("Nurses look after people who are ill.", "")
    assert (second.target, catalogue.status_of(second)) == (None, "draft")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "career: nurse",
            "career: baker",
            (
                '1:9: career: the file is for "nurse", not "baker"\n'
                '  hint: write "career: nurse", or give the file the name of its career'
            ),
        ),
        (
            "status: draft",
            "status: finished",
            '2:9: status: expected one of draft, reviewed, found "finished"',
        ),
        (
            "    target:\n",
            "    targt: x\n",
            '13:5: entries[1].targt: unknown field\n  hint: did you mean "target"?',
        ),
        (
            "  - source: >-\n      Nurses look after people\n      who are ill.\n",
            "  - source: Care for people  when they need it most.\n    context: tagline\n",
            (
                '10:13: entries[1].source: "Care for people when they need it most." is translated'
                " twice\n  hint: it stands in line 5 already: keep one of the two"
            ),
        ),
        ("    note: warm, not solemn\n", "    note: [warm]\n", "9:11: entries[0].note: "),
    ],
)
def test_problem_of_a_catalogue(folder: Path, old: str, new: str, told: str) -> None:
    """If one thing is wrong in a catalogue, then one problem says what and where."""
    (problem,) = _explain(folder, NURSE.replace(old, new))
    assert problem.startswith(f"nurse.yaml:{told}")


def test_same_source_twice_wants_a_context(folder: Path) -> None:
    """If a source text has two entries without a context, then contexts are what is advised."""
    text = "career: nurse\nentries:\n  - {source: a, target: b}\n  - {source: a, target: c}\n"
    assert _explain(folder, text) == [
        (
            'nurse.yaml:4:14: entries[1].source: "a" is translated twice\n'
            "  hint: it stands in line 3 already: keep one of the two, or say in context: where"
            " each belongs"
        )
    ]
    text = text.replace("target: c", "target: c, context: x")
    (folder / "nurse.yaml").write_text(text, encoding="utf-8")
    assert len(read_catalogue(folder / "nurse.yaml").entries) == 2


def test_terms(folder: Path) -> None:
    """If terms are listed, then each has its word, its translation and its forms."""
    path = folder / "terms.yaml"
    path.write_text(
        "- term: data\n  target: දත්ත\n- term: model\n  target: ආකෘතිය\n  forms: [ආකෘති]\n",
        encoding="utf-8",
    )
    data, model = read_terms(path).terms
    assert (data.term, data.target, data.target.place) == ("data", "දත්ත", Place(str(path), 2, 11))
    assert model.forms == ("ආකෘති",)


def test_problem_of_terms(folder: Path) -> None:
    """If a term has no translation, then that is said at the term."""
    (problem,) = _explain(folder, "- term: data\n", "terms.yaml")
    assert problem.startswith("terms.yaml:1:3: terms[0].target: required, but missing")


def test_folder_is_a_tag(tmp_path: Path) -> None:
    """If the folder's name is no language tag, then that is said."""
    folder = tmp_path / "Sinhala"
    folder.mkdir()
    (problem,) = _explain(folder, NURSE)
    assert '"Sinhala" is not a language tag\n  hint: name the folder by' in problem


def test_paragraphs_keep_their_languages() -> None:
    """If paragraphs are in two languages, then each keeps its own, in copies and markup too."""
    si, en = Text("පළමු", "si", Place("a", 1, 1)), Text("second", "en", Place("b", 2, 2))
    mixed = MixedText.of((si, en))
    assert mixed == "පළමු\n\nsecond"
    for one in (mixed, copy.copy(mixed), pickle.loads(pickle.dumps(mixed))):  # noqa: S301  # our own
        assert [(part.language, part.place) for part in one.paragraphs] == [
            ("si", si.place),
            ("en", en.place),
        ]
    assert mixed.__html__() == f"{si.__html__()}\n\n{en.__html__()}"
    assert MixedText.of((si,)) is si
