"""Words of a sentence and the names among them.

All of it reads words, capitals and the knowledge of actors, so that it works on sentences that were
not parsed; where they were, the parser's own words are used, and tags help.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from wader.annotate.months import is_surname
from wader.knowledge.actors import ActorEntry, Actors, in_force
from wader.records import Article, Sentence

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Gov|Sen|Rep|Adm|St|Prof|Rev)\.|[A-Z]\.(?=\s[A-Z])"
    r"|[^\W_]+(?:['’](?!s\b)[^\W_]+)?|['’]s\b|[^\w\s]"
)
PARTICLES = frozenset([
    "de", "da", "di", "del", "della", "dos", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "al", "el",
    "ul", "ur", "uz", "bint", "abu", "ter", "zu", "y", "e", "as", "ben",
])  # fmt: skip
"""Lower-case words inside names of persons."""
ORG_LINKS = frozenset(["of", "for", "the", "and", "on", "in", "to", "against"])
"""Lower-case words inside names of organisations."""
STATE_KINDS = frozenset({"state", "demonym", "capital", "metonym", "subnational"})
DOMESTIC_KINDS = frozenset(["ministry", "agency", "court", "legislature", "military", "police", "metonym"])
PLACE_KINDS = frozenset({"state", "capital", "subnational"})
NO_NAME = frozenset([
    "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "they", "we", "i", "you", "his", "her",
    "their", "its", "our", "my", "your", "in", "on", "at", "by", "for", "from", "with", "to", "of", "as", "but",
    "and", "or", "nor", "so", "yet", "if", "when", "while", "after", "before", "since", "until", "because",
    "although", "though", "where", "what", "who", "how", "why", "which", "there", "here", "then", "now", "not", "no",
    "yes", "also", "however", "meanwhile", "earlier", "later", "last", "next", "first", "second", "third", "one",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "some", "many", "most", "more", "both",
    "each", "every", "all", "any", "few", "several", "such", "other", "another", "same", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "spring", "summer", "autumn", "winter", "today",
    "yesterday", "tomorrow", "despite", "during", "under", "over", "into", "about", "against", "between", "among",
    "according", "amid", "following", "speaking", "asked", "said", "than", "without", "within", "near", "like",
    "unlike", "per", "anybody", "anyone", "everybody", "everyone", "nobody", "somebody", "someone",
])  # fmt: skip


_ABBREVIATED = {
    short + dot: full
    for short, full in (
        ("gen", "general"), ("col", "colonel"), ("lt", "lieutenant"), ("maj", "major"), ("capt", "captain"),
        ("sgt", "sergeant"), ("cpl", "corporal"), ("adm", "admiral"), ("brig", "brigadier"), ("cmdr", "commander"),
        ("sen", "senator"), ("rep", "congressman"), ("gov", "governor"), ("pres", "president"), ("amb", "ambassador"),
        ("cllr", "councillor"), ("insp", "inspector"), ("supt", "superintendent"), ("rev", "reverend"), ("sec",
        "secretary"),
    )
    for dot in ("", ".")
}  # fmt: skip
"""Titles as abbreviated before names. A bare "Rep." is a member of a house of representatives."""
_COMPASS = frozenset([
    "North", "South", "East", "West", "Central", "Latin", "Northern", "Southern", "Eastern", "Western",
])  # fmt: skip
_OF_STATES = frozenset(["court", "legislature", "ministry", "military", "police", "agency", "metonym"])
_COMPASS_SMALL = frozenset(word.lower() for word in _COMPASS)
_SMALL_FIRST = PARTICLES | _COMPASS_SMALL | {"the"}
"""Words in small letters with which a name may begin."""
_EVERYWHERE = frozenset(["party", "legislature", "police"])
_BODIES = frozenset(["igo", "agency", "ministry", "court", "legislature", "military", "police", "party"])


@dataclass(slots=True)
class Words:
    """A sentence's words: document offsets, the words as written, lower-case lemmas, and Penn tags where parsed."""

    sentence: Sentence
    source: str
    start: list[int]
    end: list[int]
    word: list[str]
    lemma: list[str]
    tag: list[str] | None
    capitals: bool
    """The sentence is written wholly in capitals, so that they say nothing."""
    small: bool = False
    """The sentence is written without any capital."""
    headline: bool = False
    """Nearly every word has a capital, as in American headlines: a capital is no sign of a name."""
    names: list[bool] = field(default_factory=list)
    """Whether each word is written as a name."""

    def text(self, i: int, j: int) -> str:
        """The source from word ``i`` to before word ``j``."""
        return self.source[self.start[i] : self.end[j - 1]]


