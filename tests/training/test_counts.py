"""What is missing is named with its number; what is there is not."""

from __future__ import annotations

from tests.training.made import RAID, passage, told
from training.counts import Minimum, none_triggers, shortfalls, without_events

LEAST = Minimum(passages=2, category=1, mode=1, negative=0.25)
NOTHING = """@sport mali 2010s ctx=-
{A The home side} {1 raided} the visitors' half for an hour.
1 NONE sport"""


def test_what_is_missing_is_named():
    short = shortfalls([passage(RAID)], LEAST)
    assert "1 passages, at least 2: write more" in short
    assert "AID: 0 events, at least 1: write more of it" in short
    assert "ASSAULT drone: 0 events, at least 1: write more of it" in short
    assert "0% negatives, at least 25%: write passages without events" in short
    assert not [line for line in short if line.startswith(("ASSAULT:", "ASSAULT firearms:"))]


def test_negatives_are_passages_or_triggers():
    passages = [passage(RAID), passage(NOTHING), told("Rain fell.")]
    assert without_events(passages) == 2 / 3
    assert none_triggers(passages) == 1 / 2
    assert not [line for line in shortfalls(passages, LEAST) if "negatives" in line]
    many = [passage(RAID), passage(RAID), passage(MIXED)]
    assert without_events(many) == 0
    assert not [line for line in shortfalls(many, LEAST) if "negatives" in line]


MIXED = """@lead mali 2010s ctx=military
{A Malian soldiers} {1 raided} {B a rebel camp}, {2 burst} into song and {3 struck} a pose.
1 ASSAULT firearms A > B
2 NONE figurative
3 NONE figurative"""
