"""Who says what, from the syntax of one sentence: cue, source and content as token indices.

The frames of a verb (``knowledge/reporting.yaml``) say what its content looks like. Cues inside one another ("the
ministry said rebels claim …") each give their own attribution.
"""

from __future__ import annotations

import msgspec

from wader.annotate.tree import Tree
from wader.knowledge.reporting import Reporting, Verb
from wader.records import Tokens

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_SKIP_DEPS = frozenset(["amod", "compound", "aux", "auxpass", "poss"])
_SELF = frozenset(["i", "we", "you", "I"])
_HEARER_PREPS = frozenset(["to", "with", "at"])
_INHERITS = frozenset(["conj", "xcomp", "advcl", "pcomp", "ccomp"])


class Cue(msgspec.Struct):
    """One reporting expression of a sentence. ``content`` may be empty where only a quotation can fill it
    (``quoting``)."""

    cue: list[int]
    source: list[int]
    content: list[int]
    rule: str
    quoting: bool = False


def find_cues(tokens: Tokens, reporting: Reporting) -> list[Cue]:
    """All cues of a parsed sentence, in order of their first token."""
    found: list[Cue] = []
    tree: Tree | None = None
    tags, lemmas = tokens.tag, tokens.lemma
    for at in range(len(tokens)):
        tag, lemma = tags[at], lemmas[at]
        low = tokens.text[at].lower()
        if low in reporting.phrases:
            tree = tree or Tree(tokens)
            cue = _phrase(tree, at, reporting.phrases[low], reporting)
            if cue is None and (verb := reporting.verbs.get(lemma)) is not None:
                cue = _verb(tree, at, verb, reporting)
        elif tag[:2] == "VB":
            verb = reporting.verbs.get(lemma)
            if verb is None or tokens.dep[at] in _SKIP_DEPS:
                continue
            tree = tree or Tree(tokens)
            cue = _verb(tree, at, verb, reporting)
        elif tag[:2] == "NN" and lemma in reporting.nouns:
            tree = tree or Tree(tokens)
            cue = _noun(tree, at, reporting)
        elif low in reporting.hearsay and tokens.dep[at] in ("advmod", "amod"):
            tree = tree or Tree(tokens)
            cue = _hearsay(tree, at)
        else:
            continue
        if cue is not None:
            found.append(cue)
    return found


# --- verbs ---------------------------------------------------------------------------------------------------


def _verb(tree: Tree, at: int, verb: Verb, reporting: Reporting) -> Cue | None:
    tokens = tree.tokens
    passive = tree.child(at, "auxpass", "nsubjpass") is not None or (
        tokens.tag[at] == "VBN" and tokens.dep[at] in ("acl", "advcl") and tree.child(at, "aux") is None
    )
    if passive:
        return _passive(tree, at, verb, reporting)
    source = _source(tree, at)
    if (
        len(source) == 1
        and tokens.lemma[source[0]] in _SELF
        and verb.frames.get("c", "belief") in ("belief", "seeming")
    ):
        return None  # "I think", "you know"
    order = tokens.tag[at] == "VB" and tokens.dep[at] == "ROOT" and tree.child(at, "aux") is None
    for frame, content, extra in _contents(tree, at, verb):
        if order and not source and frame == "object":
            continue  # "Read more"
        if content:
            if not source and frame == "clause":
                source = _inverted(tree, at, content)
            return Cue(
                _cue_words(tree, at, extra),
                source,
                content,
                f"reporting.{_class(verb, frame)}.{verb.lemma}.{frame}",
                "q" in verb.frames,
            )
    if "q" in verb.frames and (source or tokens.dep[at] in ("ROOT", "parataxis")):
        return Cue(_cue_words(tree, at, []), source, [], f"reporting.{verb.frames['q']}.{verb.lemma}.quote", True)
    return None


def _inverted(tree: Tree, at: int, content: list[int]) -> list[int]:
    """ "…," added the statement: the speaker behind the verb, taken for its object by the parser."""
    obj = tree.child(at, "dobj")
    if obj is None or obj < at or not content or content[0] > at or obj in content:
        return []
    return _noun_phrase(tree, obj)


