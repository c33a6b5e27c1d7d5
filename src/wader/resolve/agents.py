"""Who did what a sentence tells without its agent ("the priests were murdered"), where the text has him elsewhere.

All of violence, but for what a headline tells in the passive, whose lead has the agent. Another telling of the act,
done to the same people, has its agent; the sentence points back to an act told before ("in the attack"), whose agent is
named there; all who are abducted in this text are so by one side; or those to whom it was done bear arms, and one side
only fights theirs in this text. Who cannot be told so stays unknown: anybody may have done it.
"""

from __future__ import annotations

import re

import msgspec

from wader.records import Actor, Document, Event, Evidence, Tokens, Where
from wader.resolve.merge import compatible_dates, compatible_places

_VIOLENT = frozenset(("ASSAULT",))
_LED = frozenset(("ACCUSE", "COERCE", "SANCTION", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))
"""Other acts that headlines tell in the passive, whose lead has the agent: "Minister criticised over dam"."""
_ARMED = frozenset(("MIL", "COP", "REB", "PRM", "CRM", "SPY"))
"""Sectors whose people fight each other."""
_STATE = frozenset(("MIL", "COP", "SPY"))
"""Of those, a state's own, who fight each other by mistake alone."""
_TOLD = frozenset(("happened", "ongoing"))
_KNOWN = frozenset("MIL COP REB PRM SPY GOV LEG JUD ELI PTY REL JRN".split())
"""Sectors whose people are few enough in one text for the same noun to mean the same ones."""
_ANYBODY = frozenset(
    "people person persons man men woman women child children civilian civilians victim victims other others one two "
    "three four five hundred hundreds thousand thousands dozen dozens member members number group they them he him she "
    "her it who whom we us i me you those some many several".split()
)
_WHOEVER = frozenset(("those", "whoever", "somebody", "someone"))
"""Who tells nobody: "those who planned the attack"."""
_COUNTED = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBERS = {word: str(n) for n, word in enumerate(_COUNTED, 1)}
_WORD = re.compile(r"[^\W_]+")

POINTING = frozenset(
    "attack assault ambush raid bombing blast explosion shooting incident firing action massacre offensive strike "
    "airstrike shelling siege onslaught bombardment gunfire killing murder assassination kidnapping abduction".split()
)
"""Nouns that, with "the", may mean an act of violence that was told before. Not those of what two sides do."""
_BACK = frozenset(("the", "this", "these", "those"))
_INTO = frozenset(("in", "during", "by", "as", "of", "from"))
"""Words between a verb of harm and the act in which it was done: "as a result of the bombing"."""
BATTLE = frozenset(
    "clash combat battle fighting firefight crossfire skirmish shootout gunfight confrontation war hostility".split()
)
"""Nouns of what two sides do to each other."""
_MURDER = frozenset("murder assassinate execute lynch stab strangle poison behead".split())
"""Verbs of killing that enemies in battle do not do."""
_CAPTORS = frozenset(("REB", "PRM", "CRM", "UAF"))
_PARTS = frozenset(("prep", "agent", "pobj", "nsubj"))
_LEAD = 2
"""Sentences from the headline on that tell what it tells."""
_ANY_HARM = frozenset("killed died wounded injured hurt dead murdered attack attacks attacking".split())
_INITIAL = 2
"""Letters of a name's words that may be others' too."""
_BACKWARDS = 2
"""Sentences back to which "the attack" may point."""

Side = tuple[str | None, str | None]


