"""How much longer our build takes than the plain generator on the same Markdown, PDFs aside.

    python tests/benchmarks/compare_with_plain.py [pairs]

Plain: mkdocs, mkdocs-material and mkdocs-static-i18n with the same theme features and extensions; no hooks, no
overrides. Ours: `mkdocs.yml` as it is, with the printing of PDFs left out. Both run as whole processes, in turn, in a
copy of the project; the figure to quote is the median of the paired ratios, which a busy machine blurs less than
seconds.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
NO_PDF = """from curriculum.formats.pdf import sheets
sheets.read_or_print = lambda *_: (b"", ())
"""


def lay_out(place: Path) -> None:
    """A copy of the sources, `plain.yml` and `ours.yml`."""
    for name in ("docs", "editions", "overrides", "hooks"):
        shutil.copytree(ROOT / name, place / name)
    shutil.copy(ROOT / "curriculum.yml", place)
    (place / "no_pdf.py").write_text(NO_PDF, encoding="utf-8")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    ours = {**config, "hooks": ["no_pdf.py", *config["hooks"]], "strict": False}
    write(place / "ours.yml", {**ours, "site_dir": "site-ours"})
    theme = {key: value for key, value in config["theme"].items() if key not in ("custom_dir", "favicon")}
    plain = {key: config[key] for key in ("site_name", "docs_dir", "plugins", "markdown_extensions")}
    write(place / "plain.yml", {**plain, "theme": theme, "site_dir": "site-plain"})


def write(path: Path, config: dict[str, object]) -> None:
    """One configuration file."""
    path.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")


def seconds(place: Path, config: str) -> tuple[float, float]:
    """CPU and wall seconds of one build, its children included."""
    environment = {**os.environ, "PYTHONPATH": "hooks", "NO_MKDOCS_2_WARNING": "1"}
    start = time.monotonic()
    build = subprocess.Popen([sys.executable, "-m", "mkdocs", "-q", "build", "-f", config], cwd=place, env=environment)
    _, status, usage = os.wait4(build.pid, 0)
    build.returncode = os.waitstatus_to_exitcode(status)
    if build.returncode:
        raise SystemExit(f"{config} does not build")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start


def main(pairs: int) -> None:
    """Time the pairs and print medians and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        lay_out(place)
        for config in ("plain.yml", "ours.yml"):
            seconds(place, config)
        runs = [one_pair(place) for _ in range(pairs)]
    for column, state in ((1, "first build, nothing kept"), (2, "next build, templates kept")):
        ratios = sorted(run[column][0] / run[0][0] for run in runs)
        plain, ours = (statistics.median(run[j][0] for run in runs) for j in (0, column))
        spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
        print(f"{state}: plain {plain:.2f} s CPU, ours {ours:.2f}, ratio {statistics.median(ratios):.2f} ({spread})")


def one_pair(place: Path) -> tuple[tuple[float, float], ...]:
    """Plain, ours with an empty cache, ours with the cache that left."""
    plain = seconds(place, "plain.yml")
    shutil.rmtree(place / ".cache", ignore_errors=True)
    return plain, seconds(place, "ours.yml"), seconds(place, "ours.yml")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
