"""Random profiles for property tests: YAML text that is valid, from minimal to full."""

from __future__ import annotations

import json
import re
from typing import Any
from unicodedata import category

from hypothesis import strategies as st

from careerkit.content.models.icon_names import ICON_NAMES

_REFUSED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufeff]"
    "|" + "|".join(re.escape(chr(p * 0x10000 + n)) for p in range(17) for n in (0xFFFE, 0xFFFF))
)

LIKE_MARKUP = (
    "<b>bold</b>",
    "&amp;",
    "{{ 7*7 }}",
    "{% raw %}",
    "]]>",
    "<!--",
    "'\"",
    "a: b",
    "# no",
)

Value = dict[str, Any]


def _is_seen(text: str) -> bool:
    return any(category(character) not in {"Cf", "Zs"} for character in text)


def texts() -> st.SearchStrategy[str]:
    """Give one-line texts in any script, with some that look like markup or YAML."""
    anything = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
    cleaned = anything.map(lambda text: " ".join(_REFUSED.sub("", text).split())).filter(_is_seen)
    words = st.sampled_from(["no", "NO", "on", "2026-01-01", "1_000", "null", "~", "=", "0x1F"])
    sinhala = st.sampled_from(["කෘත්‍රිම බුද්ධිය", "செயற்கை நுண்ணறிவு", "فريق"])
    return st.one_of(cleaned, st.sampled_from(LIKE_MARKUP), words, sinhala)


def paragraphs() -> st.SearchStrategy[str]:
    """Give paragraphs with blank lines between them, some of them long."""
    several = st.lists(texts(), min_size=1, max_size=4).map("\n\n".join)
    long = st.integers(1, 400).map(lambda count: "A sentence that goes on. " * count)
    return st.one_of(several, long.map(str.strip))


def _record(required: Value, **optional: st.SearchStrategy[Any]) -> st.SearchStrategy[Value]:
    return st.fixed_dictionaries(required, optional=optional)


