#!/usr/bin/env python3
"""The one command. Needs Python 3.11 or newer and nothing else; the first run sets everything up in `.venv/`.

`python run.py help` says what each command does, from the `help.txt` of each language in `hooks/curriculum/words/`.
"""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from ctypes.util import find_library
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NEEDED = (3, 11)
COMMANDS = (
    "serve",
    "build",
    "check",
    "review",
    "why",
    "print",
    "publish",
    "seal",
    "edition",
    "translate",
    "new-edition",
    "new-language",
    "adopt",
    "doctor",
    "facts",
    "links",
    "verify",
    "materialise",
    "inventory",
    "bench",
    "test",
)
MORE = {"seal": "requirements-seal.txt", "inventory": "requirements-seal.txt"}
"""Commands that need more than the site does."""
PASSED_ON = tuple(name for name in COMMANDS if name not in ("build", "bench", "test"))
"""Those that take options of their own."""
TOOLS = {
    "chromium": "chromium",
    "chromium-headless-shell": "chromium-headless-shell",
    "javac": "openjdk-17-jdk-headless",
    "hunspell": "hunspell",
    "grammalecte-cli": "grammalecte-cli",
    "epubcheck": "epubcheck",
    "espeak-ng": "espeak-ng",
    "nginx": "nginx",
    "apache2": "apache2-bin",
    "htpasswd": "apache2-utils",
    "caddy": "caddy",
    "soffice": "libreoffice-writer-nogui",
}
"""What the tests call, and the Debian package that has it."""
LIBRARIES = {"atomic": "libatomic1"}
"""What the browser driver loads, on Linux."""
DICTIONARIES = {"en_CA": "hunspell-en-ca", "fr_CA": "hunspell-fr-comprehensive"}
"""What the spelling is held to, on Linux."""


def main(arguments: "list[str]") -> int:
    """Run one command; the exit code."""
    if sys.version_info < NEEDED:
        found = ".".join(str(number) for number in sys.version_info[:2])
        return stop(
            f"This needs Python 3.11 or newer; this one is {found}. Install a newer Python and run it again.",
            f"Il faut Python 3.11 ou plus récent; celui-ci est {found}. Installez-en un plus récent et recommencez.",
        )
    command, options = (arguments[0] if arguments else "serve"), arguments[1:]
    if command in ("help", "-h", "--help") or (command in COMMANDS and {"-h", "--help"} & {*options}):
        return say_help(command if command in COMMANDS else "")
    if command in PASSED_ON or (command == "build" and not options):
        needed = "requirements-audit.txt" if "--audit" in options else MORE.get(command, "requirements.txt")
        return set_up(needed) or run("-m", "curriculum", command, *options)
    if command == "bench":
        return set_up("requirements-test.txt") or run("-m", "benchmarks", *options, path=("hooks", "tests"))
    if command == "test" and options in ([], ["--fast"], ["--every-page"]):
        fast = options == ["--fast"]
        os.environ["EVERY_PAGE"] = "1" if "--every-page" in options else ""
        return set_up("requirements-test.txt") or (0 if fast else find_tools()) or test(fast)
    written, known = " ".join(arguments), ", ".join(COMMANDS)
    stop(
        f"“{written}” is not a command. These are: {known}. What each does: python run.py help",
        f"« {written} » n’est pas une commande. Il y a : {known}. Ce que fait chacune : python run.py help",
    )
    return 2


