"""Who fills the slots of a match: subjects, objects, prepositions, possessors, light verbs (``docs/lexicon.md``)."""

from __future__ import annotations

from dataclasses import dataclass, field

from wader.code.classes import Classes
from wader.code.graph import Graph
from wader.code.graph_words import LEAVING, QUANTITY
from wader.code.lists import named_with
from wader.knowledge.lexicon import Entry, Path_, Slots
from wader.text.blame import LAID

_LED = frozenset(("led", "backed", "sponsored", "brokered", "imposed", "run", "mediated", "organised", "organized"))
_HOSTED = frozenset(("AID", "CONSULT", "SUPPORT"))
_DURING = frozenset(("in", "during", "at", "over"))
_TELLING = frozenset(
    "tell assure inform ask urge warn congratulate thank invite press brief remind advise reassure praise notify offer "
    "promise accuse request beg exhort implore update caution lobby pressure".split()
)
_BEFORE = ("compound", "nmod", "amod")
_SITED = frozenset(("ASSAULT", "COERCE", "RETREAT", "PROTEST"))
_SITES = frozenset(
    "embassy consulate parliament legislature congress school university college mosque church temple synagogue "
    "cathedral shrine hotel airport station subway metro train bus railway tram ferry nightclub club restaurant cafe "
    "market bazaar mall supermarket shop bank hospital clinic museum theatre theater cinema stadium center centre "
    "building tower office headquarters courthouse barracks base checkpoint outpost camp prison jail village town "
    "pipeline refinery plant dam bridge convoy motorcade newsroom factory".split()
)
"""Places and vehicles that are hit by the attacks named after them."""
_HARM = frozenset(
    "bombing shelling bombardment massacre slaughter torture persecution invasion destruction occupation torching "
    "burning siege genocide oppression".split()
)
_ABOUT_HARM = frozenset(("ACCUSE", "SUPPORT", "PROTEST"))
_DONE = frozenset("arrest detention release capture imprisonment conviction prosecution pardon".split())
"""What the authorities do, which is not the arrested's to answer for, but may be their judges'."""


@dataclass(slots=True)
class Match:
    """An entry at a token. ``tokens``: all words of the trigger. ``carrier``: the light or operator verb of a noun
    trigger. ``actor``/``recipient``: (head token, slot) pairs; ``*_real``: filled by something that can act."""

    entry: Entry
    token: int
    tokens: tuple[int, ...]
    actor: list[tuple[int, str]] = field(default_factory=list)
    recipient: list[tuple[int, str]] = field(default_factory=list)
    actor_real: bool = False
    recipient_real: bool = False
    carrier: int | None = None
    carrier_kind: str = ""
    rank: float = 0.0


