"""Style sheets are taken apart once for all applications of a test run: they are the same, and each would take them apart anew."""

from __future__ import annotations

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_known: dict[tuple[Any, ...], list[RuleSet]] = {}
"""The rules of each text, by that, where it stands and the values of all variables. Nobody changes a rule that is made."""

_parse_rules = Stylesheet._parse_rules


def _parsed_once(self: Stylesheet, css: str, *where: Any, **more: Any) -> list[RuleSet]:
    key = (_variables(self), css, *where, *sorted(more.items()))
    if key not in _known:
        _known[key] = _parse_rules(self, css, *where, **more)
    return _known[key]


def _variables(sheet: Stylesheet) -> frozenset[tuple[str, str]]:
    of, values = getattr(sheet, "_known_variables", (None, frozenset()))
    if of is not sheet._variables:
        values = frozenset(sheet._variables.items())
        sheet._known_variables = sheet._variables, values  # type: ignore[attr-defined]
    return values


Stylesheet._parse_rules = _parsed_once  # type: ignore[method-assign]
RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]  # it gives the same, by the identity, many times faster