def words_of(article: Article, sentence: Sentence) -> Words:
    """The words of a sentence: the parser's where it was parsed, else cut by rule."""
    source = (article.title or "") if sentence.in_ == "title" else article.text
    tokens = sentence.tokens
    if tokens is not None:
        start, end, word, tag = tokens.start, tokens.end, tokens.text, tokens.tag
        lemma = [w.lower() for w in tokens.lemma]
    else:
        found = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(source, sentence.start, sentence.end)]
        start, end, word = [f[0] for f in found], [f[1] for f in found], [f[2] for f in found]
        lemma, tag = [w.lower() for w in word], None
    stretch = source[sentence.start : sentence.end]
    letters = [w for w in word if w[0].isalpha() and len(w) > 3]
    capitals = stretch.isupper() and sum(w.isalpha() for w in word) > 3
    small = stretch.islower() and len(letters) > 3
    repeated = article.title is not None and stretch.rstrip(". ").lower() == article.title.strip().rstrip(".").lower()
    for n, low in enumerate(lemma):
        if low in _ABBREVIATED:
            after = word[n + 2 : n + 3] if word[n + 1 : n + 2] == ["."] else word[n + 1 : n + 2]
            if after and after[0][:1].isupper():
                lemma[n] = _ABBREVIATED[low]
    open_ended = sentence.in_ == "title" or repeated or stretch[-1:] not in ".!?\"”"
    raised = sum(w[0].isupper() for w in letters)
    headline = open_ended and not capitals and len(letters) > 3 and raised > 0.8 * len(letters)
    names = [w[:1].isupper() and low not in NO_NAME for w, low in zip(word, lemma, strict=True)]
    for n, (w, t) in enumerate(zip(word, tag or (), strict=tag is not None)):
        named = n and w[:1].isupper() and w.lower() not in NO_NAME  # "Will" inside a sentence is a name where tagged so
        if t == "NNP" and (named or is_surname(word, names, n)):
            names[n] = True
    if headline and tag is not None:
        names = [named and t.startswith("NNP") for named, t in zip(names, tag, strict=True)]
    return Words(sentence, source, start, end, word, lemma, tag, capitals, small, headline, names)


# --- gazetteer -------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Hit:
    """Words ``i`` to before ``j`` are a name that the knowledge has; ``entry`` is the reading chosen."""

    i: int
    j: int
    entries: tuple[ActorEntry, ...]
    entry: ActorEntry
    code: str | None
    owned: bool = False
    """An adjective before it says that it is another state's than the knowledge has."""


def gazetteer_hits(words: Words, actors: Actors) -> list[Hit]:
    """Names that the knowledge has, longest first from the left, never overlapping. The first reading is chosen;
    ``choose`` corrects it with the page's date and countries."""
    hits: list[Hit] = []
    i, count = 0, len(words.word)
    longest = actors.longest
    if words.small:
        return [_closed(words, hit) for hit in _small_hits(words, actors)]
    while i < count:
        word = words.word[i]
        if not (word[:1].isupper() or word in _SMALL_FIRST or word in actors.acronyms or "." in word):
            i += 1  # most words
            continue
        if word in actors.acronyms and _is_acronym(words, i):
            found = actors.longest([word.upper()], 0)
            if found is not None:
                hits.append(Hit(i, i + 1, found[1], found[1][0], found[1][0].code))
                i += 1
                continue
        if word in _COMPASS_SMALL and i + 1 < count and words.word[i + 1][:1].isupper():
            found = longest([word.capitalize(), *words.word[i + 1 : i + 3]], 0)
            if found is not None and found[0] > 1 and found[1][0].kind == "region":
                hits.append(Hit(i, i + found[0], found[1], found[1][0], None))
                i += found[0]
                continue
        if word.lower() in _DOTTED and (taken := _dotted(words, i)):
            found = actors.longest([word.upper()], 0)
            if found is not None:
                hits.append(Hit(i, i + taken, found[1], found[1][0], found[1][0].code))
                i += taken
                continue
        if not (word[:1].isupper() or ((word in PARTICLES or word == "the") and i + 1 < count)):
            i += 1
            continue
        if word[:1].islower() and not any(w[:1].isupper() for w in words.word[i + 1 : i + 3]):
            i += 1
            continue
        found = longest(words.word, i)
        if found is not None and word in ("the", "The") and _is_longer_name(words, i, found[0], actors):
            found = None  # "the National Security Council" is not the paper "The National"
        if found is not None and _is_language(words, i, i + found[0], found[1][0]):
            i += found[0]
            continue
        if found is not None and _trusted(words, i, i + found[0], found[1][0]):
            hits.append(Hit(i, i + found[0], found[1], found[1][0], found[1][0].code))
            i += found[0]
        else:
            i += 1
    return [_closed(words, hit) for hit in hits]


