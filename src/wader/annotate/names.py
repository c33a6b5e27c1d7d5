"""Words of a sentence, the names among them, and the titles and appositions that say who a name is.

All of it reads words, capitals and the knowledge of actors and roles, so that it works on sentences that were
not parsed; where they were, the parser's own words are used, and tags help.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wader.knowledge.actors import ActorEntry, Actors
from wader.knowledge.roles import RoleEntry, Roles
from wader.records import Article, Sentence

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Gov|Sen|Rep|Adm|St|Prof|Rev)\.|[A-Z]\.(?=\s[A-Z])"
    r"|[^\W_]+(?:['’](?!s\b)[^\W_]+)?|['’]s\b|[^\w\s]"
)
PARTICLES = frozenset(
    ["de", "da", "di", "del", "della", "dos", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "al", "el", "ul", "ur", "uz", "bint", "abu", "ter", "zu", "y", "e", "as", "ben"]
)
"""Lower-case words inside names of persons."""
ORG_LINKS = frozenset(["of", "for", "the", "and", "on", "in", "to", "against"])
"""Lower-case words inside names of organisations."""
QUALIFIERS = frozenset(
    ["deputy", "vice", "acting", "interim", "caretaker", "assistant", "associate", "senior", "top", "chief", "special", "prime", "first", "second", "outgoing", "incoming", "newly", "new", "elected", "re-elected", "re", "current", "then", "ex", "former", "late", "retired", "onetime", "one-time", "ousted", "deposed", "exiled", "long-time", "longtime", "veteran", "embattled", "hardline", "moderate", "conservative", "liberal", "reformist", "far-right", "left-wing", "right-wing", "leftist", "rightist", "centrist", "nationalist", "joint", "co", "state", "federal", "national", "regional", "provincial", "local", "permanent", "under", "lead", "main", "influential", "powerful", "controversial", "prominent", "jailed", "imprisoned", "detained", "slain", "self-proclaimed", "self-styled", "de-facto", "de", "facto", "visiting", "general"]
)
FORMER = frozenset(["ex", "former", "late", "retired", "onetime", "one-time", "ousted", "deposed", "erstwhile"])
"""Qualifiers after which an office is over (``late`` too: a dead official acts no more)."""
HONORIFICS = frozenset(
    ["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "dame", "lord", "lady", "shri", "smt", "sheikh", "shaikh", "sheik", "haji", "hajj", "ayatollah", "imam", "mullah", "maulana", "mufti", "prof", "prof.", "professor", "judge", "justice", "rev", "rev.", "fr", "sister", "brother", "saint"]
)
GENERIC_ROLES = frozenset(
    ["leader", "chief", "head", "spokesman", "spokeswoman", "spokesperson", "official", "member", "commander", "representative", "boss", "envoy", "negotiator", "founder", "co-founder", "director", "chairman", "chairwoman", "chairperson", "chair", "secretary-general", "secretary", "fighter", "operative", "activist", "figure", "supporter", "adviser", "advisor", "delegate", "delegation", "source", "deputy", "veteran", "lawyer", "mediator", "diplomat", "ambassador", "coordinator", "president", "vice-president", "minister", "executive", "staffer", "aide", "strongman", "warlord", "candidate", "politician"]
)
"""Roles that take their sector from the body they belong to: the leader of a party, of rebels, of an army."""
OWN_SECTOR = frozenset(["diplomat", "ambassador", "president", "vice-president", "minister", "envoy"])
"""Generic roles that keep their own sector beside a state, but not beside a body of another kind."""
STATE_KINDS = frozenset({"state", "demonym", "capital", "metonym", "subnational"})
PLACE_KINDS = frozenset({"state", "capital", "subnational"})
_NO_NAME = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "they", "we", "i", "you", "his", "her", "their", "its", "our", "my", "your", "in", "on", "at", "by", "for", "from", "with", "to", "of", "as", "but", "and", "or", "nor", "so", "yet", "if", "when", "while", "after", "before", "since", "until", "because", "although", "though", "where", "what", "who", "how", "why", "which", "there", "here", "then", "now", "not", "no", "yes", "also", "however", "meanwhile", "earlier", "later", "last", "next", "first", "second", "third", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "some", "many", "most", "more", "both", "each", "every", "all", "any", "few", "several", "such", "other", "another", "same", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "spring", "summer", "autumn", "winter", "today", "yesterday", "tomorrow", "despite", "during", "under", "over", "into", "about", "against", "between", "among", "according", "amid", "following", "speaking", "asked", "said"]
)


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
    capitals = stretch.isupper() and sum(w.isalpha() for w in word) > 3
    names = [w[:1].isupper() and low not in _NO_NAME for w, low in zip(word, lemma, strict=True)]
    for n, w in enumerate(word):  # "May" and "Will" as written inside a sentence are names where tagged so
        if not names[n] and n and w[:1].isupper() and tag is not None and tag[n] == "NNP" and w.lower() not in _NO_NAME:
            names[n] = True
    return Words(sentence, source, start, end, word, lemma, tag, capitals, names)


# --- gazetteer -------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Hit:
    """Words ``i`` to before ``j`` are a name that the knowledge has; ``entry`` is the reading chosen."""

    i: int
    j: int
    entries: tuple[ActorEntry, ...]
    entry: ActorEntry
    code: str | None


def gazetteer_hits(words: Words, actors: Actors) -> list[Hit]:
    """Names that the knowledge has, longest first from the left, never overlapping. The first reading is chosen;
    ``choose`` corrects it with the page's date and countries."""
    hits: list[Hit] = []
    i, count = 0, len(words.word)
    longest = actors.longest
    while i < count:
        word = words.word[i]
        if not (word[:1].isupper() or ((word in PARTICLES or word == "the") and i + 1 < count)):
            i += 1
            continue
        if word[:1].islower() and not any(w[:1].isupper() for w in words.word[i + 1 : i + 3]):
            i += 1
            continue
        found = longest(words.word, i)
        if found is not None and _trusted(words, i, i + found[0], found[1][0]):
            hits.append(Hit(i, i + found[0], found[1], found[1][0], found[1][0].code))
            i += found[0]
        else:
            i += 1
    return hits


