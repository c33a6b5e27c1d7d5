"""Whether the corpus repeats words of benchmarks or real news: ``python -m training.leaks [FILE...]``.

The corpus' plain text goes to a temporary file, a passage a line, and ``../shared/tools/leakcheck`` compares its runs
of eight words with those of all gold sets and news. Where that is absent, nothing is checked, and it is said so.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from evaluation.common import SHARED
from training.corpus import Passage, files, read

CHECK = SHARED / "tools" / "leakcheck"
_HIT = re.compile(r":(\d+): (.+)$")


def leaks(passages: Sequence[Passage], check: Path = CHECK) -> list[tuple[Passage, str]]:
    """Each repeated run of words with the passage that it stands in."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "corpus.txt"
        text.write_text("".join(p.text + "\n" for p in passages), "utf-8")
        done = subprocess.run([sys.executable, check, text], capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1) or done.stderr:
        raise RuntimeError(f"{check} failed: {done.stderr.strip()[-500:]}")
    hits = [match for line in done.stdout.splitlines() if (match := _HIT.search(line))]
    return [(passages[int(hit.group(1)) - 1], hit.group(2)) for hit in hits]


def main() -> None:
    if not CHECK.is_file():
        print(f"no leaks looked for: {CHECK} is not there")
        return
    problems: list[str] = []
    passages = read(files(Path(a) for a in sys.argv[1:]), problems)
    found = leaks(passages)
    for passage, run in found:
        print(f"{passage.id}: {run}: rewrite it")
    told = f"{len({p.id for p, _ in found})} of {len(passages)} passages, {len(found)} repeated runs of words"
    print(f"{told}; {len(problems)} faulty passages left out")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
