"""The names of layouts go in, a Jinja2 environment comes out that keeps templates to their task.

A template reads only templates of its layout's chain (see ``loader``), finds only the names that
are on the list (see ``names``), calls only what it was given to call, prints only what a person can
read, and stops when it has done more than any document needs (see ``allowance``).
"""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from typing import Any

from jinja2 import (
    StrictUndefined,
    Template,
    Undefined,
    nodes,
    pass_eval_context,
)
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import Namespace, missing

from careerkit.layout.templates.allowance import MOST_CAPTURED, STEPS_OF_A_CALL, Allowance
from careerkit.layout.templates.compiled_templates import CompiledTemplates
from careerkit.layout.templates.filters import make_filters, make_tests, refuse_unprintable
from careerkit.layout.templates.giants import refuse_giant_number, refuse_key, refuse_operation
from careerkit.layout.templates.inheritance import refuse_lost_parts
from careerkit.layout.templates.loader import ChainLoader
from careerkit.layout.templates.names import (
    CALLABLE,
    NOTHING,
    Callee,
    describe,
    explain_absence,
    look_up,
)
from careerkit.layout.templates.tag_lines import TagLines
from careerkit.layout.templates.tree import TemplateCode, prepare_tree


def make_environment(loader: ChainLoader) -> TemplateEnvironment:
    """Make the environment of one layout."""
    return TemplateEnvironment(
        loader=loader,
        autoescape=True,
        undefined=_Undefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_print,
        extensions=[TagLines],
        bytecode_cache=CompiledTemplates(),
        optimized=False,  # to work out constants beforehand costs more than it saves
    )


class _Template(Template):
    """A template that is filled in anew for each that imports it.

    **Why.** Jinja2 keeps what an import gave, its namespaces too: what one career's booklet wrote
    there would stand in the next one's.
    """

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 - Jinja2 passes it
        return self.make_module()


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox with all of its doors closed but those on the list."""

    code_generator_class = TemplateCode
    template_class = _Template
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, **options: object) -> None:
        """Make it with the options that Jinja2 has."""
        super().__init__(**options)
        self.allowance = Allowance()
        self._checked: dict[str, Template] = {}
        self._taken_over: set[str] = set()
        self.filters = make_filters(self.allowance)
        self.tests = make_tests(self.allowance)
        self.globals = {
            name: Callee(name, function)
            for name, function in (("dict", _dict), ("namespace", Namespace), ("range", _range))
        }

    def join_path(self, template: str, parent: str) -> str:  # noqa: ARG002 - Jinja2 passes it
        """Name a template in full, so that its places do."""
        if not isinstance(template, str):
            raise TypeError(f"a template is named by a text, not by {describe(template)}")
        found = self.loader.find(template) if isinstance(self.loader, ChainLoader) else None
        return found or template

    def getattr(self, obj: object, attribute: str) -> object:
        """Look up what stands behind a dot."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Look up what stands in brackets, or behind a dot: what is on the list."""
        if isinstance(obj, Undefined):
            obj._fail_with_undefined_error()  # noqa: SLF001 - Jinja2's own way
        found = look_up(obj, argument, self.allowance)
        return self.undefined(obj=obj, name=str(argument)) if found is NOTHING else found

    def call_binop(
        self,
        context: Context,  # noqa: ARG002 - Jinja2 passes it
        operator: str,
        left: object,
        right: object,
    ) -> object:
        """Work out a sum; refuse what would fill the memory."""
        if operator == "%" and isinstance(left, str):
            for part in _parts_of(right):
                refuse_unprintable(part)
        self.allowance.take_for(left, right)
        refuse_operation(operator, left, right)
        made: object = self.binop_table[operator](left, right)
        refuse_giant_number(made)
        self.allowance.take_for(made)
        return made

    def is_safe_callable(self, obj: object) -> bool:
        """Say whether something is on the list of what may be called."""
        return isinstance(obj, CALLABLE)

    def call(
        self, context: Context, function: object, /, *given: object, **named: object
    ) -> object:
        """Call a helper, a macro, a block or a text's method; there is nothing else to call."""
        if isinstance(function, Undefined):
            function._fail_with_undefined_error()  # noqa: SLF001 - Jinja2's own way
        if not isinstance(function, CALLABLE):
            raise SecurityError(f"calling {describe(function)}")
        self.allowance.take(STEPS_OF_A_CALL)
        self.allowance.take_for(*given, *named.values())
        made: object = context.call(function, *given, **named)
        self.allowance.take_for(made)
        return made

    def concat(self, pieces: Iterable[str]) -> str:
        """Put together what a macro, a block or a ``set`` gives, within bounds."""
        kept: list[str] = []
        size = 0
        for piece in pieces:
            size += len(piece)
            if size > MOST_CAPTURED:
                raise SecurityError(f"putting texts together to {size:,} characters")
            kept.append(piece)
        made = "".join(kept)
        self.allowance.take_for(made)
        return made

    def _load_template(
        self,
        name: str,
        globals: MutableMapping[str, Any] | None,  # noqa: A002 - Jinja2's name
    ) -> Template:
        """Load a template; refuse one of which something would be lost, however it is used."""
        template = super()._load_template(name, globals)
        if name not in self._taken_over and self._checked.get(name) is not template:
            self._taken_over.update(refuse_lost_parts(self, name))
            self._checked[name] = template
        return template

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return prepare_tree(super()._parse(source, name, filename), name, filename)


def _parts_of(value: object) -> tuple[object, ...]:
    """Return what fills the holes of a pattern for ``%``."""
    if isinstance(value, dict):
        return tuple(value.values())
    return value if isinstance(value, tuple) else (value,)


def _dict(*given: object, **named: object) -> dict[object, object]:
    made: dict[object, object] = {}
    for each in given:
        pairs = list(each.items()) if isinstance(each, dict) else each
        for key, value in pairs:  # type: ignore[attr-defined]  # what is no list says so
            refuse_key(key)
            made[key] = value
    return made | named


def _range(*ends: int) -> list[int]:
    return list(safe_range(*ends))


class _Undefined(StrictUndefined):
    """Says in plain words what is not there, and after a line end what is there instead."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        if self._undefined_hint:
            return self._undefined_hint
        if self._undefined_obj is missing:
            return f"nothing is called {name!r} here"
        return "\n".join(filter(None, explain_absence(self._undefined_obj, name)))


@pass_eval_context
def _print(context: EvalContext, value: object) -> object:
    """Let words and numbers be printed, nothing for None; refuse what a person cannot read.

    **Why.** Jinja2 works out constants beforehand and turns ``true`` into ``True`` before it asks,
    unless what it asks wants a context.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, StrictUndefined):
        return value
    environment = context.environment
    assert isinstance(environment, TemplateEnvironment)
    environment.allowance.take_for(value)
    refuse_unprintable(value)
    if isinstance(value, str | int | float) or hasattr(value, "__html__"):
        return value
    if type(value).__str__ is object.__str__:
        raise TypeError(f"{describe(value)} is not a text; name one of its fields")
    return str(value)
