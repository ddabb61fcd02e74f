"""A template is compiled once for all environments of a process, and again when its text is another."""

from __future__ import annotations

import pytest
from curriculum.site.compiled import Compiled
from jinja2 import DictLoader, Environment


def test_a_template_is_compiled_once_and_never_served_for_another_text(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Compiled()

    def shown(text: str) -> str:
        environment = Environment(loader=DictLoader({"page": text}), bytecode_cache=kept)
        return environment.get_template("page").render(name="you")

    assert shown("For {{ name }}") == "For you"
    assert shown("With {{ name }}") == "With you"
    monkeypatch.setattr(Environment, "_generate", lambda *_, **__: pytest.fail("compiled again"))
    assert (shown("For {{ name }}"), shown("With {{ name }}")) == ("For you", "With you")
