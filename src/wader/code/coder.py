"""Who did what to whom: candidates of events from the parsed sentences of a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from wader.code.classes import Classes
from wader.code.contexts import Contexts
from wader.code.frames import GOVERNED, Frame, Framer
from wader.code.graph import Graph
from wader.code.idle import Idle
from wader.code.match import Matcher
from wader.code.nonevents import NonEvents
from wader.code.parties import Parties
from wader.code.slots import Match
from wader.code.speech import running_speakers
from wader.knowledge import Knowledge
from wader.records import Auxiliary, Candidate, Document, Mention, Sentence, Status, Trigger

_HOLDERS = frozenset(("REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE", "CONSULT"))
"""Categories whose complement is their content, not an event beside them."""
_VERDICTS = frozenset(("ACCUSE", "SUPPORT"))
"""Categories about an event: it stands beside them where it names who did it or to whom."""
_CONTENT = frozenset("xcomp ccomp pcomp acl dobj pobj nsubjpass prep attr oprd acomp agent dative".split())
_TRIED = frozenset(("ASSAULT", "PROTEST", "MOBILIZE", "REQUEST", "ACCUSE", "THREATEN", "REJECT"))
"""Categories of which the attempt is already one ("tried to kill", "tried to persuade")."""
_MUTUAL = frozenset(("CONSULT", "COOPERATE"))
_HARM = frozenset(("ASSAULT", "COERCE", "SANCTION"))
_IN_WHICH = ("in", "during", "from")
_ONE_SIDED = frozenset(("AGREE", "REJECT", "SANCTION"))
_OWN_SIDE = frozenset(("subj", "light", "poss", "by", "amod", "compound", "subj of clause"))
_OWN = frozenset("he she it they we i his her its their our my".split())
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

    def __init__(
        self, sentence: Sentence, document: Document, knowledge: Knowledge, speaker: Mention | None = None
    ) -> None:
        """``speaker``: who speaks in a quotation that runs through the sentence."""
        assert sentence.tokens is not None
        self.speaker = speaker
        self.sentence, self.knowledge = sentence, knowledge
        headline = sentence.in_ == "title" or sentence.sequence <= 1
        passives = knowledge.lexicon.members("headline_passive") if headline else frozenset()
        self.graph = Graph(sentence.tokens, passives)
        entities = [e for e in document.entities if e.sentence == sentence.sequence]
        self.classes = Classes(sentence, self.graph, entities, knowledge.roles, knowledge.lexicon)
        self.matcher = Matcher(knowledge.lexicon, self.graph, self.classes, headline=sentence.in_ == "title")
        self.matcher.slots.outside = speaker is not None
        self.framer = Framer(self.graph, self.matcher)
        self.parties = Parties(self.graph, self.classes, self.matcher)
        self.idle = Idle(self.graph, self.classes, self.matcher).idle

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
        found = [
            Coded(m, frame, m.entry.category, list(m.entry.modes))
            for m in self.matches()
            if (frame := self._frame(m)) is not None
        ]
        by_token = {t: c for c in found for t in c.match.tokens}
        for coded in found:
            self._embed(coded, by_token)
        for coded in found:  # "must" is said of its verb: what must be done is the content of the demand
            said = by_token.get(self.graph.tokens.head[coded.match.token])
            if coded.category == "REQUEST" and coded.match.entry.pos == "p" and said not in (None, coded):
                self._held(said, coded, "xcomp")
        for coded in found:
            self._share(coded, by_token)
        for coded in found:
            self._foiled(coded)
            self._announce(coded)
            self._transform(coded)
        return found

    def _frame(self, match: Match) -> Frame | None:
        """The frame of a match. A verdict in reported speech ("said the plan was reckless") is an act of saying: it
        stands in the frame of its verb of saying, and is none where the words deny it or only suppose it."""
        frame = self.framer.read(match)
        if not match.actor or match.actor[0][1] != "speaker":
            return frame
        said = self.matcher.slots.saying(match.token)
        if frame.negated or self.framer.unsaid(match.token, said[0] if said is not None else None):
            return None
        return self.framer.over(said[0], match) if said is not None else Frame()

    def _share(self, coded: Coded, by_token: dict[int, Coded]) -> None:
        """Those killed "in an attack by rebels" were attacked by them: death and attack tell of one event."""
        match = coded.match
        if coded.category != "ASSAULT" or match.entry.pos != "v" or not match.recipient_real:
            return
        victims = {k for k, _ in match.recipient}
        for name in _IN_WHICH:
            for noun in self.graph.preposition([match.token], name):
                attack = by_token.get(noun)
                if attack is None or attack.category != "ASSAULT" or not attack.match.actor_real:
                    continue
                by = [f for f in attack.match.actor if f[0] not in victims]
                same = not match.actor_real or {k for k, _ in match.actor} == {k for k, _ in by}
                if by and same and all(slot != "between" for _, slot in by):
                    match.actor, match.actor_real = by, True
                    if not attack.match.recipient_real:
                        attack.match.recipient, attack.match.recipient_real = match.recipient, True
                    return

    def _announce(self, coded: Coded) -> None:
        """Mark what its own actor says it will do ("said they would boycott the vote") or never did."""
        frame, graph, i = coded.frame, self.graph, coded.match.token
        if frame.future == frame.negated or frame.hypothetical:
            return
        for below, k in pairwise(graph.path_up(i)):
            if graph.tokens.dep[below] == "xcomp" and graph.lemma[k] in self.knowledge.lexicon.members("vowing"):
                frame.mark("announced", k, f"“{graph.tokens.text[k]}”: its own actor vows it")
                return
            if graph.tokens.dep[below] != "ccomp":
                if graph.tokens.dep[below] not in ("xcomp", "conj", "dobj", "pobj", "prep"):
                    return
                continue
            if not self.matcher.reports(k) or graph.lemma[k] in self.knowledge.lexicon.members("thinking"):
                return
            speakers = set(graph.subject(k))
            own = {a for a, _ in coded.match.actor if a < graph.size}
            owners = {p for a in own for p in graph.possessor(a)}  # "said his army would enter"
            pronoun = any(graph.low[a] in _OWN for a in own | owners)
            if own & speakers or pronoun or self._same_state(own, speakers):
                flag = "disowned" if frame.negated else "announced"
                frame.mark(flag, k, f"“{graph.tokens.text[k]}”: its own actor says so")
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
        if self._restated(coded, by_token):
            return
        for below, k in pairwise(path):
            dep = graph.tokens.dep[below]
            if dep == "advcl" and coded.frame.purpose:
                self._purpose(coded, [by_token[o] for o in [k, *graph.object(k)] if o in by_token])
                return
            if dep == "conj" and graph.is_verb(below) != graph.is_verb(k):
                return
            if dep == "conj":
                continue
            if dep in ("nsubj", "nsubjpass") and self._ends_it(coded, by_token.get(k)):
                coded.suppressed = True
            if dep not in _CONTENT or (dep == "prep" and not self._governs(below)):
                return
            holder = by_token.get(k)
            if holder is not None and holder is not coded:
                self._held(coded, holder, dep)
                return

    @staticmethod
    def _purpose(coded: Coded, above: list[Coded]) -> None:
        """What is done in order to meet, help or make somebody yield is one event with it ("visited to meet them",
        "put pressure on them to resign")."""
        for told in above:
            if told.category not in (coded.category, "REQUEST"):
                continue
            coded.suppressed = True
            own = {k for k, _ in told.match.actor}
            others = [f for f in coded.match.actor if f[0] not in own]
            if told.category == coded.category == "CONSULT" and others and not told.match.recipient_real:
                told.match.recipient, told.match.recipient_real = others, True

    def _ends_it(self, coded: Coded, told: Coded | None) -> bool:
        """Whether a noun is the subject of what is told of it and of its parties ("talks between them collapsed")."""
        if told is None or told is coded or coded.match.entry.pos != "n" or told.match.entry.pos == "n":
            return False
        own = {k for k, _ in [*coded.match.actor, *coded.match.recipient]}
        return bool(own) and own == {k for k, _ in [*told.match.actor, *told.match.recipient]}

    def _restated(self, coded: Coded, by_token: dict[int, Coded]) -> bool:
        """Whether an apposition names the event before it again: "the inquiry, a probe aimed at the police"."""
        match, tokens, first = coded.match, self.graph.tokens, None
        if tokens.dep[match.token] not in ("appos", "npadvmod"):
            return False
        for k in self.graph.path_up(match.token)[1:]:  # the parser hangs it on the last noun of the phrase before
            first = by_token.get(k)
            if self.graph.is_verb(k) and tokens.dep[match.token] == "npadvmod":
                first = next((by_token[o] for o in self.graph.object(k) if o in by_token), None)
            if first is not None or tokens.dep[k] not in ("pobj", "prep", "acl", "conj"):
                break
        if first is None or first.match.entry.pos != "n" or first.category != coded.category:
            return False
        coded.suppressed = True
        if match.recipient_real and not first.match.recipient_real:
            first.match.recipient, first.match.recipient_real = match.recipient, True
        return True

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
        theirs = coded.category == "CONCEDE" and any(slot == "between" for _, slot in match.actor)
        if category == "CONSULT" and theirs:
            coded.suppressed = False  # a truce brokered between two sides is theirs, beside the mediation
        elif noun and tested and dep in ("dobj", "nsubjpass"):
            coded.suppressed = True
        elif category in _HOLDERS:
            own_subject = bool(graph.child(match.token, ("nsubj", "nsubjpass")))
            base = graph.subjunctive(match.token) or coded.frame.future or coded.frame.hypothetical
            coded.suppressed = not (dep == "ccomp" and own_subject and not base)
        elif category in _VERDICTS:
            coded.suppressed = not noun or not (match.actor_real or match.recipient_real)
        elif noun and holder.match.entry.pos == "v" and dep in ("dobj", "nsubjpass"):
            coded.suppressed = not (match.actor_real and match.recipient_real)
        elif noun and category == coded.category and holder.match.actor_real and not match.actor_real:
            coded.suppressed = True  # "claimed responsibility for the murder of two nuns" is one event
            if match.recipient_real and not holder.match.recipient_real:
                holder.match.recipient, holder.match.recipient_real = match.recipient, True
        if (
            coded.suppressed
            and category in _HOLDERS | _VERDICTS
            and not holder.match.recipient_real
            and (match.recipient_real or match.actor_real)
        ):
            own = {k for k, _ in holder.match.actor}
            # for an attack: who did it, not who suffered; of a ban that is asked for: whoever should impose it
            blamed = coded.category in _HARM and (category == "ACCUSE" or (category == "REQUEST" and noun))
            blamed = blamed or (category == "REQUEST" and noun and coded.category == "RETREAT")
            filled = match.actor_real if blamed else match.recipient_real
            where = {k for k, _ in match.actor if self.matcher.slots.where(match.token, k)}
            inherited = [
                (k, f"{slot} of what is said")
                for k, slot in (match.actor if blamed else match.recipient)
                if k not in own | where
            ]
            if inherited and filled and category != "CONSULT":
                holder.match.recipient, holder.match.recipient_real = inherited, True
        if coded.suppressed and match.actor_real and not holder.match.actor_real and coded.category in _MUTUAL:
            # "their meeting was postponed": by those who were to meet
            holder.match.actor, holder.match.actor_real = match.actor, True
            holder.match.recipient, holder.match.recipient_real = [], False
        operator = self.matcher.operator(holder.match.token)
        if operator is not None and operator.kind == "deny":
            return  # "denied that it shelled the port": a denial, not the refusal of what is denied
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
        if frame.attempted and coded.category not in _TRIED:
            frame.mark("hypothetical", frame.cues["attempted"], f"attempted only: {frame.rules['attempted']}")
        unready = coded.match.entry.pos == "a" and coded.category == "AGREE" and not frame.hypothetical
        if frame.negated and (frame.future or unready) and coded.category in rules.unwilling:
            coded.category, *coded.modes = rules.unwilling[coded.category]
            coded.rules["precedence"] = f"{was} that will not be is {coded.category}: {frame.rules['negated']}"
            frame.negated = frame.future = False
        elif frame.negated and coded.category == "AGREE" and coded.match.entry.pos == "a":
            coded.category, coded.modes = "REJECT", []  # "is not ready to talk"
            coded.rules["precedence"] = f"AGREE that is denied of the willing is REJECT: {frame.rules['negated']}"
            frame.negated = False
        elif frame.disowned and coded.category in (*rules.announced, "THREATEN"):
            coded.category, coded.modes = "REJECT", []
            coded.rules["precedence"] = f"{was} that its own actor denies is REJECT: {frame.rules['disowned']}"
            frame.negated = False
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

        if was == "CONSULT" and coded.category in _ONE_SIDED:
            self._part(coded.match)

    @staticmethod
    def _part(match: Match) -> None:
        """Who plans or refuses to meet does it to the other: "the envoy will meet the rebels" is no meeting yet."""
        own = [f for f in match.actor if f[1] in _OWN_SIDE]
        others = [f for f in match.actor if f[1] not in _OWN_SIDE]
        if own and others and not match.recipient_real and not any(slot == "between" for _, slot in others):
            match.actor, match.recipient, match.recipient_real = own, others, True

    # --- candidates -------------------------------------------------------------------------------------------

    def candidates(self) -> list[Candidate]:
        coded = [
            c for c in self.coded() if not (c.suppressed or _void(c.frame) or self.idle(c.match, c.frame, c.category))
        ]
        coded = self._without_results(coded)
        armed = {k for c in coded if c.category == "ASSAULT" for k, _ in c.match.actor}
        found: list[Candidate] = []
        for c in coded:
            if c.category == "MOBILIZE" and armed & {k for k, _ in c.match.actor}:
                continue  # the manual: a mobilisation that is part of an attack is not coded beside it
            found.append(self._candidate(c))
        return _merged(found)

    def _without_results(self, coded: list[Coded]) -> list[Coded]:
        """Deaths and damage told as the result of an attack are part of it ("shelled the port, killing five")."""
        harm = self.knowledge.lexicon.members("harm")
        attacks = [c for c in coded if c.category == "ASSAULT"]
        results: set[int] = set()
        for c in attacks:
            i = c.match.token
            verb = self._adjoined(i) or self._beside(c)
            if self.graph.lemma[i] not in harm or verb is None:
                continue
            cause = next((a for a in attacks if a is not c and verb in (*a.match.tokens, a.match.carrier)), None)
            if cause is None or id(cause) in results:
                continue
            results.add(id(c))
            if not cause.match.recipient_real and c.match.recipient_real:
                cause.match.recipient, cause.match.recipient_real = c.match.recipient, True
        return [c for c in coded if id(c) not in results]

    def _beside(self, coded: Coded) -> int | None:
        """The verb that tells of other casualties of the same hands ("killed four guards and wounded six")."""
        graph, i = self.graph, coded.match.token
        head, casualties = graph.tokens.head[i], self.knowledge.lexicon.members("casualty_verb")
        if graph.tokens.dep[i] != "conj" or not {graph.lemma[i], graph.lemma[head]} <= casualties:
            return None
        return head if not coded.match.actor or graph.subject(i) == graph.subject(head) else None

    def _adjoined(self, i: int) -> int | None:
        """The verb that participle ``i`` is an adjunct of, over its conjuncts."""
        graph, dep = self.graph, self.graph.tokens.dep
        while dep[i] == "conj" and graph.tokens.tag[i] == "VBG" == graph.tokens.tag[graph.tokens.head[i]]:
            i = graph.tokens.head[i]
        if graph.tokens.tag[i] != "VBG" or dep[i] != "advcl" or graph.child(i, ("mark", "nsubj")):
            return None
        return graph.tokens.head[i]

    def _foiled(self, coded: Coded) -> None:
        """Who foils a plot is not who would have carried it out."""
        frame, graph = coded.frame, self.graph
        if not frame.negated or coded.category != "ASSAULT":
            return
        verb = frame.cues["negated"]
        operator = self.matcher.operator(verb) if graph.is_verb(verb) else None
        denying = self.knowledge.lexicon.members("denying")
        if operator is None or operator.kind != "deny" or graph.lemma[verb] in denying:
            return
        foilers = set(graph.subject(verb))
        left = [f for f in coded.match.actor if f[0] not in foilers]
        if left != coded.match.actor:
            nouns = [k for k in graph.object(verb) if graph.is_noun(k)]
            plotters = graph.preposition([coded.match.token, *nouns], "by")
            plotters += [p for k in nouns for p in graph.possessor(k)]
            coded.match.actor = left or [(k, "by") for k in plotters]
            coded.match.actor_real = any("actor" in self.classes.of(k) for k, _ in coded.match.actor)

    def _candidate(self, coded: Coded) -> Candidate:
        match, frame, tokens = coded.match, coded.frame, self.graph.tokens
        actor, recipient = match.actor, match.recipient
        if frame.disowned and coded.category == "REJECT":
            recipient = []  # whose charge is denied is not told
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
        if not match.recipient_real and not frame.suffered:
            recipient = self.parties.recipient(match, coded.category) or recipient
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
        if k == self.graph.size and self.speaker is not None:
            return self.speaker
        left = self.graph.subtree_left(k)
        start, end = tokens.start[left], tokens.end[k]
        entity = self.classes.entity(k)
        if entity is not None:
            start, end = min(start, entity.start), max(end, entity.end)
        return Mention(start, end, k, slot, rule=f"{slot} of the trigger")


def _void(frame: Frame) -> bool:
    """What is not to be, may not be, is not wanted: neither told as done nor denied of something told."""
    return frame.negated and (frame.future or frame.hypothetical or frame.purpose)


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
        self.nonevents = NonEvents(knowledge)

    def code(self, document: Document) -> list[Candidate]:
        """Candidates in document order, with the contexts of their paragraph."""
        found: list[Candidate] = []
        speakers = running_speakers(document)
        for sentence in document.sentences:
            if sentence.tokens is not None and len(sentence.tokens):
                speaker = speakers.get(sentence.sequence)
                found += SentenceCoder(sentence, document, self.knowledge, speaker).candidates()
        self.contexts.add(document, found)
        return self.nonevents.keep(document, found)