def told_again(events: list[Event], document: Document) -> None:
    """Fill the actors of violent events of ``events`` whose agent is unknown, where another telling of them has him,
    and of others that a headline tells in the passive.
    For before ``merge_repeats``: they are the same act."""
    people = People(document)
    for event in events:
        if _is_of_own_side(event):
            event.actor = [Actor(code=None, sector="UNK")]
            event.evidence.pop("actor", None)
    unknown, known = parted(events)
    for event in unknown:
        _take(event, _told_again(event, known, people), "not named here; told of the same people")
    for event in [e for e in events if e.where == "title" and e.event[0] in _LED and _is_agentless(e)]:
        alike = [e for e in events if e.event == event.event and e.text_info.sequence <= _LEAD and e.where != "title"]
        _take(event, _told_again(event, alike, people), "not named here; told in the lead")
    for event in [e for e in events if e.event[0] not in _VIOLENT and _is_agentless(e)]:
        _take(event, _of_one_person(event, events, people), "not named here; the same word of the same person")
    pointing = {s.sequence: s.tokens for s in document.sentences if s.tokens is not None}
    for event in [e for e in unknown if [a.sector for a in e.actor] == ["UNK"]]:
        if (tokens := pointing.get(event.text_info.sequence)) is not None and _points_back(event, tokens):
            _take(event, _told_before(event, unknown, known), "not named here; of what was told right before")
    for event in [e for e in unknown if [a.sector for a in e.actor] == ["UNK"]]:
        _take(event, _same_word(event, unknown, known), "not named here; the same word right before")


def opponents(events: list[Event], document: Document) -> None:
    """Fill the actors of those whose agent is still unknown: with both sides of a battle where both have dead, with
    the one side that abducts people in this text, or with the one that fights their victims. For after
    ``merge_repeats``: one side's acts are not one act."""
    unknown, known = parted(events)
    tokens = {s.sequence: s.tokens for s in document.sentences if s.tokens is not None}
    for event in unknown:
        words = tokens.get(event.text_info.sequence)
        if words is not None and not BATTLE.isdisjoint(w.lower() for w in words.lemma):
            both = _both_sides(event)
            if both:
                take(event, both, event.where, "both sides of a battle have dead")
                known.append(event)
    for event in [e for e in unknown if [a.sector for a in e.actor] == ["UNK"]]:
        if "abduct" in event.mode:
            _take(event, _captor(event, known), "not named here; who alone abducts people in this text")
            continue
        found = _opponent(event, known)
        if found is not None:
            _take(event, found, "not named here; who alone fights their side in this text")
        elif _in_battle(event, tokens.get(event.text_info.sequence)):
            _take(event, _enemy(event, events), "not named here; their one enemy in this text")


def parted(events: list[Event]) -> tuple[list[Event], list[Event]]:
    """Violent events that are told as done: those without a known agent, and the others."""
    told = [e for e in events if e.event[0] in _VIOLENT and e.status in _TOLD]
    unknown: list[Event] = []
    known: list[Event] = []
    for event in told:
        (unknown if _is_agentless(event) else known).append(event)
    return unknown, known


def _is_agentless(event: Event) -> bool:
    return [a.sector for a in event.actor] == ["UNK"] and bool(event.recipient)


def _is_of_own_side(event: Event) -> bool:
    """Whether the encoder alone makes armed people fall to their own side: "guerrillas attacked a post; two rebels were
    killed"."""
    sides = [{(p.code, p.sector) for p in who} for who in (event.actor, event.recipient)]
    armed = len(sides[0]) == 1 and all(code is not None and sector in _ARMED for code, sector in sides[0])
    rules = [e.rule or "" for e in event.evidence.get("actor", ())]
    guessed = bool(rules) and all(rule.startswith("encoder: actor") for rule in rules)
    apart = {(a.start, a.end) for a in event.actor}.isdisjoint((r.start, r.end) for r in event.recipient)
    return event.event[0] in _VIOLENT and sides[0] == sides[1] and armed and guessed and apart


class People:
    """Surnames of the persons of a document, by where they stand."""

    def __init__(self, document: Document) -> None:
        texts = {"text": document.article.text, "title": document.article.title or ""}
        self.spans: list[tuple[Where, int, int, list[str]]] = [
            (e.in_, e.start, e.end, _words(texts[e.in_][e.start : e.end]))
            for e in document.entities
            if e.kind == "PERSON"
        ]

    def named(self, event: Event) -> set[str]:
        """Words of the names of persons in the sentence of an event."""
        first, last = event.text_info.start, event.text_info.end
        return {w for where, start, _, words in self.spans if where == event.where and first <= start < last
                for w in words if len(w) > _INITIAL}  # fmt: skip

    def surname(self, actor: Actor, in_: Where) -> str | None:
        if actor.start is None or actor.end is None:
            return None
        for where, start, end, words in self.spans:
            if where == in_ and words and start <= actor.end + 1 and actor.start < end:  # "the bishop Jan Kowal"
                return words[-1]
        return None


