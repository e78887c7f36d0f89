"""Bindings: the call that a formula is compared with, and the functions it may call."""

import ast
import functools
import importlib
import pkgutil
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import CodeType
from typing import Any

from .tree import FormulaError

Functions = Mapping[str, Callable[..., Any]]


@dataclass(frozen=True)
class Binding:
    """`outputs = call for domain`, where outputs and domain may be missing."""

    outputs: tuple[str, ...]
    call: str
    code: CodeType
    names: tuple[str, ...]  # that the call reads, in order, without what it calls
    calls: tuple[str, ...]  # the names that it calls, in order
    domain: str


@functools.cache
def read(binding: str) -> Binding:
    """The parts of a binding."""
    source, domain = _parted(" ".join(binding.split()))
    try:
        statement, *more = ast.parse(source).body
    except (SyntaxError, ValueError) as error:
        raise FormulaError(f"expected a Python call, found `{source}`") from error
    if more or not isinstance(statement, ast.Assign | ast.Expr):
        raise FormulaError(f"expected one Python call, found `{source}`")
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    outputs = tuple(name.id for target in targets for name in _names(target))
    call = ast.unparse(statement.value)
    calling = {id(node.func) for node in ast.walk(statement) if isinstance(node, ast.Call)}
    bound = _bound(statement.value)
    free = [name for name in _names(statement.value) if name.id not in bound]
    read = {name.id: id(name) in calling for name in free}
    names = tuple(name for name, calls in read.items() if not calls)
    calls = tuple(name for name, calls in read.items() if calls)
    code = compile(call, "<binding>", "eval")
    return Binding(outputs, call, code, names, calls, domain)


def _parted(binding: str) -> tuple[str, str]:
    """The call and its domain: they are parted by the first " for " outside of brackets."""
    for match in re.finditer(" for ", binding):
        call = binding[: match.start()]
        if all(call.count(a) == call.count(b) for a, b in ("()", "[]", "{}")):
            return call, binding[match.end() :]
    return binding, ""


def _names(expression: ast.expr) -> list[ast.Name]:
    """The names in an expression, from left to right."""
    found = [node for node in ast.walk(expression) if isinstance(node, ast.Name)]
    return sorted(found, key=lambda name: name.col_offset)


def _bound(expression: ast.expr) -> set[str]:
    """The names that comprehensions and lambdas bind."""
    walked = list(ast.walk(expression))
    stored = {
        n.id for n in walked if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }
    return stored | {node.arg for node in walked if isinstance(node, ast.arg)}


def called(binding: str, functions: Functions) -> list[str]:
    """The functions of dlnotes that a binding calls, in order; none if it is unreadable."""
    try:
        return [name for name in read(binding).calls if name in functions]
    except FormulaError:  # which the check reports
        return []


@functools.cache
def functions() -> dict[str, Callable[..., Any]]:
    """All public functions of dlnotes by name, until the cache is cleared."""
    package = importlib.import_module("dlnotes")
    found: dict[str, Callable[..., Any]] = {}
    homes: dict[str, str] = {}
    for info in pkgutil.iter_modules(package.__path__):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"dlnotes.{info.name}")
        for name in module.__all__:
            if name in homes:
                raise FormulaError(
                    f"{name} stands in {homes[name]} and in {module.__name__}"
                )
            if callable(getattr(module, name)):
                found[name], homes[name] = getattr(module, name), module.__name__
    return found
