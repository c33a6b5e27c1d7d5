"""Acts of which the words imply a party: those that only authorities do, protests of a country's people, explosions.

Acts that only authorities do: "twelve were arrested" names no agent, but police of the place made the arrests. Bombs
that go off in a town go off among its people.

The actor is implied, not named: it has a country and a sector, no words of its own, and evidence that quotes the
trigger. It is given only where the text says where the act took place, or the page plays in one country.
"""

from __future__ import annotations

from collections.abc import Sequence

from wader.knowledge.lexicon import Lexicon
from wader.records import Actor, Candidate, Document, Sentence
from wader.resolve.context import NON_STATES, PageContext
from wader.resolve.event_place import event_place

_SECTORS = (("police_act", "COP"), ("court_act", "JUD"), ("government_act", "GOV"))
"""Sets of the lexicon with the words of such acts, and whose acts they are."""
_AT_LARGE = "page country"
"""The rule of a country that no words beside the act give, and that is not clearly the page's."""
_SERVING = frozenset(("COP", "MIL", "JUD"))
_FORCES = frozenset(("COP", "MIL"))
_GOALS = ("place: to ", "place: into ")
_ACTS = frozenset(("COERCE", "SANCTION", "ACCUSE", "CONCEDE", "PROTEST", "RETREAT", "MOBILIZE"))


def implied_authority(
    candidate: Candidate, document: Document, context: PageContext, lexicon: Lexicon, held: Sequence[Actor] = ()
) -> tuple[Actor, str] | None:
    """The authority that an agentless act implies and the rule that says so; None where any agent may have acted, or
    nothing says in which country. Courts are the page's: a place beside a verdict is as often that of the crime.
    ``held``: to whom it is done."""
    if candidate.category not in _ACTS or not candidate.triggers:
        return None
    trigger = candidate.triggers[0]
    words = trigger.entry.partition(" ")[2].split()
    sector = next((sector for name, sector in _SECTORS if lexicon.members(name) & set(words)), None)
    if sector is None:
        return None
    if sector == "JUD":
        place, _ = event_place(document, candidate)
        here = place.country_code if place is not None else None
        code, how = context.of_person()
        code = code if here in (None, code) else None
    else:
        code, how = _country(candidate, document, context)
    if how == _AT_LARGE or (sector == "JUD" and held and all(a.sector == "MIL" for a in held)):
        code, how = _powers(document, held) or (code, how)
    if code is None or code in NON_STATES:
        return None
    said = _said(candidate, document)
    return Actor(code=code, sector=sector), f"implied: “{said}” is an act of the authorities; {how}"


def is_of_area(candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether authorities do the act to everybody at a place, so that nobody need be named: "a curfew was imposed",
    "security was tightened"."""
    words = {w for t in candidate.triggers for w in t.entry.partition(" ")[2].split()}
    return candidate.category in ("COERCE", "CONCEDE", "MOBILIZE") and not words.isdisjoint(lexicon.members("area_act"))


def is_instrument(candidate: Candidate, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the subject is a weapon or an attack ("the blast killed four"): its agent is unknown."""
    assert sentence.tokens is not None
    weapons = lexicon.members("weapon", "explosive", "attack")
    for mention in (m for m in candidate.actor if m.sentence is None):
        lemma = sentence.tokens.lemma[mention.token].lower()
        entries = lexicon.index["n"].get(lemma, [])
        if lemma in weapons or any(e.category in ("ASSAULT", "COERCE") for e in entries):
            return True
    return False


def implied_crowd(
    candidate: Candidate, document: Document, context: PageContext, lexicon: Lexicon
) -> tuple[Actor, str] | None:
    """Those who took part in "mass protests" or "communal clashes" of which nobody is named: people of the place; None
    where the trigger is no such word or nothing says in which country."""
    if candidate.category not in ("PROTEST", "ASSAULT") or not candidate.triggers:
        return None
    trigger = candidate.triggers[0]
    certain = trigger.entry in lexicon.certain  # "riots broke out"
    if not lexicon.is_crowds(trigger.entry) and not (certain and candidate.category == "PROTEST"):
        return None
    if not certain and candidate.category == "ASSAULT":
        return None
    code, how = _country(candidate, document, context)
    if code is None or code in NON_STATES:
        return None
    return Actor(code=code, sector="CVL"), f"implied: people take part in “{_said(candidate, document)}”; {how}"


def implied_struck(
    candidate: Candidate, document: Document, context: PageContext, lexicon: Lexicon
) -> tuple[Actor, str] | None:
    """Those among whom a bomb "exploded" of which nobody else is told: people of the place; None where the words may
    tell of something else (``Entry.certain``), or nothing says in which country."""
    if candidate.category != "ASSAULT" or not candidate.triggers or candidate.status not in ("happened", "ongoing"):
        return None
    if candidate.triggers[0].entry not in lexicon.certain:
        return None
    code, how = _country(candidate, document, context)
    if code is None or code in NON_STATES:
        return None
    return Actor(code=code, sector="CVL"), f"implied: what “{_said(candidate, document)}” was among people; {how}"


def shut_in(
    candidate: Candidate, document: Document, powers: Sequence[Actor], lexicon: Lexicon
) -> tuple[Actor, str] | None:
    """Those whom the authorities, ``powers``, shut in at a place that is told: "a curfew was imposed in the old town".
    None where no place is told, or nobody knows whose authorities they are."""
    placed = [m for m in candidate.recipient if m.sentence is None and not m.implied]
    codes = {a.code for a in powers if a.code is not None and a.code not in NON_STATES}
    if candidate.category != "COERCE" or not placed or len(codes) != 1 or not is_of_area(candidate, lexicon):
        return None
    at, text = placed[0], document.article.text if candidate.in_ == "text" else document.article.title or ""
    people = Actor(code=codes.pop(), sector="CVL", entity_text=text[at.start : at.end], start=at.start, end=at.end)
    return people, f"people of where “{_said(candidate, document)}” is; of the authorities' country"


def _country(candidate: Candidate, document: Document, context: PageContext) -> tuple[str | None, str]:
    """The country of the event's place, else the one where the page plays, and how it is known."""
    place, shown = event_place(document, candidate)
    code = place.country_code if place is not None else None
    goal = any(e.rule.startswith(_GOALS) for e in shown)  # who deports somebody to a state is in another one
    if code is not None and not goal and all(e.start is None or context.believes(code, e.start, e.in_) for e in shown):
        return code, "place of the event"
    found, how = context.country(candidate.sentence, domestic=True, at=candidate.triggers[0].start)
    return (None, "") if goal and found == code else (found, how)


def _powers(document: Document, held: Sequence[Actor]) -> tuple[str, str] | None:
    """Whose police act where only the page's country tells: it is often that of those who are held, or of who reports
    it. A state's own, if its soldiers, police or judges are held; else that of all forces that the page names."""
    own = {a.code for a in held if a.sector in _SERVING and a.code not in (None, *NON_STATES)}
    forces = {e.code for e in document.entities if e.sector in _FORCES and e.code not in (None, *NON_STATES)}
    for codes, how in ((own, "whose servants are held"), (forces, "whose forces the page names")):
        if len(codes) == 1 and (code := next(iter(codes))) is not None:
            return code, how
    return None


def _said(candidate: Candidate, document: Document) -> str:
    """The words of the trigger that implies somebody."""
    text = document.article.text if candidate.in_ == "text" else document.article.title or ""
    return text[candidate.triggers[0].start : candidate.triggers[0].end]
