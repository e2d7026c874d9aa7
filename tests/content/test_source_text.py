"""A file that is not readable text is told by its byte, line or character."""

from __future__ import annotations

import codecs
import io
import os
import zipfile
from pathlib import Path

import pytest

from careerkit.content import ContentError, read_profile
from tests.content.conftest import Explain


def _packed(name: str, content: bytes = b"x") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, content)
    return stream.getvalue()


MINIMAL = (Path(__file__).parent / "profiles" / "minimal.yaml").read_bytes()


def test_bytes_that_are_not_utf8(explain: Explain) -> None:
    """If a byte is not UTF-8, then its number, line and column are told."""
    assert explain(b"schema: 1\ntitle: caf\xe9 owner\n") == [
        (
            "baker.yaml:2:11: not UTF-8: byte 21 of the file is 0xE9\n"
            '  hint: save the file again as "UTF-8"'
        )
    ]


@pytest.mark.parametrize("encoding", ["UTF-16", "UTF-32"])
@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_other_encodings(explain: Explain, encoding: str, mark: bytes) -> None:
    """If a file was saved as UTF-16 or UTF-32, then that is said."""
    order = "le" if mark == codecs.BOM_UTF16_LE else "be"
    assert explain("\ufeffschema: 1\n".encode(f"{encoding}-{order}")) == [
        f'baker.yaml:1:1: saved as {encoding}, not as UTF-8\n  hint: save the file again as "UTF-8"'
    ]


@pytest.mark.parametrize("order", ["le", "be"])
def test_utf_16_without_a_mark(explain: Explain, order: str) -> None:
    """If a file is UTF-16 and does not say so, then that is said all the same."""
    assert explain("schema: 1\n".encode(f"utf-16-{order}")) == [
        'baker.yaml:1:1: saved as UTF-16, not as UTF-8\n  hint: save the file again as "UTF-8"'
    ]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (_packed("word/document.xml"), "a Word document"),
        (_packed("xl/workbook.xml"), "an Excel workbook"),
        (_packed("mimetype", b"application/vnd.oasis.opendocument.text"), "an OpenDocument text"),
        (_packed("a.txt"), "a packed file (ZIP)"),
        (b"{\\rtf1\\ansi title: Baker}", "a text of a word processor (RTF)"),
        (b"%PDF-1.7\n", "a PDF file"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "a document of an old Microsoft Office",
        ),
        (b"\n<!DOCTYPE html>\n<title>Baker</title>", "a web page (HTML)"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "an XML file"),
        (b"<html><body>", "a web page (HTML)"),
        (b"\xff\xd8\xff\xe0" + b"\0" * (2 << 20), "a picture (JPEG)"),
    ],
)
def test_another_kind_of_file(explain: Explain, data: bytes, kind: str) -> None:
    """If a file of another program has the name of a career, then its kind is told."""
    assert explain(data) == [
        (
            f"baker.yaml: {kind}, not plain text\n"
            '  hint: copy its words into a plain text editor, and save them there as "UTF-8"'
        )
    ]


def test_too_large(explain: Explain) -> None:
    """If a file has a byte more than 1 MiB, then it is not read."""
    assert explain(b"#" * (1024 * 1024 + 1)) == [
        (
            "baker.yaml: larger than 1 MiB (1,048,576 bytes)\n"
            "  hint: a career is a few pages of text; move what does not belong to it to another file"  # noqa: E501  # a message as it is printed
        )
    ]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000"),
        ("\x0b", "U+000B"),
        ("\x85", "U+0085"),
        ("\ufdd0", "U+FDD0"),
        ("\ufdef", "U+FDEF"),
        ("\uffff", "U+FFFF"),
        ("\U0010fffe", "U+10FFFE"),
        ("\u2028", "U+2028 (line separator)"),
        ("\ufeff", "U+FEFF (zero width no-break space)"),
    ],
)
def test_refused_characters(explain: Explain, character: str, name: str) -> None:
    """If a character cannot be seen or is none, then it is named where it stands."""
    assert explain(f"schema: 1\r\ntitle: a{character}b\n") == [
        (
            f"baker.yaml:2:9: the character {name} is not allowed\n"
            "  hint: take it out: it cannot be seen and came in by copying or by another program"
        )
    ]


def test_byte_order_mark_and_crlf(tmp_path: Path) -> None:
    """If an editor of Windows wrote the file, then it reads the same, columns too."""
    path = tmp_path / "baker.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + MINIMAL.replace(b"\n", b"\r\n"))
    profile = read_profile(path, tmp_path)
    assert profile.title == "Baker"
    assert (profile.schema_version, profile.place_of("schema").column) == (1, 9)
    assert profile.title.place.line == 2


def test_link_out_of_the_source_folder(tmp_path: Path) -> None:
    """If a link inside the source folder leads out of it, then it is refused."""
    inside = tmp_path / "source"
    inside.mkdir()
    (tmp_path / "baker.yaml").write_bytes(MINIMAL)
    (inside / "baker.yaml").symlink_to(tmp_path / "baker.yaml")
    with pytest.raises(ContentError, match=r"baker\.yaml: leads out of the source folder"):
        read_profile(inside / "baker.yaml", inside)


def test_file_outside_the_source_folder(tmp_path: Path) -> None:
    """If a path is given that lies elsewhere, then it is read: the teacher asked for it."""
    (tmp_path / "baker.yaml").write_bytes(MINIMAL)
    assert read_profile(tmp_path / "baker.yaml", tmp_path / "source").id == "baker"


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    """If there is no file, a folder or a dangling link, then the system's own error passes."""
    (tmp_path / "link.yaml").symlink_to(tmp_path / "gone.yaml")
    for name in ("none.yaml", "link.yaml"):
        with pytest.raises(FileNotFoundError):
            read_profile(tmp_path / name, tmp_path)
    with pytest.raises(OSError):  # noqa: PT011  # Windows raises PermissionError for a folder
        read_profile(tmp_path, tmp_path)


def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """If the path is a pipe, then it is refused and not waited for."""
    os.mkfifo(tmp_path / "baker.yaml")
    with pytest.raises(ContentError, match="not a file that can be read"):
        read_profile(tmp_path / "baker.yaml", tmp_path)


def test_links_that_lead_to_each_other(tmp_path: Path) -> None:
    """If two links lead to each other, then the system's own error passes."""
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    with pytest.raises(OSError, match=r"a\.yaml"):
        read_profile(tmp_path / "a.yaml", tmp_path)


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    """If a file's name is not UTF-8, then it is refused: files are named after it."""
    path = tmp_path / os.fsdecode(b"caf\xe9.yaml")
    with pytest.raises(ContentError) as caught:
        read_profile(path, tmp_path)
    assert str(caught.value) == (
        f"{path}: the name of this file cannot be read as text\n  hint: give it another name"
    )
