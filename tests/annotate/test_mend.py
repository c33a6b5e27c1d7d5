"""Clauses whose verb the small parser leaves without its subject."""

from __future__ import annotations

import random

import pytest

from wader.annotate import Annotator
from wader.annotate.mend import mend
from wader.annotate.mend_nouns import Words
from wader.knowledge import load
from wader.records import Article, Tokens


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator(load())


def parsed(annotator: Annotator, text: str) -> Tokens:
    document = annotator.syntax(Article("a", None, text, blocks=[(0, len(text))]), everything=True)
    tokens = document.sentences[0].tokens
    assert tokens is not None
    return tokens


def subjects(tokens: Tokens, verb: str) -> list[str]:
    at = tokens.text.index(verb)
    return [
        t for t, h, d in zip(tokens.text, tokens.head, tokens.dep, strict=True) if h == at and d.startswith("nsubj")
    ]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "Russia has deployed troops near the borders with Ukraine and the US and Britain warn of an imminent war.",
            "warn",
            "US",
        ),
        ("Chad recalls its envoy after Togo threatened to cut ties.", "threatened", "Togo"),
        ("The minister said that the army fired on the crowd.", "fired", "army"),
    ],
)
def test_a_finite_verb_has_the_subject_right_before_it(
    annotator: Annotator, text: str, verb: str, subject: str
) -> None:
    assert subjects(parsed(annotator, text), verb) == [subject]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "thing"),
    [
        (
            "Gunmen on a motorcycle shot dead a senior police officer outside his home in the Pakistani city of "
            "Peshawar on Tuesday, police said.",
            "shot", "Gunmen", "officer",
        ),
        (
            "North Korea test-fired two short-range ballistic missiles into the sea off its east coast on Thursday, "
            "South Korea's military said.",
            "fired", "Korea", "missiles",
        ),
    ],
)  # fmt: skip
def test_a_verb_taken_for_part_of_a_noun_phrase(
    annotator: Annotator, text: str, verb: str, subject: str, thing: str
) -> None:
    tokens = parsed(annotator, text)
    at = tokens.text.index(verb)
    assert tokens.tag[at] == "VBD" and subjects(tokens, verb) == [subject]
    below = zip(tokens.text, tokens.head, tokens.dep, strict=True)
    assert [text for text, head, dep in below if head == at and dep == "dobj"] == [thing]


def test_a_verb_behind_a_semicolon_joins_the_clause_before(annotator: Annotator) -> None:
    tokens = parsed(annotator, "The foreign minister meets his Kenyan counterpart; pledges to exert pressure on Sudan.")
    at = tokens.text.index("pledges")
    assert tokens.tag[at] == "VBZ"
    assert (tokens.dep[at], tokens.text[tokens.head[at]]) == ("conj", "meets")


def test_every_head_leads_to_the_root(annotator: Annotator) -> None:
    text = "As sons and daughters mark the day and the fire spread and after Cuba threatened war, Peru and Chile fled."
    tokens = parsed(annotator, text)
    for i in range(len(tokens.text)):
        seen = set()
        while tokens.head[i] != i:
            assert i not in seen
            seen.add(i)
            i = tokens.head[i]


def test_a_preposition_gets_the_noun_right_behind_it(annotator: Annotator) -> None:
    text = (
        "Last year's ministerial meeting of Omar and Ruiz that was expected in May had been postponed because of "
        "Turkish President Recep Tayyip Erdogan's visit to Japan around that time."
    )
    tokens = parsed(annotator, text)
    at = tokens.text.index("visit")
    assert (tokens.dep[at], tokens.text[tokens.head[at]]) == ("pobj", "of")


def test_a_tree_stays_a_tree() -> None:
    draw = random.Random(3)
    words = ["after", "and", ",", "Kenya", "says", "troops", "that", "-", "in", "the"]
    tags = ["NN", "NNP", "NNS", "VBD", "VBZ", "VBP", "VBN", "IN", "CC", "DT"]
    labels = ["advcl", "ccomp", "conj", "parataxis", "pobj", "prep", "dobj", "nsubj", "compound", "mark", "appos"]
    for _ in range(4_000):
        size = draw.randint(2, 12)
        order = draw.sample(range(size), size)
        heads, deps = [0] * size, [draw.choice(labels) for _ in range(size)]
        heads[order[0]], deps[order[0]] = order[0], "ROOT"
        for at in range(1, size):
            heads[order[at]] = draw.choice(order[:at])
        texts = [draw.choice(words) for _ in range(size)]
        anything = Words(lambda _: True, lambda low: low < "k", lambda _: True)
        mend(texts, heads, deps, [draw.choice(tags) for _ in range(size)], anything)
        for token in range(size):
            path = [token]
            while heads[path[-1]] != path[-1] and len(path) <= size:
                path.append(heads[path[-1]])
            assert len(path) <= size


