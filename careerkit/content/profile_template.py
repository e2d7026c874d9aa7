"""Begins a career: a title and a language go in, a file name and a commented profile come out.

The profile can be built as it stands. What has to be written is there as sentences that begin with
one of ``PLACEHOLDERS``, for which ``check`` warns; what may be added is there as examples behind
"# ". Advice and examples are in the language where ``profile_words`` has them, else in English:
they are the program's own words, not a school's.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from textwrap import wrap
from zlib import crc32

from careerkit.content.reserved_names import find_other_meaning
from careerkit.content.text import can_be_seen
from careerkit.content.yaml.source_text import remove_refused

PLACEHOLDERS = {
    "en": "To be written -",
    "si": "ලිවිය යුතුයි -",
    "ta": "எழுத வேண்டும் -",
}

_WORDS = Path(__file__).with_name("profile_words")
_ADVICE_WIDTH = 90
_PLACEHOLDER_MARK = "{placeholder} "
# Lines of advice that stand together, or one line with what comes before its value.
_PART = re.compile(
    r"(?P<advice>(?P<margin>[ ]*)##[^\n]*\n(?:[ ]*##[^\n]*\n)*)"
    r"|(?P<field>(?:#[ ])?[ ]*(?:-[ ])*(?:[a-z_0-9]+:[ ])?)(?P<value>[^\n]*)\n"
)

_LONGEST_STEM = 60

TEMPLATE = """\
# yaml-language-server: $schema=../profile.schema.json

## Lines with "##" are advice. To use an example below, take away the "# " before its lines,
## then write your own words. Put quotes around text that contains ": " or "#".

schema: 1
## The language it is written in: the tag of a file in source/locales.
{language_line}
title: {title}
tagline: {placeholder} one sentence for the cover that says what people in this work do

overview:
  ## Paragraphs, with a blank line between them.
  work: |
    {placeholder} what the job is, in two or three short paragraphs.
#   here: |
#     What it is like in this country.
## A text can name its sources: the ids of entries under sources, one or a list of them.
#   abroad:
#     text: |
#       What it is like in other countries.
#     source: survey

## The task in a few words for the slide, then in a sentence or two for the booklet.
daily_tasks:
  - task: {placeholder} a first task
    detail: {placeholder} how it is done, and what for.
    ## Two or three words for a drawing, the time on a usual day, and the name of an icon
    ## (README.md lists them).
#     short: The task
#     time: "07:30"
#     icon: wrench
  - task: {placeholder} a second task

## Everything below may stay out; its page and its slide then stay out too.

## The school's name, logo and counsellor are no part of a career: they stand in
## source/school.yaml, once for all careers (see README.md).

## The title in a sentence, for a layout that has one; "a" or "an" before it is the default.
# indefinite: {indefinite}
# other_titles: [Another name, A third name]
# codes: {{isco08: "2512", onet: 15-2051.00, national: "2512"}}
## The country that "here" means: two capital letters (ISO 3166).
# country: LK
## One of the theme's accent colours: teal, indigo, plum, forest or rust.
# accent: teal

## One line for the cover, up to 90 characters; else what the tagline begins with is there.
# promise: A line that makes people open the guide.

## A claim for each section, in place of its name where it begins.
# headlines:
#   work: What the job is, as a claim
#   day: What the days are like, as a claim
#   where: Where the work is done, as a claim
#   pay: What it pays, as a claim
#   skills: What one has to be good at, as a claim
#   roadmap: How one gets there, as a claim
#   suits: Whom it suits, as a claim
#   start: Where to begin, as a claim

## Wherever something is said of the world, source: can say who says so.
# specialisms:
#   - name: A field to specialise in
#     note: A sentence about it.
#     icon: eye
#     source: survey

# work:
#   hours: 40 hours a week
#   pattern: Shifts, also at night
#   setting: A hospital ward
#   demands:
#     - text: Standing for most of the day
#       source: survey

# skills:
#   - name: Careful measuring
#     kind: technical
#     note: A sentence about it.
#     icon: ruler
#   - name: Patience
#     kind: personal

