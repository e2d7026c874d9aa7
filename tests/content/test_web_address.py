"""An address that leads nowhere is told; one in any script has a form in 7 bits."""

from __future__ import annotations

import pytest

from careerkit.content.web_address import LONGEST_TO_SCAN, find_doubt, find_fault, to_ascii
from tests.content.conftest import Explain
from tests.content.test_explain import HEAD

COPY = "copy it from the browser's address bar; it begins with https:// and has no spaces"
NAMING = f"a name has a dot, with letters and digits around it; {COPY}"
TEXT = "a web address begins with https://; all else belongs in a text"
PORT = "the port of the address is no number from 1 to 65535"
FAULTS = [
    ("https:/x.org", 'expected a web address, found "https:/x.org"', 'write "https://x.org"'),
    ("http//x.org", 'expected a web address, found "http//x.org"', 'write "http://x.org"'),
    ("https:x.org", 'expected a web address, found "https:x.org"', 'write "https://x.org"'),
    ("http:///x.org", 'expected a web address, found "http:///x.org"', 'write "http://x.org"'),
    ("htps://x.org", 'expected a web address, found "htps://x.org"', 'write "https://x.org"'),
    ("HTTPS://x.org", 'expected a web address, found "HTTPS://x.org"', 'write "https://x.org"'),
    ("https:\\\\x.org", 'expected a web address, found "https:\\\\x.org"', 'write "https://x.org"'),
    (
        "www.x.org/a",
        'expected a web address, found "www.x.org/a"',
        'write "https://www.x.org/a", if it leads there',
    ),
    ("Search for it", 'expected a web address, found "Search for it"', COPY),
    ("mailto:a@x.org", 'expected a web address, found "mailto:a@x.org"', TEXT),
    ("a@x.org", 'expected a web address, found "a@x.org"', TEXT),
    ("tel:+94112", 'expected a web address, found "tel:+94112"', TEXT),
    ("javascript:alert(1)", 'expected a web address, found "javascript:alert(1)"', TEXT),
    ("file:///etc/passwd", 'expected a web address, found "file:///etc/passwd"', TEXT),
    ("ftp://x.org/a", 'expected a web address, found "ftp://x.org/a"', TEXT),
    ("https://x.org:port/", PORT, "take it out, or correct it"),
    ("https://x.org:99999/", PORT, "take it out, or correct it"),
    ("https://x.org:0/", PORT, "take it out, or correct it"),
    (
        "https://me:secret@x.org/",
        "a name or password stands in the address",
        'take out what stands before the "@"',
    ),
    ("https://https://x.org", "the address begins twice", 'take out the first "https://"'),
    ("http://https//x.org", "the address begins twice", 'take out the first "http://"'),
    ("https://localhost/", '"localhost" cannot be the name of a website', NAMING),
    ("https://example", '"example" cannot be the name of a website', NAMING),
    ("https://example,org", '"example,org" cannot be the name of a website', NAMING),
    ("https://a..org", '"a..org" cannot be the name of a website', NAMING),
    ("https://-a.org", '"-a.org" cannot be the name of a website', NAMING),
    ("https://x.c", '"x.c" cannot be the name of a website', NAMING),
    ("https://1.2.3/", '"1.2.3" cannot be the name of a website', NAMING),
    ("https://a*.org", '"a*.org" cannot be the name of a website', NAMING),
    (f"https://{'a' * 64}.org", f'"{"a" * 37}..." cannot be the name of a website', NAMING),
    ("https://", '"" cannot be the name of a website', NAMING),
    ("https://127.0.0.1/", '"127.0.0.1" leads back to one\'s own machine', COPY),
    ("https://x .org", "the character U+0020 (space) stands in the address", "take it out"),
    (
        "https://x.org/a b",
        "the character U+0020 (space) stands in the address",
        "take it out, or write %20 if it belongs there",
    ),
    (
        "https://x.org/\u202eb",
        "the character U+202E (right-to-left override) stands in the address",
        "take it out",
    ),
    (
        "https://x\u200b.org/",
        "the character U+200B (zero width space) stands in the address",
        "take it out",
    ),
    (
        "https://x.org/a\u200d",
        "the character U+200D (zero width joiner) stands in the address",
        "take it out",
    ),
    (
        "https://x.org/b" + "\u0301" * 200,
        (
            "201 characters are piled up into one letter, beginning with the character U+0062 "
            "(latin small letter b)"
        ),
        "leave at most 30 together: no language needs more",
    ),
    ("https://x.org\\a", "a backslash stands in the address", 'write "/" in its place'),
]
DOUBTS = [
    ("https://x.org/a.", 'the address ends with "."', "write %2E if it belongs to the address"),
    ("https://x.org.", 'the address ends with "."', "take it out, or"),
    ("https://x.org/a,", 'the address ends with ","', "write %2C if it belongs to the address"),
    ("https://x.org/a)", 'the address ends with ")"', "write %29 if it belongs to the address"),
    ("https://x.org/a”", 'the address ends with "”"', "take it out, or"),
    ("https://x.org/a…", "the address is cut short", "copy the whole of it from the browser's"),
    (
        "https://x.org/doc/18886230/national-working-rules-for-the-ind...",
        "the address is cut short",
        "or write %2E%2E%2E if it belongs to the address",
    ),
    ("https://x.org/100%", '"%" is no character: two digits follow a "%"', "or write %25"),
    (
        "https://x.org/a,https://y.org",
        "these are two addresses",
        'give the one before the "," alone',
    ),
    (
        "https://x.org/".ljust(LONGEST_TO_SCAN + 1, "a"),
        "the address is so long that its code is too fine to be read from far away",
        'give a shorter one: often the part before "?" leads to the same page',
    ),
]
PLAIN = [
    "https://example.org",
    "http://example.org:8080/a?b=c&d=%20#e",
    "https://en.wikipedia.org/wiki/Nurse_(disambiguation)",
    "https://web.archive.org/web/2020/https://example.org/",
    "https://x.org/doc/18886230/national-working-rules-for-the-ind%2E%2E%2E",
    "https://youtu.be/dQw4w9WgX_",
    "https://medium.com/@nurse/a_b-c~d",
    "https://192.168.1.4/intranet",
    "https://my_school.example.org/",
    "https://x.org/a=b;c,d!e*f'g",
    "https://x.org/".ljust(LONGEST_TO_SCAN, "a"),
]
FORMS = [
    (
        "https://si.wikipedia.org/wiki/ශ්\u200dරී",
        "https://si.wikipedia.org/wiki/%E0%B7%81%E0%B7%8A%E2%80%8D%E0%B6%BB%E0%B7%93",
    ),
    ("https://விக்கி.இலங்கை", "https://xn--clca8gsbc6f.xn--xkc2al3hye2a/"),
    ("https://faß.de/ä?ö=ü#ß", "https://xn--fa-hia.de/%C3%A4?%C3%B6=%C3%BC#%C3%9F"),
    ("https://例え.テスト/%20a", "https://xn--r8jz45g.xn--zckzah/%20a"),
    ('https://x.org/|^`{}"<>a', "https://x.org/%7C%5E%60%7B%7D%22%3C%3Ea"),
    ("mailto:ශ්රී@x.org", "mailto:%E0%B7%81%E0%B7%8A%E0%B6%BB%E0%B7%93@x.org"),
]