def _class(verb: Verb, frame: str) -> str:
    letter = {
        "clause": "c",
        "infinitive": "t",
        "object": "o",
        "hearer": "a",
        "as": "s",
        "gerund": "g",
        "predicate": "p",
    }.get(frame, "")
    return verb.frames.get(letter) or next(iter(verb.frames.values()), "") or next(iter(verb.preps.values()), "speech")


def _contents(tree: Tree, at: int, verb: Verb) -> list[tuple[str, list[int], list[int]]]:
    """Candidate contents in order of preference: (frame, tokens, further words of the cue)."""
    tokens, frames = tree.tokens, verb.frames
    clause = tree.child(at, "ccomp")
    open_clause = tree.child(at, "xcomp")
    obj = tree.child(at, "dobj")
    found: list[tuple[str, list[int], list[int]]] = []
    if clause is not None:
        frame = _clause_frame(tree, clause, frames)
        if frame:
            found.append((frame, tree.subtree(clause), []))
    elif "c" in frames and tokens.dep[at] in ("parataxis", "advcl", "ccomp") and obj is None and open_clause is None:
        found.append(("clause", _host_clause(tree, at), []))
    if open_clause is not None:
        infinitive = _has_to(tree, open_clause)
        if infinitive and obj is not None and "a" in frames:
            found.append(("hearer", sorted({*tree.subtree(obj), *tree.subtree(open_clause)}), []))
        elif infinitive and frames.keys() & set("tc"):
            found.append(("infinitive", tree.subtree(open_clause), []))
        elif "g" in frames and tokens.tag[open_clause] == "VBG":
            found.append(("gerund", tree.subtree(open_clause), []))
        elif "c" in frames and not infinitive:
            found.append(("clause", tree.subtree(open_clause), []))
    found.extend(_as_contents(tree, at, verb, obj))
    found.extend(_predicated(tree, at, verb, obj))
    found.extend(_prep_contents(tree, at, verb))
    if obj is not None and "o" in frames:
        found.append(("object", tree.subtree(obj), []))
    return found


def _clause_frame(tree: Tree, clause: int, frames: dict[str, str]) -> str:
    """A finite clause is what was said; "urged them to go" and "saw them fall" are not, unless the verb's frame is
    so."""
    if _has_to(tree, clause):
        return (
            "hearer"
            if "a" in frames
            else "infinitive"
            if "t" in frames
            else "clause"
            if _has_wh(tree, clause) and "c" in frames
            else ""
        )
    if "c" not in frames and "p" not in frames:
        return ""
    tag = tree.tokens.tag[clause]
    if "p" in frames and tag[:2] != "VB" and tree.child(clause, "cop", "aux", "mark") is None:
        return "predicate"
    if tag == "VB" and tree.child(clause, "aux") is None and tree.child(clause, "nsubj") is not None:
        return ""
    if tag == "VBG" and tree.child(clause, "aux", "mark") is None and frames.get("c") == "belief":
        return ""
    return "clause" if "c" in frames else ""


def _has_wh(tree: Tree, clause: int) -> bool:
    return any(tree.tokens.tag[kid][:1] == "W" for kid in tree.children[clause])


def _has_to(tree: Tree, clause: int) -> bool:
    return any(tree.tokens.tag[kid] == "TO" for kid in tree.children[clause])


def _as_contents(tree: Tree, at: int, verb: Verb, obj: int | None) -> list[tuple[str, list[int], list[int]]]:
    if "s" not in verb.frames or obj is None:
        return []
    for kid in tree.children[at]:
        if tree.tokens.lemma[kid] == "as" and tree.tokens.dep[kid] == "prep":
            return [("as", sorted({*tree.subtree(obj), *tree.subtree(kid)}), [])]
    return []


def _predicated(tree: Tree, at: int, verb: Verb, obj: int | None) -> list[tuple[str, list[int], list[int]]]:
    """ "Called the raid a crime": object and predicate are the content."""
    if "p" not in verb.frames:
        return []
    predicate = tree.child(at, "oprd", "ccomp")
    if predicate is None or tree.tokens.tag[predicate][:2] == "VB":
        return []
    return [("predicate", sorted({*(tree.subtree(obj) if obj is not None else []), *tree.subtree(predicate)}), [])]