## Names only; they are never translated.
# tools: [Docker, Git]

# subjects:
#   - name: Mathematics
#     stage: O/L
#     need: must
#   - name: English
#     need: helps

# roadmap:
#   - stage: Grades 6 to 9
#     ages: 11 to 14
#     actions:
#       - action: What to do, short
#         detail: How, in a sentence or two.
#     activities:
#       - activity: What to try beside school
#         url: https://example.org/
#         cost: free
#         note: A sentence about it.
#     decision: What must be chosen at the end of this stage.
#     caution: What to be careful about.

# entry_routes:
#   - route: Apprenticeship
#     level: NVQ 4
#     requirements: [Six passes at O/L]
#     duration: 3 years
#     cost: Free, with an allowance
#     providers: [The name of a training centre]
#     source: [survey]

## Papers without which the work may not be done.
# licences:
#   - name: A licence or a registration
#     issuer: Who gives it
#     note: A sentence about it.
#     source: survey

## Digits only: 250000, not 250,000. "middle" is the median: half earn less, half earn more.
## "source" is the id of an entry under sources. "as_of" says when it was true: a day, a month or
## a year, or unknown if the source gives no date.
# pay:
#   - region: Sri Lanka
#     level: First job
#     low: 90000
#     middle: 140000
#     high: 250000
#     open_ended: false
#     currency: LKR
#     period: month
#     as_of: 2025-05
#     source: survey

## Figures that the pay is compared with.
# pay_compared:
#   - label: The middle of all jobs
#     amount: 65000
#     currency: LKR
#     period: month
#     as_of: 2025
#     source: survey

## low, steady, growing, high, or short: employers cannot find enough people.
# demand:
#   rating: growing
#   note: A sentence or two.
#   change: {{percent: 9, since: 2024, until: 2034}}
#   as_of: 2025
#   source: survey

## Either an amount (a number), or a value in words.
# facts:
#   - label: What the figure is about
#     amount: 1200000
#     currency: LKR
#     qualifier: over
#     note: A sentence that explains it.
#     as_of: 2025
#     source: survey
#   - label: What this figure is about
#     value: 7 in 10
#     as_of: 2025
#     source: survey

## Real people only, and only if they have agreed to stand here.
# people:
#   - name: The name of a person
#     role: What the person does
#     place: Where the person works
#     quote: What the person says, word for word.
#     route: [The first step, The second step]
#     day:
#       - time: "07:30"
#         text: What is done then
#     photo: example.jpg
#     consent: true

# employers:
#   - name: An employer
#     note: A sentence about it.

# suits:
#   - You like to find out how things work.
# may_not_suit:
#   - because: You dislike early mornings.
#     consider: [Another career]
## realistic, investigative, artistic, social, enterprising, conventional
# interests: [investigative, realistic]

# related:
#   - title: A career close to this one
#     note: How it differs.
# progression:
#   - What comes after some years.

## kind: course, book, video, site, club or contest; cost: free or paid.
# resources:
#   - title: A course to start with
#     kind: course
#     url: https://example.org/course
#     cost: free
#     language: en
#     note: A sentence about it.

## kind: write on lines, draw in a frame, rate from 1 to 5, or fill in a week.
# worksheet:
#   - prompt: What would you like most about this work?
#     kind: write
#     lines: 4
#     minutes: 5

# glossary:
#   - term: A word
#     meaning: What it means, in a plain sentence.

## Put the file into source/images. Say what it shows, or write "decorative: true". "place" is
## cover, person, or opener: and a section; "focus" is the point that is not cut off.
# images:
#   - file: example.jpg
#     alt: What the picture shows.
#     decorative: false
#     credit: Who made it
#     licence: CC BY 4.0
#     place: opener:work
#     focus: [0.5, 0.3]

## What to say at a slide, and how long it takes. The slides are cover, work, pictures, facts,
## day, specialisms, where, demand, people, pay, skills, roadmap, entry, start, suits, plan, words,
## questions, closing and sources. A question in "ask" has its own time to be answered.
# talk:
#   - section: day
#     say: What the speaker says, in plain sentences.
#     seconds: 60
#     ask: What the speaker asks
#     ask_seconds: 30
#     do: What the speaker does or shows
#     if_asked: What to answer if somebody asks