class SlotReader:
    """Reads slots over one sentence's graph."""

    def __init__(self, graph: Graph, classes: Classes, speech: frozenset[str] = frozenset()) -> None:
        """``speech``: verbs that report what somebody said."""
        self.graph, self.classes, self.speech = graph, classes, speech
        self.outside = False  # whether the sentence stands in a quotation whose speaker another sentence names
        self._read: dict[tuple[object, ...], list[tuple[int, str]]] = {}
        """What was read already: the entries of one trigger ask for the same slots again and again."""

    def fill(self, match: Match, slots: Slots, taken: set[int] | None = None) -> tuple[list[tuple[int, str]], bool]:
        """Fillers of the first alternative that can act; else of the first that is filled at all."""
        fallback: list[tuple[int, str]] = []
        for union in slots:
            if union[0][0] in ("speaker", "quoted") and self._speakers(match, union[0][0]) == [self.graph.size]:
                return [(self.graph.size, "speaker")], True
            found = [f for path in union if not self._beside_actor(match, path) for f in self.slot(match, path)]
            found = [f for f in dict.fromkeys(found) if not taken or f[0] not in taken]
            found = [f for f in found if f[0] not in match.tokens and not self._only_where(match, f)]
            found = [inner for f in found for inner in self._counted(f)]
            real = [f for f in found if "actor" in self.classes.of(f[0])]
            if real:
                return _distinct([g for f in real for g in [f, *self._beside(f, match)]]), True
            fallback = fallback or found
        return _distinct(fallback), False

    def _beside_actor(self, match: Match, path: Path_) -> bool:
        """Whether a path asks for the owner of a subject that acts itself ("Syrian rebels": the rebels, not Syria)."""
        if len(path) < 2 or path[0] != "subj" or path[1] not in ("amod", "compound", "poss"):
            return False
        return any("actor" in self.classes.of(k) for k, _ in self.slot(match, ("subj",)))

    def _only_where(self, match: Match, filler: tuple[int, str]) -> bool:
        """Whether a town behind "in, at, near" only says where ("an operation in Lima"); who arrives in Lima or
        hands out food there has its people for host or recipient."""
        if match.entry.category in _HOSTED:
            return False
        k, name = filler
        return name.rsplit(".", 1)[-1] in ("in", "at", "near", "around", "outside") and "town" in self.classes.of(k)

    def _counted(self, filler: tuple[int, str]) -> list[tuple[int, str]]:
        """A quantity that is no actor stands for what it counts ("a batch of peacekeepers")."""
        k, name = filler
        if self.graph.lemma[k] in QUANTITY and "actor" not in self.classes.of(k):
            inner = [o for o in self.graph.preposition([k], "of") if "actor" in self.classes.of(o)]
            if inner:
                return [(o, name) for o in inner]
        return [filler]

    def _beside(self, filler: tuple[int, str], match: Match) -> list[tuple[int, str]]:
        return [(k, filler[1]) for k in named_with(self.graph, self.classes, filler[0], match.entry.category)]

    def slot(self, match: Match, path: Path_) -> list[tuple[int, str]]:
        """(head token, slot name) of all fillers of a slot path."""
        entry = match.entry
        plain = entry.pos == "v" and len(path) == 1 and path[0] not in _BEFORE  # the same whatever the verb means
        key = (match.tokens, entry.pos, match.carrier, "" if plain else entry.category, path)
        found = self._read.get(key)
        if found is None:
            heads = self._first(match, path[0])
            if path[0] == "in" and len(path) > 1:  # of an act, not of a place: "in the New Valley"
                heads = [k for k in heads if self._may_be_act(k)]
            for step in path[1:]:
                heads = [k for head in heads for k in self._next(head, step, entry.category)]
            found = self._read[key] = [(k, ".".join(path)) for k in dict.fromkeys(heads)]
        return list(found)

    def _may_be_act(self, k: int) -> bool:
        return not self.graph.is_noun(k) or "event" in self.classes.of(k) or self.classes.entity(k) is None

    def _first(self, match: Match, step: str) -> list[int]:
        graph, i = self.graph, match.token
        if step in ("speaker", "quoted"):
            return self._speakers(match, step)
        if match.entry.pos in ("p", "a"):
            return self._predicate(match, step)
        if match.entry.pos == "n":
            return self._of_noun(match, step)
        if step == "subj":
            return graph.subject(i)
        if step == "obj":
            return [k for k in graph.object(i) if k not in match.tokens] or self._object_of_words(match)
        own = [k for k in match.tokens if k != i and graph.is_noun(k)]  # "faced Western pressure to quit"
        if step == "comp":
            return graph.complement(i) or [v for k in own for v in graph.complement(k)]
        if step in ("amod", "compound"):
            return [f for k in own for f in self._next(k, step, match.entry.category)]
        if step == "pred":
            return self._predicative(i)
        if step in ("neg", "aux", "mark"):
            return graph.child(i, ("aux", "auxpass") if step == "aux" else (step,))
        if step == "iobj":
            dative = graph.child(i, ("dative",))
            return graph.spread(k for k in dative if graph.low[k] != "to") or graph.preposition([i], "to")
        found = graph.preposition(match.tokens, step)
        if not found and step != "of":
            found = graph.preposition(graph.object(i)[:2], step)
        return found

    def _object_of_words(self, match: Match) -> list[int]:
        """What the last word of the trigger governs: possessor of "take X's life", object of its preposition."""
        graph = self.graph
        for k in reversed(match.tokens[1:]):
            owners = [o for o in graph.possessor(k) if graph.tokens.tag[o] != "PRP$"]  # "made their first arrest"
            found = graph.child(k, ("pobj", "dobj")) or owners
            if found and graph.tokens.dep[k] == "prep":  # "appealed to Chad to stay and to Niger to leave"
                again = [p for p in graph.child(graph.tokens.head[k], ("prep",)) if p > k]
                found += [o for p in again if graph.low[p] == graph.low[k] for o in graph.child(p, ("pobj",))]
            if found:
                return graph.spread(found)
        return []

    def _of_noun(self, match: Match, step: str) -> list[int]:
        graph, i = self.graph, match.token
        if step == "poss":
            return graph.possessor(i)
        if step == "site":
            return [k for t in match.tokens for k in graph.child(t, _BEFORE) if "place" in self.classes.of(k)]
        if step in ("amod", "compound"):
            wanted = "state" if step == "amod" else "actor"
            deps = ("amod", "nmod", "compound") if step == "amod" else ("compound", "nmod")
            kids = [k for t in match.tokens for k in graph.kids[t] if graph.tokens.dep[k] in deps]
            if step == "amod":  # "Saudi-led air strikes", "Iranian-made rockets"
                made = _LED - ({"backed"} if match.entry.category in _SITED else set())
                kids += [g for k in kids if graph.low[k] in made for g in graph.kids[k]]
            else:  # "a rebel attack", where the parser takes the noun for an adjective
                kids += [k for t in match.tokens for k in graph.child(t, ("amod",)) if self._bears_arms(k)]
            found = [k for k in dict.fromkeys(kids) if k not in match.tokens and wanted in self.classes.of(k)]
            if match.entry.category == "ASSAULT" and self.target(match) is not None:
                return []  # "the US embassy bombing", "the Indian parliament attack"
            if step == "amod":  # "the Mumbai attacks": a town is where, not who
                sited = match.entry.category in _SITED
                return [k for k in found if not (sited and "town" in self.classes.of(k))]
            return [k for k in found if not self._is_site(match, k)]
        if step in ("light", "subj"):
            return graph.subject(match.carrier) if match.carrier is not None else self._copula(i)
        if step == "obj":
            return []
        if step == "comp":
            return graph.complement(i)
        if step == "clause":
            return self._tellers(i, alone="visit" in match.entry.modes)
        anchors = [*match.tokens] + ([match.carrier] if match.carrier is not None else [])
        if graph.tokens.dep[i] == "conj":  # "flights and cooperation between A and B": the parser hangs it on the first
            first = graph.tokens.head[i]
            anchors += [first] if any(k > i for k in graph.child(first, ("prep",))) else []
        found = graph.preposition(anchors, step)
        if not found and step in ("by", "against", "on", "at"):  # "bombings carried out against villagers"
            done = [k for t in match.tokens for k in graph.child(t, ("acl", "relcl")) if graph.tokens.tag[k] == "VBN"]
            found = graph.preposition(done, step)
            if not found and step == "by" and match.entry.category == "ASSAULT":
                hit = [k for o in graph.preposition([i], "of") for k in graph.child(o, ("acl", "relcl"))]
                found = graph.preposition([k for k in hit if graph.lemma[k] == "claim"], "by")
            if not found and step == "by" and match.entry.category == "ASSAULT":
                laid = [*done, graph.tokens.head[i]]  # "attributed the raids to the militia"
                found = [k for d in laid for k in graph.preposition([d], LAID.get(graph.lemma[d], ""))]
        if not found:  # "violence by A against B": the second preposition hangs on the first one's object
            hung = [i] + ([match.carrier] if match.carrier is not None and step == "against" else [])
            inner = [o for h in hung for k in graph.child(h, ("prep", "agent")) for o in graph.child(k, ("pobj",))]
            inner += [o for h in inner if step == "against" for o in graph.preposition([h], "of")]
            inner += [o for h in inner if step == "against" for o in graph.child(h, ("amod", "compound"))]
            found = graph.preposition(inner, step)
        if not found and graph.tokens.dep[i] == "dobj":  # "pledged cooperation with X", hung on the verb
            verb = graph.tokens.head[i]
            found = [k for k in graph.preposition([verb], step) if k > i and "actor" in self.classes.of(k)]
        return found

    def target(self, match: Match) -> int | None:
        """The building or vehicle right before a noun of attack, which was hit: "the embassy bombing". What bears a
        gun or flies hits itself: "a tank attack"."""
        graph = self.graph
        first = min((t for t in match.tokens if graph.is_noun(t)), default=match.token)
        beside = [first - 1] if first and graph.tokens.dep[first - 1] in ("compound", "nmod", "amod") else []
        sites = [t for t in match.tokens if t != match.token] + beside
        hit = [k for k in sites if graph.lemma[k] in _SITES and "place" not in self.classes.of(k)]
        return min(hit) if hit else None

    def owner_of_target(self, match: Match) -> list[tuple[int, str]]:
        """The state whose building was hit, right before it."""
        site = self.target(match) if match.entry.category == "ASSAULT" and match.entry.pos == "n" else None
        if not site or "state" not in self.classes.of(site - 1) or self.graph.tokens.tag[site - 1] == "POS":
            return []
        return [(site - 1, "site")]

    def _bears_arms(self, k: int) -> bool:
        return "armed" in self.classes.of(k) and "state" not in self.classes.of(k)

    def where(self, noun: int, k: int) -> bool:
        """Whether a state's name before what happened there says where: "opposed the Iraq invasion"."""
        text = self.graph.tokens.text[k]
        state = "event" in self.classes.of(noun) and "place" in self.classes.of(k) and k not in self.classes.twins
        return state and self.graph.tokens.tag[k][:2] == "NN" and not (text.isupper() or "." in text)

    def struck(self, match: Match) -> list[tuple[int, str]]:
        """The towns before a noun of attack that names no other party: their people were hit."""
        graph = self.graph
        kids = [k for t in match.tokens for k in graph.child(t, _BEFORE)]
        return [(k, "site") for k in graph.spread(kids) if "town" in self.classes.of(k)]

    def _is_site(self, match: Match, k: int) -> bool:
        """Whether a place before a noun says where, not who ("the Kabul bombing", but "US strikes on rebels")."""
        classes = self.classes.of(k)
        if "town" in classes:
            return True
        if "place" not in classes or match.entry.category not in _SITED or self.graph.tokens.text[k].isupper():
            return False
        return "." not in self.graph.tokens.text[k] and not self.graph.preposition(match.tokens, "on")

    def _copula(self, noun: int) -> list[int]:
        """Subject of "is/are in talks", "was the victim of": the noun as attribute or after its preposition."""
        graph = self.graph
        verb, dep, head = graph.governor(noun), graph.tokens.dep[noun], graph.tokens.head[noun]
        if verb is None or graph.lemma[verb] != "be":
            return []
        if dep == "attr" or (dep == "pobj" and graph.low[head] in ("in", "under", "on", "at") and head > verb):
            return graph.subject(verb)
        return []

    def _predicative(self, verb: int) -> list[int]:
        """What a verb says its subject or object is ("was illegal", "called it a farce"), if it is not negated."""
        graph = self.graph
        if graph.child(verb, ("neg",)):
            return []
        found = graph.child(verb, ("acomp", "attr", "oprd"))
        found = found + [k for o in graph.child(verb, ("dobj",)) for k in graph.child(o, ("amod",)) if k > o]
        for k in graph.child(verb, ("prep",)):
            if graph.low[k] == "as":
                found = found + graph.child(k, ("pobj", "amod", "acomp", "advcl"))
        return graph.spread(found)

    def _predicate(self, match: Match, step: str) -> list[int]:
        graph, i = self.graph, match.token
        if step in ("subj", "obj"):
            head = graph.tokens.head[i]
            if graph.tokens.tag[i] == "MD" or graph.tokens.dep[i] == "aux":  # "must": of its verb's subject
                return graph.object(head) if graph.passive(head) else graph.subject(head)
            if graph.is_verb(head):
                objects = graph.object(head) if graph.lemma[head] != "be" and i > head else []
                if not any("actor" in self.classes.of(k) for k in objects):  # "in solidarity with X, Y took a stance"
                    return graph.subject(head) or objects
                return objects
            if graph.is_noun(head) or graph.tokens.tag[head][:3] == "PRP":
                return graph.spread([head])
            return []
        if step == "comp":
            return graph.complement(i)
        return graph.preposition(match.tokens, step)

    def befell(self, noun: int, step: str, category: str) -> bool:
        """Whether a step leads to who suffered what the noun says ("the bombing of X", "X's murder"), and not to whom
        an event of ``category`` about it is aimed at. Condolences are: "mourned the death of X"."""
        lemma = self.graph.lemma[noun]
        suffered = lemma in self.classes.lexicon.members("patient_noun")
        if category == "REQUEST":  # who is to be freed is not asked, nor who is to gain; but who is to resign
            return step == "for" or (suffered and lemma not in LEAVING and step in ("of", "poss"))
        if category not in _ABOUT_HARM or (category == "SUPPORT" and lemma not in _DONE):
            return False
        if step in ("of", "against"):
            return suffered or lemma in _HARM
        return step == "poss" and suffered and lemma not in _DONE and not self.graph.preposition([noun], "of")

    def _next(self, head: int, step: str, category: str) -> list[int]:
        graph = self.graph
        if graph.is_verb(head):
            if step == "subj":
                return graph.subject(head)
            if step == "obj":
                return graph.object(head)
            if step == "comp":
                return graph.complement(head)
            if step == "pred":
                return self._predicative(head)
            if step in ("neg", "aux", "mark"):
                return graph.child(head, ("aux", "auxpass") if step == "aux" else (step,))
            return graph.preposition([head, *graph.object(head)[:1]], step)
        if self.befell(head, step, category):
            return []  # who investigates or condemns a murder does not accuse the dead
        if step == "poss":
            return graph.possessor(head)
        if step == "comp":
            return graph.complement(head)
        if step in ("amod", "compound"):
            beside = [k for k in graph.child(head, ("amod", "compound", "nmod")) if "actor" in self.classes.of(k)]
            beside = [k for k in beside if not self.classes.opposed(k)]
            sited = category in _SITED  # "Kabul car bombs": a town is where
            return [k for k in beside if not (self.where(head, k) or (sited and "town" in self.classes.of(k)))]
        return graph.preposition([head], step)

    def _speakers(self, match: Match, step: str) -> list[int]:
        """Who says what the match stands in: in this sentence (``speaker`` only), else whose quotation runs through
        it. An adjective before its noun ("corrupt officials") says nothing of anybody."""
        graph, i = self.graph, match.token
        if match.entry.pos == "a" and graph.is_noun(graph.tokens.head[i]):
            return []
        said = self.saying(i)
        if said is not None:
            return said[1] if step == "speaker" else []
        return [graph.size] if self.outside else []

    def saying(self, i: int) -> tuple[int, list[int]] | None:
        """The verb of saying in whose content a token stands, and who says it; None outside reported speech."""
        graph = self.graph
        path = graph.path_up(i)
        for below, k in zip(path, [*path[1:], path[-1]], strict=True):
            for source in graph.kids[below]:
                if graph.low[source] == "according" and graph.is_verb(below):
                    return below, graph.preposition([source], "to")
            dep = graph.tokens.dep[below]
            if k != below and graph.lemma[k] in self.speech and graph.is_verb(k):
                if dep in ("ccomp", "parataxis"):
                    return k, [s for s in graph.subject(k) if s != i]
                if dep in ("nsubj", "nsubjpass", "csubj"):
                    return None
        return None

    def _tellers(self, noun: int, *, alone: bool) -> list[int]:
        """Who tells whom in a call or a meeting: "in a phone call, the emir told the premier …"; ``alone``: who."""
        graph, head = self.graph, self.graph.tokens.head[noun]
        verb = graph.tokens.head[head]
        if graph.tokens.dep[noun] != "pobj" or graph.low[head] not in _DURING or not graph.is_verb(verb):
            return []
        sides = [
            [k for k in side if "actor" in self.classes.of(k) and graph.low[k] not in ("i", "you", "we")]
            for side in (graph.subject(verb), graph.object(verb))
        ]
        told = [*sides[0], *sides[1]] if all(sides) and graph.lemma[verb] in _TELLING else []
        return told if not alone else sides[0] if graph.lemma[verb] in _TELLING or not sides[1] else []

    def party(self, noun: int) -> list[tuple[int, str]]:
        """Who had a meeting "with" somebody: the subject of its clause ("Annan said after talks with rebels")."""
        verb = self.graph.governor(noun)
        for _ in range(4):
            if verb is None or (self.graph.is_verb(verb) and self.graph.tokens.dep[verb] != "prep"):
                break  # "following his talks": a participle that is a preposition is passed
            verb = self.graph.governor(verb)
        if verb is None or not self.graph.is_verb(verb):
            return []
        subject = self.graph.object(verb) if self.graph.passive(verb) else self.graph.subject(verb)
        return [(k, "subj of clause") for k in subject if "actor" in self.classes.of(k)]

    def makers(self, noun: int) -> list[int]:
        """Participles that say who made or holds a thing ("a law passed by parliament", not "opposed by unions")."""
        graph = self.graph
        done = [k for k in graph.child(noun, ("acl",)) if graph.tokens.tag[k] == "VBN"]
        done += [v for k in done for v in graph.child(k, ("xcomp",)) if graph.passive(v)]  # "sought to be moved by"
        return [k for k in done if not self.classes.against(k)]

    def behind(self, match: Match) -> list[tuple[int, str]]:
        """Who stands behind an object that cannot act itself: whose decision, by whom, of what state."""
        graph = self.graph
        things = [*graph.object(match.token)[:2], *(k for k, _ in match.recipient[:2])]
        for noun in dict.fromkeys(map(self.classes.part_of, things)):
            if (noun in match.tokens and len(match.tokens) == 1) or not graph.is_noun(noun):
                continue
            agents = graph.preposition(self.makers(noun), "by")
            modifiers = graph.child(noun, ("amod",))
            compounds = graph.child(noun, ("compound", "nmod"))  # "city inaction", "police brutality"
            for name, found in (
                ("poss", graph.possessor(noun)),
                ("by", agents or graph.preposition([noun], "by")),
                ("amod", modifiers),
                ("compound", compounds),
                ("of", graph.preposition([noun], "of")),
                ("for", graph.preposition([noun], "for")),
                ("against", graph.preposition([noun], "against")),
                ("with", graph.preposition([noun], "with")),
                ("in", graph.preposition([noun], "in")),
            ):
                if self.befell(noun, name, match.entry.category):
                    continue
                if name == "against" and match.entry.category == "REJECT":
                    continue  # "denied the charges against the colonel": he is charged, and did not bring them
                wanted = "state" if name in ("amod", "in") else "actor"
                real = [(k, f"obj.{name}") for k in found if wanted in self.classes.of(k) and k not in match.tokens]
                real = [f for f in real if name != "in" or "town" not in self.classes.of(f[0])]
                if name == "compound":
                    real = [f for f in real if not self.where(noun, f[0]) and not self._names(f[0], real)]
                if real:
                    return _distinct(real)
        return []

    def _names(self, k: int, found: list[tuple[int, str]]) -> bool:
        """Whether a name before the noun of a body, which the parser hung on what is theirs, only says which of them:
        "shelled Alpha battalion positions"."""
        after = (k + 1, "obj.compound") in found and self.classes.entity(k) is not self.classes.entity(k + 1)
        return after and self.graph.tokens.tag[k][:3] == "NNP" and "state" not in self.classes.of(k) - {"town"}


def _distinct(fillers: list[tuple[int, str]]) -> list[tuple[int, str]]:
    seen: dict[int, str] = {}
    for k, name in fillers:
        seen.setdefault(k, name)
    return list(seen.items())