def _prep_contents(tree: Tree, at: int, verb: Verb) -> list[tuple[str, list[int], list[int]]]:
    found = []
    for kid in tree.children[at]:
        if tree.tokens.dep[kid] == "prep" and tree.tokens.lemma[kid] in verb.preps:
            inner = tree.child(kid, "pobj", "pcomp")
            if inner is not None:
                found.append((tree.tokens.lemma[kid] in _HEARER_PREPS, kid, inner))
    # "talked to reporters about the raid": the raid is the content, the reporters are hearers
    return [("prep", tree.subtree(inner), [kid] if kid == at + 1 else []) for _, kid, inner in sorted(found)[:1]]


def _host_clause(tree: Tree, at: int) -> list[int]:
    """The clause that a parenthetical "analysts say" or "as he put it" stands in."""
    tokens = tree.tokens
    host = tokens.head[at]
    if tokens.dep[at] == "advcl":
        mark = tree.child(at, "mark", "advmod")
        if mark is None or tokens.lemma[mark] != "as":
            return []
    elif tokens.dep[at] == "ccomp" and not (at > host and _commas_around(tree, at)):
        return []
    return tree.subtree(host, [at]) if host != at else []


def _commas_around(tree: Tree, at: int) -> bool:
    first = min(tree.subtree(at))
    return first > 0 and tree.tokens.text[first - 1] in (",", "—", "–", "-", "''", '"', "”")


def _passive(tree: Tree, at: int, verb: Verb, reporting: Reporting) -> Cue | None:
    tokens = tree.tokens
    agent = tree.child(at, "agent")
    by = tree.child(agent, "pobj") if agent is not None else None
    source = tree.subtree(by) if by is not None else []
    subject = tree.child(at, "nsubjpass")
    clause, open_clause = tree.child(at, "ccomp"), tree.child(at, "xcomp", "oprd")
    if clause is not None and "c" in verb.frames:
        content, kind = tree.subtree(clause), f"{verb.frames['c']}.{verb.lemma}.clause"
    elif (
        subject is not None
        and open_clause is not None
        and verb.lemma in reporting.raised
        and _has_to(tree, open_clause)
    ):
        content = sorted({*tree.subtree(subject), *tree.subtree(open_clause)})
        kind = f"{'hearsay' if not source else _class(verb, 'clause')}.{verb.lemma}.raised"
    elif source and (subject is not None or tokens.dep[at] == "acl") and "o" in verb.frames:
        content = tree.subtree(subject) if subject is not None else tree.subtree(tokens.head[at], [at])
        kind = f"{verb.frames['o']}.{verb.lemma}.passive"
    else:
        return None
    extra = [agent] if agent is not None and agent == at + 1 else []
    return Cue(_cue_words(tree, at, extra), source, content, f"reporting.{kind}")


def _cue_words(tree: Tree, at: int, extra: list[int]) -> list[int]:
    """The verb with the auxiliaries, negation and adverbs right before it and the particles after it."""
    tokens = tree.tokens
    first = at
    while first > 0 and tokens.head[first - 1] == at and tokens.dep[first - 1] in ("aux", "auxpass", "neg", "advmod"):
        first -= 1
    last = at
    particle = tree.child(at, "prt")
    for word in [*extra, *([particle] if particle is not None else [])]:
        if word == last + 1:
            last = word
    return list(range(first, last + 1))


def _source(tree: Tree, at: int) -> list[int]:
    """The subject of the verb, or the one it shares with the verb that governs it."""
    tokens = tree.tokens
    node = at
    for _ in range(8):
        subject = tree.child(node, *_SUBJECTS)
        if subject is not None:
            return [] if tokens.dep[subject] == "expl" else _noun_phrase(tree, subject)
        dep, head = tokens.dep[node], tokens.head[node]
        if dep in ("acl", "relcl"):
            return _noun_phrase(tree, head, node)
        if dep == "prep" or (dep in _INHERITS and head != node):
            if node == at and dep == "ccomp":
                return []
            node = head
            continue
        return []
    return []


