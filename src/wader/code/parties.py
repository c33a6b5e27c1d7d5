"""Whom an event is done to where no slot of its entry says so: the party inside its object ("various aspects of the
policy the premier announced"), the addressee of a letter or speech, the target of its purpose or of what goes with it.

A last resort: it never changes what is coded or which entry wins, only fills a recipient that is empty.
"""

from __future__ import annotations

from wader.code.casting import ANTI
from wader.code.classes import Classes
from wader.code.frame import HARM, VERDICTS
from wader.code.graph import Graph
from wader.code.match import Matcher
from wader.code.slots import Match

Filler = tuple[int, str]

_SAID = frozenset(("REQUEST", "THREATEN", "AGREE", "CONCEDE", "REJECT"))
"""Categories of words that somebody is told."""
_JUDGED = frozenset(("ACCUSE", "SUPPORT", "REJECT", "THREATEN", "PROTEST"))
"""Categories whose object may be a thing that a party stands behind."""
_ABOUT = ("of", "against", "on", "with", "toward", "towards", "at", "to", "for", "from", "about", "over")
_RESPONSIBLE = ("of", "from", "about", "over", "with")
"""Prepositions behind which the one to blame may stand; who stands behind the others rather suffers."""
_TOPICS = ("at", "against", "over", "about", "on", "with", "toward", "towards", "to", "for", "of")
_TURNED = frozenset(("anti", "pro", "non"))
_OWNERS = frozenset(("his", "her", "their"))
_MAX_DEPTH = 3
_STEPS = frozenset("move step decision action measure act gesture announcement order".split())
"""Nouns that take up what a sentence has just told of somebody."""
_UNDERGONE = frozenset("lose receive win get suffer face undergo obtain have accept".split())
"""Verbs whose subject takes no step."""
_UNLESS = frozenset(("unless", "if", "until", "till"))