## Where a page names no terms, write "licence: none", and take facts from it only.
# sources:
#   - id: survey
#     title: The publication's title
#     publisher: Who publishes it
#     url: https://example.org/survey
#     published: 2025
#     retrieved: 2026-01-31
#     licence: CC BY 4.0
## If not the publication itself was read but a copy or a quotation of it, say so.
#     read_in_copy: true
#     via: Whose copy was read

## "reading_grade" is the school grade whose pupils can read it; `check` tells what is harder.
# about:
#   authors: [Your name]
#   reviewers: [Who checked it]
#   reviewed_on: 2026-01-31
#   review_by: 2028-01-31
#   reading_grade: 9
#   licence: CC BY 4.0
"""


def new_profile(title: str, language: str = "en") -> tuple[str, str]:
    """Return the stem of a new career's file name, and the file's text.

    ``language`` is the BCP 47 tag of what the profile is to be written in. Raises ``ValueError``
    for a title with nothing in it that can be read.
    """
    cleaned = " ".join(remove_refused(title).split())
    if not can_be_seen(cleaned):
        raise ValueError("the title is empty")
    general = language.partition("-")[0]
    is_english = general == "en"
    words = {} if is_english else read_words(general)
    text = speak(TEMPLATE, lambda english: words.get(english, english)).format(
        title=_quote(cleaned),
        language_line=f"{'# ' if language == 'en' else ''}language: {language}",
        indefinite=_quote(f"a {cleaned}" if is_english else cleaned),
        placeholder=PLACEHOLDERS.get(general, PLACEHOLDERS["en"]),
    )
    return make_stem(cleaned), text


def read_words(language: str) -> dict[str, str]:
    """Return the words of a new profile in a language by the English ones; none if it has none."""
    import yaml

    path = _WORDS / f"{language}.yaml"
    return dict(yaml.safe_load(path.read_text(encoding="utf-8"))) if path.exists() else {}


def words_of(template: str) -> tuple[str, ...]:
    """Return the advice of a template and its values, each as ``read_words`` is to name it."""
    said: dict[str, None] = {}

    def listen(english: str) -> str:
        said[english] = None
        return english

    speak(template, listen)
    return tuple(said)


def speak(template: str, say: Callable[[str], str]) -> str:
    """Return a template with each piece of advice and each value as ``say`` says it.

    The lines of one piece of advice are put together, and broken anew where it becomes another.
    """

    def speak(match: re.Match[str]) -> str:
        if advice := match["advice"]:
            english = " ".join(line.strip(" #") for line in advice.splitlines())
            said = say(english)
            lines = wrap(said, _ADVICE_WIDTH, break_on_hyphens=False)
            written = "".join(f"{match['margin']}## {line}\n" for line in lines)
            return advice if said == english else written
        value = match["value"]
        mark = _PLACEHOLDER_MARK if value.startswith(_PLACEHOLDER_MARK) else ""
        return f"{match['field']}{mark}{say(value.removeprefix(mark))}\n"

    return _PART.sub(speak, template)


def is_placeholder(text: str) -> bool:
    """Return whether a text is one that a new profile begins with, still to be written."""
    return text.startswith(tuple(PLACEHOLDERS.values()))


def make_stem(title: str) -> str:
    """Return lower-case ASCII words with hyphens between them.

    A title without Latin letters gives ``career-`` and a number that is always the same for it.
    """
    bare = unicodedata.normalize("NFKD", title.replace("&", " and ")).replace("'", "")
    words = re.findall("[a-z0-9]+", bare.encode("ascii", "ignore").decode().lower())
    stem = "-".join(words)[:_LONGEST_STEM].strip("-")
    if not stem:
        return f"career-{crc32(title.encode()):08x}"
    return f"career-{stem}" if find_other_meaning(stem) else stem


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