def _trusted(words: Words, i: int, j: int, entry: ActorEntry) -> bool:
    """Whether the context lets an ambiguous name be what the knowledge says."""
    doubt = entry.ambiguous
    if doubt == "word":
        first = i == 0 or words.word[i - 1] in "\"'“‘(:"
        if words.capitals:
            return False
        if first and j - i == 1 and (words.tag is None or words.tag[i][:2] not in ("NN", "JJ")):
            return False
    if (doubt == "person" or entry.kind == "person") and j - i == 1:
        before = i > 0 and _in_name(words, i - 1)
        after = j < len(words.word) and _in_name(words, j)
        if (before or after) and not words.capitals:
            return False
    return True


def _in_name(words: Words, n: int) -> bool:
    """Whether word ``n`` may be another part of a person's name."""
    word = words.word[n]
    if not words.names[n] or not (word.isalpha() or word.endswith(".")):
        return False
    return word.isupper() is False or len(word) <= 2


def choose(hit: Hit, date: str | None, nearby: str | None, page: str | None) -> None:
    """Pick the reading of ``hit`` by the page's ``date`` (ISO) and country, in place.

    ``nearby``: code of the state named right beside it; ``page``: the page's main country. Of several bodies of one
    name the one of that country is meant; without it the code stays open.
    """
    entries = hit.entries
    if len(entries) > 1 or entries[0].since or entries[0].until:
        valid = tuple(e for e in entries if in_force(e, date))
        entries = valid or entries
    entry = entries[0]
    if len(entries) > 1 or entry.ambiguous == "generic":
        for code in (nearby, page):
            same = [e for e in entries if e.code == code] if code else []
            if same:
                hit.entry, hit.code = same[0], same[0].code
                return
    generic = entry.ambiguous == "generic"
    hit.entry, hit.code = entry, (nearby if generic else entry.code)


def in_force(entry: ActorEntry, date: str | None) -> bool:
    """Whether an entry holds on ``date`` (ISO, any precision); without a date only what has not ended."""
    if date is None:
        return entry.until is None
    since, until = entry.since, entry.until
    if since and date[: len(since)] < since[: len(date)]:
        return False
    return not (until and date[: len(until)] > until[: len(date)])


# --- runs of capitals ------------------------------------------------------------------------------------


def name_runs(words: Words, taken: list[bool]) -> list[tuple[int, int]]:
    """Maximal runs ``[i, j)`` of words written as names that no gazetteer name takes: "Ban Ki-moon", "S. Jaishankar"."""
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
        while j > i and not words.names[j - 1]:
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
    while step < 3 and j + step < count and (words.word[j + step] in PARTICLES or (words.word[j + step] == "-" and step)):
        step += 1
    if step and j + step < count and not taken[j + step] and _begins_name(words, j + step):
        return step
    return 0


_OWN_PARTICIPLES = frozenset("led based owned run born registered flagged built made operated funded headquartered".split())
_PREFIXES = frozenset("pro anti non ex post pre mid inter trans neo un".split())


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


# --- titles and appositions ------------------------------------------------------------------------------


@dataclass(slots=True)
class Title:
    """What stands beside a name: the role, the actor that it belongs to, and the words ``i`` to before ``j``."""

    i: int
    j: int
    role: RoleEntry | None
    office: str
    former: bool
    owner: Hit | None
    group: RoleEntry | None
    rule: str