class Parties:
    """Looks for recipients over one sentence's graph."""

    def __init__(self, graph: Graph, classes: Classes, matcher: Matcher) -> None:
        self.graph, self.classes, self.matcher = graph, classes, matcher

    def recipient(self, match: Match, category: str) -> list[Filler]:
        """The parties that an event without a recipient is done to, each with the way they were found."""
        taken = {k for k, _ in match.actor} | set(match.tokens)
        found: list[Filler] = []
        if category == "ASSAULT":
            found = self._aim(match)
        if category in VERDICTS:
            found = self._who_took_it(match)
        if not found and category in _JUDGED:
            found = self._object(match, category)
        if not found and category == "ACCUSE":
            found = self._blamed(match)
        if not found and category == "PROTEST":
            found = self._against(match) or self._beside(match)
        if not found and category in _SAID:
            found = [f for f in self._addressee(match) if not self._press(f[0])]
        if not found and category == "THREATEN":
            found = self._warned(match)
        return [f for f in found if f[0] not in taken or f[1] == ANTI]

    # --- inside the object ------------------------------------------------------------------------------------

    def _object(self, match: Match, category: str) -> list[Filler]:
        graph = self.graph
        heads = [k for k, _ in match.recipient]
        if match.entry.pos == "v":
            heads += graph.object(match.token)[:2]
        anchors = list(match.tokens)
        heads += [k for name in _TOPICS for k in graph.preposition(anchors, name)]
        for head in dict.fromkeys(heads):
            if head in match.tokens or not graph.is_noun(head) or "actor" in self.classes.of(head):
                continue
            if graph.lemma[head] == "behalf":
                continue  # "on behalf of the guild" it is done for them
            struck = category == "REJECT" and self.matcher.category(head) == "ASSAULT"
            found = self.within(head, blame=category == "ACCUSE" or struck)
            if category == "REJECT" and {slot for _, slot in found} == {"against"}:
                return []  # "dismissed the claims against the port": it made none
            if found:
                return [(k, f"obj: {slot}") for k, slot in found]
        return []

    def within(self, noun: int, *, blame: bool, depth: int = 0) -> list[Filler]:
        """The nearest party inside a noun phrase: owner, agent, state or body before it, whom it is about. With
        ``blame`` only who may have done it, not who suffered."""
        graph, where = self.graph, self.matcher.slots.where
        harm = self._suffers(noun) or self.matcher.category(noun) in HARM
        relative = [
            s
            for k in graph.child(noun, ("relcl",))
            for s in graph.child(k, ("nsubj",))
            if graph.is_noun(s) and not self._elsewhere(k)  # a pronoun there is the speaker as often as the owner
            and (blame or not self._is_content(k))
        ]
        done = self.matcher.slots.makers(noun)
        owned = not (harm and blame and self._suffers(noun)) or bool(graph.preposition([noun], "of"))
        owners = graph.possessor(noun) if owned else []
        names: tuple[str, ...] = _RESPONSIBLE if blame else _ABOUT
        if blame and harm:
            names = ()
        steps = [
            ("poss", owners),
            ("by", graph.preposition([*done, noun], "by")),
            ("between", graph.preposition([*done, noun], "between")),
            ("amod", [k for k in graph.child(noun, ("amod",)) if not self._turned(k)]),
            ("compound", [k for k in graph.child(noun, ("compound", "nmod")) if not where(noun, k)]),
            ("that", relative),
            ("in", self._where_done(noun) if blame else []),
            *((name, graph.preposition([noun], name)) for name in names),
        ]
        for name, heads in steps:
            wanted = "state" if name in ("amod", "in") else "actor"
            real = [(k, name) for k in heads if wanted in self.classes.of(k)]
            if real:
                return real
        if pronoun := [(k, "poss") for k in owners if graph.low[k] in _OWNERS]:
            return pronoun
        if depth < _MAX_DEPTH:
            for name in names:
                for inner in graph.preposition([noun], name):
                    if graph.is_noun(inner):
                        found = self.within(inner, blame=blame, depth=depth + 1)
                        if found:
                            return [(k, f"{name}.{slot}") for k, slot in found]
        return []

    def _where_done(self, noun: int) -> list[int]:
        """In what state authorities did something: "concern over the ban on papers in Chad"."""
        official = self.matcher.lexicon.members("official_deed")
        if self.graph.lemma[noun] not in official:
            return []
        found = self.graph.preposition([noun, *self.graph.preposition([noun], "on")], "in")
        return [k for k in found if "town" not in self.classes.of(k)]

    def _elsewhere(self, clause: int) -> bool:
        """Whether a relative clause tells where or when, or has an object of its own: "the raid in which many died"."""
        graph = self.graph
        return any(
            graph.tokens.tag[k] in ("WRB", "WDT", "WP") and (graph.tokens.dep[k] in ("advmod", "pobj") or o == clause)
            for o in (clause, *graph.child(clause, ("prep",)))
            for k in graph.kids[o]
            if graph.tokens.dep[k] != "dobj"
        )

    def _is_content(self, clause: int) -> bool:
        """Whether a clause on a noun says what it holds: "a ruling that the nuns had no case"."""
        graph = self.graph
        return any(graph.low[k] == "that" and graph.tokens.tag[k] == "IN" for k in graph.kids[clause])

    def _suffers(self, noun: int) -> bool:
        return self.graph.lemma[noun] in self.matcher.lexicon.members("patient_noun")

    def _turned(self, k: int) -> bool:
        """Whether an adjective only says for or against whom: "anti-French riots"."""
        return k > 1 and self.graph.low[k - 1] == "-" and self.graph.low[k - 2] in _TURNED

    # --- other clauses ----------------------------------------------------------------------------------------

    def _blamed(self, match: Match) -> list[Filler]:
        """Who does what is alleged: subject of the complement, or who stands behind it."""
        graph = self.graph
        for verb in graph.complement(match.token)[:2]:
            subjects = graph.subject(verb)
            real = [(k, "comp.subj") for k in subjects if "actor" in self.classes.of(k)]
            if real:
                return real
            things = graph.object(verb) if graph.passive(verb) else subjects
            for thing in things[:2]:
                if graph.is_noun(thing):
                    found = self.within(thing, blame=True)
                    if found:
                        return [(k, f"comp.subj: {slot}") for k, slot in found]
        return []

    def _who_took_it(self, match: Match) -> list[Filler]:
        """Who took the step that is judged in a clause of its own: "Russia expelled two envoys, a step condemned
        by Oslo"."""
        graph, tokens = self.graph, self.graph.tokens
        noun = tokens.head[match.token]
        verb = tokens.head[noun]
        if tokens.dep[match.token] not in ("relcl", "acl") or graph.lemma[noun] not in _STEPS or verb >= noun:
            return []
        left = graph.subtree_left(noun)  # without its article
        if tokens.dep[noun] not in ("dobj", "npadvmod", "appos", "attr") or "," not in graph.low[left - 2 : left]:
            return []
        verb = next((k for k in graph.path_up(verb) if graph.is_verb(k)), verb)
        if graph.lemma[verb] in _UNDERGONE or graph.passive(verb):
            return []
        return [(k, "obj.poss") for k in graph.subject(verb) if "actor" in self.classes.of(k)]

    def _aim(self, match: Match) -> list[Filler]:
        """Whom force is meant to hurt: object of its purpose ("an offensive to dislodge the militia")."""
        graph = self.graph
        anchors = [match.token] + ([match.carrier] if match.carrier is not None else [])
        for anchor in anchors:
            for verb in graph.child(anchor, ("advcl", "acl", "xcomp", "relcl")):
                for goal in [verb, *graph.child(verb, ("xcomp",))] if graph.has_to(verb) else []:
                    if self.matcher.category(goal) in HARM:
                        real = [(k, "purpose.obj") for k in graph.object(goal) if "actor" in self.classes.of(k)]
                        if real:
                            return real
        return []

    def _against(self, match: Match) -> list[Filler]:
        """Whom the name of a protest or of its people says it is against: "anti-government riots"."""
        graph = self.graph
        nouns = [*match.tokens, *(k for k, _ in match.actor if k < graph.size)]
        kids = dict.fromkeys(k for n in nouns for k in graph.child(n, ("amod", "compound", "nmod")))
        return [(k, ANTI) for k in kids if self.classes.opposed(k) and "actor" in self.classes.of(k)]

    def _beside(self, match: Match) -> list[Filler]:
        """Whom a protest is against by what goes with it: "marched, voicing anger at the minister"."""
        graph = self.graph
        for verb in graph.child(match.token, ("advcl", "conj")):
            if graph.tokens.tag[verb] not in ("VBG", "VB", "VBD") or not graph.is_verb(verb):
                continue
            heads = graph.object(verb)[:2]
            topics = [k for name in ("at", "against", "over", "about") for k in graph.preposition([*heads, verb], name)]
            for head in topics + (heads if graph.tokens.tag[verb] == "VBG" else []):
                if "actor" in self.classes.of(head):
                    return [(head, "beside")]
                found = self.within(head, blame=False) if graph.is_noun(head) else []
                if found:
                    return [(k, f"beside: {slot}") for k, slot in found]
        return []

    # --- whom it is told --------------------------------------------------------------------------------------

    def _addressee(self, match: Match) -> list[Filler]:
        """Whom the words are said to: "wrote to the premier, threatening a lawsuit", "in a letter to the premier"."""
        graph = self.graph
        own = {k for k, _ in match.actor}
        verb: int | None = match.token if graph.is_verb(match.token) else graph.governor(match.token)
        for _ in range(4):
            if verb is not None and graph.tokens.dep[verb] == "acl" and (met := self._handed(verb)):
                return met
            if verb is None or not graph.is_verb(verb):
                return []
            if not own or own & set(graph.subject(verb)) or verb == match.token:
                found = self._told(verb, itself=verb in match.tokens)
                if found:
                    return found
            if graph.tokens.dep[verb] not in ("advcl", "xcomp", "conj", "ccomp") or graph.tokens.head[verb] == verb:
                return []
            verb = graph.governor(verb)
        return []

    def _handed(self, verb: int) -> list[Filler]:
        """Who got the petition that asks: "met the governor and handed over a petition asking for ..."."""
        graph, noun = self.graph, self.graph.tokens.head[verb]
        gave = graph.tokens.head[noun]
        if graph.lemma[noun] not in self.matcher.lexicon.members("addressed") or graph.tokens.dep[noun] != "dobj":
            return []
        met = graph.tokens.head[gave]
        if graph.tokens.dep[gave] != "conj" or self.matcher.category(met) != "CONSULT":
            return self._told(gave, itself=False)
        return [(k, f"addressee of {graph.lemma[noun]}") for k in graph.object(met) if "actor" in self.classes.of(k)]

    def _warned(self, match: Match) -> list[Filler]:
        """Who can turn a threat away: "threatened to cut the line unless the province pays"."""
        graph, tokens = self.graph, self.graph.tokens
        for mark in range(match.token + 1, graph.size):
            clause = tokens.head[mark]
            if graph.low[mark] not in _UNLESS or tokens.dep[mark] != "mark" or tokens.dep[clause] != "advcl":
                continue
            near = graph.low[mark] == "unless" or tokens.head[clause] in (match.token, *graph.complement(match.token))
            if near and graph.is_verb(clause) and match.token in graph.path_up(clause):
                real = [(k, "addressee of condition") for k in graph.subject(clause) if "actor" in self.classes.of(k)]
                if real:
                    return real
        return []

    def _told(self, verb: int, *, itself: bool) -> list[Filler]:
        graph, lexicon = self.graph, self.matcher.lexicon
        aside = [k for k in graph.subject(verb) if itself]  # "the mayor, in a letter to the premier, asked"
        for name in ("in", "with", "during", "at", "by", "through", "via"):
            for noun in graph.preposition([verb], name) + self._set_off(aside, name):
                if graph.lemma[noun] in lexicon.members("addressed"):
                    heads = graph.preposition([noun], "to") + graph.preposition([noun], "with")
                    real = [(k, f"addressee of {graph.lemma[noun]}") for k in heads if "actor" in self.classes.of(k)]
                    if real:
                        return real
        if itself:
            return []
        if graph.lemma[verb] in lexicon.members("told_to"):
            heads = graph.child(verb, ("dative",)) + graph.preposition([verb], "to")
        elif graph.lemma[verb] in lexicon.members("told"):
            heads = graph.child(verb, ("dobj", "dative"))
        else:
            return []
        return [(k, f"addressee of {graph.lemma[verb]}") for k in graph.spread(heads) if "actor" in self.classes.of(k)]

    def _set_off(self, heads: list[int], name: str) -> list[int]:
        """Objects of a preposition between commas, which the parser hung on the noun before it."""
        graph = self.graph
        at = [p for k in heads for p in graph.child(k, ("prep",)) if graph.low[p] == name and graph.low[p - 1] == ","]
        return [o for p in at for o in graph.child(p, ("pobj",))]

    def _press(self, k: int) -> bool:
        """Reporters only pass on what they are told."""
        entity = self.classes.entity(k)
        return entity is not None and entity.sector == "JRN"
