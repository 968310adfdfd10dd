"""What style sheets say is worked out once for all applications of a test run: they are the same, and each would do it anew.

Each is taken apart once, and which rules hold for the parts that a widget draws (its component classes, most of all that is
styled) is looked up once for all widgets of one kind in one place and state.
"""

from __future__ import annotations

from typing import Any

from textual.css.model import RuleSet
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

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


_parts: dict[tuple[Any, ...], dict[str, RulesMap]] = {}
"""By the rules, the widget's class and all that rules may ask of it and of what it stands in: the rules of each of its parts."""
_numbers: dict[tuple[int, ...], int] = {}
"""A number for each list of rules, which are told apart by their identity and never thrown away (see `_known`)."""

_process_component_classes = Stylesheet._process_component_classes


def _looked_up_once(self: Stylesheet, node: DOMNode) -> None:
    parts = node._get_component_classes()
    if not parts:
        return
    number, asked = _rules_at_hand(self)
    key = (number, *(_state(one, asked) for one in node.css_path_nodes))
    if (rules := _parts.get(key)) is None:
        _process_component_classes(self, node)
        _parts[key] = {part: node._component_styles[part].base.get_rules() for part in parts}
        return
    before, node._component_styles = node._component_styles, {}
    for part in sorted(parts):
        drawn = DOMNode(classes=part)
        drawn._attach(node)
        drawn._css_styles._rules.update(rules[part])
        node._component_styles[part] = drawn.styles
    if before != node._component_styles:
        node.refresh()


def _rules_at_hand(sheet: Stylesheet) -> tuple[int, list[str]]:
    """Which rules the sheet has now, and the pseudo-classes that they ask for."""
    rules = sheet.rules
    of, known = getattr(sheet, "_at_hand", (None, None))
    if of is not rules:
        number = _numbers.setdefault(tuple(map(id, rules)), len(_numbers))
        known = number, sorted({one for rule in rules for one in rule.pseudo_classes})
        sheet._at_hand = rules, known  # type: ignore[attr-defined]
    return known


def _state(node: DOMNode, asked: list[str]) -> tuple[Any, ...]:
    checks = node._PSEUDO_CLASSES
    return type(node), node._id, node.classes, *(one for one in asked if one in checks and checks[one](node))


Stylesheet._process_component_classes = _looked_up_once  # type: ignore[method-assign]
Stylesheet._parse_rules = _parsed_once  # type: ignore[method-assign]
RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]  # it gives the same, by the identity, many times faster