def _closed(words: Words, hit: Hit) -> Hit:
    """A name with the bracket that closes it: parsers part "CPI(M)" before its last sign."""
    if "(" in words.word[hit.j - 1] and words.word[hit.j : hit.j + 1] == [")"]:
        hit.j += 1
    return hit


_DOTTED = frozenset(["u.s", "u.s.", "u.k", "u.k.", "u.n", "u.n.", "e.u", "e.u.", "u.s.a", "u.s.a."])


def _is_acronym(words: Words, i: int) -> bool:
    """Whether "un" or "oas", small as a page without capitals has it, stands as an organisation's name does."""
    tag = words.tag
    return tag is not None and tag[i].startswith(("NN", "JJ")) and (
        (i + 1 < len(tag) and tag[i + 1].startswith(("NN", "JJ"))) or (i > 0 and words.word[i - 1] == "the")
        or (i + 1 < len(tag) and words.word[i + 1] in ("and", ","))
    )


def _dotted(words: Words, i: int) -> int:
    """Words that an abbreviation with dots takes, its last dot included, where a parser has parted that; 0 where the
    word is written as the knowledge has it anyway."""
    last = words.word[i].endswith(".")
    if words.word[i].isupper() and last:
        return 0
    parted = not last and i + 1 < len(words.word) and words.word[i + 1] == "." and words.start[i + 1] == words.end[i]
    return 2 if parted else 1


def _is_language(words: Words, i: int, j: int, entry: ActorEntry) -> bool:
    """ "In English", "speaks Russian": a language, where no noun follows."""
    adjective = entry.kind == "demonym" or (entry.kind == "subnational" and words.word[i] != entry.name)
    if not adjective or j - i > 1 or not i or words.lemma[i - 1] not in _SPOKEN:
        return False
    if j >= len(words.word):
        return True
    noun = words.tag is not None and words.tag[j].startswith(("NN", "JJ", "CD", "HYPH"))
    return not noun and not words.word[j][:1].isupper() and words.word[j] not in ("-", "’s", "'s")


_SPOKEN = frozenset(["in", "speak", "spoke", "speaks", "speaking", "fluent", "into", "learn", "translate"])


def _is_longer_name(words: Words, i: int, taken: int, actors: Actors) -> bool:
    """Whether the name after the article at word ``i`` goes on beyond the ``taken`` words that need the article."""
    further = actors.longest(words.word, i + 1) if i + 1 < len(words.word) else None
    if further is not None and further[0] + 1 > taken:
        return True
    end = i + taken
    return end < len(words.word) and _in_name(words, end) and words.start[end] - words.end[end - 1] == 1


def _small_hits(words: Words, actors: Actors) -> list[Hit]:
    """Names in a text that has no capitals at all: only those that are no ordinary words, on nouns and adjectives."""
    hits: list[Hit] = []
    raised = [w.capitalize() for w in words.word]
    i = 0
    while i < len(raised):
        noun = words.tag is None or words.tag[i][:2] in ("NN", "JJ")
        found = actors.longest(raised, i)
        if found is not None and found[0] < 3 and (len(raised[i]) <= 3 or words.lemma[i] in NO_NAME):
            found = None
        if found is not None and not noun and found[1][0].kind not in ("state", "demonym"):
            found = None
        if found is None and noun and (len(raised[i]) > 3 or _VOWEL.search(words.lemma[i]) is None):
            found = actors.longest([raised[i].upper()], 0)  # "fmln"
            if found is not None and found[1][0].kind not in _ACRONYMS:
                found = None
            sure = found is not None
        else:
            sure = found is not None and (found[0] > 1 or found[1][0].kind in _SURE)
        if found is not None and sure and (found[1][0].ambiguous is None or _small_people(words, i, found[1][0])):
            hits.append(Hit(i, i + found[0], found[1], found[1][0], found[1][0].code))
            i += found[0]
        else:
            i += 1
    return hits