def _noun_phrase(tree: Tree, head: int, without: int = -1) -> list[int]:
    """A noun phrase without what trails behind a relative clause that holds the cue."""
    words = tree.subtree(head, [without])
    while len(words) > 1 and tree.tokens.tag[words[-1]] in (",", ":", ".", "''", "``"):
        words.pop()
    return words


# --- nouns, phrases, adverbs ------------------------------------------------------------------------------------


def _noun(tree: Tree, at: int, reporting: Reporting) -> Cue | None:
    tokens = tree.tokens
    clause = next(
        (
            kid
            for kid in tree.children[at]
            if tokens.dep[kid] in ("acl", "ccomp") and (_marked(tree, kid) or _has_to(tree, kid))
        ),
        None,
    )
    owner = tree.child(at, "poss")
    prep = next(
        (kid for kid in tree.children[at] if tokens.dep[kid] == "prep" and tokens.lemma[kid] in reporting.noun_preps),
        None,
    )
    by = next(
        (
            kid
            for kid in tree.children[at]
            if tokens.lemma[kid] in ("by", "from") and tokens.dep[kid] in ("prep", "agent")
        ),
        None,
    )
    if clause is not None:
        content, frame = tree.subtree(clause), "clause"
    elif prep is not None and owner is not None and (inner := tree.child(prep, "pobj", "pcomp")) is not None:
        content, frame = tree.subtree(inner), "prep"
    else:
        return None
    source: list[int] = []
    if owner is not None:
        source = [k for k in tree.subtree(owner) if tokens.tag[k] != "POS"]
    elif by is not None and (agent := tree.child(by, "pobj")) is not None:
        source = tree.subtree(agent)
    elif tokens.dep[at] == "dobj":
        source = _source(tree, tokens.head[at])
    return Cue([at], source, content, f"reporting.noun.{tokens.lemma[at]}.{frame}")


def _marked(tree: Tree, clause: int) -> bool:
    mark = tree.child(clause, "mark")
    return mark is not None and tree.tokens.lemma[mark] in ("that", "whether")


def _may_speak(tokens: Tokens, head: int, reporting: Reporting) -> bool:
    """ "Citing officials" names a source, "citing a lack of funds" a reason."""
    return (
        tokens.tag[head][:3] == "NNP"
        or tokens.lemma[head] in reporting.sources
        or tokens.text[head].lower() in reporting.sources
    )


def _phrase(tree: Tree, at: int, phrases: list[tuple[str, ...]], reporting: Reporting) -> Cue | None:
    """ "According to X": X is the source, the clause it stands in the content."""
    tokens = tree.tokens
    low = [word.lower() for word in tokens.text[at : at + 6]]
    phrase = next((p for p in phrases if tuple(low[: len(p)]) == p), None)
    if phrase is None:
        return None
    last = at + len(phrase) - 1
    inside = set(range(at, last + 1))
    inner = next(
        (
            kid
            for k in inside
            for kid in tree.children[k]
            if kid > last and tokens.dep[kid] in ("pobj", "dobj", "pcomp", "prep")
        ),
        None,
    )
    if inner is None or tokens.tag[inner][:1] not in ("N", "P", "W", "D", "C", "J", "V"):
        return None
    if len(phrase) == 1 and tokens.tag[at][:2] == "VB" and not _may_speak(tokens, inner, reporting):
        return None
    top = at if tokens.head[at] not in inside else next((k for k in sorted(inside) if tokens.head[k] not in inside), at)
    branch = tree.subtree(top)
    source = [k for k in tree.subtree(inner) if k > last]
    verb = tree.verb_above(top)
    content = [k for k in tree.subtree(verb) if k not in set(branch)]
    if verb in branch or not content:
        content = [k for k in range(len(tokens)) if k not in set(branch)]
    return Cue(sorted(inside), source, content, f"reporting.phrase.{' '.join(phrase)}")


def _hearsay(tree: Tree, at: int) -> Cue | None:
    tokens = tree.tokens
    head = tokens.head[at]
    if head == at or tokens.tag[head][:2] not in ("VB", "NN", "JJ", "RB", "IN"):
        return None
    verb = head if tokens.tag[head][:2] in ("VB", "NN") else tree.verb_above(at)
    return Cue([at], [], tree.subtree(verb, [at]), f"reporting.hearsay.{tokens.text[at].lower()}")
