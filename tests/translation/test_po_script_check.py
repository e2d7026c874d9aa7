"""A PO file in the letters of another language replaces nothing; names in Latin letters pass."""

from __future__ import annotations

import pytest

from careerkit.content.problem import ContentError
from careerkit.translation.po.reading import PoFile, read_po
from careerkit.translation.po.script_check import keep_own_script

TAMIL = ("தாதி", "மருந்து கொடுங்கள்", "எழுதுங்கள்")
SINHALA = ("හෙදිය", "බෙහෙත් දෙන්න", "ලියන්න")


def _keep(*pairs: tuple[str, str], tag: str = "si", name: str = "සිංහල", head: str = "si") -> PoFile:
    header = f'msgid ""\nmsgstr "Language: {head}\\n"\n\n'
    body = "".join(f'msgid "{source}"\nmsgstr "{target}"\n\n' for source, target in pairs)
    return keep_own_script(read_po((header + body).encode(), "x.po"), tag, name, ["si", "sr", "ta"])


def _told(po: PoFile) -> list[str]:
    return [str(problem) for problem in po.problems]


@pytest.mark.parametrize(
    ("targets", "tag", "name", "told"),
    [
        (TAMIL, "si", "සිංහල", "3 of 3 translations are in Tamil letters, not in Sinhala ones"),
        ((*TAMIL, "ලියන්න"), "si", "සිංහල", "3 of 4 translations are in Tamil letters"),
        (
            SINHALA,
            "fr",
            "français",
            "3 of 3 translations are in Sinhala letters, not in Latin ones",
        ),
        (("Ниже", "Выше"), "sr-Latn", "srpski", "2 of 2 translations are in Cyrillic letters"),
        (("நாய்",), "ja", "日本語", "not in Chinese, Japanese or Korean ones"),
        (("mehema karanna puluwan nam karanna",), "si", "සිංහල", "1 of 1 translations are in Latin"),
        (("text 0 is as it was before", *["Names"] * 3), "si", "සිංහල", "4 of 4 translations"),
    ],
)
def test_a_file_in_other_letters_is_refused_in_one_line(
    targets: tuple[str, ...], tag: str, name: str, told: str
) -> None:
    """If most of a file is in the letters of another language, then one line refuses all of it."""
    pairs = [(f"text {number} is as it was before", one) for number, one in enumerate(targets)]
    with pytest.raises(ContentError, match=told) as caught:
        _keep(*pairs, tag=tag, name=name)
    assert len(caught.value.problems) == 1
    assert caught.value.problems[0].message.endswith("; none is taken over")


@pytest.mark.parametrize(
    ("head", "how"), [("si", 'in the line "Language:" of its header'), ("", "with --locale")]
)
def test_the_language_that_was_meant_is_named(head: str, how: str) -> None:
    """If there is a language in those letters, then the hint names it and where to say so."""
    with pytest.raises(ContentError) as caught:
        _keep(("a", TAMIL[0]), head=head)
    assert str(caught.value).endswith(f'\n  hint: if it is in "ta", say so {how}')


def test_single_entries_in_other_letters_are_left_out() -> None:
    """If single entries are in other letters, then they are told and left out, names are taken."""
    sentence = "Give medicine to each patient"
    po = _keep(
        *zip(("Nurse", "Give medicine", "Write"), SINHALA, strict=True),
        ("Ask", TAMIL[0]),
        (sentence, sentence),
        ("Tools", "Python, PyTorch, Docker, SQL, Git"),
        ("Thermometer", "Thermometer"),
        ("More than {figure}", "{figure} 500"),
        ("Machine learning in Python", "Python හි යන්ත්‍ර ඉගෙනුම"),
        ("Hours", "dawasakata paya ata hari wada karanawa"),
    )
    assert _told(po) == [
        (
            'x.po:13: the translation of "Ask" is in Tamil letters, not in Sinhala ones\n'
            "  hint: it is not taken over: type it in the letters of its language"
        ),
        (
            'x.po:16: warning: the translation of "Give medicine to each patient" is the source'
            " text itself\n"
            "  hint: it is not taken over: leave msgstr empty until there is a translation"
        ),
        (
            'x.po:31: the translation of "Hours" is in Latin letters, not in Sinhala ones\n'
            "  hint: it is not taken over: type it in the letters of its language"
        ),
    ]
    assert [one.source for one in po.messages] == [
        "Nurse",
        "Give medicine",
        "Write",
        "Tools",
        "Thermometer",
        "More than {figure}",
        "Machine learning in Python",
    ]


@pytest.mark.parametrize(
    ("tag", "name", "target"),
    [
        ("ja", "日本語", "看護師は患者をケアする"),
        ("ko", "한국어", "간호사는 환자를 돌봅니다"),
        ("zh-Hant", "繁體中文", "護士照顧病人"),
        ("sr", "српски", "Медицинска сестра"),
        ("ur", "اردو", "نرس مریضوں کی دیکھ بھال کرتی ہے"),
        ("bn", "বাংলা", "নার্স রোগীদের যত্ন নেন"),
        ("qaa", "නව", "හෙදිය"),
    ],
)
def test_a_language_is_taken_in_its_own_letters(tag: str, name: str, target: str) -> None:
    """If a file is in the letters that CLDR or the language's own name says, then all is taken."""
    po = _keep(("Nurse", target), tag=tag, name=name)
    assert (len(po.messages), po.problems) == (1, ())
