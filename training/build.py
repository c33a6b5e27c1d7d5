"""From the corpus to the packaged coder: ``python -m training.build [--epochs N] [--alone N]`` (``make train``).

Before it, where the corpus has changed: ``training.gate``, whose weights say what is read.
1. where the lexicon alone would see an event (``fired``); 2. an encoder of words and pairs, on the train split
(``train``), which pairs are asked of, and from it one that is taught words alone; 3. as the package carries them
(``export``); 4. the rule that joins it with the lexicon, on the dev split (``join``); 5. when it
overrules who a party is (``who``); 6. how far an event is to be trusted (``trust``). Seeded: the same corpus, machine
and libraries give the same weights.
"""

from __future__ import annotations

import argparse
import json
import shutil
from dataclasses import replace
from pathlib import Path

from evaluation.common import LEXICON_ONLY
from training import join
from training.corpus import Passage, files, read
from training.examples import AUX, CATEGORIES, CONTEXTS, MODES, PARTIES
from training.export import export
from training.fired import fired
from training.homes import homes
from training.network import Network
from training.train import train, weights_folder
from training.trust import fit_trust, read_trust
from training.who import asked, fit_who
from wader.code.encoder import FILES, FOLDER, Encoder
from wader.knowledge import load
from wader.knowledge.coder import FILE
from wader.knowledge.files import PACKAGED


def build(out: Path, epochs: int, alone: int) -> None:
    """All steps; what is made on the way stays in ``out``. ``epochs`` of words and pairs, then ``alone`` of words."""
    taught = [p for p in read(files()) if p.split == "train"]
    given = {"fired": fired(taught), "homes": homes(taught)}
    pairs = train(taught, out / "pairs", epochs=epochs, **given)
    words = train(taught, out / "words", epochs=alone, paired=0.0, rate=1.5e-4, start=out / "pairs/weights.pt", **given)
    package(words, pairs, out)
    fit(out)


def package(words: Network, pairs: Network, out: Path) -> None:
    """Encoders, tokenizer and labels in ``out``."""
    export(words, pairs, out)
    shutil.copyfile(weights_folder() / "tokenizer.json", out / "tokenizer.json")
    labels = {"category": CATEGORIES, "mode": MODES, "auxiliary": AUX, "context": CONTEXTS, "sector": PARTIES}
    (out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", "utf-8")


def fit(out: Path) -> None:
    """The joining rule for the encoder in ``out``."""
    knowledge, encoder = load(LEXICON_ONLY), Encoder(out)
    passages = [p for p in read(files()) if p.split == "dev"]
    found = list(join.cases(passages, knowledge, encoder))
    pairs = list(join.pair_cases(passages, knowledge, encoder))
    fitted = join.fit(found, pairs, knowledge.contexts)
    own = load().coder  # from when on one is told nothing fits
    join.write(replace(fitted, told=own.told, alone=own.alone), out / FILE)
    print(f"join: {len(found)} candidates and {len(pairs)} pairs of {len(passages)} passages")


def fit_parties(passages: list[Passage]) -> None:
    """When the encoder that is installed overrules who a party is, into the packaged rule."""
    knowledge = load()
    found = list(asked(passages, knowledge))
    weights = {what: fit_who(found, what) for what in ("sector", "country")}
    join.write(replace(knowledge.coder, **weights, whole=fit_trust(read_trust())), PACKAGED / FILE)
    print(f"parties: {len(found)} of {len(passages)} passages")


def install(out: Path) -> None:
    """Put what was built where the package looks for it."""
    FOLDER.mkdir(exist_ok=True)
    for name in FILES:
        shutil.copyfile(out / name, FOLDER / name)
    shutil.copyfile(out / FILE, PACKAGED / FILE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("out/training"), help="folder for what is made on the way")
    parser.add_argument("--epochs", type=int, default=6, help="passes over words and pairs")
    parser.add_argument("--alone", type=int, default=2, help="passes over words alone after them")
    parser.add_argument("--join-only", action="store_true", help="fit the rule again for the encoder in --out")
    arguments = parser.parse_args()
    if arguments.join_only:
        fit(arguments.out)
    else:
        build(arguments.out, arguments.epochs, arguments.alone)
    install(arguments.out)
    fit_parties([p for p in read(files()) if p.split == "dev"])


if __name__ == "__main__":
    main()
