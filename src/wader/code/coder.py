"""Who did what to whom: candidates of events from the parsed sentences of a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from wader.code.classes import Classes
from wader.code.contexts import Contexts
from wader.code.frames import GOVERNED, Frame, Framer
from wader.code.graph import Graph
from wader.code.match import Matcher
from wader.code.slots import Match
from wader.knowledge import Knowledge
from wader.records import Auxiliary, Candidate, Document, Mention, Sentence, Status, Trigger

_HOLDERS = frozenset(("REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE", "CONSULT"))
"""Categories whose complement is their content, not an event beside them."""
_VERDICTS = frozenset(("ACCUSE", "SUPPORT"))
"""Categories about an event: it stands beside them where it names who did it or to whom."""
_CONTENT = frozenset("xcomp ccomp pcomp acl dobj pobj nsubjpass prep attr oprd acomp agent dative".split())
_MUTUAL = frozenset(("CONSULT", "COOPERATE"))
_SHARED_MODES = frozenset(("REQUEST", "REJECT"))


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


class SentenceCoder:
    """All that one sentence needs: its graph, classes, matches and frames."""

    def __init__(self, sentence: Sentence, document: Document, knowledge: Knowledge) -> None:
        assert sentence.tokens is not None
        self.sentence, self.knowledge = sentence, knowledge
        headline = sentence.in_ == "title" or sentence.sequence <= 1
        passives = knowledge.lexicon.members("headline_passive") if headline else frozenset()
        self.graph = Graph(sentence.tokens, passives)
        entities = [e for e in document.entities if e.sentence == sentence.sequence]
        self.classes = Classes(sentence, self.graph, entities, knowledge.roles, knowledge.lexicon)
        self.matcher = Matcher(knowledge.lexicon, self.graph, self.classes, headline=sentence.in_ == "title")
        self.framer = Framer(self.graph, self.matcher)

    # --- matches --------------------------------------------------------------------------------------------

    def matches(self) -> list[Match]:
        """Best matches that do not share words; what the lexicon marks as NONE blocks its words."""
        found = [m for m in (self.matcher.best(i) for i in range(self.graph.size)) if m is not None]
        outer = [m for m in found if not any(self._inside(m, other) for other in found if other is not m)]
        taken: set[int] = set()
        kept = []
        for match in sorted(outer, key=lambda m: (-m.rank, m.token)):
            if taken.isdisjoint(match.tokens):
                taken.update(match.tokens)
                kept.append(match)
        return sorted((m for m in kept if m.entry.category != "NONE"), key=lambda m: m.token)

    def _inside(self, inner: Match, outer: Match) -> bool:
        """Whether ``outer`` takes a word of ``inner`` from above: "refuse to provide" over "provide aid"."""
        if outer.entry.pos != "v" or inner.token == outer.token or set(inner.tokens).isdisjoint(outer.tokens):
            return False
        return inner.token in outer.tokens and outer.token in self.graph.path_up(inner.token)

    def coded(self) -> list[Coded]:
        found = [Coded(m, self.framer.read(m), m.entry.category, list(m.entry.modes)) for m in self.matches()]
        by_token = {t: c for c in found for t in c.match.tokens}
        for coded in found:
            self._embed(coded, by_token)
        for coded in found:
            self._announce(coded)
            self._transform(coded)
        return found

    def _announce(self, coded: Coded) -> None:
        """Mark what its own actor says it will do ("said they would boycott the vote")."""
        frame, graph, i = coded.frame, self.graph, coded.match.token
        if not frame.future or frame.negated:
            return
        for below, k in pairwise(graph.path_up(i)):
            if graph.tokens.dep[below] != "ccomp":
                if graph.tokens.dep[below] not in ("xcomp", "conj", "dobj", "pobj", "prep"):
                    return
                continue
            operator = self.matcher.operator(k)
            if operator is None or operator.kind != "report":
                return
            speakers = set(graph.subject(k))
            own = {a for a, _ in coded.match.actor}
            pronoun = any(graph.low[a] in ("he", "she", "it", "they", "we", "i") for a in own)
            if own & speakers or pronoun or self._same_state(own, speakers):
                frame.mark("announced", k, f"“{graph.tokens.text[k]}”: its own actor says so")
            return

    def _same_state(self, one: set[int], other: set[int]) -> bool:
        codes = [
            {e.code for k in side if (e := self.classes.entity(k)) is not None and e.code} for side in (one, other)
        ]
        return bool(codes[0] & codes[1])

    def _embed(self, coded: Coded, by_token: dict[int, Coded]) -> None:
        """Find the event that this one is the content or the topic of."""
        graph = self.graph
        path = graph.path_up(coded.match.token)
        for below, k in pairwise(path):
            dep = graph.tokens.dep[below]
            if dep == "advcl" and coded.frame.purpose and k in by_token:
                coded.suppressed = by_token[k].category == coded.category
                return
            if dep == "conj" and graph.is_verb(below) != graph.is_verb(k):
                return
            if dep == "conj":
                continue
            if dep not in _CONTENT or (dep == "prep" and not self._governs(below)):
                return
            holder = by_token.get(k)
            if holder is not None and holder is not coded:
                self._held(coded, holder, dep)
                return

    def _governs(self, preposition: int) -> bool:
        """Whether what follows a preposition is the content of what stands before it, not a circumstance or a cause."""
        causes = {self.graph.low[k] for k in self.graph.kids[preposition]}
        return self.graph.low[preposition] in GOVERNED and not causes & {
            "because",
            "due",
            "ahead",
            "instead",
            "regardless",
        }

    def _held(self, coded: Coded, holder: Coded, dep: str) -> None:
        graph, match = self.graph, coded.match
        coded.holder = holder
        category = holder.category
        noun = match.entry.pos == "n"
        tested = any(path[0] == "obj" for paths, _ in holder.match.entry.when for path in paths)
        if noun and tested and dep in ("dobj", "nsubjpass"):
            coded.suppressed = True
        elif category in _HOLDERS:
            own_subject = bool(graph.child(match.token, ("nsubj", "nsubjpass")))
            base = graph.tokens.tag[match.token] == "VB" or coded.frame.future or coded.frame.hypothetical
            coded.suppressed = not (dep == "ccomp" and own_subject and not base)
        elif category in _VERDICTS:
            coded.suppressed = not noun or not (match.actor_real or match.recipient_real)
        elif noun and holder.match.entry.pos == "v" and dep in ("dobj", "nsubjpass"):
            coded.suppressed = not (match.actor_real and match.recipient_real)
        if (
            coded.suppressed
            and category in _HOLDERS | _VERDICTS
            and not holder.match.recipient_real
            and match.recipient_real
        ):
            own = {k for k, _ in holder.match.actor}
            inherited = [(k, f"{slot} of what is said") for k, slot in match.recipient if k not in own]
            if inherited and category != "CONSULT":
                holder.match.recipient, holder.match.recipient_real = inherited, True
        if coded.suppressed and match.actor_real and not holder.match.actor_real and coded.category in _MUTUAL:
            # "their meeting was postponed": by those who were to meet
            holder.match.actor, holder.match.actor_real = match.actor, True
            holder.match.recipient, holder.match.recipient_real = [], False
        if category in _SHARED_MODES and not holder.match.entry.modes and not holder.modes:
            mode = self.knowledge.codebook.precedence.request_mode.get(coded.category)
            holder.modes = [mode] if mode else []
            holder.rules["mode"] = f"of what is asked or refused: {coded.category}"
        elif category == "THREATEN" and not holder.match.entry.modes and not holder.modes:
            holder.modes = [self.knowledge.codebook.threat_mode(coded.category, coded.modes)]
            holder.rules["mode"] = f"of what is threatened: {coded.category}"

    def _transform(self, coded: Coded) -> None:
        """Precedence: what is ended, cancelled or still to come is another event."""
        rules, frame = self.knowledge.codebook.precedence, coded.frame
        was = coded.category
        tables = [("cancelled", rules.cancelled), ("cut", {**rules.ended, **rules.cut}), ("ended", rules.ended)]
        for flag, table in tables:
            if getattr(frame, flag) and was in table and not frame.negated:
                coded.category, coded.modes = table[was][0], table[was][1:]
                coded.rules["precedence"] = f"{was} {flag} is {coded.category}: {frame.rules[flag]}"
                frame.ongoing = False
                break
        if frame.negated and frame.future and coded.category in rules.unwilling:
            coded.category, *coded.modes = rules.unwilling[coded.category]
            coded.rules["precedence"] = f"{was} that will not be is {coded.category}: {frame.rules['negated']}"
            frame.negated = frame.future = False
        elif frame.announced and coded.category in rules.announced:
            coded.modes = [self.knowledge.codebook.threat_mode(coded.category, coded.modes)]
            coded.category = "THREATEN"
            coded.rules["precedence"] = f"{was} that its actor announces is THREATEN: {frame.rules['announced']}"
            frame.future = False
        elif frame.future and not frame.negated and coded.category in rules.future:
            coded.rules["precedence"] = (
                f"{coded.category} to come is {rules.future[coded.category]}: {frame.rules['future']}"
            )
            coded.category, coded.modes = rules.future[coded.category], []

    # --- candidates -------------------------------------------------------------------------------------------

    def candidates(self) -> list[Candidate]:
        coded = [c for c in self.coded() if not c.suppressed]
        armed = {k for c in coded if c.category == "ASSAULT" for k, _ in c.match.actor}
        found: list[Candidate] = []
        for c in coded:
            if c.category == "MOBILIZE" and armed & {k for k, _ in c.match.actor}:
                continue  # the manual: a mobilisation that is part of an attack is not coded beside it
            found.append(self._candidate(c))
        return _merged(found)

    def _candidate(self, coded: Coded) -> Candidate:
        match, frame, tokens = coded.match, coded.frame, self.graph.tokens
        actor, recipient = match.actor, match.recipient
        if frame.suffered and match.carrier is not None:
            recipient = [(k, "light") for k in self.graph.subject(match.carrier)]
            actor = (
                [f for f in actor if f[1] != "light"]
                or self.matcher.slots.slot(match, ("by",))
                or self.matcher.slots.slot(match, ("from",))
            )
        if (
            coded.category == "MOBILIZE"
        ):  # the troops that are moved are their state's, never whom they are moved against
            moved = [(k, "obj") for k in self.graph.object(match.token) if "armed" in self.classes.of(k)]
            recipient = [f for f in recipient if f[0] not in {k for k, _ in moved}]
            actor = actor if match.actor_real or not moved else moved
        auxiliary = _auxiliary(frame)
        runs = _runs(match.tokens)
        rules = {"event": match.entry.id, **coded.rules, **frame.rules}
        cues = {k: (tokens.start[t], tokens.end[t]) for k, t in frame.cues.items()}
        return Candidate(
            sentence=self.sentence.sequence,
            in_=self.sentence.in_,
            triggers=[Trigger(tokens.start[a], tokens.end[b], match.token, match.entry.id) for a, b in runs],
            category=coded.category,
            mode=coded.modes,
            actor=[self._mention(k, slot) for k, slot in actor],
            recipient=[self._mention(k, slot) for k, slot in recipient],
            auxiliary=auxiliary,
            status=_status(frame, auxiliary),
            score=round(match.rank, 3),
            rules=rules,
            cues=cues,
        )

    def _mention(self, k: int, slot: str) -> Mention:
        tokens = self.graph.tokens
        left = self.graph.subtree_left(k)
        start, end = tokens.start[left], tokens.end[k]
        entity = self.classes.entity(k)
        if entity is not None:
            start, end = min(start, entity.start), max(end, entity.end)
        return Mention(start, end, k, slot, rule=f"{slot} of the trigger")


def _auxiliary(frame: Frame) -> list[Auxiliary]:
    found: list[Auxiliary] = []
    if frame.future or frame.purpose:
        found.append("future")
    if frame.hypothetical:
        found.append("hypothetical")
    if frame.negated:
        found.append("negation")
    return found


def _status(frame: Frame, auxiliary: list[Auxiliary]) -> Status:
    if "negation" in auxiliary:
        return "denied"
    if "hypothetical" in auxiliary:
        return "hypothetical"
    if "future" in auxiliary:
        return "planned"
    return "ongoing" if frame.ongoing else "happened"


def _runs(tokens: tuple[int, ...]) -> list[tuple[int, int]]:
    """Contiguous runs of token indices, so that a trigger with a gap is marked without what stands between."""
    runs: list[tuple[int, int]] = []
    for k in sorted(set(tokens)):
        if runs and k == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], k)
        else:
            runs.append((k, k))
    return runs


def _merged(candidates: list[Candidate]) -> list[Candidate]:
    """One record where a sentence says the same event with two triggers (same category, status and people)."""
    kept: list[Candidate] = []
    for candidate in candidates:
        twin = next((k for k in kept if _same(k, candidate)), None)
        if twin is None:
            kept.append(candidate)
            continue
        twin.triggers += candidate.triggers
        twin.mode = list(dict.fromkeys([*twin.mode, *candidate.mode]))
        if len(candidate.recipient) > len(twin.recipient):
            twin.recipient = candidate.recipient
        if len(candidate.actor) > len(twin.actor):
            twin.actor = candidate.actor
    return kept


def _same(a: Candidate, b: Candidate) -> bool:
    if a.category != b.category or a.status != b.status:
        return False
    actors_a, actors_b = {m.token for m in a.actor}, {m.token for m in b.actor}
    recipients_a, recipients_b = {m.token for m in a.recipient}, {m.token for m in b.recipient}
    if a.category == "CONSULT":
        all_a, all_b = actors_a | recipients_a, actors_b | recipients_b
        return bool(all_a & all_b) and (all_a <= all_b or all_b <= all_a)
    return (
        bool(actors_a)
        and actors_a == actors_b
        and (recipients_a == recipients_b or not recipients_a or not recipients_b)
    )


class Coder:
    """Codes annotated documents. Pure: the same document and knowledge give the same candidates."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.contexts = Contexts(knowledge)

    def code(self, document: Document) -> list[Candidate]:
        """Candidates in document order, with the contexts of their paragraph."""
        found: list[Candidate] = []
        for sentence in document.sentences:
            if sentence.tokens is not None and len(sentence.tokens):
                found += SentenceCoder(sentence, document, self.knowledge).candidates()
        self.contexts.add(document, found)
        return found