def _points_back(event: Event, tokens: Tokens) -> bool:
    """Whether the act that an event tells, or in which it was done, is one that was told before: "four were wounded in
    the blast", "this attack killed nobody"; not "the murder of the bishop", which says of which it is."""
    spans = [(t.start, t.end) for t in event.event_text]
    own = {k for k in range(len(tokens)) if any(a <= tokens.start[k] < b for a, b in spans)}
    for k in range(len(tokens)):
        if tokens.lemma[k].lower() not in POINTING:
            continue
        kids = [c for c in range(len(tokens)) if tokens.head[c] == k and c != k]
        if not any(tokens.text[c].lower() in _BACK for c in kids):
            continue
        if any(tokens.dep[c] in ("prep", "compound", "poss", "nmod", "nummod") for c in kids):
            continue
        above = k
        while above not in own and tokens.dep[above] in _PARTS and tokens.head[above] != above:
            if tokens.dep[above] == "prep" and tokens.lemma[above].lower() not in _INTO:
                break
            above = tokens.head[above]
        if above in own:
            return True
    return False


def _told_before(event: Event, unknown: list[Event], known: list[Event]) -> tuple[Event, list[Actor]] | None:
    """The violence that the nearest sentence before tells, if all of it has the same agent."""
    here = event.text_info.sequence
    told = [e for e in (*unknown, *known) if e.where == event.where and 0 < here - e.text_info.sequence <= _BACKWARDS]
    nearest = max((e.text_info.sequence for e in told), default=here)
    found = []
    for other in (e for e in told if e.text_info.sequence == nearest):
        agents = agents_of(other, event)
        hurt = {(r.code, r.sector) for r in event.recipient}
        if not agents or not compatible_dates(event, other) or hurt & {(a.code, a.sector) for a in agents}:
            return None
        found.append((other, agents))
    return agreed(event, found)


def _same_word(event: Event, unknown: list[Event], known: list[Event]) -> tuple[Event, list[Actor]] | None:
    """The violence that was told in the same word right before: "a mob attacked the convoy. A guard was attacked with
    stones". Not in a word for any harm, nor of other acts between them."""
    here, word = event.text_info.sequence, event.event_text[0].text.lower()
    told = [e for e in (*unknown, *known) if e.where == event.where and 0 < here - e.text_info.sequence <= _BACKWARDS]
    alike = [e for e in told if e.event_text[0].text.lower() == word]
    if word in _ANY_HARM or " " in word or not alike:
        return None
    found = []
    for other in told:
        agents = agents_of(other, event)
        sides = {(a.code, a.sector) for a in agents}
        if not agents or sides & {(r.code, r.sector) for r in event.recipient}:
            return None
        if not compatible_dates(event, other) or not compatible_places(event, other):
            return None
        found.append((other, agents))
    return agreed(event, found)


def _of_one_person(event: Event, events: list[Event], people: People) -> tuple[Event, list[Actor]] | None:
    """What was done to somebody, where a sentence near by tells it in the same word with its agent: "Kowal was
    extradited on Monday. Kowal, who was extradited by the Polish government, …"."""
    here, word, names = event.text_info.sequence, event.event_text[0].text.lower(), people.named(event)
    words, found = set(_words(event.text)), []
    for other in (e for e in events if e.event == event.event and e.where == event.where):
        near = 0 < abs(other.text_info.sequence - here) <= _BACKWARDS and other.event_text[0].text.lower() == word
        if not near or not (agents := agents_of(other, event)):
            continue
        if not names.isdisjoint(_words(other.text)) or not words.isdisjoint(people.named(other)):
            found.append((other, agents))
    return agreed(event, found)