def say_help(command: str = "") -> int:
    """What each command does, or the one, in the language of the messages; before anything is set up."""
    wish = os.environ.get("CURRICULUM_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    words = ROOT / "hooks" / "curriculum" / "words"
    spoken = [path for path in sorted(words.glob("*/help.txt")) if wish == "both" or wish.startswith(path.parent.name)]
    for path in spoken or [words / "en" / "help.txt"]:
        print(part_on(command, path.read_text(encoding="utf-8")))
    return 0


def part_on(command: str, text: str) -> str:
    """The lines on one command, as the program itself finds them once it has its packages; all for none."""
    kept, here = [], not command
    for line in text.splitlines(keepends=True):
        if command and not line.startswith(" "):
            here = line.split()[:3] == ["python", "run.py", command]
        kept += [line] if here else []
    return "".join(kept)


def set_up(requirements: str) -> int:
    """Make `.venv/` from a locked list of packages, unless it already holds exactly that list."""
    if PYTHON.exists() and is_set_up(requirements):
        return 0
    print("Setting up (once, about a minute)… / Préparation (une fois, environ une minute)…", flush=True)
    if not has_installer() and make_environment():
        return 1
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", requirements]
    if subprocess.call([str(PYTHON), *pip], cwd=ROOT):
        return stop(
            "The packages could not be installed; see above. Are you connected to the internet? Then run this again.",
            "Les paquets n’ont pas pu être installés; voyez plus haut. Êtes-vous en ligne? Puis recommencez.",
        )
    for name in (requirements, "requirements.txt"):  # the list for the tests holds the one for the site
        stamp_for(name).write_text(fingerprint(name))
    return 0


def has_installer() -> bool:
    """False also for an environment whose making was stopped half way."""
    asked = [str(PYTHON), "-m", "pip", "--version"]
    return PYTHON.exists() and subprocess.call(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def is_set_up(requirements: str) -> bool:
    """True when the list was installed as it is now, by this Python."""
    stamp = stamp_for(requirements)
    return stamp.exists() and stamp.read_text() == fingerprint(requirements)


def stamp_for(requirements: str) -> Path:
    """Where it is noted what was installed."""
    return VENV / (requirements + ".sha256")


def fingerprint(requirements: str) -> str:
    """Of the list of packages and the Python it was installed for."""
    return hashlib.sha256((ROOT / requirements).read_bytes() + sys.version.encode()).hexdigest()


def make_environment() -> int:
    """An empty `.venv/`. Debian keeps a part of it in a package of its own."""
    make = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.call(make, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
        return 0
    if install_packages(["python3-venv"]) == 0 and subprocess.call(make) == 0:
        return 0
    shutil.rmtree(VENV, ignore_errors=True)
    return stop(
        "Python cannot make an environment. On Debian and Ubuntu: sudo apt install python3-venv",
        "Python ne peut pas créer d’environnement. Sous Debian et Ubuntu : sudo apt install python3-venv",
    )


def find_tools() -> int:
    """The programs the tests call; missing ones are installed where that is possible without asking."""
    places = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"])  # where Debian has servers
    missing = [package for program, package in TOOLS.items() if not shutil.which(program, path=places)]
    if sys.platform == "linux":
        missing += [package for library, package in LIBRARIES.items() if not find_library(library)]
        words = Path("/usr/share/hunspell")
        missing += [package for name, package in DICTIONARIES.items() if not (words / f"{name}.dic").exists()]
    if not missing or install_packages(missing) == 0:
        return 0
    names = " ".join(missing)
    return stop(
        f"The tests need programs that are not here. On Debian and Ubuntu: sudo apt install {names}",
        f"Il manque des programmes pour les tests. Sous Debian et Ubuntu : sudo apt install {names}",
    )


def install_packages(names: "list[str]") -> int:
    """Debian packages, when this is Debian and we are its administrator; 1 otherwise."""
    if sys.platform == "win32" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return 1
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)
    return subprocess.call(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names], env=quiet)


def test(fast: bool) -> int:
    """Style, types, tests; all of them run, whatever fails first."""
    kinds = "not slow and not alone" if fast else "not alone"
    workers = ["-n", str(os.cpu_count() or 1), "--dist", "loadfile", "--no-loadscope-reorder"]
    with tempfile.TemporaryDirectory() as shared:
        os.environ["SHARED_BUILD"] = shared  # both runs of tests look at the same sites, built once
        with start("-m", "mypy", "--no-error-summary", "--cache-dir", os.devnull) as types:
            codes = [
                run("-m", "ruff", "check", "--no-cache", "."),
                run("-m", "ruff", "format", "--no-cache", "--check", "."),
                run("-m", "pytest", *workers, "-m", kinds),
                types.wait(),
            ]
        codes.append(0 if fast else run("-m", "pytest", "-m", "alone", *measuring()))
    return max(codes)


def measuring() -> "list[str]":
    """The files of tests that measure time, which want the computer to themselves: to read them all takes a while."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    return [str(file) for file in files if "mark.alone" in file.read_text(encoding="utf-8")]


def run(*arguments: str, path: "tuple[str, ...]" = ("hooks",)) -> int:
    """One Python command inside the environment, from the root of the project. Ctrl+C ends it, and then this one too,
    with its code: whatever was to follow does not.
    """
    stopped: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: stopped.append(number))  # the command is asked as well
    try:
        with start(*arguments, path=path) as process:
            signal.signal(signal.SIGTERM, lambda *_: process.terminate())  # ended from outside, nothing is left running
            code = process.wait()
    finally:
        signal.signal(signal.SIGINT, before)
    if stopped:
        raise SystemExit(code)
    return code


def start(*arguments: str, path: "tuple[str, ...]" = ("hooks",)) -> "subprocess.Popen[bytes]":
    """The same, while something else goes on."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.Popen([str(PYTHON), *arguments], cwd=ROOT, env=environment)


def stop(*sentences: str) -> int:
    """Say why, in both languages."""
    print("\n".join(sentences), file=sys.stderr)
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # while it was being set up
        stop("Stopped. Run this again.", "Arrêté. Recommencez.")
        sys.exit(130)
