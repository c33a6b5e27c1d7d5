"""Who did what to whom: candidates of events from the parsed sentences of a document."""

from __future__ import annotations

from wader.code.casting import TAKES_PART
from wader.code.classes import Classes
from wader.code.coded import Coded, auxiliary, status, void
from wader.code.contexts import Contexts
from wader.code.doubles import Doubles
from wader.code.frame import VERDICTS, Frame
from wader.code.frames import Framer
from wader.code.graph import Graph
from wader.code.idle import Idle
from wader.code.judge import packaged
from wader.code.lists import beside_subject
from wader.code.match import Matcher
from wader.code.nonevents import NonEvents
from wader.code.participants import Participants
from wader.code.parties import Parties
from wader.code.precedence import Precedence
from wader.code.relations import Relations
from wader.code.slots import Match
from wader.code.speech import running_speakers
from wader.knowledge import Knowledge
from wader.records import Candidate, Document, Mention, Sentence, Trigger


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
        headline = headline or document.article.text[sentence.start : sentence.end].isupper() or _is_heading(sentence)
        passives = knowledge.lexicon.members("headline_passive") if headline else frozenset()
        self.graph = Graph(sentence.tokens, passives)
        entities = [e for e in document.entities if e.sentence == sentence.sequence]
        named = [e for e in entities if e.kind != "ROLE"]
        placed = {(p.start, p.end) for p in document.places if p.sentence == sentence.sequence}
        self.names = sorted(placed | {(e.start, e.end) for e in named})
        """Document spans of the names, any of which may tell a party's country."""
        self.classes = Classes(sentence, self.graph, entities, knowledge.roles, knowledge.lexicon)
        self.matcher = Matcher(knowledge.lexicon, self.graph, self.classes, headline=sentence.in_ == "title")
        self.matcher.slots.outside = speaker is not None
        self.framer = Framer(self.graph, self.matcher)
        self.parties = Parties(self.graph, self.classes, self.matcher)
        self.participants = Participants(self.graph, self.classes, knowledge.lexicon)
        self.relations = Relations(self.graph, self.matcher, knowledge)
        self.precedence = Precedence(self.graph, self.classes, self.matcher, knowledge)
        self.held: set[int] = set()
        """Tokens of the triggers that were read, those of what others hold (a demanded release) too, and of nouns in
        senses that are no event."""
        self.doubtful: set[int] = set()
        """Verbs in senses that the lexicon lists for no event."""
        self.struck: dict[int, frozenset[int]] = {}
        """By token of whom violence is done to: the tokens of the triggers that tell it."""
        self.judges: dict[int, frozenset[int]] = {}
        """By trigger of what somebody is blamed or praised for: who blames or praises."""
        self.idle = Idle(self.graph, self.classes, self.matcher).idle

    # --- matches --------------------------------------------------------------------------------------------

    def matches(self) -> list[Match]:
        """Best matches that do not share words; what the lexicon marks as NONE blocks its words, but for its verbs."""
        found = [m for m in (self.matcher.best(i) for i in range(self.graph.size)) if m is not None]
        outer = [m for m in found if not any(self._inside(m, other) for other in found if other is not m)]
        taken: set[int] = set()
        kept = []
        for match in sorted(outer, key=lambda m: (-m.rank, m.token)):
            if taken.isdisjoint(match.tokens):
                taken.update(match.tokens)
                kept.append(match)
        for match in kept:
            if match.entry.category == "NONE" and self.graph.is_verb(match.token):
                self.doubtful.add(match.token)
                self.held.update(k for k in match.tokens if k != match.token)
            elif match.entry.category == "NONE":
                self.held.update(match.tokens)
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
        self.held.update(by_token)
        for coded in found:
            self.relations.embed(coded, by_token)
        for coded in found:  # "must" is said of its verb: what must be done is the content of the demand
            said = by_token.get(self.graph.tokens.head[coded.match.token])
            must = coded.match.entry.pos == "p" and self.graph.tokens.dep[coded.match.token] != "prep"
            if coded.category == "REQUEST" and must and said not in (None, coded):
                self.relations.held(said, coded, "xcomp")
            elif coded.category == "REQUEST" and coded.match.actor[:1] and coded.match.actor[0][1] == "speaker":
                for verb in self.graph.complement(coded.match.token):  # "said it was time for him to resign"
                    if verb in by_token:
                        self.relations.held(by_token[verb], coded, "xcomp")
        for coded in found:
            self.relations.share(coded, by_token)
        for k, trigger in [(k, c.match.token) for c in found if c.category == "ASSAULT" for k, _ in c.match.recipient]:
            self.struck[k] = self.struck.get(k, frozenset()) | {trigger}
        for coded in found:
            self.precedence.foil(coded)
            self.precedence.announce(coded)
            self.precedence.transform(coded)
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

    # --- candidates -------------------------------------------------------------------------------------------

    def candidates(self) -> list[Candidate]:
        coded = [
            c for c in self.coded() if not (c.suppressed or void(c.frame) or self.idle(c.match, c.frame, c.category))
        ]
        coded = self.relations.without_results(coded)
        armed = {k for c in coded if c.category == "ASSAULT" for k, _ in c.match.actor}
        found: list[Candidate] = []
        for c in coded:
            if c.category == "MOBILIZE" and armed & {k for k, _ in c.match.actor}:
                continue  # the manual: a mobilisation that is part of an attack is not coded beside it
            found.append(self._candidate(c))
        return found

    def _candidate(self, coded: Coded) -> Candidate:
        match, frame, tokens = coded.match, coded.frame, self.graph.tokens
        actor, recipient = match.actor, match.recipient
        if frame.disowned and coded.category == "REJECT":
            recipient = []  # whose charge is denied is not told
        if frame.suffered and match.carrier is not None:
            verb = match.carrier
            undergone = self.graph.object(verb) if self.graph.passive(verb) else self.graph.subject(verb)
            recipient = [(k, "light") for k in undergone]
            actor = (
                [f for f in actor if f[1] != "light"]
                or self.matcher.slots.slot(match, ("by",))
                or self.matcher.slots.slot(match, ("from",))
            )
        if (
            coded.category == "MOBILIZE"
        ):  # the troops that are moved are their state's, never whom they are moved against
            moved = [(k, "obj") for k in self.graph.object(match.token) if {"armed", "police"} & self.classes.of(k)]
            theirs = {c for k, _ in moved for c in (k, *self.graph.child(k, ("compound", "amod", "poss")))}
            recipient = [f for f in recipient if f[0] not in theirs]
            actor = actor if match.actor_real or not moved else moved
        if not match.recipient_real and not frame.suffered:
            recipient = self.parties.recipient(match, coded.category) or recipient
        if coded.category == "CONSULT":
            actor = actor + [(k, TAKES_PART) for k in self.participants.of(match)]
        if coded.holder is not None and coded.holder.category in VERDICTS:
            self.judges[match.token] = frozenset(k for k, _ in coded.holder.match.actor)
        told = auxiliary(frame)
        runs = [(match.token, run) for run in _runs(match.tokens)] + self._told_by(match)
        rules = {"event": match.entry.id, **coded.rules, **frame.rules}
        cues = {k: (tokens.start[t], tokens.end[t]) for k, t in frame.cues.items()}
        return Candidate(
            sentence=self.sentence.sequence,
            in_=self.sentence.in_,
            triggers=[Trigger(tokens.start[a], tokens.end[b], head, match.entry.id) for head, (a, b) in runs],
            category=coded.category,
            mode=coded.modes,
            actor=[self.mention(k, slot) for k, slot in actor],
            recipient=[self.mention(k, self._into(match, slot)) for k, slot in recipient],
            auxiliary=told,
            status=status(frame, told),
            score=round(match.rank, 3),
            rules=rules,
            cues=cues,
        )

    def _told_by(self, match: Match) -> list[tuple[int, tuple[int, int]]]:
        """Words of slots that are of the trigger: one that is ``joined`` to it, or the one in which ``told`` has what
        happens, by its own token, of a verb from its auxiliary to its infinitive ("must stop", "needs to open")."""
        graph = self.graph
        joined = [k for slot in match.entry.joined for k, _ in self.matcher.slots.slot(match, slot)]
        if joined:
            return [(match.token, (k, k)) for k in joined[:1] if k not in match.tokens]
        told = [k for slot in match.entry.told for k, _ in self.matcher.slots.slot(match, slot)]
        for k in told[:1]:
            below = graph.child(k, ("xcomp",))[:1] if graph.lemma[k] in _OWED else []
            whole = [k, *graph.child(k, ("aux",)), *below] if graph.is_verb(k) else [k]
            whole += [p for v in whole for p in graph.child(v, ("prt",)) if p == v + 1]
            first, last = min(whole), max(whole)
            if last - first > _FAR:  # "must, before the month ends, leave"
                first = last = k
            if set(match.tokens).isdisjoint(range(first, last + 1)):
                return [(k, (first, last))]
        return []

    @staticmethod
    def _into(match: Match, slot: str) -> str:
        """Who is invested "in" is a partner, not where it is done."""
        return "into" if slot == "in" and match.entry.category == "COOPERATE" else slot

    def mention(self, k: int, slot: str) -> Mention:
        """The noun phrase that token ``k`` heads, up to it."""
        tokens = self.graph.tokens
        if k == self.graph.size and self.speaker is not None:
            return self.speaker
        twin = self.classes.twins.get(k)
        left = self.graph.subtree_left(k) if twin is None else twin + 2
        start, end = tokens.start[left], tokens.end[k]
        entity = self.classes.entity(k)
        if entity is not None:
            start, end = min(start, entity.start), max(end, entity.end)
        return Mention(start, end, k, slot, rule=f"{slot} of the trigger")

    def companions(self, subject: int) -> list[int]:
        """Who does the same as a subject: "the mayor, along with two nuns, met"."""
        graph, verb = self.graph, self.graph.tokens.head[subject]
        if graph.tokens.dep[subject] != "nsubj" or subject > verb or graph.passive(verb):
            return []
        beside = graph.spread([*graph.fellows(subject), *beside_subject(graph, subject, verb)])
        return [k for k in dict.fromkeys(beside) if k < verb and "actor" in self.classes.of(k)]