def _several(items: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(items, max_size=3)


def profile_values() -> st.SearchStrategy[Value]:
    """Give the values of valid profiles as plain Python data."""
    text, money = texts(), st.integers(0, 10**9)
    url = st.sampled_from(["https://example.org/", "http://example.org/a?b=c&d=%20#e"])
    cost = st.sampled_from(["free", "paid"])
    date = st.sampled_from(["2026-01-31", "2025-12", "2024"])
    source = st.sampled_from(["src", ["src"]])
    as_of = st.one_of(date, st.just("unknown"))
    time = st.sampled_from(["00:00", "07:30", "23:59"])
    icon = st.sampled_from(ICON_NAMES)
    said = st.one_of(text, _record({"text": text}, source=source))
    passage = st.one_of(paragraphs(), _record({"text": paragraphs()}, source=source))
    action = _record({"action": text}, detail=paragraphs(), source=source)
    activity = _record({"activity": text}, url=url, cost=cost, note=text, source=source)
    pay = _record(
        {
            "region": text,
            "low": st.integers(0, 10),
            "currency": st.sampled_from(["LKR", "USD"]),
            "period": st.sampled_from(["year", "month", "day", "hour"]),
        },
        level=text,
        middle=st.just(10),
        high=st.integers(10, 10**9),
        open_ended=st.booleans(),
        as_of=as_of,
        source=source,
    )
    fact = st.one_of(
        _record({"label": text, "amount": money}, qualifier=st.just("over"), note=text),
        _record({"label": text, "value": text}, source=source, as_of=as_of),
    )
    employer = st.one_of(text, _record({"name": text}, note=text, source=source))
    specialism = st.one_of(text, _record({"name": text}, note=text, icon=icon, source=source))
    compared = {
        "label": text,
        "amount": money,
        "currency": st.just("LKR"),
        "period": st.just("month"),
    }
    later = st.sampled_from(["2026-02", "2034", "2034-12-31"])
    change = {"percent": st.integers(-90, 900), "since": date, "until": later}
    cue = _record({"section": text, "say": paragraphs()}, do=text, if_asked=text)
    asked = _record(
        {"section": text, "say": text, "ask": text, "ask_seconds": st.integers(1, 3600)},
        seconds=st.integers(1, 3600),
    )
    return _record(
        {
            "schema": st.just(1),
            "title": text,
            "tagline": text,
            "overview": _record({"work": passage}, here=passage, abroad=passage),
            "daily_tasks": st.lists(
                st.one_of(
                    text,
                    _record(
                        {"task": text},
                        detail=paragraphs(),
                        short=text,
                        time=time,
                        icon=icon,
                        source=source,
                    ),
                ),
                min_size=1,
                max_size=12,
            ),
            "sources": st.just([{"id": "src", "title": "A source"}]),
        },
        other_titles=_several(text),
        codes=_record({}, isco08=st.just("2512"), onet=st.just("15-2051.00"), national=text),
        language=st.just("en"),
        country=st.just("LK"),
        promise=text,
        headlines=_record({}, work=text, day=text, pay=text, skills=text, start=text),
        specialisms=_several(specialism),
        work=_record({}, hours=said, pattern=said, setting=said, demands=_several(said)),
        skills=_several(
            _record({"name": text}, kind=st.just("personal"), note=text, icon=icon, source=source)
        ),
        tools=_several(text),
        subjects=_several(_record({"name": text}, stage=text, need=st.just("must"), source=source)),
        roadmap=_several(
            _record(
                {"stage": text},
                ages=text,
                actions=_several(action),
                activities=_several(activity),
                decision=text,
                caution=text,
                source=source,
            )
        ),
        entry_routes=_several(
            _record(
                {"route": text},
                requirements=_several(text),
                duration=text,
                cost=text,
                source=source,
            )
        ),
        licences=_several(_record({"name": text}, issuer=text, note=text, source=source)),
        pay=_several(pay),
        pay_compared=_several(_record(compared, as_of=as_of, source=source)),
        demand=_record(
            {"rating": st.sampled_from(["growing", "short"])},
            note=text,
            change=_record(change),
            as_of=date,
        ),
        facts=_several(fact),
        people=_several(
            _record(
                {"name": text, "consent": st.just(True)},
                role=text,
                place=text,
                quote=text,
                route=_several(text),
                day=_several(_record({"time": time, "text": text})),
            )
        ),
        employers=_several(employer),
        suits=_several(said),
        may_not_suit=_several(_record({"because": text}, consider=_several(text), source=source)),
        interests=_several(st.sampled_from(["realistic", "social"])),
        related=_several(_record({"title": text}, note=text, source=source)),
        progression=_several(said),
        resources=_several(_record({"title": text}, url=url, cost=cost, note=text)),
        worksheet=_several(
            _record(
                {"prompt": text},
                kind=st.sampled_from(["draw", "rate", "week"]),
                lines=st.integers(1, 60),
            )
        ),
        glossary=_several(_record({"term": text, "meaning": text})),
        talk=_several(st.one_of(cue, asked)),
        about=_record({}, authors=_several(text), review_by=date, licence=text),
    )


def minimal_values() -> st.SearchStrategy[Value]:
    """Give the values of profiles with the required fields alone."""
    return st.fixed_dictionaries(
        {
            "schema": st.just(1),
            "title": texts(),
            "tagline": texts(),
            "overview": st.fixed_dictionaries({"work": paragraphs()}),
            "daily_tasks": st.lists(texts(), min_size=1, max_size=3),
        }
    )


def write_yaml(value: Any, indent: int = 0) -> str:
    """Write plain data as YAML: blocks for mappings and lists, every text in double quotes."""
    if isinstance(value, dict) and value:
        lines = [f"{' ' * indent}{key}:{_write_value(item, indent)}" for key, item in value.items()]
        return "".join(lines)
    if isinstance(value, list) and value:
        return "".join(f"{' ' * indent}-{_write_value(item, indent)}" for item in value)
    raise TypeError(f"nothing to write at the top: {value!r}")


def _write_value(value: Any, indent: int) -> str:
    if isinstance(value, dict | list) and value:
        return "\n" + write_yaml(value, indent + 2)
    return f" {json.dumps(value, ensure_ascii=False)}\n"


def profiles() -> st.SearchStrategy[str]:
    """Give the YAML text of valid profiles, minimal ones among them."""
    return st.one_of(minimal_values(), profile_values()).map(write_yaml)