def test_a_verb_below_a_noun_does_not_become_its_head() -> None:
    texts, tags = ["Chad", "and", "Togo", "warns"], ["NNP", "CC", "NNP", "VBZ"]
    heads, deps = [0, 0, 0, 2], ["ROOT", "cc", "conj", "parataxis"]
    mend(texts, heads, deps, tags)
    assert heads == [0, 0, 0, 2]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object_"),
    [
        ("Crowds in Dakar stoned buses on Friday.", "stoned", "Crowds", "buses"),
        ("Twin car bombings killed at least 12 people in Kismayo on Friday.", "killed", "bombings", "people"),
        ("Soldiers storm Gao mosque", "storm", "Soldiers", "mosque"),
        ("Court fines Lisbon paper over leak", "fines", "Court", "paper"),
        ("Tunis township marks centenary", "marks", "township", "centenary"),
        ("Unions' arms deal", "deal", "", ""),
    ],
)
def test_a_word_read_as_noun_or_participle_is_the_verb(
    annotator: Annotator, text: str, verb: str, subject: str, object_: str
) -> None:
    tokens = parsed(annotator, text)
    at = tokens.text.index(verb)
    objects = [t for t, h, d in zip(tokens.text, tokens.head, tokens.dep, strict=True) if h == at and d == "dobj"]
    assert subjects(tokens, verb) == ([subject] if subject else [])
    assert objects == ([object_] if object_ else [])


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    texts, tags = ["Kigali", "thanks", "donors", ",", "asks", "more"], ["NNP", "VBZ", "NNS", ",", "VBZ", "JJR"]
    heads, deps = [1, 4, 1, 4, 4, 4], ["nsubj", "ccomp", "dobj", "punct", "ROOT", "dobj"]
    mend(texts, heads, deps, tags)
    assert (heads[1], deps[1], heads[4], deps[4]) == (1, "ROOT", 1, "conj")


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Chad has closed its border with Sudan, an aide to the minister said on Friday.", "said", "aide"),
        ("Gabon to send troops to Chad", "send", "Gabon"),
        ("The minister resigned after an explosion at a fuel depot near Bata killed nine.", "killed", "explosion"),
        ("Envoys meet in Geneva as 30 killed in Homs", "killed", "30"),
        ("Nine miners were killed and 12 injured in a blast near Kolwezi on Friday, police said.", "injured", "12"),
    ],
)
def test_a_clause_has_its_own_subject(annotator: Annotator, text: str, verb: str, subject: str) -> None:
    assert subjects(parsed(annotator, text), verb) == [subject]


def test_a_past_tense_joins_the_verb_that_tells(annotator: Annotator) -> None:
    tokens = parsed(
        annotator, "The watchdog said on Monday that guards had beaten two inmates, and called for an inquiry."
    )
    at = tokens.text.index("called")
    assert (tokens.dep[at], tokens.text[tokens.head[at]]) == ("conj", "said")


@pytest.mark.parametrize(
    ("text", "verb", "link", "hung"),
    [
        ("The minister blamed the murder of two nuns on rebels.", "blamed", "on", "blamed"),
        ("The police attributed the attacks and crimes to rebels.", "attributed", "to", "attributed"),
        ("The minister blamed rebels for the attack on the nuns.", "blamed", "on", "attack"),
    ],
)
def test_the_one_to_blame_hangs_on_the_verb(annotator: Annotator, text: str, verb: str, link: str, hung: str) -> None:
    tokens = parsed(annotator, text)
    assert verb in tokens.text and tokens.text[tokens.head[tokens.text.index(link)]] == hung


def test_the_end_of_a_list_between_is_no_second_subject() -> None:
    texts = ["Talks", "between", "miners", ",", "nurses", "and", "bakers", "began"]
    tags = ["NNS", "IN", "NNS", ",", "NNS", "CC", "NNS", "VBD"]
    heads, deps = [7, 0, 1, 2, 7, 4, 4, 7], ["nsubj", "prep", "pobj", "punct", "nsubj", "cc", "conj", "ROOT"]
    mend(texts, heads, deps, tags)
    assert (heads[4], deps[4]) == (2, "conj")