def _small_people(words: Words, i: int, entry: ActorEntry) -> bool:
    """Whether a people's name that is doubtful only as part of a region's is whole: not "latin american"."""
    if entry.kind != "demonym" or entry.ambiguous != "place":
        return False
    return not (i and words.word[i - 1].removesuffix("-").capitalize() in _COMPASS | {"Meso", "Pan"})


_VOWEL = re.compile("[aeiouy]")
_ACRONYMS = frozenset(["armed group", "igo", "alliance", "party"])
_SURE = frozenset(["state", "demonym", "capital", "subnational", "religious", "ethnic"])


def _trusted(words: Words, i: int, j: int, entry: ActorEntry) -> bool:
    """Whether the context lets an ambiguous name be what the knowledge says."""
    doubt = entry.ambiguous
    if doubt == "word":
        first = i == 0 or words.word[i - 1] in "\"'“‘(:"
        if words.capitals:
            return False
        if j - i == 1 and i and words.names[i - 1] and words.start[i] - words.end[i - 1] == 1 and entry.kind != "person":  # noqa: E501, SIM102
            if not words.word[i].isupper() and (words.tag is None or words.tag[i - 1].startswith("NNP")):
                return False  # the end of another name: "Verizon Arena"
        if first and j - i == 1 and (words.tag is None or words.tag[i][:2] not in ("NN", "JJ")):
            return False
    short = i > 0 and words.word[i - 1] != "," and j - i == 1 and words.word[i].isupper() and 3 < len(words.word[i]) < 6
    if short and entry.kind == "subnational" and not words.capitals:
        return False  # "SWAT officers": an abbreviation, not the valley
    if entry.kind == "demonym" and j - i == 1 and i and words.word[i - 1].capitalize() in _COMPASS:
        return False  # "Central American", "Latin American"
    touching = i > 0 and words.start[i] - words.end[i - 1] == 1
    longer = touching and (words.word[i - 1].lower() == "national" or (i > 1 and _in_name(words, i - 1)))
    if j - i > 1 and longer and entry.kind in _BODIES:
        return False  # "National Security Council" is not the Security Council
    if (doubt == "person" or entry.kind == "person") and j - i == 1:
        before = i > 0 and _in_name(words, i - 1)
        after = j < len(words.word) and _in_name(words, j)
        if (before or after) and not words.capitals:
            return False
    return True


def is_agency_mark(words: Words, hit: Hit) -> bool:
    """Whether a medium's name only marks the story that follows as its own: "Reuters - "."""
    j = hit.j
    if hit.entry.kind == "media" and hit.i and words.word[hit.i - 1] == "(" and j < len(words.word):
        return words.word[j] == ")" and words.word[hit.i].isupper()
    if hit.entry.kind != "media" or hit.i or j >= len(words.word) or words.word[j] not in "-–—":
        return False
    return words.start[j] > words.end[j - 1]


def _in_name(words: Words, n: int) -> bool:
    """Whether word ``n`` may be another part of a person's name."""
    word = words.word[n]
    if not words.names[n] or not (word.isalpha() or word.endswith(".")):
        return False
    return word.isupper() is False or len(word) <= 2


def choose(hit: Hit, date: str | None, nearby: str | None, page: str | None, named: Container[str]) -> None:
    """Pick the reading of ``hit`` by the page's ``date`` (ISO) and country, in place.

    ``nearby``: code of the state named right beside it; ``page``: the page's main country; ``named``: all
    that it names. Of several bodies of one name the one of such a country is meant; without it the code stays open.
    """
    entries = hit.entries
    plain = entries[0].ambiguous == "generic" and entries[0].kind in _OF_STATES
    if len(entries) > 1 or entries[0].since or entries[0].until:
        valid = tuple(e for e in entries if in_force(e, date))
        brought = next((e for e in valid if e.brought), None)
        if brought is not None:  # the user's own entry needs no support while it holds
            hit.entry, hit.code = brought, brought.code
            return
        entries = valid or tuple(e for e in entries if not e.brought) or entries
    entry = entries[0]
    if len(entries) > 1 or entry.ambiguous == "generic":
        for code in (nearby, page):
            same = [e for e in entries if e.code == code] if code else []
            if same:
                hit.entry, hit.code = same[0], same[0].code
                return
        here = [e for e in entries if e.code is not None and e.code in named]
        if here and nearby is None and not plain:
            hit.entry, hit.code = here[0], here[0].code
            return
    hit.entry, hit.code = entry, (nearby if _is_open(entries, page) else entry.code)


