"""Words that look like somebody else's: lists, shared words, surnames that name a people, ranks, posts abroad."""

from __future__ import annotations

import pytest

from tests.resolve.test_actors import actors, codes


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # whose the "of" is behind two nouns
        ("The U.S. vice president and leaders of the unions met in Peru.", "The U.S. vice president", ("USA", "GOV")),
        ("The U.S. vice president and leaders of the unions met in Peru.", "leaders", ("PER", "LAB")),
        # the last of a list is no apposition to the first
        ("A colonel, a judge, and candidate Jan Kowal died in Mali.", "A colonel", ("MLI", "MIL")),
        ("A police colonel died in Mali.", "A police colonel", ("MLI", "COP")),
        # a group that belongs with an armed one
        ("A Kenyan group linked to al-Shabaab shot a teacher.", "A Kenyan group", ("KEN", "REB")),
        ("An al-Shabaab-linked group in Kenya shot a teacher.", "group", ("KEN", "REB")),
        ("A Kenyan group linked to Oxfam praised a teacher.", "A Kenyan group", ("KEN", "SOC")),
        # names
        ("Jan Kowal, alias Grom, was shot in Chad.", "Grom", ("TCD", "CVL")),
        ("Maria Cuban praised Kenya. Kenya and Nairobi cheered.", "Maria Cuban", ("KEN", "CVL")),
        ("The Cuban spoke in Kenya.", "The Cuban", ("CUB", "CVL")),
        ("Republicans will sue Calif. over the poll.", "Calif.", ("USA", "GOV")),
        ("Kenya sued Rochet Bonal SA over a mine.", "Rochet Bonal SA", (None, "BUS")),
        # bodies for people who act for nobody
        ("A committee for refugees in Kenya thanked a judge.", "A committee for refugees", ("KEN", "SOC")),
        ("The commission for minorities in Kenya thanked a judge.", "The commission", ("KEN", "GOV")),
        # offices, callings
        ("A driver died in Kenya.", "A driver", ("KEN", "CVL")),
        ("A taxi driver died in Kenya.", "A taxi driver", ("KEN", "LAB")),
        ("Kenya's bank officers marched.", "Kenya's bank officers", ("KEN", "LAB")),
        ("Kenya's police officers marched.", "Kenya's police officers", ("KEN", "COP")),
        ("Kenya deported illegal immigrants.", "illegal immigrants", ("KEN", "REF")),
        ("Kenya's ministerial representatives met.", "Kenya's ministerial representatives", ("KEN", "GOV")),
        # where posts of other states stand
        ("Insurgents launched raids at United States and Afghan bases across Afghanistan.", "Insurgents",
         ("AFG", "REB")),
        # whom somebody is said to have attacked is not whose he is
        ("Police in Oslo held Ali Raza, the mastermind of an attack on a Greek ship.", "Ali Raza", ("NOR", "UAF")),
        # an apposition does not begin with "through"
        ("Jan Kowal, through a spokeswoman, thanked Kenya.", "Jan Kowal", ("KEN", "CVL")),
        # a company's head of old is of his own country
        ("Jan Kowal, the former Microsoft chief executive, praised Kenya.", "Jan Kowal", ("KEN", "ELI")),
    ],
)  # fmt: skip
def test_whom_they_mean(text: str, words: str, expected: tuple[str | None, str | None]) -> None:
    assert codes(actors(text, words))[:1] == [expected]


def test_a_name_with_an_age_is_a_persons() -> None:
    text = "Brann Koster, 26, was charged in Kenya. Police in Nairobi said that Koster fled."
    assert codes(actors(text, "Koster", nth=1)) == [("KEN", "CVL")]