class TitleReader:
    """Reads titles before names and appositions after them."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles

    def before(self, words: Words, i: int, hits: dict[int, Hit]) -> Title | None:
        """The title that ends right before word ``i``; ``hits`` by the word at which they end."""
        end = i
        while end > 0 and words.lemma[end - 1] in HONORIFICS:
            end -= 1
        if end > 1 and words.word[end - 1] == "," and words.lemma[end - 2] not in _NO_NAME:
            title = self._ending(words, end - 1, hits)
            if title is not None and self._closes(words, i):
                return title
            return None
        title = self._ending(words, end, hits) if end else None
        if title is None and end < i:
            return Title(end, i, None, "", False, None, None, "honorific")
        return title

    def _closes(self, words: Words, i: int) -> bool:
        """Whether the name that begins at ``i`` after a comma is closed by another mark: an apposition."""
        j = i
        while j < len(words.word) and (words.names[j] or words.word[j] in PARTICLES or words.word[j] == "-"):
            j += 1
        return j >= len(words.word) or words.word[j] in ",.;)"

    def _ending(self, words: Words, end: int, hits: dict[int, Hit]) -> Title | None:
        at = end
        if words.word[end - 1] == "." and end > 1:
            end -= 1
        hit = hits.get(end)
        if hit is not None:
            return None
        found = self._roles.longest_ending(words.lemma, end - 1)
        if found is None or found[1].kind not in ("person", "armed"):
            return None
        return self._leftward(words, end - found[0], at, found[1], hits)

    def _leftward(self, words: Words, i: int, end: int, role: RoleEntry, hits: dict[int, Hit]) -> Title:
        """Collect qualifiers, the owner and the group to the left of a role that starts at ``i``."""
        former, owner, group, left, office_at = False, None, None, i, i
        while left > 0:
            word = words.lemma[left - 1]
            hit = hits.get(left)
            if hit is not None:
                if owner is None or owner.entry.kind in ("religious", "ethnic"):
                    owner = hit
                left = hit.i
                continue
            if word in ("'s", "’s", "-", "’", "'"):
                left -= 1
                continue
            if word in QUALIFIERS or (word.startswith("ex-") and len(word) > 3):
                former = former or word in FORMER or word.startswith("ex-")
                left -= 1
                if owner is None and group is None and word not in FORMER:
                    office_at = left
                continue
            found = self._roles.longest_ending(words.lemma, left - 1) if group is None else None
            if found is not None and owner is None:
                group = found[1]
                left -= found[0]
                office_at = left
                continue
            break
        office = words.text(office_at, end).replace("\n", " ").rstrip(".,")
        return Title(left, end, role, office, former, owner, group, f"title: {role.entry}")

    def after(self, words: Words, j: int, hits: dict[int, Hit]) -> Title | None:
        """The apposition that follows a name ending before word ``j``: ", Russian deputy foreign minister,"."""
        count = len(words.word)
        if j + 1 >= count or words.word[j] not in (",", "(", "–", "—"):
            return None
        start, k = j + 1, j + 1
        while k < min(count, start + 9):
            word = words.lemma[k]
            if word in ",.;:)(" or word in _CLAUSE:
                return None
            found = self._role_at(words, k, start, hits)
            if found is None:
                k += 1
                continue
            stop = k + 1
            while stop < count and (further := self._role_at(words, stop, start, hits)) is not None:
                found, stop = further, stop + 1
            following = words.lemma[stop] if stop < count else "."
            if following not in _AFTER_APPOSITION or (words.lemma[start] not in _NO_NAME | QUALIFIERS | _OPENERS and (
                words.names[start] and not any(h.i == start for h in hits.values()) and stop - start > found[0]
            )):
                return None
            title = self._leftward(words, stop - found[0], stop, found[1], hits)
            title.rule = f"apposition: {found[1].entry}"
            self._rightward(words, stop, hits, title)
            return title
        return None

    def _role_at(self, words: Words, k: int, start: int, hits: dict[int, Hit]) -> tuple[int, RoleEntry] | None:
        """A role of a person that ends at word ``k`` and begins no earlier than ``start``."""
        if any(h.i <= k < h.j for h in hits.values()):
            return None
        found = self._roles.longest_ending(words.lemma, k)
        if found is None or found[1].kind not in ("person", "armed") or k + 1 - found[0] < start:
            return None
        return found

    def _rightward(self, words: Words, stop: int, hits: dict[int, Hit], title: Title) -> None:
        """ "of Mali", "for the State Department": the actor that the role belongs to, to its right."""
        if stop >= len(words.word) or words.lemma[stop] not in ("of", "for", "at", "with", "from", "in"):
            return
        k = stop + 1
        while k < min(len(words.word), stop + 5):
            begun = next((h for h in hits.values() if h.i == k), None)
            if begun is not None:
                if title.owner is None:
                    title.owner = begun
                return
            if words.lemma[k] in ",.;":
                return
            found = self._roles.longest_ending(words.lemma, k)
            if found is not None and title.group is None:
                title.group = found[1]
            k += 1


_AFTER_APPOSITION = frozenset([",", ".", ";", ")", ":", "of", "for", "in", "at", "from", "with", "who", "and", "which", "–", "—", "on", "told", "(", "”"])
_OPENERS = frozenset(["the", "a", "an", "one", "its", "his", "her", "their", "our"])
_CLAUSE = frozenset(["who", "which", "that", "whose", "where", "when", "and", "but", "say", "be", "have", "do", "will", "would"])
