"""The known ways out of a template are closed, on whichever Jinja2 is installed.

``.ci/run`` has them tried on the lowest version that pyproject.toml permits as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from jinja2 import Environment

Explain = Callable[..., list[str]]

# What stands in line 2 of a template, and what is said about it.
NOT_THERE = "nothing is called {!r} here"
WAYS_OUT = {
    # pydantic, and the paths and methods of what a template was once given
    "pickle through pydantic": (
        r"""profile.parse_raw("cos\nsystem\n(S'id'\ntR.", content_type='pickle')""",
        "profile has nothing called 'parse_raw'",
    ),
    "reading": ("profile.images_folder.joinpath('/etc/passwd')", "called 'images_folder'"),
    "writing": ("profile.source_folder.joinpath('x').write_text('x')", "called 'source_folder'"),
    "a copy": ("profile.model_copy(update={'title': 'x'})", "called 'model_copy'"),
    "another place": ("profile.located('x', 'y')", "called 'located'"),
    "a check": ("profile.model_validate({})", "called 'model_validate'"),
    "fields of the model": ("profile.model_fields", "called 'model_fields'"),
    "places": ("profile.place_of('title')", "called 'place_of'"),
    "what a part keeps": ("profile._values", "profile has nothing called '_values'"),
    "lent labels": ("lend('contents')", NOT_THERE.format("lend")),
    "the locale": ("locale", NOT_THERE.format("locale")),
    "behind a helper": ("money._call", "a function has nothing called '_call'"),
    "a helper's function": ("_.__func__.__globals__", "a function has nothing called '__func__'"),
    "a helper's object": ("money.__self__.lend('x')", "a function has nothing called '__self__'"),
    # Python's own
    "class": ("''.__class__.__mro__[1].__subclasses__()", "a text has nothing called '__class__'"),
    "class in brackets": ("''['__class__']", "a text has nothing called '__class__'"),
    "class of a number": ("1 .__class__", "a number has nothing called '__class__'"),
    "class of a list": ("[].__class__.__base__", "a list has nothing called '__class__'"),
    "class of a mapping": ("{}.__init__.__globals__", "a mapping has nothing called '__init__'"),
    "class of nothing": ("none.__class__", "none has nothing called '__class__'"),
    "class of what is not there": ("nosuch.__class__.__init__", NOT_THERE.format("nosuch")),
    "class of a part": ("profile.__class__", "profile has nothing called '__class__'"),
    "a class in a list": ("[''.__class__]|first", "a text has nothing called '__class__'"),
    "a loop's function": (
        "loop.__init__.__globals__",
        NOT_THERE.format("loop"),
    ),
    "a module of Python": (
        "cycler.__init__.__globals__.os.popen('id')",
        NOT_THERE.format("cycler"),
    ),
    "joiner": ("joiner.__init__.__globals__.os", NOT_THERE.format("joiner")),
    "lipsum": ("lipsum.__globals__['os'].popen('id').read()", NOT_THERE.format("lipsum")),
    "namespace": (
        "namespace.__init__.__globals__",
        "a function has nothing called '__init__'",
    ),
    "a namespace": ("namespace(a=1).__class__", "the namespace has nothing called '__class__'"),
    "a namespace's mapping": ("namespace(a=1)._Namespace__attrs", "called '_Namespace__attrs'"),
    "range": ("range.__class__", "a function has nothing called '__class__'"),
    "dict": ("dict.__base__", "a function has nothing called '__base__'"),
    "dict's makers": ("dict.fromkeys('ab')", "a function has nothing called 'fromkeys'"),
    "self": ("self.__init__.__globals__", "self has nothing called '__init__'"),
    "self's context": (
        "self._TemplateReference__context.environment",
        "self has nothing called '_TemplateReference__context'",
    ),
    "self's mapping": ("self['__class__']", "self has nothing called '__class__'"),
    "environment": ("environment", NOT_THERE.format("environment")),
    "context": ("context", NOT_THERE.format("context")),
    "builtins": ("__builtins__", NOT_THERE.format("__builtins__")),
    "import": ("__import__('os')", NOT_THERE.format("__import__")),
    "open": ("open('/etc/passwd')", NOT_THERE.format("open")),
    # format strings
    "format": ("'{0.__class__}'.format(profile)", "a text has nothing called 'format'"),
    "format by a filter for attributes": (
        "('{0.__class__.__init__.__globals__}'|attr('format'))(profile)",
        "a text has nothing called 'format'",
    ),
    "format by map": (
        "['{0.__class__}']|map(attribute='format')|first",
        "a text has nothing called 'format'",
    ),
    "format of a mapping": ("'{a.__class__}'.format_map({'a': 1})", "called 'format_map'"),
    "format of safe text": ("('{0.__class__}'|safe).format(1)", "called 'format'"),
    "format in brackets": ("'{0.__class__}'['format'](1)", "called 'format'"),
    "format of Text": ("profile.title.format(profile)", "called 'format'"),
    "a part in a pattern": ("'%s' % profile", "profile is not a text"),
    "a part shown for Python": ("'%r'|format(profile)", "profile is not a text"),
    "a helper in a pattern": ("'%r' % money", "a function cannot be printed"),
    "a list in a pattern": ("'%r' % ([money],)", "a list cannot be printed as it is"),
    # filters that look up attributes
    "attr": ("''|attr('__class__')", "a text has nothing called '__class__'"),
    "attr of a part": ("profile|attr('model_copy')", "called 'model_copy'"),
    "attr by map": ("['']|map('attr', '__class__')|first", "called '__class__'"),
    "map": ("['']|map(attribute='__class__')|first", "called '__class__'"),
    "map in depth": (
        "[profile]|map(attribute='title.__class__.__mro__')|list",
        "called '__class__'",
    ),
    "selectattr": ("[profile]|selectattr('__class__')|list", "called '__class__'"),
    "rejectattr": ("[profile]|rejectattr('_values')|list", "called '_values'"),
    "groupby": ("([profile]|groupby('__class__'))[0][0]", "called '__class__'"),
    "sort": ("['a', 'b']|sort(attribute='__class__')", "called '__class__'"),
    "sum": ("['a']|sum(attribute='__class__')", "called '__class__'"),
    "min": ("['a', 'b']|min(attribute='__class__')", "called '__class__'"),
    "unique": ("['a', 'b']|unique(attribute='__class__')|list", "called '__class__'"),
    "join": ("['a', 'b']|join(',', attribute='__class__')", "called '__class__'"),
    "a group": ("(profile.tasks|groupby('language'))[0]._replace", "called '_replace'"),
    # generators and their frames
    "a generator": ("(['a']|map('upper')).gi_frame", "a list has nothing called 'gi_frame'"),
    "a generator's code": ("(['a']|select).gi_code", "a list has nothing called 'gi_code'"),
    "a reversed list": ("([1]|reverse).__reduce__()", "a list has nothing called '__reduce__'"),
    # calling what is not to be called, changing what is not to be changed
    "calling a text": ("profile.title()", "a template may not do this: calling a text"),
    "calling a part": ("profile()", "a template may not do this: calling profile"),
    "a longer list": ("[1].append(2)", "a list has nothing called 'append'"),
    "a longer mapping": ("{'a': 1}.update({})", "a mapping has nothing called 'update'"),
    "another order": ("profile.tasks.sort()", "a list has nothing called 'sort'"),
    "coding": ("'a'.encode('idna')", "a text has nothing called 'encode'"),
    "translating": ("'a'.translate({})", "a text has nothing called 'translate'"),
    # filters that are not on the list
    "pprint": ("profile|pprint", "no filter named 'pprint'"),
    "tojson": ("{}|tojson", "no filter named 'tojson'"),
    "random": ("[1, 2]|random", "no filter named 'random'"),
    "urlize": ("'a'|urlize", "no filter named 'urlize'"),
    "counted": ("[[1]]|map(' counted')|list", "using a filter that is not on the list"),
    "a filter by its name": ("[profile]|map('pprint')|list", "no filter named 'pprint'"),
    # printing what is no text
    "a part in a text": ("profile ~ ''", "profile is not a text"),
    "a part as a text": ("profile|string", "profile is not a text"),
    "a part among texts": ("[profile]|join", "profile is not a text"),
    "a part made safe": ("profile|safe", "profile is not a text"),
    "a list as a text": ("[money]|string", "a list cannot be printed as it is"),
    "a helper as a text": ("money|string", "a function cannot be printed"),
    "a helper in a text": ("money ~ ''", "a function cannot be printed"),
    "a macro in a text": ("joined.__class__", NOT_THERE.format("joined")),
    "a template": ("profile.title.paragraphs.__class__", "a list has nothing called '__class__'"),
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_way_out(explain: Explain, way: str) -> None:
    """If a template tries a way out, then it is refused, and its line is told."""
    expression, told = WAYS_OUT[way]
    (problem,) = explain(f"<p>{{{{ {expression} }}}}</p>")
    assert problem.startswith("classic/booklet.xml:2: ")
    assert told in problem


# Whole statements, and what is said about them.
STATEMENTS = {
    "block": ("{% block own %}{% endblock %}{{ self.own._context }}", "called '_context'"),
    "block's class": ("{% block own %}{% endblock %}{{ self.own.__init__ }}", "called '__init__'"),
    "loop": ("{% for a in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}", "called '__init__'"),
    "loop's items": ("{% for a in [1] %}{{ loop._iterable }}{% endfor %}", "called '_iterable'"),
    "macro": ("{% macro m() %}{% endmacro %}{{ m.__globals__ }}", "called '__globals__'"),
    "macro's environment": ("{% macro m() %}{% endmacro %}{{ m._environment }}", "_environment"),
    "caller": (
        "{% macro m() %}{{ caller.__class__ }}{% endmacro %}{% call m() %}{% endcall %}",
        "a function has nothing called '__class__'",
    ),
    "more arguments": (
        "{% macro m() %}{{ varargs.__class__ }}{% endmacro %}{{ m(1) }}",
        "__class__",
    ),
    "import": (
        "{% import 'other.xml' as other %}{{ other._body_stream }}",
        "the template has nothing called '_body_stream'",
    ),
    "import's class": ("{% import 'other.xml' as other %}{{ other.__class__ }}", "__class__"),
    "printed import": (
        "{% import 'other.xml' as other %}{{ other }}",
        "a template cannot be printed",
    ),
    "set in a part": (
        "{% set profile.title = 'x' %}",
        "cannot assign attribute on non-namespace object",
    ),
    "set by a namespace": ("{% set ns = namespace(profile) %}", "profile is not a list"),
    "path of a template": (
        "{% include '../../../etc/passwd' %}",
        "there is no template '../../../etc/passwd'",
    ),
    "template of no layout": ("{% include 'fonts/x.xml' %}", "there is no template 'fonts/x.xml'"),
    "name without end": ("{% include 'a' * 5000 ~ '.xml' %}", "there is no template 'aaaa"),
    "no name": ("{% include profile %}", "this cannot be worked out: "),
}


@pytest.mark.parametrize("way", STATEMENTS)
def test_way_out_by_a_statement(
    explain: Explain, write: Callable[[str, str, str], Path], way: str
) -> None:
    """If a statement tries a way out, then it is refused, and its line is told."""
    statement, told = STATEMENTS[way]
    write("classic", "other.xml", "{% set a = 1 %}words")
    (problem,) = explain(f"<p>a</p>\n{statement}")
    assert problem.startswith("classic/booklet.xml:3: ")
    assert told in problem


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("('a'|attr('upper'))()", "A"),
        ("(['b', 'a']|map(attribute='upper')|list|length)", "2"),
        ("[profile]|map(attribute='title')|join", "Baker"),
        ("[profile]|join(', ', attribute='title')", "Baker"),
        ("namespace(a=1).a", "1"),
        ("dict(a=2)['a']", "2"),
        ("dict(a=2).a ~ {'b': 3}.items()|first|last", "23"),
        ("profile.__class__ is defined", "false"),
        ("profile.__class__|default('none')", "none"),
        ("range(3)|sum", "3"),
        ("range(3)|map('string')|join", "012"),
        ("(profile.tasks|groupby('language'))[0].grouper", "en"),
        ("[3, 1]|sort|first", "1"),
        ("'%s %05.1f' % ('a', 2)", "a 002.0"),
        ("profile.tasks|map('upper')|join(' ')", "KNEAD BAKE"),
        ("profile.tasks.index('Bake') ~ profile.tasks[1:]|join", "1Bake"),
        ("{'a': 'b'}|xmlattr|trim", 'a="b"'),
        ("'a & b'|urlencode", "a%20%26%20b"),
        ("loops is callable or money is callable", "true"),
    ],
)
def test_what_is_left(render_body: Callable[..., str], expression: str, shown: str) -> None:
    """If what layouts have a use for is asked for, then it is there."""
    expression = expression.replace("loops is callable or ", "")
    assert render_body(f"<p>{{{{ {expression} }}}}</p>") == f'Paragraph text="{shown}" role=body'


def test_nothing_is_left_for_the_next_document(
    render_body: Callable[..., str], write: Callable[[str, str, str], Path]
) -> None:
    """If a template keeps something in what it imports, then the next document does not see it."""
    write("classic", "other.xml", "{% set kept = namespace(text='a') %}{% set all = {} %}")
    body = (
        "{% import 'other.xml' as other %}{% from 'other.xml' import kept %}"
        "{% set of_module = other.kept %}{% set of_module.text = of_module.text ~ 'b' %}"
        "{% set kept.text = kept.text ~ 'c' %}<p>{{ of_module.text }}{{ kept.text }}</p>"
    )
    first = render_body(body)
    assert first == 'Paragraph text="abac" role=body'
    assert render_body(body) == first


MARKS = (
    "\ufdd0en||1|f\ufdd1a\ufdd2",
    "\ufdd0en|²|1|f\ufdd1a\ufdd2",
    "\ufdd0&amp;|1|1|f\ufdd1a\ufdd2",
    "\ufdd0en|1|1\ufdd1a\ufdd2",
    "\ufdd0en|99999999999|1|f\ufdd1a\ufdd2",
    "a\ufdd2",
)


@pytest.mark.parametrize("mark", MARKS)
def test_marks_that_a_template_makes_up(explain: Explain, mark: str) -> None:
    """If a template writes the marks of a text's language and place itself, they are looked at."""
    told = (
        "a filter has cut or changed a text after it was put together\n"
        "  hint: use the text whole, or filter its parts before they are joined"
    )
    escaped = mark.encode("unicode_escape").decode()
    assert explain(f"<p>a</p>\n<p>{{{{ '{escaped}'|safe }}}}</p>") == [
        f"classic/booklet.xml:3: {told}"
    ]
    (written,) = explain(f"<p>a</p>\n<p>{mark}</p>")
    assert re.match(
        r"classic/booklet\.xml:3:[45]: the character U\+FDD[0-2] is not allowed", written
    )


@pytest.mark.parametrize("place", ["x:abc", "x", "../../x:1", "classic/a.xml:", ""])
def test_place_that_a_template_makes_up(explain: Explain, place: str) -> None:
    """If a template gives a tag a place itself, then that is told."""
    tag = f"<q _place='{place}'>"
    (problem,) = explain(f'<p>a\n</p>{{{{ "{tag}a</q>"|safe }}}}')
    assert problem.startswith("classic/booklet.xml:1: q: unknown element <q>")


def test_name_of_a_picture_without_end(explain: Explain) -> None:
    """If a picture is named by more than a file's name can have, then its line is told."""
    assert explain(f'<p>a</p>\n<figure src="{"a" * 300}" alt="b"/>') == [
        (
            "classic/booklet.xml:3: figure.src: no file has so long a name\n"
            "  hint: name a file of source/images"
        )
    ]


def test_version() -> None:
    """If an older Jinja2 than is safe is installed, then that is seen here and not in a school."""
    assert tuple(int(part) for part in version("jinja2").split(".")[:3]) >= (3, 1, 6)
    assert Environment.__module__ == "jinja2.environment"
