"""A page speaks the language of its folder; what is held of sentences and lengths holds in scripts without capitals."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Run
from curriculum.checks.spoken import LEAST, SHARE, WORD, check_parts, check_spoken, shares_of
from curriculum.formats.form.names import SENTENCE_END as PARTED
from curriculum.read.added import UNTOLD
from curriculum.read.ordered import read_ordered
from curriculum.read.source import parse_page
from curriculum.review.foreign import check_foreign
from curriculum.review.lengths import check_lengths
from curriculum.review.reading import SENTENCE_END
from curriculum.translate.desk import every_state, read_desk
from curriculum.translate.values import State
from curriculum.words.labels import label
from curriculum.words.model import Language, Page
from languages import EN, FR, LANGUAGES

SAMPLES = ROOT / "tests" / "languages"
ES, AR, ZH = (
    Language(code, f"{code}/", own=json.dumps(UNTOLD), folder=f"{code}/", lender=EN) for code in ("es", "ar", "zh")
)
SITE = (*LANGUAGES, ES, AR, ZH)
WORDS = "editions/harbour/words/es"


def page(text: str, language: Language, uri: str = "week-01/index.md") -> Page:
    return parse_page(f"docs/{language.folder}{uri}", f"{language.folder}{uri}", text, SITE)[0]


def pages_of(language: Language, folder: Path) -> list[Page]:
    found = [path for path in sorted(folder.rglob("*.md")) if "/fr/" not in path.as_posix() or language == FR]
    return [page(path.read_text(encoding="utf-8"), language, path.relative_to(folder).as_posix()) for path in found]


@pytest.mark.parametrize("spoken", [EN, FR], ids=["en", "fr"])
@pytest.mark.parametrize("said", [ES, AR, FR, EN], ids=["es", "ar", "fr", "en"])
def test_every_page_of_running_words_is_known_in_whichever_folder(spoken: Language, said: Language) -> None:
    """All of this course but one list of feelings."""
    held = [
        page(one.body, said, one.uri)
        for one in pages_of(spoken, ROOT / "docs" / spoken.folder)
        if len(WORD.findall(one.body)) >= LEAST
    ]
    assert len(held) > 50
    silent = {one.uri for one in held if not check_spoken(one, SITE)}
    if said == spoken:
        assert silent == {one.uri for one in held}
    else:
        assert {uri.rpartition("/")[2] for uri in silent} <= {"feeling-words.md"}


@pytest.mark.parametrize("said", [ES, AR], ids=["es", "ar"])
def test_a_page_that_is_translated_is_let_through_whatever_its_tables_say(said: Language) -> None:
    """Spanish has words of French; its own commonest ones may not be there yet."""
    for one in pages_of(said, SAMPLES / said.code / "docs"):
        assert check_spoken(one, SITE) == [], one.uri
        assert check_foreign(one, SITE) == [], one.uri
        shares = shares_of(WORD.findall(one.body.lower()), LANGUAGES)
        assert max(shares.values()) < 0.8 * SHARE


@pytest.mark.parametrize("said", LANGUAGES, ids=["en", "fr"])
def test_no_sentence_of_the_course_reads_as_spanish(said: Language) -> None:
    """Where a course adds it with its commonest words, of which `a`, `no` and `me` are English too."""
    beside = yaml.safe_load((SAMPLES / "es" / "words" / "beside.yml").read_text(encoding="utf-8"))
    added = replace(ES, own=json.dumps({**UNTOLD, "beside": {**UNTOLD.get("beside", {}), **beside}}))
    site = (*LANGUAGES, added)
    for one in pages_of(said, ROOT / "docs" / said.folder):
        assert check_foreign(one, site) == [], one.uri
        assert check_parts(one, site) == [], one.uri
    left = "# Come in\n\nHola a todas. Nadie está obligado a contar lo que no quiere contar cuando llega.\n"
    assert [one.rule for one in check_parts(page(left, EN), site)] == ["sentence-language"]


def test_one_paragraph_that_was_left_is_told_by_the_second_reader() -> None:
    text = (
        "# Inicio\n\nHola a todas las personas del grupo.\n\nTake your time, and say what you need from the others.\n"
    )
    (problem,) = check_foreign(page(text, ES), SITE)
    assert (problem.rule, problem.line, problem.values["language"]) == ("untranslated", 5, EN)


TRUE = {
    "pt": (
        "Algumas semanas pedem mais da cabeça, outras do coração. Você vê isso chegar, e pode planejar a noite.",
        "Se alguém chora, não é preciso fazer nada: fique por perto, respire, e espere até que a pessoa queira falar.",
        "As duas pessoas que conduzem a noite chegam mais cedo, põem as cadeiras em roda e deixam a porta aberta.",
        "O que se diz aqui fica aqui, e ninguém é obrigado a contar o que não quer contar a outros.",
        "Depois do chá, cada um escolhe um lugar e lê a página em silêncio; quem não lê pode ouvir.",
        "Me diga como foi a semana, sem pressa, e me diga também o que ajudou.",
    ),
    "es": (
        "Algunas semanas piden más de la cabeza y otras piden más del corazón; así se puede planear la noche.",
        "Si alguien llora, no hace falta hacer nada: quédate cerca, respira y espera a que la persona quiera hablar.",
        "Las dos personas que llevan la noche llegan antes, ponen las sillas en círculo y dejan la puerta abierta.",
        "Lo que se dice aquí se queda aquí, y nadie está obligado a contar lo que no quiere contar.",
        "Después del té, cada uno elige un lugar y lee la página en silencio; quien no lee la puede escuchar.",
        "Tu salud es lo primero: si tu cuerpo te pide una pausa, sal, bebe agua y vuelve cuando quieras.",
    ),
    "it": (
        "Alcune settimane chiedono di più alla testa, altre di più al cuore; così si può preparare la serata.",
        "Se qualcuno piange, non bisogna fare niente: resta vicino, respira e aspetta che la persona voglia parlare.",
        "Le persone che conducono la serata arrivano prima, mettono le sedie in cerchio e lasciano aperta la porta.",
        "Quello che si dice qui resta qui, e nessuno è obbligato a raccontare quello che non vuole.",
        "Dopo il tè, ognuno sceglie un posto e legge la pagina in silenzio; chi non legge la può ascoltare.",
        "Tu non sei solo: se la notte è lunga, chiama una persona di fiducia e parla con lei.",
    ),
    "ca": (
        "Les persones que viuen lluny dels altres i que no poden venir, la que les acompanya, que ho digui.",
        "Algunes setmanes demanen més del cap i altres demanen més del cor; així es pot preparar la nit.",
        "Les dues persones que porten la nit arriben abans, posen les cadires en rotllana i deixen la porta oberta.",
        "El que es diu aquí es queda aquí, i ningú no està obligat a explicar el que no vol.",
    ),
}
"""What somebody writes in languages whose commonest words are not known here, and that share some with ours."""
LEFT = {
    EN: "The people who lead the evening come early, put the chairs in a circle and leave the door open for you.",
    FR: "Les personnes qui animent la soirée arrivent tôt, placent les chaises en cercle et vous laissent avec du thé.",
}


@pytest.mark.parametrize("code", TRUE)
def test_true_sentences_of_a_neighbour_pass_alone_and_what_was_left_is_told(code: str) -> None:
    said = Language(code, f"{code}/", own=json.dumps(UNTOLD), folder=f"{code}/", lender=EN)
    site = (*LANGUAGES, said)

    def read(text: str) -> Page:
        return parse_page(f"docs/{code}/a.md", f"{code}/a.md", text, site)[0]

    for one in TRUE[code]:
        assert check_foreign(read(f"{one}\n"), site) == [], one
    for language, left in LEFT.items():
        found = check_foreign(read(f"{TRUE[code][0]}\n\n{TRUE[code][1]}\n\n{left}\n"), site)
        assert [(one.line, one.values["language"]) for one in found] == [(5, language)], found
    course = " ".join(TRUE[code] * 3)
    assert check_spoken(read(f"{course}\n"), site) == []


def test_what_an_edition_adds_is_missing_in_the_edition(run: Run, tmp_path: Path) -> None:
    assert run("new-language", "es")[0] == 0
    desk, problems = read_desk(tmp_path)
    assert desk, problems
    lacking = {row.path for row in every_state(desk) if row.state is State.MISSING and row.language.code == "es"}
    assert "editions/harbour/docs/es/index.md" in lacking
    assert not [path for path in lacking if not path.startswith("editions/harbour/")]
    assert "editions/harbour/docs/es/index.md" in run("translate", "status")[1]
    assert run("translate", "pack", "es", "docs/index.md", "--into", "es.md")[0] == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two? Three!", 3),
        ("هل تسمع؟ نعم. حسنًا!", 3),
        ("你好吗？我很好。谢谢！", 3),
        ("आप कैसे हैं। ठीक।", 2),
        ("Version 2.0 is out", 0),
    ],
)
def test_a_sentence_ends_as_its_script_ends_it(text: str, count: int) -> None:
    assert len(SENTENCE_END.findall(text)) == count


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We meet. It takes two hours.", 2),
        ("It costs 3. 50 of it is ours.", 1),
        ("نلتقي اليوم. تستغرق ساعتين.", 2),
        ("今天见面。需要两个小时。", 2),
        ("ᐁ ᑮᓯᑳᐠ. ᓃᓱ ᑎᐸᐦᐃᑲᓇ.", 2),
    ],
)
def test_sentences_of_every_script_are_parted(text: str, parts: int) -> None:
    assert len(PARTED.split(text)) == parts


def test_a_language_of_fewer_words_has_lost_nothing_and_one_that_lost_a_sentence_is_told() -> None:
    """Chinese parts no words; Arabic writes in one word what English writes in three."""
    sentence = (
        "Sit with somebody who had a hard day, and say nothing until they have said what they came to say to you. "
    )
    english = "# A\n\n" + "\n\n".join(f"{sentence * 2}" for _ in range(4)) + "\n"
    chinese = "和度过艰难一天的人坐在一起，在对方说完想说的话之前什么也不说。"
    arabic = "اجلسوا مع من مرّ بيوم صعب ولا تقولوا شيئًا حتى يقول ما جاء ليقوله. "
    for language, words in ((ZH, chinese), (AR, arabic)):
        whole = "# A\n\n" + "\n\n".join([words * 2] * 4) + "\n"
        assert [one for one in check_lengths(page(whole, language), page(english, EN)) if one.rule == "parity"] == []
        short = "# A\n\n" + "\n\n".join([words * 2] * 3 + [words[: len(words) // 3]]) + "\n"
        assert [one.line for one in check_lengths(page(short, language), page(english, EN))] == [9]


def test_words_go_by_any_number_in_them(run: Run, tmp_path: Path) -> None:
    """Though the words that they stand for do not."""
    run("new-language", "es")
    table = tmp_path / WORDS / "labels.yml"
    text = "minutes:\n  one: '{minutes} minuto'\n  many: '{minutes} de minutos'\n  other: '{minutes} minutos'\n"
    table.write_text(text, encoding="utf-8")
    languages, problems = read_ordered(tmp_path)
    assert problems == []
    assert [label("minutes", languages[-1], minutes=one) for one in (1, "1", 25)] == [
        "1 minuto",
        "1 minuto",
        "25 minutos",
    ]
    table.write_text(text.replace("other", "two"), encoding="utf-8")
    assert "[plural-missing]" in run("check")[1]
    table.write_text(text.replace("{minutes} minutos", "{minutos}"), encoding="utf-8")
    assert re.search(r"labels\.yml:4: .*\[wrong-value\]", run("check")[1])
    table.write_text("skip:\n  one: Saltar\n  other: Saltar\n", encoding="utf-8")
    assert re.search(r"labels\.yml:1: .*\[wrong-value\]", run("check")[1])
