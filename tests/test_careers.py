"""The careers that ship, laid out: their blocks as text, and the facts that must be among them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from careerkit.content import check_profile, read_locale, read_profile
from careerkit.content.career_name import CareerName
from careerkit.document.blocks import BulletList, Document, Notes, Paragraph, Section
from careerkit.document.spans import plain_text
from careerkit.document.traversal import outline, spans
from careerkit.layout import load_layout, render_document
from careerkit.translation.words.locale_words import Words
from tests.shipped import CAREER_FILES, CAREERS, PROFILE_OF, ROOT, TEMPLATES

# What a student must find in the booklet on AI and machine learning, by its usual name.
AI_FACTS = (
    # employers, countries, figures
    *("WSO2", "IFS", "Colombo", "ERP", "Virtusa", "99x", "Dialog Axiata", "Pickme"),
    *("Sri Lanka", "USA", "UK", "Singapore", "Australia", "Canada"),
    *(
        "1.2 billion US dollars",
        "120,000",
        "300,000",
        "highest demand",
        "highest pay",
        "among the best-paid",
    ),
    *("product", "outsourced"),
    # fields and techniques
    *("computer vision", "image recognition", "medical imaging", "natural language processing"),
    *("chatbots", "language models", "translation", "recommendation systems", "fraud detection"),
    *("predictive analytics", "reinforcement learning", "generative AI", "LLMs"),
    *("diffusion models", "supervised learning", "classification", "regression"),
    *("unsupervised learning", "clustering", "dimensionality reduction", "data pipelines"),
    *("collect", "clean", "version", "loss function", "hyperparameter", "cross-validation"),
    *("bias-variance trade-off", "REST API", "containerisation", "drift", "A/B testing"),
    *("monitor", "retraining pipelines", "RAG", "retrieval-augmented generation"),
    *("fine-tuning", "prompt engineering at scale", "object detection", "image segmentation"),
    *("facial recognition", "medical image analysis", "collaborative filtering"),
    *("content-based filtering", "real-time serving", "ranking", "CNNs", "Transformers"),
    *("graph neural networks", "architectures", "software engineering", "data science"),
    *("product managers", "data engineers", "software engineers"),
    # tools and examples
    *("Docker", "Kubernetes", "AWS SageMaker", "Azure ML", "GCP Vertex AI"),
    *("Netflix", "Spotify", "Google Photos", "YouTube", "autoplay"),
    # how to begin
    *("Scratch", "Python", "Code.org", "Python.org", "CS50", "CS50P", "Harvard", "free"),
    *("calculator", "number-guessing game", "text analyser", "Mathematics Olympiad"),
    *("single most important", "Combined Mathematics", "Z-score", "Rs 2,870"),
    *("How does Netflix recommend things?", "applied mathematics", "English", "documentation"),
    *("papers", "uphill struggle", "data analyst", "UX designer", "less heavy maths", "tedious"),
)


def lay_out(career: str, edition: str) -> Document:
    """Lay out a career in English, in the layout that ships."""
    source = ROOT / "source"
    profile = read_profile(PROFILE_OF[career], source)
    words = Words(read_locale(source / "locales" / "en.yaml"))
    layout = load_layout("classic", ROOT / "layouts")
    return render_document(layout, edition, TEMPLATES[edition], profile, words)


def test_four_careers_ship() -> None:
    """If the careers are listed, then they are the four that were written, two in parts."""
    assert {CareerName.of(path).career for path in CAREER_FILES} == {
        *("ai-ml-engineer", "cook", "electrician", "registered-nurse")
    }
    parts = {"electrician-gb", "electrician-lk", "registered-nurse-us"}
    assert {"ai-ml-engineer", "cook", *parts} <= {*CAREERS}


@pytest.mark.parametrize("edition", ["booklet", "handout", "deck"])
@pytest.mark.parametrize("career", CAREERS)
def test_blocks_of_a_career(career: str, edition: str, golden: Callable[[str, str], None]) -> None:
    """If a career is laid out, then its blocks are those that were last looked at."""
    golden(f"{career}.{edition}.txt", outline(lay_out(career, edition)))


@pytest.mark.parametrize("career", CAREERS)
def test_every_source_is_dated_and_says_its_terms(career: str) -> None:
    """If a career ships, then each of its sources has a date, and its terms or that it has none."""
    profile = read_profile(PROFILE_OF[career], ROOT / "source")
    assert profile.sources
    told = check_profile(profile, date(2026, 11, 25))
    assert not any(problem.field.startswith("sources") for problem in told)


@pytest.mark.parametrize("career", CAREERS)
def test_nothing_is_to_be_said_of_a_career_that_ships(career: str) -> None:
    """If a school runs the program for the first time, then it sees no warning."""
    profile = read_profile(PROFILE_OF[career], ROOT / "source")
    assert [str(problem) for problem in check_profile(profile, date(2026, 11, 25))] == []


@pytest.mark.parametrize("career", ["electrician-gb", "electrician-lk"])
def test_a_circuit_is_dead_before_a_hand_touches_it(career: str) -> None:
    """If a pupil reads the numbered tasks as an order, then the order is a safe one."""
    profile = read_profile(PROFILE_OF[career], ROOT / "source")
    tasks = [str(task.task) for task in profile.daily_tasks]
    dead = tasks.index("Make the circuit dead before you touch it")
    assert dead < tasks.index("Connect sockets, lights and machines")
    (lamp,) = (each for each in profile.worksheet if "lamp" in each.prompt)
    assert "Without touching anything" in lamp.prompt


@pytest.mark.parametrize(
    ("career", "words"),
    [
        ("electrician", "UK|England|Scotland|Wales|GCSE|NHS|JTL|council|NVQ|pounds?"),
        ("registered-nurse", "USA|NCLEX|BSN|programs?|programmes?|maths?|dollars?|licen[cs]es?"),
    ],
)
def test_what_countries_share_is_of_none_of_them(career: str, words: str) -> None:
    """If a text is shared by all countries, then it has no word that one of them alone knows."""
    path = ROOT / "source" / "careers" / f"{career}.yaml"
    said = path.read_text(encoding="utf-8").partition("\nsources:")[0]
    words += "|Sri Lanka|O/L|A/L|rupees?"
    assert re.findall(rf"\b(?:{words})\b(?!:)", said) == []


@pytest.mark.parametrize("career", ["registered-nurse-lk", "registered-nurse-us"])
def test_nobody_is_sent_from_nursing_to_nursing(career: str) -> None:
    """If a pupil wants quiet evenings, then another field of nursing is no other career."""
    profile = read_profile(PROFILE_OF[career], ROOT / "source")
    reasons = [str(each.because) for each in profile.may_not_suit if "evenings" in each.because]
    assert reasons
    assert all("first" in reason for reason in reasons)
    assert not [
        other for each in profile.may_not_suit for other in each.consider if "nurse" in other
    ]


@pytest.mark.parametrize("career", CAREERS)
def test_a_talk_leaves_time_to_answer(career: str) -> None:
    """If a teacher gives the talk, then it asks six times at most, and ends within ten minutes."""
    talk = read_profile(PROFILE_OF[career], ROOT / "source").talk
    asked = [cue for cue in talk if cue.ask]
    assert 0 < len(asked) <= 6
    assert all((cue.ask_seconds or 0) >= 10 for cue in asked)
    assert not [cue.say for cue in talk if cue.say.rstrip().endswith("?")]
    assert sum((cue.seconds or 0) + (cue.ask_seconds or 0) for cue in talk) <= 600


@pytest.mark.parametrize("career", CAREERS)
def test_a_talk_can_be_said_in_its_time(career: str) -> None:
    """If a cue is read at two words a second, then it ends in time, and speaks of its own slide."""
    for cue in read_profile(PROFILE_OF[career], ROOT / "source").talk:
        assert len(cue.say.split()) / 2 <= (cue.seconds or 0), cue.section
        said = " ".join(str(each or "") for each in (cue.say, cue.ask, cue.do, cue.if_asked))
        assert not re.search(r"\b(?:next|last|previous|first|earlier) slide\b", said), cue.section


@pytest.mark.parametrize("career", CAREERS)
def test_a_talk_asks_what_its_author_asks(career: str) -> None:
    """If a career has a talk, then no slide is left to the question of its kind, beside the six."""
    labels = read_locale(ROOT / "source" / "locales" / "en.yaml").labels
    usual = [str(text) for name, text in labels.items() if name.startswith("discuss_")]
    assert usual
    notes = outline(lay_out(career, "deck"))
    assert [question for question in usual if question in notes] == []


def test_a_cook_needs_no_degree() -> None:
    """If a pupil has left school after O/L, with a pass or without, then a way in stands open."""
    profile = read_profile(PROFILE_OF["cook"], ROOT / "source")
    assert {str(route.level or "") for route in profile.entry_routes} <= {
        *("", "NVQ level 3 or 4", "NVQ level 4")
    }
    asked = [str(each) for route in profile.entry_routes for each in route.requirements]
    assert "For a craft course, school up to O/L; a pass is not needed" in asked
    assert "None from O/L; you may join whatever your results are" in asked


def test_a_cook_keeps_food_at_the_heats_of_the_world_health_organization() -> None:
    """If a pupil learns the safe heats from the guide, then they are those of its source."""
    profile = read_profile(PROFILE_OF["cook"], ROOT / "source")
    (heat,) = (task for task in profile.daily_tasks if task.task == "Keep food at a safe heat")
    assert re.findall(r"\d+", str(heat.detail)) == ["5", "60"]
    assert heat.source == ("who",)


def section_of(career: str, edition: str, name: str) -> Section:
    """Give a section of a career by its name."""
    return next(each for each in lay_out(career, edition).sections if each.name == name)


def test_terms_and_days_that_all_share_are_said_once() -> None:
    """If all sources were read on one day, or some name no terms, then that is said once."""
    section = section_of("electrician-gb", "booklet", "sources")
    paragraphs = (block for block in section.blocks if isinstance(block, Paragraph))
    lines = [plain_text(block.text).replace("\u00a0", " ") for block in paragraphs]
    assert [line for line in lines if "25 November 2026" in line] == [
        "Date all sources were read: 25 November 2026"
    ]
    assert [line for line in lines if "it names none" in line] == [
        "Where no licence stands beside a source, it names none. Only facts are taken from it."
    ]
    assert sum("Licence: Open Government Licence" in line for line in lines) == 1


def test_the_slide_of_sources_names_those_of_the_figures_shown() -> None:
    """If a source bears out a figure of the deck, then the slide names it; the notes name all."""
    section = section_of("electrician-gb", "deck", "sources")
    (shown,) = (block for block in section.blocks if isinstance(block, BulletList))
    (notes,) = (block for block in section.blocks if isinstance(block, Notes))
    named = [plain_text(item.text).split(" · ")[0] for item in shown.items]
    titles = [name.split("] ")[-1] for name in named]
    assert titles == [
        "JIB rates of pay, from 5 January 2026",
        "JIB rates of pay for apprentices, 2026",
        "Thousands of electricians benefit from 14 per cent pay rise",
        "Reports on the skills gap and on what apprenticeships return",
        "Electrical training routes",
        "How do electrical apprenticeships work?",
        "Figures change. Check them with their source before you decide.",
        "Not yet checked by a careers officer.",
    ]
    spoken = " ".join(span.text for span in spans(notes))
    listed = "".join(span.text for span in spans(notes)).replace("\u00a0", " ")
    numbers = [name.split("] ")[0].removeprefix("[") for name in named[:-2]]
    for number, title in zip(numbers, titles[:-2], strict=True):
        assert f"{number}. {title}" in listed
    assert "Installation and maintenance electrician (ST0152, version 1.1)" in spoken


@pytest.fixture(scope="module")
def ai_text() -> str:
    """Give all the words of the booklet on AI and machine learning."""
    text = "".join(f"{span.text} " for span in spans(lay_out("ai-ml-engineer", "booklet")))
    return " ".join(text.split()).casefold()


@pytest.mark.parametrize("fact", AI_FACTS)
def test_ai_booklet_has_the_fact(ai_text: str, fact: str) -> None:
    """If a student looks for a company, a country, a tool or a technique, then it is there."""
    assert fact.casefold() in ai_text


def test_the_path_of_the_ai_career_goes_on_to_a_first_job() -> None:
    """If a student follows the path, then each stage ends in a choice, and routes lead on."""
    profile = read_profile(ROOT / "source" / "careers" / "ai-ml-engineer.yaml", ROOT / "source")
    assert [str(stage.stage) for stage in profile.roadmap] == [
        "Grades 6 to 9",
        "Grades 10 and 11, up to O/L",
        "Grades 12 and 13, up to A/L",
        "Degree or diploma",
        "First job",
    ]
    assert all(stage.decision and stage.actions for stage in profile.roadmap)
    assert len(profile.entry_routes) >= 5
    assert all(route.requirements and route.source for route in profile.entry_routes)


def test_maths_comes_first_in_the_ai_career() -> None:
    """If skills and steps are listed, then maths is the first, aloud and on a slide."""
    profile = read_profile(ROOT / "source" / "careers" / "ai-ml-engineer.yaml", ROOT / "source")
    assert str(profile.skills[0].name) == "Mathematics"
    cues = {str(cue.section): str(cue.say) for cue in profile.talk}
    assert cues["skills"].startswith("Maths comes first.")
    assert cues["roadmap"].startswith("Start with maths")
    slides = (each for each in lay_out("ai-ml-engineer", "deck").sections)
    shown = [
        span.text
        for section in slides
        for block in section.blocks
        if not isinstance(block, Notes)
        for span in spans(block)
    ]
    assert "Maths first, because nothing matters more" in shown


def test_no_end_of_a_range_is_a_figure_of_the_ai_career() -> None:
    """If a range of pay has an upper end, then no fact prints it as a figure on its own."""
    profile = read_profile(ROOT / "source" / "careers" / "ai-ml-engineer.yaml", ROOT / "source")
    ends = {pay.high for pay in profile.pay} | {pay.low for pay in profile.pay}
    assert len(ends) > 2
    assert not ends & {fact.amount for fact in profile.facts}
