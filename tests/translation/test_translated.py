"""A profile in another language: each text the translation or, where there is none, the source."""

from __future__ import annotations

from careerkit.content import Profile, Text
from careerkit.content.models.content_model import walk_texts
from careerkit.translation.catalogues.comparison import compare
from careerkit.translation.catalogues.translated import translate_profile
from careerkit.translation.catalogues.units import contexts_of, find_units
from tests.translation.catalogues import NURSE, SINHALA, Source


def _texts(profile: Profile) -> dict[str, list[tuple[str, str, int]]]:
    return {
        path: [(str(part), part.language, part.place.line) for part in text.paragraphs]
        for path, text, _ in walk_texts(profile)
    }


def test_units(source: Source) -> None:
    """If a text has paragraphs, then each is a unit; what is verbatim is none."""
    units = find_units(source.profile())
    assert [(unit.path, unit.source, unit.place.line, unit.optional) for unit in units] == [
        ("title", "Nurse", 2, False),
        ("indefinite", "a Nurse", 2, True),
        ("tagline", "Care for people.", 3, False),
        ("overview.work", "Nurses look after people who are ill.", 6, False),
        ("overview.work", "They work in 3 shifts.", 9, False),
        ("daily_tasks[0].task", "Care for people.", 11, False),
        ("daily_tasks[1].task", "Give medicine", 12, False),
        ("daily_tasks[1].detail", "The right one.", 12, False),
        ("tools[0]", "Thermometer", 13, True),
        ("roadmap[0].stage", "School", 15, False),
        ("roadmap[0].ages", "11-16", 15, True),
        ("employers[0].name", "Care for people.", 16, False),
    ]
    assert [unit.max_length for unit in units if unit.kind == "daily_tasks.task"] == [110, 110]
    assert contexts_of("roadmap.actions.action") == (
        "roadmap.actions.action",
        "actions.action",
        "action",
        "roadmap.actions",
        "roadmap",
    )


def test_texts_know_their_language_and_place(source: Source) -> None:
    """If a text is translated, then it is in that language and of that file, else the source's."""
    made = translate_profile(source.profile(), "si", [source.catalogue()])
    texts = _texts(made)
    assert texts["title"] == [("හෙදිය", "si", 4)]
    assert texts["indefinite"] == [("හෙදිය", "si", 4)]
    assert texts["tagline"] == [("සේවය", "si", 6)]
    assert texts["overview.work"] == [
        ("ඔවුහු රෝගීන් බලා ගනිති.", "si", 5),
        ("They work in 3 shifts.", "en", 9),
    ]
    assert texts["daily_tasks[0].task"] == [("රැකබලා ගන්න", "si", 7)]
    assert texts["daily_tasks[1].task"] == [("Give medicine", "en", 12)]
    assert texts["roadmap[0].ages"] == [("11-16", "si", 15)]
    assert texts["tools[0]"] == [("Thermometer", "en", 13)]
    assert texts["about.authors[0]"] == [("A. Person", "en", 17)]
    assert made.id == "nurse"


def test_credit(source: Source) -> None:
    """If texts are missing or drafts, then the profile says so, and who translated it."""
    profile = source.profile()
    credit = translate_profile(profile, "si", [source.catalogue()]).translation
    assert credit is not None
    assert (credit.status, credit.translators, credit.missing) == ("draft", ("Nimali",), 4)
    assert profile.translation is None
    none = translate_profile(profile, "si", []).translation
    assert none is not None
    assert (none.status, none.missing) == ("draft", 7)
    reviewed = source.catalogue(SINHALA.replace("entries:", "status: reviewed\nentries:"))
    credit = translate_profile(profile, "si", [reviewed]).translation
    assert credit is not None
    assert credit.status == "reviewed"


