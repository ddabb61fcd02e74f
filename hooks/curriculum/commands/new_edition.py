"""`new-edition`: nine questions, or a file of answers; then the files of an edition that begins from nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from curriculum.begin.answers import read_answers
from curriculum.begin.files import files_of
from curriculum.begin.questions import Question, left_out, questions_for, wrong_with
from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.read.chosen import PARTNER
from curriculum.read.languages import Languages, read_languages
from curriculum.read.ordered import in_order
from curriculum.watch.whole import write_all
from curriculum.words.forms import name_in
from curriculum.words.labels import read_words
from curriculum.words.model import Language, Problem
from curriculum.words.problems import preferred_languages, tell

Ask = Callable[[str], str]


def main(arguments: list[str]) -> int:
    """Ask, and write `partner/`; the exit code. Where that folder is already, nothing is asked."""
    parser = options_of("new-edition", with_notes=False)
    parser.add_argument("--answers", type=Path)
    chosen = parser.parse_args(arguments)
    root = settings_of(chosen).root
    spoken = preferred_languages()[0]
    languages, problems = read_languages(root)
    if (root / PARTNER).exists():
        problems.append(Problem("", 0, "edition-there", {"found": f"{PARTNER}/"}))
    if problems:
        return refuse(problems)
    try:
        if chosen.answers:
            answers, languages, problems = read_answers(chosen.answers, languages)
        else:
            languages = their_own_first(languages, spoken)
            answers, languages = ask_all(languages, spoken, input)
    except (KeyboardInterrupt, EOFError):
        print("", read_words("begin", spoken)["ended"], sep="\n")
        return 1
    if problems:
        return refuse(problems)
    written = files_of(answers, languages)
    write_edition(root / PARTNER, written)
    files = ", ".join(f"{PARTNER}/{name}" for name in written)
    first = name_in(languages[0], spoken)
    print(read_words("begin", spoken)["done"].format(files=files, folder=PARTNER, language=first))
    return 0


def their_own_first(languages: Languages, spoken: Language) -> Languages:
    """The language of whoever begins is that of their place, until its profile says otherwise."""
    codes = [language.code for language in languages]
    return in_order(languages, sorted(codes, key=lambda code: code != spoken.code))


def ask_all(languages: Languages, spoken: Language, ask: Ask) -> tuple[dict[str, str], Languages]:
    """Every question, again where the answer would not do; the answers by their keys, and the languages of the site.

    One in which the course has no name is not asked for again, and no file asks for it.
    """
    said = read_words("begin", spoken)
    print(said["start"].format(folder=PARTNER))
    answers: dict[str, str] = {}
    number = 0
    for question in questions_for(languages):
        if question.language not in left_out(answers, languages):
            number += 1
            answers[question.key] = ask_one(number, question, languages, spoken, ask)
    left = left_out(answers, languages)
    return answers, in_order(languages, [one.code for one in languages if one not in left])


def ask_one(number: int, question: Question, languages: Sequence[Language], spoken: Language, ask: Ask) -> str:
    """One answer that the profile can take, or nothing for later."""
    words, hint = question.words(spoken)
    named = name_in(question.language, spoken) if question.language else ""
    print(f"\n{number}. {words.format(language=named)}\n   {hint}")
    while True:
        answer = ask("   > ").strip()
        problems = wrong_with({question.key: answer}, question, languages)
        if not problems:
            return answer
        print(*tell(problems, spoken), read_words("begin", spoken)["again"], sep="\n")


def write_edition(folder: Path, files: dict[str, str]) -> None:
    """The files into a new folder, all or none; where one of that name came meanwhile, it is left as it is."""
    folder.mkdir()
    try:
        write_all(folder, files)
    except BaseException:
        folder.rmdir()
        raise