def _told_again(event: Event, known: list[Event], people: People) -> tuple[Event, list[Actor]] | None:
    """The nearest telling in another sentence that has an agent, if all of them have the same one."""
    found = []
    for other in (k for k in known if k.text_info.sequence != event.text_info.sequence):
        agents = agents_of(other, event)
        same = befell_same(event, other, people) or (_are_lead(event, other) and _same_deed(event, other))
        if agents and same and ("abduct" in event.mode) == ("abduct" in other.mode) and compatible_dates(event, other):
            found.append((other, agents))
    return agreed(event, found)


def _are_lead(event: Event, other: Event) -> bool:
    """Whether one of two events is a headline's, and the other stands where the lead tells of the same."""
    last = max(event.text_info.sequence, other.text_info.sequence)
    return "title" in (event.where, other.where) and last <= _LEAD


def befell_same(event: Event, other: Event, people: People) -> bool:
    """Whether two events were done to the same people, as far as their words tell."""
    lead = _are_lead(event, other)
    pairs = [(a, b) for a in event.recipient for b in other.recipient]
    return any(_same_people(a, event.where, b, other.where, people, lead=lead) for a, b in pairs)


def _same_people(a: Actor, in_a: Where, b: Actor, in_b: Where, people: People, *, lead: bool) -> bool:
    """Whether two recipients are the same people, as far as their words tell. ``lead``: a headline and its lead name
    them, which tell of the same."""
    if a.identifier_id and b.identifier_id:
        return a.identifier_id == b.identifier_id
    names = people.surname(a, in_a), people.surname(b, in_b)
    if names[0] and names[1]:
        return names[0] == names[1]
    if (a.code, a.sector) != (b.code, b.sector) or (a.sector not in _KNOWN and not lead) or any(names):
        return False
    words = [_words(x.entity_text or "") for x in (a, b)]
    if not words[0] or not words[1]:
        return False
    numbers = [_number(w) for w in words]
    if lead and numbers[0] is not None and numbers[0] == numbers[1]:
        return any(w[-1] in _ANYBODY for w in words) or _stem(words[0][-1]) == _stem(words[1][-1])
    if words[0][-1] in _ANYBODY:
        return False
    if lead and a.sector in _KNOWN - _ARMED and not any(numbers) and not any(w[-1].endswith("s") for w in words):
        return True  # "reporter freed": the journalist of whom the lead tells
    return _stem(words[0][-1]) == _stem(words[1][-1]) and (numbers[0] == numbers[1] or not all(numbers))


def _same_deed(event: Event, other: Event) -> bool:
    """Whether a headline and its lead tell in one word of what was done to those of one armed side."""
    sides = {(r.code, r.sector) for r in event.recipient}
    words = [{t.text.lower() for t in e.event_text} for e in (event, other)]
    armed = len(sides) == 1 and all(code is not None and sector in _ARMED for code, sector in sides)
    return armed and sides == {(r.code, r.sector) for r in other.recipient} and not words[0].isdisjoint(words[1])


def _number(words: list[str]) -> str | None:
    return next((_NUMBERS.get(w, w) for w in words if w.isdecimal() or w in _NUMBERS), None)


def _stem(word: str) -> str:
    return word.removesuffix("s")


def _opponent(event: Event, known: list[Event]) -> tuple[Event, list[Actor]] | None:
    """The one side that fights those to whom it was done, anywhere in the text."""
    sides = {(r.code, r.sector) for r in event.recipient}
    if len(sides) != 1 or not all(sector in _ARMED for _, sector in sides):
        return None
    (side,) = sides
    found = []
    for other in known:
        hit = any((r.code, r.sector) == side for r in other.recipient)
        done = any((a.code, a.sector) == side for a in other.actor)
        foes = other.actor if hit or (done and not other.recipient) else other.recipient if done else []
        foes = [a for a in foes if a.sector in _ARMED and not _one_side((a.code, a.sector), side)]
        if foes:
            found.append((other, foes))
    return agreed(event, found)


