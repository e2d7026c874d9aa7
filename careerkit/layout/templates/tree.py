"""A template's tree goes in, the same comes out so that what it does can be counted.

Jinja2 asks its environment before a call, an attribute or a sum, but not before a loop, a
comparison or a ``~``. Round those a filter is put (see ``template_filters``). A tree that is nested
so deep that Python cannot read the code made of it is refused at its line.
"""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateSyntaxError
from jinja2.visitor import NodeTransformer

from careerkit.layout.templates.filters import CONCATENATED, COUNTED, KEY, SHOWN, USED, WEIGHED
from careerkit.layout.templates.giants import is_giant

MOST_DEPTH = 80
MOST_LOOPS = 12
TOO_DEEP = "too many things stand inside one another"


def prepare_tree(tree: nodes.Template, name: str | None, file: str | None) -> nodes.Template:
    """Let a tree be counted. Raises TemplateSyntaxError, with the line, where it is too deep."""
    _refuse(tree, name, file)
    prepared = _Counting().visit(tree)
    assert isinstance(prepared, nodes.Template)
    return prepared


def _refuse(tree: nodes.Node, name: str | None, file: str | None) -> None:
    waiting: list[tuple[nodes.Node, int, int]] = [(tree, 0, 0)]
    while waiting:
        node, depth, loops = waiting.pop()
        loops += isinstance(node, nodes.For)
        wrong = ""
        if loops > MOST_LOOPS:
            wrong = f"more than {MOST_LOOPS} loops stand inside one another"
        elif depth > MOST_DEPTH:
            wrong = TOO_DEEP
        elif isinstance(node, nodes.Const) and (
            node.value in (float("inf"), float("-inf")) or is_giant(node.value)
        ):
            wrong = "the number is too large"
        elif isinstance(node, nodes.EvalContextModifier):
            wrong = "what a career says is printed as it stands: autoescape cannot be changed"
        if wrong:
            raise TemplateSyntaxError(wrong, node.lineno, name, file)
        waiting += [(child, depth + 1, loops) for child in node.iter_child_nodes()]


class TemplateCode(CodeGenerator):
    """Jinja2's generator of code, with the line of each ``set`` before what is raised for it.

    Jinja2 3.1.6 gives the line of the statement before it.
    """

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:  # noqa: N802 - Jinja2's name
        """Write a ``set``."""
        self.newline(node)
        super().visit_Assign(node, frame)

    def visit_AssignBlock(  # noqa: N802 - the same
        self, node: nodes.AssignBlock, frame: Frame
    ) -> None:
        """Write a ``set`` of a whole block; only a namespace can be given a value.

        Jinja2 3.1.6 looks at that only where a ``set`` has no block.
        """
        self.newline(node)
        for reference in node.find_all(nodes.NSRef):
            name = frame.symbols.ref(reference.name)
            self.writeline(f"if not isinstance({name}, Namespace):", reference)
            self.writeline(
                "    raise TemplateRuntimeError('cannot assign attribute on non-namespace object')",
                reference,
            )
        super().visit_AssignBlock(node, frame)


class _Counting(NodeTransformer):
    """Puts the counting filters where they belong."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - named by Jinja2's nodes
        """Count the items of a loop."""
        self.generic_visit(node)
        node.iter = _filtered(node.iter, COUNTED)
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:  # noqa: N802 - the same
        """Weigh what is compared."""
        self.generic_visit(node)
        node.expr = _weighed(node.expr)
        for operand in node.ops:
            operand.expr = _weighed(operand.expr)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:  # noqa: N802 - the same
        """Put texts together within bounds."""
        self.generic_visit(node)
        parts = nodes.Tuple(node.nodes, "load", lineno=node.lineno, environment=node.environment)
        return _filtered(parts, CONCATENATED)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Expr:  # noqa: N802 - the same
        """Weigh a list that a template makes."""
        self.generic_visit(node)
        return _weighed(node) if node.ctx == "load" else node

    def visit_List(self, node: nodes.List) -> nodes.Expr:  # noqa: N802 - the same
        """Weigh a list that a template makes."""
        self.generic_visit(node)
        return _weighed(node)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Expr:  # noqa: N802 - the same
        """Weigh a mapping that a template makes."""
        self.generic_visit(node)
        return _weighed(node)

    def visit_FilterBlock(self, node: nodes.FilterBlock) -> nodes.FilterBlock:  # noqa: N802 - the same
        """Let what a filtered block gives be a text: Jinja2 prints it without asking."""
        self.generic_visit(node)
        node.filter = _filtered(node.filter, SHOWN)
        return node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Pair:  # noqa: N802 - the same
        """Look at the key of a mapping that a template makes."""
        self.generic_visit(node)
        if not isinstance(node.key, nodes.Const):
            node.key = _filtered(node.key, KEY)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Getitem:  # noqa: N802 - the same
        """Weigh what is cut: Jinja2 does that without asking its environment."""
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _filtered(node.node, WEIGHED)
        return node

    def visit_Include(self, node: nodes.Include) -> nodes.Include:  # noqa: N802 - the same
        """Count how often a template is used."""
        self.generic_visit(node)
        node.template = _filtered(node.template, USED)
        return node

    def visit_Import(self, node: nodes.Import) -> nodes.Import:  # noqa: N802 - the same
        """Count how often a template is used, and use it anew each time.

        What is imported without the context Jinja2 keeps, so that one document could leave
        something behind for the next.
        """
        self.generic_visit(node)
        node.template = _filtered(node.template, USED)
        node.with_context = True
        return node

    def visit_FromImport(self, node: nodes.FromImport) -> nodes.FromImport:  # noqa: N802 - the same
        """Count how often a template is used, and use it anew each time."""
        self.generic_visit(node)
        node.template = _filtered(node.template, USED)
        node.with_context = True
        return node


def _weighed(node: nodes.Expr) -> nodes.Expr:
    """Weigh a value, unless it is written out in the template."""
    parts = node.items if isinstance(node, nodes.Tuple | nodes.List) else [node]
    is_written_out = all(isinstance(part, nodes.Const) for part in parts)
    return node if is_written_out else _filtered(node, WEIGHED)


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(
        node, name, [], [], None, None, lineno=node.lineno, environment=node.environment
    )