@pytest.mark.parametrize(("address", "message", "hint"), FAULTS)
def test_impossible_address(address: str, message: str, hint: str) -> None:
    """If an address cannot lead anywhere, then it is said what is wrong and what to write."""
    assert find_fault(address) == (message, hint)


@pytest.mark.parametrize(("address", "message", "hint"), DOUBTS)
def test_doubtful_address(address: str, message: str, hint: str) -> None:
    """If an address is likely not the one that was meant, then it is said why."""
    assert find_fault(address) is None
    doubt = find_doubt(address)
    assert doubt is not None
    assert doubt[0] == message
    assert hint in doubt[1]


@pytest.mark.parametrize("address", PLAIN)
def test_sound_address(address: str) -> None:
    """If an address is sound and in 7 bits, then nothing is said and nothing changed."""
    assert find_fault(address) is None
    assert find_doubt(address) is None
    assert to_ascii(address) == address


@pytest.mark.parametrize(("address", "form"), FORMS)
def test_form_in_7_bits(address: str, form: str) -> None:
    """If an address has letters of any script, then its form in 7 bits is that of browsers."""
    assert to_ascii(address) == form


def test_faults_and_doubts_are_told_in_a_profile(explain: Explain) -> None:
    """If addresses stand in a profile, then each is looked at, wherever it stands."""
    text = (
        "resources: [{title: a, url: 'https://x.org:port/'}, {title: b, url: https://x.org/a.}]\n"
        "roadmap: [{stage: a, activities: [{activity: b, url: https://x}]}]\n"
        "sources: [{id: a, title: b, url: www.x.org}]\n"
    )
    assert [one.split("\n")[0] for one in explain(HEAD + text)] == [
        f"baker.yaml:6:29: resources[0].url: {PORT}",
        'baker.yaml:6:69: warning: resources[1].url: the address ends with "."',
        'baker.yaml:7:54: roadmap[0].activities[0].url: "x" cannot be the name of a website',
        'baker.yaml:8:34: sources[0].url: expected a web address, found "www.x.org"',
    ]
