"""Reported figures: how many were killed, injured, arrested, displaced, sent; how much money, how many weapons.

A number counts something only where syntax ties the two: object or passive subject of a verb of the kind ("killed
12"), subject of an intransitive one ("12 died"), a noun that is counted ("12 arrests"), an adjective ("12 dead").
Sentences
that were not parsed are read by nearness, within their clause.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from wader.annotate.figures_nearness import by_nearness, fit, make_figure
from wader.annotate.numbers import Number, find_numbers
from wader.annotate.tree import Tree
from wader.knowledge.figures import Figures
from wader.records import Article, Attribution, Figure, Sentence, Time, Tokens

_SAYS = (".clause", ".quote", ".pattern", "according to", ".citing", ".first", ".last", "reporting.label")
_SINGULAR = re.compile(r"\b(?:a|an|another)\s", re.IGNORECASE)
_AS_OF = re.compile(r"\b(?:as of|by|until|so far|up to)\W*$", re.IGNORECASE)


def find_figures(
    article: Article,
    sentences: list[Sentence],
    figures: Figures,
    times: Sequence[Time] = (),
    attributions: Sequence[Attribution] = (),
) -> list[Figure]:
    """All figures of a document, in document order.

    Args:
        times: where given, "as of Friday" fills ``as_of`` with the day.
        attributions: where given, the speaker whose words hold the figure fills ``by``.

    Returns:
        Figures with document offsets over the number and its unit; ``low``/``high`` null where the text leaves that
        end open.
    """
    found: list[Figure] = []
    for sentence in sentences:
        source = (article.title or "") if sentence.in_ == "title" else article.text
        found.extend(_of_sentence(source, sentence, figures))
    _complete(article, found, times, attributions)
    return found


def _of_sentence(source: str, sentence: Sentence, figures: Figures) -> Iterable[Figure]:
    text = source[sentence.start : sentence.end]
    tokens = sentence.tokens
    parsed = tokens is not None and len(tokens) > 0
    numbers = find_numbers(source, sentence.start, sentence.end, figures)
    made: list[Figure] = []
    tree = Tree(tokens) if parsed and tokens is not None and (numbers or _SINGULAR.search(text)) else None
    for number in numbers:
        if number.high == 1 and source[number.end : number.end + 4].lower() in (" of ", " in "):
            continue  # "one of 16 people", "one in five"
        if number.money:
            made.append(make_figure(number, number.end, "money", number.currency, sentence, "money"))
        elif tree is not None:
            made.extend(_by_syntax(tree, number, sentence, figures))
        else:
            made.extend(by_nearness(source, number, sentence, figures))
    if tree is not None:
        made.extend(_single(tree, sentence, figures, numbers))
    return sorted(made, key=lambda figure: (figure.start, figure.end, figure.kind))


# --- by syntax -------------------------------------------------------------------------------------------------


def _by_syntax(tree: Tree, number: Number, sentence: Sentence, figures: Figures) -> list[Figure]:
    tokens = tree.tokens
    last = bisect_right(tokens.start, max(number.core, number.end - 1)) - 1
    first = bisect_right(tokens.start, number.core) - 1
    ties: list[tuple[str, str]] = []
    unit: int | None = None
    for at in dict.fromkeys((last, first)):  # the head of "between 10 and 15" is its first number
        if at < 0 or tokens.dep[at] == "npadvmod" or tokens.tag[at] in ("SYM", "NNP"):
            return []
        node, unit = _counted(tree, at, figures)
        ties = _ties(tree, node, unit, figures) or _next_word(
            tokens, max(last, unit if unit is not None else last), figures
        )
        if ties:
            break
    end = tokens.end[unit] if unit is not None and tokens.start[unit] >= number.core else number.end
    name = figures.unit(tokens.lemma[unit].lower()) if unit is not None else "people"
    return [make_figure(number, end, kind, name, sentence, how) for kind, how in ties]


def _next_word(tokens: Tokens, last: int, figures: Figures) -> list[tuple[str, str]]:
    """ "14 dead", "20 people wounded": the word right behind, where the parser missed the tie."""
    if last + 1 >= len(tokens):
        return []
    low = tokens.text[last + 1].lower()
    if low not in figures.adjectives or tokens.tag[last + 1] not in ("JJ", "VBN", "VBD"):
        return []
    if (
        tokens.tag[last + 1] == "VBD"
        and last + 2 < len(tokens)
        and tokens.tag[last + 2][:2] in ("DT", "NN", "CD", "PR")
    ):
        return []  # "two gunmen killed a soldier"
    return [(figures.adjectives[low][0], "adjective")]


def _counted(tree: Tree, at: int, figures: Figures) -> tuple[int, int | None]:
    """The head of the noun phrase that a number token stands in, and the noun that names its unit."""
    tokens = tree.tokens
    node = at
    while (
        tokens.dep[node] in ("nummod", "quantmod", "compound", "amod", "advmod", "predet", "det")
        and tokens.head[node] != node
    ):
        if tokens.tag[tokens.head[node]][:1] not in ("N", "C") and tokens.head[node] != node + 1:
            break
        if tokens.tag[tokens.head[node]][:2] == "VB":
            break
        node = tokens.head[node]
    if tokens.tag[node][:2] == "NN" and tokens.lemma[node].lower() not in figures.scales and node != at:
        return node, node
    for kid in tree.children[node]:  # "dozens of people", "12 of the soldiers"
        if tokens.dep[kid] == "prep" and tokens.lemma[kid] == "of":
            inner = tree.child(kid, "pobj")
            if inner is not None and tokens.tag[inner][:2] == "NN":
                return node, inner
    return node, None


def _ties(tree: Tree, node: int, unit: int | None, figures: Figures) -> list[tuple[str, str]]:
    """(kind, how it is tied) for a counted noun phrase: at most one, or a mixed one."""
    tokens = tree.tokens
    lemma = tokens.lemma[unit].lower() if unit is not None else ""
    found = (
        _adjectival(tree, node, unit, lemma, figures)
        or _verbal(tree, node, lemma, figures)
        or _nominal(tree, node, lemma, figures)
    )
    if found:
        return [found]
    if lemma in figures.nouns:
        return [(figures.nouns[lemma][0], "noun")]
    if lemma in figures.plain:
        return [(figures.plain[lemma], "plain")]
    return []


def _counts_things(lemma: str, figures: Figures) -> bool:
    """Kinds without `units` still count only people or things that a group knows: "killed two hours later" counts
    none."""
    return (
        not lemma
        or lemma in figures.people
        or lemma in figures.nouns
        or any(lemma in group for group in figures.groups.values())
    )


def _adjectival(tree: Tree, node: int, unit: int | None, lemma: str, figures: Figures) -> tuple[str, str] | None:
    tokens = tree.tokens
    places = [node] + ([unit] if unit is not None and unit != node else [])
    for place in places:
        for kid in tree.children[place]:
            low = tokens.text[kid].lower()
            if tokens.dep[kid] in ("acl", "amod", "relcl", "advmod", "acomp", "appos") and low in figures.adjectives:
                kind = fit(figures.adjectives[low], lemma, figures)
                if kind:
                    return _mix(tree, kid, kind, figures), "adjective"
    head = tokens.head[node]
    low = tokens.text[head].lower()
    active = tokens.tag[head][:2] == "VB" and (
        tree.child(head, "dobj") is not None or tokens.tag[head] in ("VB", "VBP", "VBZ")
    )
    if (
        head != node
        and low in figures.adjectives
        and not active
        and tokens.dep[node] in ("nummod", "nsubj", "npadvmod", "nsubjpass", "quantmod", "compound", "amod", "det")
    ):
        kind = fit(figures.adjectives[low], lemma, figures)
        return (_mix(tree, head, kind, figures), "adjective") if kind else None
    for kid in tree.children[head]:
        word = tokens.text[kid].lower()
        if tokens.dep[node] in ("dobj", "nsubj", "nsubjpass") and tokens.dep[kid] in (
            "oprd",
            "acomp",
            "attr",
            "ccomp",
            "xcomp",
            "advmod",
            "advcl",
            "prep",
        ):
            if tokens.dep[kid] == "prep":
                inner = tree.child(kid, "pobj")
                word = tokens.text[inner].lower() if inner is not None else ""
                kind = figures.predicates.get(word)
            else:
                bare = (
                    word in figures.adjectives
                    and tokens.tag[kid] in ("JJ", "VBN")
                    and tree.child(kid, "nsubj", "aux", "mark") is None
                )
                kind = figures.predicates.get(word) or (fit(figures.adjectives[word], lemma, figures) if bare else None)
            if kind:
                return _mix(tree, kid, kind, figures), "predicate"
    return None


def _verbal(tree: Tree, node: int, lemma: str, figures: Figures) -> tuple[str, str] | None:
    tokens = tree.tokens
    top = node
    while (
        tokens.dep[top] in ("conj", "appos")
        and tokens.tag[tokens.head[top]][:1] in ("N", "C", "P")
        and tokens.head[top] != top
    ):
        top = tokens.head[top]
    for kid in (
        *tree.children[node],
        *(tree.children[top] if top != node else []),
    ):  # "12 people killed in the raid", "who died"
        if tokens.dep[kid] in ("acl", "relcl") and tokens.tag[kid][:2] == "VB":
            found = _of_verb(
                tree, kid, "acl" if tokens.tag[kid] == "VBN" and tokens.dep[kid] == "acl" else "relcl", lemma, figures
            )
            if found:
                return found
    return _of_verb(tree, tokens.head[top], tokens.dep[top], lemma, figures) if _counts_things(lemma, figures) else None


def _of_verb(tree: Tree, verb: int, role: str, lemma: str, figures: Figures) -> tuple[str, str] | None:
    tokens = tree.tokens
    if tokens.tag[verb][:2] != "VB":
        return None
    word = tokens.lemma[verb]
    passive = tree.child(verb, "auxpass") is not None
    if role in ("dobj", "nsubjpass", "acl") or (role in ("relcl", "nsubj") and (passive or tokens.tag[verb] == "VBN")):
        kind = fit(figures.transitive.get(word, []), lemma, figures)
        if kind:
            return _mix(tree, verb, kind, figures), "verb"
    if role in ("nsubj", "relcl") and not passive:
        kind = fit(figures.intransitive.get(word, []), lemma, figures)
        if kind:
            return kind, "verb"
        obj = tree.child(verb, "dobj")
        if obj is not None and (word, tokens.lemma[obj]) in figures.idioms:
            return figures.idioms[word, tokens.lemma[obj]], "idiom"
    return None


def _mix(tree: Tree, word: int, kind: str, figures: Figures) -> str:
    """ "Killed or wounded 12" says neither how many were killed nor how many wounded."""
    if kind not in figures.mixes:
        return kind
    tokens = tree.tokens
    for kid in tree.children[word]:
        if tokens.dep[kid] != "conj" or tree.child(kid, "dobj", "nsubj", "nsubjpass") is not None:
            continue
        other = figures.transitive.get(tokens.lemma[kid], []) + figures.adjectives.get(tokens.text[kid].lower(), [])
        if any(k in figures.mixes and k != kind for k in other):
            between = [tokens.lemma[k] for k in range(word, kid)]
            if not any(tokens.tag[k] == "CD" for k in range(word + 1, kid + 1)) and "or" in between:
                return figures.mixed
    return kind


def _nominal(tree: Tree, node: int, lemma: str, figures: Figures) -> tuple[str, str] | None:
    """ "The killing of 12", "a death toll of 12", "the toll rose to 12", "claimed the lives of 12"."""
    tokens = tree.tokens
    if tokens.dep[node] != "pobj":
        return None
    prep = tokens.head[node]
    head = tokens.head[prep]
    low = tokens.lemma[head].lower()
    if tokens.lemma[prep] == "of":
        if low == "life" and (idiom := figures.of_idioms.get((tokens.lemma[tokens.head[head]], "life"))):
            return idiom, "idiom"
        if low in figures.nouns and low not in figures.people and _counts_things(lemma, figures):
            return figures.nouns[low][0], "noun"
    toll = head if low == "toll" else None
    if toll is None and tokens.tag[head][:2] == "VB" and tokens.lemma[prep] in ("to", "at", "past", "above"):
        subject = tree.child(head, "nsubj", "nsubjpass", "dobj")
        if subject is not None and tokens.lemma[subject].lower() in ("toll", "number", "count"):
            toll = subject
    if toll is None:
        return None
    for kid in tree.subtree(toll):
        kinds = figures.tolls.get(tokens.lemma[kid].lower()) or figures.adjectives.get(tokens.text[kid].lower())
        if kinds:
            return kinds[0], "toll"
    return ("killed", "toll") if tokens.lemma[toll].lower() == "toll" else None


def _single(tree: Tree, sentence: Sentence, figures: Figures, numbers: list[Number]) -> list[Figure]:
    """ "A man was killed": an indefinite singular victim is one, of the kinds that say so."""
    tokens = tree.tokens
    found: list[Figure] = []
    for at in range(len(tokens)):
        if tokens.lemma[at] not in ("a", "an", "another") or tokens.dep[at] != "det":
            continue
        noun = tokens.head[at]
        lemma = tokens.lemma[noun].lower()
        if tokens.tag[noun] != "NN" or lemma not in figures.people or tree.child(noun, "nummod") is not None:
            continue
        if any(n.start < tokens.end[noun] and tokens.start[at] < n.end for n in numbers):
            continue
        tie = _adjectival(tree, noun, noun, lemma, figures) or _verbal(tree, noun, lemma, figures)
        if tie is not None and figures.kinds[tie[0]].singular:
            number = Number(tokens.start[at], tokens.start[at], tokens.end[noun], 1, 1, rule="singular")
            found.append(make_figure(number, number.end, tie[0], figures.unit(lemma), sentence, tie[1]))
    return found


# --- as of, by ---------------------------------------------------------------------------------------------------


def _complete(
    article: Article, found: list[Figure], times: Sequence[Time], attributions: Sequence[Attribution]
) -> None:
    if not found:
        return
    for time in times:
        if time.last is None or (article.date is not None and time.last > article.date.last):
            continue  # "by the end of next year" is a deadline
        source = (article.title or "") if time.in_ == "title" else article.text
        if _AS_OF.search(source, max(0, time.start - 12), time.start) is None:
            continue
        for figure in found:
            if figure.sentence == time.sentence and figure.as_of is None:
                figure.as_of = time.last
    for figure in found:
        covering = [
            a
            for a in attributions
            if a.source and a.rule.endswith(_SAYS) and a.in_ == figure.in_
            if any(s <= figure.start and figure.end <= e for s, e in a.content)
        ]
        if covering:
            best = min(covering, key=lambda a: sum(e - s for s, e in a.content))
            source = (article.title or "") if best.in_ == "title" else article.text
            figure.by = source[best.source[0] : best.source[1]] if best.source else None
