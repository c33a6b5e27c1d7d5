"""Who did what a sentence tells without its agent, where a sentence right behind says whose it was.

"Two banks were bombed. The rebels claimed the attacks", "the attack was blamed on the rebels", "police suspect the
rebels of the raid": who claims it, or is said to have done it, is its agent, where all who are so named are of one
side. Which attack a claim is of is the nearest before it, and only a noun that points back ("the attack") is of one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wader.records import Actor, Document, Event, Mention, Sentence
from wader.resolve import compound as np
from wader.resolve.agents import POINTING, parted, take
from wader.resolve.compound import View
from wader.text.blame import LAID

_REACH = 2
"""Sentences behind an act within which its claim may stand."""
_CLAIMING = frozenset(("claim", "admit", "acknowledge", "accept", "take"))
_OF_DOER = {"blame": "for", "suspect": "of", "accuse": "of"}
"""Verbs whose object is the doer, and the preposition before what he did."""
_DOING = frozenset("carry stage launch commit perpetrate mount execute conduct mastermind".split())
_CREDIT = frozenset(("responsibility", "credit", "authorship", "blame"))
_ACTS = frozenset("act crime deed incident".split())
_ON_WHOM = frozenset(("on", "of", "against"))
_DOUBTING = frozenset(
    "deny reject doubt dismiss rule refuse dispute refute rebut disclaim question contest disbelieve suspect believe "
    "think suggest speculate ask wonder want urge demand".split()
)
"""Verbs under which it is not told who did it."""
_UNTRUE = frozenset("unlikely untrue false impossible doubtful implausible inconceivable".split())
_WRONGLY = frozenset("wrongly falsely mistakenly wrongfully unfairly allegedly reportedly".split())
_DENYING = frozenset("deny disclaim refute dispute".split())
_FIGHTERS = frozenset(("REB", "UAF", "CRM", "PRM"))
"""Who others say did it is taken at their word; a state, its police or its opponents are only accused."""
_OWNING = _FIGHTERS | {"MIL"}
"""Who says so himself, or of whom it is told as news."""
_ALSO_POLICING = frozenset("strike raid offensive action firing siege operation".split())
"""Acts that need not be the one told: only where the same word told it."""
_UNSURE = frozenset(("may", "might", "could", "would", "will", "can", "should"))
_NOBODY = frozenset(("no", "nobody", "none", "neither"))
_SUBJECTS = ("nsubj", "nsubjpass")

Who = Callable[[Sentence, Mention], list[tuple[Actor, str]]]


def claimed(events: list[Event], document: Document, view: Callable[[int], View | None], who: Who) -> None:
    """Fill the actors of violent events of ``events`` whose agent is unknown with the one side whose they are said to
    be. ``view``: the parsed sentence of a number; ``who``: whom a mention means."""
    unknown, known = parted(events)
    sentences = {s.sequence: s for s in document.sentences}
    found: dict[int, list[tuple[Actor, str, View]]] = {}
    whole = {e.text_info.sequence for e in (*unknown, *known) if e.recipient}
    for here in sorted({e.text_info.sequence for e in unknown}):
        if any(e.text_info.sequence == here and not e.event_text[0].text.lower().startswith("claim") for e in known):
            continue  # who did one thing that the sentence tells need not have done the other
        last = next((n for n in range(here + 1, here + _REACH) if n in whole), here + _REACH)  # then of what that tells
        first = view(here)
        words = frozenset(first.lemma) if first is not None else frozenset()
        for n in range(here, last + 1):
            seen = view(n) if n in sentences and sentences[n].in_ == sentences[here].in_ else None
            if seen is not None:
                found.setdefault(here, []).extend(_doers(seen, who, told=words if n > here else None))
    for event in unknown:
        named = found.get(event.text_info.sequence, [])
        hurt = {(r.code, r.sector) for r in event.recipient}
        sides = {(a.code, a.sector) for a, _, _ in named}
        if len(sides) != 1 or sides & hurt or not all(rule for _, rule, _ in named):
            continue
        actor, rule, seen = named[0]
        take(event, [actor], seen.sentence.in_, f"not named here; {rule}")


def _doers(view: View, who: Who, *, told: frozenset[str] | None) -> Iterator[tuple[Actor, str, View]]:
    """Those who are said in a sentence to have done what it tells, or one before it with the words ``told``; nobody
    where it tells a denial too."""
    if not _DENYING.isdisjoint(view.lemma):
        return
    for verb in range(len(view.tokens)):
        said = view.lemma[verb] in LAID or view.lemma[verb] in _OF_DOER or view.lemma[verb] == "be"
        for head in _named(view, verb, told=told):
            for k in np.conjuncts(view, head):
                left = min((n for n in np.left_of(view, k) if view.tokens.dep[n] != "det"), default=k)
                mention = Mention(view.tokens.start[left], view.tokens.end[k], k, "by", "said to have done it")
                for actor, rule in who(view.sentence, mention):
                    fits = actor.sector in (_FIGHTERS if said else _OWNING)
                    yield actor, f"“{view.tokens.text[verb]}” says whose it was; {rule}" if fits else "", view


def _named(view: View, verb: int, *, told: frozenset[str] | None) -> list[int]:
    """The heads of those whom the clause of ``verb`` names as who did it."""
    tokens, lemma, kids = view.tokens, view.lemma[verb], view.kids[verb]
    if not tokens.tag[verb].startswith("VB") or tokens.dep[verb] in ("aux", "auxpass") or not _is_fact(view, verb):
        return []
    if told is not None and tokens.dep[verb] in ("acl", "relcl"):
        return []  # "in the raid launched by rebels": it says which raid
    if lemma == "be":
        return _behind(view, verb, told=told)
    passive = tokens.dep[verb] == "acl" or any(tokens.dep[k] in ("nsubjpass", "auxpass") for k in kids)
    subject = [k for k in kids if tokens.dep[k] in _SUBJECTS]
    done = subject if passive else [k for k in kids if tokens.dep[k] == "dobj"]
    if tokens.dep[verb] in ("acl", "relcl") and all(tokens.tag[k] in ("WDT", "WP") for k in done):
        done = [tokens.head[verb]]
    doers = _under(view, verb, "by") if passive else _somebody(view, subject)
    act = any(_points(view, k, told=told) for k in done)
    if lemma in LAID and act:
        return _under(view, verb, LAID[lemma])
    if lemma in _OF_DOER and any(_points(view, n, told=told) for n in _under(view, verb, _OF_DOER[lemma])):
        return _somebody(view, done)
    acts = [k for k in done if view.lemma[k] in POINTING and _points(view, k, told=told)]
    acts = [k for k in acts if view.lemma[k] not in _ALSO_POLICING or told is None or view.lemma[k] in told]
    if acts and (lemma == "claim" or lemma in _DOING):
        return doers
    credit = next((k for k in done if view.lemma[k] in _CREDIT), None)
    if lemma not in _CLAIMING or credit is None:
        return []
    of = _under(view, credit, "for") + _under(view, verb, "for")
    alone = told is not None and "for" not in view.lemma[verb:]
    return doers if alone or any(_points(view, n, told=told) or _is_act(view, n) for n in of) else []


def _is_act(view: View, n: int) -> bool:
    """Whether a noun is "the act", "this crime": what somebody takes credit for has been told."""
    return view.lemma[n] in _ACTS and np.determiner(view, n) in ("the", "this", "these", "both")


def _under(view: View, n: int, preposition: str) -> list[int]:
    return [k for _, k in np.objects_of(view, n, frozenset((preposition,)))]


def _behind(view: View, verb: int, *, told: frozenset[str] | None) -> list[int]:
    """ "X was behind the attack", "X is responsible for the raid": the subject."""
    subject = [k for k in view.kids[verb] if view.tokens.dep[k] == "nsubj"]
    acts = _under(view, verb, "behind")
    for k in view.kids[verb]:
        if view.tokens.dep[k] == "acomp" and view.lemma[k] == "responsible":
            acts += _under(view, k, "for")
    return _somebody(view, subject) if any(_points(view, n, told=told) for n in acts) else []


def _somebody(view: View, heads: list[int]) -> list[int]:
    return [k for k in heads if np.determiner(view, k) not in _NOBODY and view.lemma[k] not in _NOBODY]


def _is_fact(view: View, verb: int) -> bool:
    """Whether a clause, and those under which it stands, are neither denied nor only supposed."""
    above = view.tokens.head[verb]
    under = view.tokens.dep[verb] in ("ccomp", "xcomp") and above != verb
    if under and (view.lemma[above] in _DOUBTING or not _is_fact(view, above)):
        return False
    for k in view.kids[verb]:
        if view.lemma[k] in _WRONGLY or (view.tokens.dep[k] == "acomp" and view.lemma[k] in _UNTRUE):
            return False
        if view.tokens.dep[k] in _SUBJECTS and (view.lemma[k] in _NOBODY or np.determiner(view, k) in _NOBODY):
            return False
        if view.tokens.dep[k] == "neg" or (view.tokens.dep[k] == "aux" and view.lemma[k] in _UNSURE):
            return False
        if view.tokens.dep[k] == "mark" and view.lemma[k] in ("if", "whether", "unless"):
            return False
    return True


def _points(view: View, n: int, *, told: frozenset[str] | None) -> bool:
    """Whether a noun is the act that was told: "the attack", not "the attack on the port" where none was spoken of; in
    its own sentence any attack is."""
    if told is not None and view.lemma[n] in ("it", "this") and view.tokens.tag[n] in ("PRP", "DT"):
        return True
    if view.lemma[n] not in POINTING:
        return False
    if told is None:
        return True
    definite = np.determiner(view, n) in ("the", "this", "these", "those", "both")
    return definite and all(view.lemma[k] in told for _, k in np.objects_of(view, n, _ON_WHOM))
