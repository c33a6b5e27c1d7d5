"""A match of the lexicon in its frame, on the way to a candidate: what the steps of coding pass on to each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from wader.code.frame import Frame
from wader.code.slots import Match
from wader.records import Auxiliary, Status


@dataclass
class Coded:
    """A match in its frame, on the way to a candidate."""

    match: Match
    frame: Frame
    category: str
    modes: list[str]
    holder: Coded | None = None
    suppressed: bool = False
    rules: dict[str, str] = field(default_factory=dict)


def void(frame: Frame) -> bool:
    """What is not to be, may not be, is not wanted: neither told as done nor denied of something told."""
    return frame.negated and (frame.future or frame.hypothetical or frame.purpose)


def auxiliary(frame: Frame) -> list[Auxiliary]:
    found: list[Auxiliary] = []
    if frame.future or frame.purpose:
        found.append("future")
    if frame.hypothetical:
        found.append("hypothetical")
    if frame.negated:
        found.append("negation")
    return found


def status(frame: Frame, auxiliary: list[Auxiliary]) -> Status:
    return status_of(auxiliary, ongoing=frame.ongoing)


def status_of(auxiliary: list[Auxiliary], *, ongoing: bool) -> Status:
    """The status that auxiliary modes make, for readers."""
    if "negation" in auxiliary:
        return "denied"
    if "hypothetical" in auxiliary:
        return "hypothetical"
    if "future" in auxiliary:
        return "planned"
    return "ongoing" if ongoing else "happened"