def _both_sides(event: Event) -> list[Actor]:
    """Those of the recipients who bear arms, if they are of two sides."""
    armed = [r for r in event.recipient if r.sector in _ARMED and r.code is not None]
    sides = {(r.code, r.sector) for r in armed}
    apart = any(not _one_side(a, b) for a in sides for b in sides)
    return armed if apart and len(armed) == len(event.recipient) else []


def _captor(event: Event, known: list[Event]) -> tuple[Event, list[Actor]] | None:
    """The one armed side that abducts people in the text."""
    found = [(other, agents) for other in known if "abduct" in other.mode and (agents := agents_of(other, event))]
    if any(a.sector not in _CAPTORS for _, agents in found for a in agents):
        return None
    return agreed(event, found)


def _in_battle(event: Event, tokens: Tokens | None) -> bool:
    """Whether people fell as they do in battle: not murdered, not chosen."""
    if tokens is None or "targeted" in event.mode:
        return False
    spans = [(t.start, t.end) for t in event.event_text]
    own = [k for k in range(len(tokens)) if any(a <= tokens.start[k] < b for a, b in spans)]
    return all(tokens.lemma[k].lower() not in _MURDER | POINTING for k in own)


def _enemy(event: Event, events: list[Event]) -> tuple[Event, list[Actor]] | None:
    """The one enemy of a country's soldiers or rebels that the text's events name: its rebels or its army."""
    sides = {(r.code, r.sector) for r in event.recipient}
    (code, sector) = next(iter(sides), (None, None))
    if len(sides) != 1 or code is None or sector not in ("MIL", "REB"):
        return None
    wanted = _CAPTORS if sector == "MIL" else frozenset(("MIL", "COP", "PRM"))
    others = [e for e in events if e is not event]
    acts = [a for e in others if e.event[0] in _VIOLENT for a in e.actor]
    if not any(a.code == code and a.sector in wanted | {sector} for a in acts):
        return None  # none of both is told to fight
    found = []
    for other in others:
        foes = [a for a in (*other.actor, *other.recipient) if a.code == code and a.sector in wanted]
        if foes:
            found.append((other, foes[:1]))
    if any(a.sector not in ("REB", "MIL") for _, foes in found for a in foes):
        return None
    return agreed(event, found)


def _one_side(a: Side, b: Side) -> bool:
    """Whether two armed bodies are of one side: the same, or forces of one state."""
    return a == b or (a[0] == b[0] and a[1] in _STATE and b[1] in _STATE)


def agents_of(other: Event, event: Event) -> list[Actor]:
    """Those who did ``other``, unknown ones and those who suffered it left out."""
    hurt = {(r.code, r.sector, (r.entity_text or "").lower()) for r in (*event.recipient, *other.recipient)}
    known = [a for a in other.actor if a.sector != "UNK" and (a.entity_text or "").lower() not in _WHOEVER]
    return [a for a in known if (a.code, a.sector, (a.entity_text or "").lower()) not in hurt]


def agreed(event: Event, found: list[tuple[Event, list[Actor]]]) -> tuple[Event, list[Actor]] | None:
    """The telling nearest to ``event``, where all name agents of the same side."""
    sides: set[frozenset[Side]] = {frozenset((a.code, a.sector) for a in agents) for _, agents in found}
    if len(sides) != 1:
        return None
    here = event.text_info.sequence
    return min(found, key=lambda pair: (abs(pair[0].text_info.sequence - here), pair[0].text_info.sequence))


def _take(event: Event, found: tuple[Event, list[Actor]] | None, rule: str) -> None:
    """Give ``event`` the agents of another."""
    if found is not None:
        other, agents = found
        take(event, agents, other.where, f"{rule}: “{other.event_text[0].text}”")


def take(event: Event, agents: list[Actor], there: Where, rule: str) -> None:
    """Give ``event`` the ``agents`` that are named in the string ``there``; their spans too, if it is the event's."""
    event.evidence["actor"] = [Evidence(a.start, a.end, there, rule) for a in agents]
    here = event.where
    event.actor = agents if here == there else [msgspec.structs.replace(a, start=None, end=None) for a in agents]


def _words(text: str) -> list[str]:
    return [str(word) for word in _WORD.findall(text.lower())]
