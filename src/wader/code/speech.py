"""Who speaks in a sentence that a quotation runs through, when another sentence names the speaker, and the text that
says something of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wader.records import Attribution, Candidate, Document, Mention, Sentence, Tokens
from wader.text.papers import PAPERS

if TYPE_CHECKING:
    from wader.code.coder import SentenceCoder

REACH = 6
"""How many sentences of a running quotation are still its speaker's; a quotation mark left open runs no further."""
TEXT = "text"
"""Slot of a text that says something in the name of those whose it is."""
_SPOKEN = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN"))


def text_that_says(coder: SentenceCoder, candidate: Candidate) -> list[Mention]:
    """The text that is the subject of a verb by which it praises, demands or condemns: "the resolution hailed"."""
    graph, verb = coder.graph, candidate.triggers[0].token
    if candidate.category not in _SPOKEN or not graph.is_verb(verb) or graph.passive(verb):
        return []
    own = [k for k in graph.child(verb, ("nsubj",)) if graph.lemma[k] in PAPERS and coder.classes.entity(k) is None]
    return [coder.mention(k, TEXT) for k in own[:1]]


def running_speakers(document: Document) -> dict[int, Mention]:
    """By sentence ``sequence``, the speaker of the quotation that the whole sentence stands in."""
    by_sequence = {s.sequence: s for s in document.sentences}
    found: dict[int, Mention] = {}
    for said in document.attributions:
        at = by_sequence.get(said.sentence)
        if not said.quoted or said.source is None or at is None:
            continue
        mention = _speaker(said, at)
        for sequence in range(said.sentence + 1, said.sentence + 1 + REACH):
            sentence = by_sequence.get(sequence)
            if sentence is None or sentence.in_ != said.in_ or not _quoted(sentence, said):
                break
            found.setdefault(sequence, mention)
    return found


def _quoted(sentence: Sentence, said: Attribution) -> bool:
    """Whether a sentence stands in the content, quotation marks and the space around it aside."""
    return any(start <= sentence.start + 2 and sentence.end - 2 <= end for start, end in said.content)


def _speaker(said: Attribution, sentence: Sentence) -> Mention:
    """The speaker's words; where their sentence was not parsed, the names in them are all there is to go by."""
    assert said.source is not None
    start, end = said.source
    tokens = sentence.tokens or Tokens([], [], [], [], [], [], [])
    inside = [k for k in range(len(tokens)) if start <= tokens.start[k] and tokens.end[k] <= end]
    heads = [k for k in inside if tokens.head[k] not in inside or tokens.head[k] == k]
    return Mention(
        start,
        end,
        heads[0] if heads else -1,
        "speaker",
        rule="speaker of the running quotation",
        sentence=sentence.sequence,
    )
