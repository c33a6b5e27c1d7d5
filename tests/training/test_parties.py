"""Countries and sectors of the corpus's mentions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpus import CorpusError, files, parse, read
from training.parties import SECTORS, PartyError, Stated, countries, stated

TEXT = "{A French warplanes} {1 struck} {B rebels} north of {p Gao}, {C the United Nations} {c said}."


def _passage(*lines: str) -> list[str]:
    return ["@lead mali 2010s ctx=military", TEXT, *lines, "1 ASSAULT aerial A > B p by=C c"]


def test_a_party_has_countries_and_sectors() -> None:
    passage = parse(_passage("& A=FRA.MIL B=MLI+NER.REB/UAF C=UNO.-"), "x", "x", "x")
    assert passage.parties == {
        "A": Stated(("FRA",), ("MIL",)), "B": Stated(("MLI", "NER"), ("REB", "UAF")), "C": Stated(("UNO",), ()),
    }  # fmt: skip


def test_unknown_and_nobody_are_told_apart() -> None:
    assert stated("& A=?.CVL B=- C=?.-", ["A", "B", "C"]) == {
        "A": Stated((), ("CVL",)), "B": Stated(nobody=True), "C": Stated(),
    }  # fmt: skip


def test_a_passage_may_lack_them() -> None:
    assert parse(_passage(), "x", "x", "x").parties == {}


@pytest.mark.parametrize(
    "line",
    ["& A=FRA.MIL B=MLI.REB", "& A=FRA.MIL A=FRA.MIL B=MLI.REB C=UNO.-", "& A=FRA.MIL B=MLI C=UNO.-",
     "& A=FRX.MIL B=MLI.REB C=UNO.-", "& A=FRA.ARMY B=MLI.REB C=UNO.-", "& A=FRA.MIL B=MLI.REB C=UNO.- D=FRA.GOV"],
)  # fmt: skip
def test_what_is_wrong_is_said(line: str) -> None:
    with pytest.raises(CorpusError):
        parse(_passage(line), "x", "x", "x")


@given(
    st.dictionaries(
        st.sampled_from("ABCDEFGH"),
        st.tuples(
            st.lists(st.sampled_from(sorted(countries())), max_size=3, unique=True),
            st.lists(st.sampled_from(sorted(SECTORS)), max_size=2, unique=True),
        ),
        min_size=1,
    )
)
def test_what_is_written_is_read(said: dict[str, tuple[list[str], list[str]]]) -> None:
    line = "& " + " ".join(f"{m}={'+'.join(c) or '?'}.{'/'.join(s) or '-'}" for m, (c, s) in said.items())
    assert stated(line, list(said)) == {m: Stated(tuple(c), tuple(s)) for m, (c, s) in said.items()}


def test_a_line_of_nonsense_is_refused() -> None:
    with pytest.raises(PartyError):
        stated("& A", ["A"])


def test_most_of_the_corpus_has_them() -> None:
    passages = [p for p in read(files()) if p.mentions]
    assert sum(bool(p.parties) for p in passages) >= 0.9 * len(passages)
