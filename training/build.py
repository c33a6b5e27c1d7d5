"""From the corpus to the packaged coder: ``python -m training.build [--epochs N]`` (``make train``).

Before it, where the corpus has changed: ``training.gate``, whose weights say what is read.
1. where the lexicon alone would see an event (``fired``); 2. the encoder, on the train split (``train``); 3. as the
package carries it (``export``); 4. the rule that joins it with the lexicon, on the dev split (``join``); 5. when it
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
from training.train import train, weights_folder
from training.trust import fit_trust, read_trust
from training.who import asked, fit_who
from wader.code.encoder import FOLDER, Encoder
from wader.knowledge import load
from wader.knowledge.coder import FILE
from wader.knowledge.files import PACKAGED


def build(out: Path, epochs: int) -> None:
    """All steps; what is made on the way stays in ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    passages = [p for p in read(files()) if p.split != "test"]
    taught = [p for p in passages if p.split == "train"]
    network = train(taught, out, epochs=epochs, fired=fired(taught), homes=homes(taught))
    package(network, out)
    fit(out)


def package(network: object, out: Path) -> None:
    """Encoder, tokenizer and labels in ``out``."""
    export(network, out / "coder.onnx")  # type: ignore[arg-type]
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
    for name in ("coder.onnx", "tokenizer.json", "labels.json"):
        shutil.copyfile(out / name, FOLDER / name)
    shutil.copyfile(out / FILE, PACKAGED / FILE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("out/training"), help="folder for what is made on the way")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--join-only", action="store_true", help="fit the rule again for the encoder in --out")
    arguments = parser.parse_args()
    if arguments.join_only:
        fit(arguments.out)
    else:
        build(arguments.out, arguments.epochs)
    install(arguments.out)
    fit_parties([p for p in read(files()) if p.split == "dev"])


if __name__ == "__main__":
    main()