def test_next_catalogue_is_asked(source: Source) -> None:
    """If a region's catalogue has no text, then the language's is asked, then the fallback's."""
    region = source.catalogue(
        "career: nurse\nentries: [{source: Nurse, target: හෙද}]\n", tag="si-LK"
    )
    tamil = source.catalogue("career: nurse\nentries: [{source: School, target: பள்ளி}]\n", tag="ta")
    profile = source.profile()
    made = translate_profile(profile, "si-LK", [region, source.catalogue(), tamil])
    texts = _texts(made)
    assert texts["title"] == [("හෙද", "si-LK", 2)]
    assert texts["tagline"] == [("සේවය", "si", 6)]
    assert texts["roadmap[0].stage"] == [("பள்ளி", "ta", 2)]
    assert made.translation is not None
    assert made.translation.missing == 4


def test_own_language_stays(source: Source) -> None:
    """If a profile is in the language wanted, then nothing is translated and nothing missing."""
    profile = source.profile()
    assert translate_profile(profile, "en-GB", []) is profile
    british = source.catalogue("career: nurse\nentries: [{source: School, target: Sixth form}]\n")
    made = translate_profile(profile, "en-GB", [british.tagged("en-GB")])
    assert made.roadmap[0].stage == "Sixth form"
    assert made.translation is not None
    assert made.translation.missing == 0


def test_an_article_may_be_said(source: Source) -> None:
    """If the title with its article has an entry, then that is used."""
    text = (
        "career: nurse\nentries:\n  - {source: Nurse, target: infirmier}\n"
        "  - {source: a Nurse, target: un infirmier}\n"
    )
    made = translate_profile(source.profile(), "fr", [source.catalogue(text, tag="fr")])
    assert made.indefinite == Text("un infirmier")


def test_comparison(source: Source) -> None:
    """If a sentence was changed, then its entry is stale and the new sentence is named beside."""
    found = compare(source.profile(), source.catalogue())
    assert [message.source for message in found.missing] == [
        "They work in 3 shifts.",
        "Give medicine",
        "The right one.",
        "School",
    ]
    assert [
        (message.source, message.context, len(message.units)) for message in found.translated
    ] == [
        ("Nurse", "", 1),
        ("Care for people.", "", 2),
        ("Nurses look after people who are ill.", "", 1),
        ("Care for people.", "task", 1),
    ]
    (stale,) = found.stale
    assert stale.nearest is not None
    assert (stale.entry.source, stale.nearest.source) == ("Give the medicine", "Give medicine")


def test_no_catalogue(source: Source) -> None:
    """If there is no catalogue, then all is missing."""
    assert len(compare(source.profile(), None).missing) == 7


def test_context_of_another_field_is_stale(source: Source) -> None:
    """If an entry's context names a field where its text does not stand, then it is stale."""
    text = "career: nurse\nentries: [{source: School, target: පාසල, context: tagline}]\n"
    found = compare(source.profile(NURSE), source.catalogue(text))
    assert [one.entry.source for one in found.stale] == ["School"]
    assert "School" in [message.source for message in found.missing]


def test_a_name_is_translated_where_its_context_is_named(source: Source) -> None:
    """If an entry says that it is for tools, then a tool has its word; a name is never missing."""
    profile = source.profile()
    entry = "  - {source: Thermometer, target: උෂ්ණත්වමානය"
    plain, named = (
        source.catalogue(SINHALA + entry + more) for more in ("}\n", ", context: tools}\n")
    )
    assert _texts(translate_profile(profile, "si", [plain]))["tools[0]"] == [
        ("Thermometer", "en", 13)
    ]
    assert "Thermometer" in [stale.entry.source for stale in compare(profile, plain).stale]
    assert _texts(translate_profile(profile, "si", [named]))["tools[0]"] == [("උෂ්ණත්වමානය", "si", 9)]
    assert "Thermometer" not in [stale.entry.source for stale in compare(profile, named).stale]
    assert "Thermometer" not in [message.source for message in compare(profile, None).missing]
