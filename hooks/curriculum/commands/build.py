"""`build`: both sites, or a word that nothing changed. MkDocs is loaded only when there is something to build."""

from __future__ import annotations

from importlib import import_module

from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.commands.watched import tell_watched
from curriculum.publish.refused import refused
from curriculum.publish.state import is_built, read_shape, write_built
from curriculum.words.audience import CONFIGS, FOLDERS, SITES, WORKSHOP
from curriculum.words.labels import label
from curriculum.words.model import Problem
from curriculum.words.problems import preferred_languages
from curriculum.words.system import is_refusal

PROGRAM = "build_sites"
"""Beside this package: the adapter that has MkDocs build both."""
TEMPLATES = "curriculum.live.templates"


def main(arguments: list[str]) -> int:
    """Build what is not there yet; the exit code. `--language` says what messages are told in."""
    root, language = (
        settings_of(options_of("build", with_notes=False).parse_args(arguments)).root,
        preferred_languages()[0],
    )
    sites = [root / folder for folder in FOLDERS.values()]
    shape = read_shape(root)
    if is_built(root, sites, shape):
        print(label("build-unchanged", language, sites=SITES))
        return 0
    if absent := [Problem(name, 1, "file-absent") for name in CONFIGS.values() if not (root / name).is_file()]:
        return refuse(absent)
    try:
        code = int(import_module(PROGRAM).main(root, tell_watched))
    except OSError as error:
        if not is_refusal(error):
            raise
        return refuse([refused(error, root / WORKSHOP)])
    except Exception as error:  # MkDocs passes on whatever a template does wrong
        slip = import_module(TEMPLATES).slip_of(error, root)
        if slip is None:
            raise
        return refuse([slip])
    if code == 0:
        write_built(root, sites, shape)
    return code
