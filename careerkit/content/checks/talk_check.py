"""A talk goes in; warnings about the time that it takes and leaves for answers come out."""

from __future__ import annotations

from collections.abc import Iterator

from careerkit.content.models.materials import Cue
from careerkit.content.models.profile import Profile
from careerkit.content.problem import Problem, warn

LEAST_SECONDS = 10
"""How long a class has at least to answer a question."""

MOST_QUESTIONS = 6
"""How many questions a class answers in one talk."""

MOST_SECONDS = 600
"""How long a talk is listened to."""

WORDS_A_MINUTE = 130
"""How fast a speaker speaks who wants to be understood; others take longer."""

_QUESTION_MARKS = ("?", "؟", "？")
_AFTER_A_SENTENCE = "\"'”’»)]"


def check_talk(profile: Profile) -> Iterator[Problem]:
    """Yield the warnings about the talk of a profile."""
    asked = 0
    for index, cue in enumerate(profile.talk):
        path = f"talk[{index}]"
        yield from _check_answer(path, cue)
        if cue.ask is None:
            continue
        asked += 1
        if asked == MOST_QUESTIONS + 1:
            count = sum(1 for each in profile.talk if each.ask is not None)
            message = f"{count} questions in one talk, and after {MOST_QUESTIONS} few answer"
            hint = "keep the best, and tell a story or an example at the other slides"
            yield warn(cue.place_of("ask"), f"{path}.ask", message, hint)
    total = sum((cue.seconds or 0) + (cue.ask_seconds or 0) for cue in profile.talk)
    if total > MOST_SECONDS:
        minutes, seconds = divmod(total, 60)
        message = f"the talk takes {minutes}:{seconds:02} minutes, and ten are the most"
        hint = "leave out cues, or ask at fewer slides"
        yield warn(profile.place_of("talk"), "talk", message, hint)


def _check_answer(path: str, cue: Cue) -> Iterator[Problem]:
    """Warn of a question with too little time; where it ends the speech, that is reckoned."""
    if cue.ask_seconds is not None and cue.ask_seconds < LEAST_SECONDS:
        message = f"in less than {LEAST_SECONDS} seconds nobody can answer"
        hint = f"leave at least {LEAST_SECONDS}, or tell the class something instead of asking"
        yield warn(cue.place_of("ask_seconds"), f"{path}.ask_seconds", message, hint)
    elif cue.ask is None and cue.seconds is not None and _ends_in_question(cue.say):
        left = cue.seconds - len(cue.say.split()) * 60 / WORDS_A_MINUTE
        if left < LEAST_SECONDS:
            message = f"about {max(0, round(left))} s are left to answer the question at its end"
            hint = "put the question into ask:, and the time to answer it into ask_seconds:"
            yield warn(cue.say.place, f"{path}.say", message, hint)


def _ends_in_question(text: str) -> bool:
    return text.rstrip().rstrip(_AFTER_A_SENTENCE).endswith(_QUESTION_MARKS)