def _is_open(entries: Sequence[ActorEntry], page: str | None) -> bool:
    """Whether a name that no country decides is open among ``entries``. One that a list written by hand has is the
    well-known bearer's against mere rows of a table; every state has its "Democratic Party", though, and the ``page``
    may be on another's."""
    entry = entries[0]
    if entry.ambiguous == "generic":
        return True
    if entry.kind not in _BODIES or len({e.code for e in entries}) < 2:
        return False
    listed = {e.code for e in entries if not e.entry.startswith("groups.csv")}
    return len(listed) > 1 or (entry.kind in _EVERYWHERE and page is not None)


def is_out(entry: ActorEntry, date: str | None) -> bool:
    """Whether a name that the user brought is no actor on ``date``: discarded, or none of its codes holds."""
    return entry.brought and (entry.kind == "discarded" or not in_force(entry, date))


# --- runs of capitals ------------------------------------------------------------------------------------


def name_runs(words: Words, taken: list[bool]) -> list[tuple[int, int]]:
    """Maximal runs ``[i, j)`` of words written as names that no gazetteer name takes: "Ban Ki-moon"."""
    if words.capitals:
        return []
    runs: list[tuple[int, int]] = []
    i, count = 0, len(words.word)
    while i < count:
        if taken[i] or not _begins_name(words, i):
            i += 1
            continue
        j = i + 1
        while j < count and not taken[j]:
            if _begins_name(words, j) or (words.word[j] == "." and len(words.word[j - 1]) == 1):
                j += 1
                continue
            step = _joins(words, j, taken)
            if not step:
                break
            j += step
        while j > i + 1 and not words.names[j - 1] and words.word[j - 2] != "-":
            j -= 1
        runs.append((i, j))
        i = j
    return runs


def _begins_name(words: Words, n: int) -> bool:
    return (words.names[n] and words.word[n][-1].isalpha()) or (words.names[n] and words.word[n][-1] == ".")


def _joins(words: Words, j: int, taken: list[bool]) -> int:
    """How many words from ``j`` on link two parts of a name: a hyphen without blanks, or particles."""
    count = len(words.word)
    if words.word[j] == "-" and words.start[j] == words.end[j - 1] and j + 1 < count and not taken[j + 1]:
        nxt = words.word[j + 1]
        return 2 if nxt.isalpha() and words.start[j + 1] == words.end[j] else 0
    step = 0
    while step < 3 and j + step < count:
        word = words.word[j + step]
        if word not in PARTICLES and not (word == "-" and step):
            break
        step += 1
    if step and j + step < count and not taken[j + step] and _begins_name(words, j + step):
        return step
    return 0


_OWN_PARTICIPLES = frozenset([
    "led", "based", "owned", "run", "born", "registered", "flagged", "built", "made", "operated", "funded",
    "headquartered",
])  # fmt: skip
_PREFIXES = frozenset(["pro", "anti", "non", "ex", "post", "pre", "mid", "inter", "trans", "neo", "un"])


def stands_apart(words: Words, hit: Hit) -> bool:
    """Whether a name is only half of a word that says what somebody is for or backed by ("pro-Russian", "Iran-backed"),
    not whose they are ("US-led")."""
    if hit.i > 1 and words.word[hit.i - 1] == "-" and words.lemma[hit.i - 2] in _PREFIXES:
        return True
    after = words.word[hit.j : hit.j + 2]
    return len(after) == 2 and after[0] == "-" and after[1].islower() and after[1] not in _OWN_PARTICIPLES


def is_prefix(words: Words, i: int, j: int) -> bool:
    """Whether the run is only the capitalised prefix of a word: "Pro-government", "Anti-war"."""
    return j - i == 1 and words.lemma[i] in _PREFIXES and j < len(words.word) and words.word[j] == "-"