_FAR = 5
"""Tokens between a verb and its auxiliary from which on the verb alone is of the trigger."""
_OWED = frozenset(("have", "need", "ought"))
"""Verbs by which an infinitive must be done."""


def _is_heading(sentence: Sentence) -> bool:
    """Whether a sentence is a headline within the page: "Six soldiers killed, dozens hurt in ambush." has no finite
    verb."""
    tokens = sentence.tokens
    assert tokens is not None
    roots = [k for k in range(len(tokens)) if tokens.head[k] == k]
    if len(roots) != 1 or tokens.tag[roots[0]] != "VBN":
        return False
    return not any(tokens.head[k] == roots[0] and tokens.dep[k] in ("aux", "auxpass") for k in range(len(tokens)))


def _runs(tokens: tuple[int, ...]) -> list[tuple[int, int]]:
    """Contiguous runs of token indices, so that a trigger with a gap is marked without what stands between."""
    runs: list[tuple[int, int]] = []
    for k in sorted(set(tokens)):
        if runs and k == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], k)
        else:
            runs.append((k, k))
    return runs


def merged(candidates: list[Candidate]) -> list[Candidate]:
    """One record where a sentence says the same event with two triggers (same category, status and people)."""
    kept: list[Candidate] = []
    for candidate in candidates:
        twin = next((k for k in kept if _same(k, candidate)), None)
        if twin is None:
            kept.append(candidate)
            continue
        held = {(t.start, t.end) for t in twin.triggers}
        twin.triggers += [t for t in candidate.triggers if (t.start, t.end) not in held]
        twin.mode = list(dict.fromkeys([*twin.mode, *candidate.mode]))
        if candidate.confidence is not None:
            twin.confidence = max(candidate.confidence, twin.confidence or 0.0)
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
    if a.category == "ASSAULT" and recipients_a and recipients_a == recipients_b and not (actors_a and actors_b):
        return True  # "ten were killed in an army raid"
    return (
        bool(actors_a)
        and actors_a == actors_b
        and (recipients_a == recipients_b or not recipients_a or not recipients_b)
    )


class Coder:
    """Codes annotated documents. Pure: the same document and knowledge give the same candidates."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.judge = packaged(knowledge)
        self.contexts = Contexts(knowledge, self.judge is not None)
        self.nonevents = NonEvents(knowledge)

    def code(self, document: Document) -> list[Candidate]:
        """Candidates in document order, with the contexts of their paragraph."""
        found: list[Candidate] = []
        speakers = running_speakers(document)
        for sentence in document.sentences:
            if sentence.tokens is not None and len(sentence.tokens):
                speaker = speakers.get(sentence.sequence)
                coder = SentenceCoder(sentence, document, self.knowledge, speaker)
                candidates = coder.candidates()
                if self.judge is not None:
                    text = (document.article.title or "") if sentence.in_ == "title" else document.article.text
                    candidates = self.judge.read(coder, text, candidates)
                candidates = merged(candidates)
                candidates = Doubles(coder).once(candidates)
                found += candidates
        self.contexts.add(document, found)
        return self.nonevents.keep(document, found)
