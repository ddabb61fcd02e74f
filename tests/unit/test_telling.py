"""Titles and addresses that others see say nothing of what is read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import read_valid
from curriculum.checks.telling import check_title
from curriculum.formats.articles import Articles
from curriculum.formats.documents import handout_documents, week_documents
from curriculum.read.layers import Settings
from curriculum.site.menus import menu_for
from languages import EN, LANGUAGES

BASE = Path(__file__).parent.parent / "problems" / "nothing-wrong"


@pytest.mark.parametrize(
    "title",
    [
        *("Sexual health", "Sex-work", "Suicide and crisis", "In crisis", "Trauma-informed practice", "Drugs", "HIV"),
        *("Stigmatisation", "Travail du sexe", "Pensées suicidaires", "Une crise", "Après une agression", "Le VIH"),
        *("La police", "Surdose", "Escortes", "Violences", "Un viol"),
    ],
)
def test_a_title_that_tells_is_found(title: str) -> None:
    assert [problem.rule for problem in check_title("p", 1, title, LANGUAGES)] == ["telling-title"]


@pytest.mark.parametrize(
    "title",
    ["Our policy", "La politique", "Violet", "Le violon", "Reputation", "Disputer", "Critique", "Drogheda", "Essex"],
)
def test_a_title_that_only_looks_like_one_is_not(title: str) -> None:
    assert check_title("p", 1, title, LANGUAGES) == []


def test_menus_and_files_have_the_quiet_title_and_the_page_its_own() -> None:
    curriculum = read_valid(Settings(BASE))
    pages = {key: replace(page, meta={"title": f"Quiet {page.uri}"}) for key, page in curriculum.pages.items()}
    quiet = replace(curriculum, pages=pages)
    documents = [*week_documents(Articles(quiet)), *(document for _, document in handout_documents(Articles(quiet)))]
    assert {document.title[:6] for document in documents} == {"Quiet "}
    assert {document.articles[0].foot[0][:6] for document in documents} == {"Quiet "}
    assert all("Meeting" not in str(entry) for entry in menu_for(quiet, EN))
    assert "# Meeting" in documents[0].articles[0].text
