"""Data files of the knowledge: laid over each other, told of when broken, mislaid or unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from wader.errors import KnowledgeError, UsageError
from wader.knowledge import PACKAGED, load
from wader.knowledge.files import laid_over, strays

NAMES = sorted(path.name for path in PACKAGED.iterdir() if path.suffix in (".yaml", ".tsv"))


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_a_later_file_is_laid_over_key_by_key_and_its_lists_are_added(tmp_path):
    one = write(tmp_path / "one", {"x.yaml": "words: {a: 1, b: 2}\nlist: [x]\nname: first"})
    two = write(tmp_path / "two", {"x.yaml": "words: {b: 3}\nlist: [y]\nname: second\nmore: {c: 4}"})
    empty = write(tmp_path / "three", {"x.yaml": ""})
    assert laid_over([one, two, empty, tmp_path], "x.yaml") == {
        "words": {"a": 1, "b": 3}, "list": ["x", "y"], "name": "second", "more": {"c": 4}
    }  # fmt: skip


@pytest.mark.parametrize("text", ["just words", "- 1\n- 2", "list: {a: 1}", "list: 5", "a: [", "\t", "[" * 5000])
def test_a_file_of_another_shape_is_named(tmp_path, text):
    one = write(tmp_path / "one", {"x.yaml": "list: [x]"})
    two = write(tmp_path / "two", {"x.yaml": text})
    with pytest.raises(KnowledgeError, match=r"two/x\.yaml"):
        laid_over([one, two], "x.yaml")


def test_no_file_at_all_is_told(tmp_path):
    with pytest.raises(KnowledgeError, match=r"No x\.yaml"):
        laid_over([tmp_path], "x.yaml")


def test_files_under_names_of_the_package_are_read_and_others_are_told_with_what_to_do(tmp_path):
    good = {**dict.fromkeys(NAMES, ""), "lexicon/my-words.yaml": "", "README.md": "notes", ".git/config": ""}
    bad = {
        "roles.yml": "roles.yaml",
        "role.yaml": "roles.yaml",
        "accuse.yaml": "lexicon/accuse.yaml",
        "words/accuse.yaml": "lexicon/accuse.yaml",
        "lexicon/more.yml": "lexicon/more.yaml",
        "lexicon/roles.yaml.bak": "lexicon/NAME.yaml",
        "data/roles.yaml": "roles.yaml, at the top",
        "verben.yaml": "lexicon/NAME.yaml",
    }
    write(tmp_path, {**good, **dict.fromkeys(bad, "")})
    told = dict(strays(tmp_path))
    assert sorted(told) == sorted(bad)
    for name, remedy in bad.items():
        assert remedy in told[name], (name, told[name])


def test_the_packaged_knowledge_has_no_strays():
    assert load().strays() == []
    assert [path for path, _ in strays(PACKAGED) if not path.endswith((".py", ".pyc"))] == []


def test_a_folder_that_is_none_is_a_misuse(tmp_path):
    (tmp_path / "file").touch()
    for path in (tmp_path / "nowhere", tmp_path / "file"):
        with pytest.raises(UsageError, match=path.name):
            load(path)


@pytest.mark.parametrize(
    "name", ["groups.csv.gz", "given_names.yaml", "known_events.yaml", "dates.yaml", "titles.yaml"]
)
def test_a_broken_file_names_itself_when_its_part_is_loaded(tmp_path, name):
    write(tmp_path, {name: "- 1\n- 2"})
    part = {"groups.csv.gz": "actors", "given_names.yaml": "actors", "titles.yaml": "offices"}.get(name, "outlets")
    with pytest.raises(KnowledgeError, match=name):
        loaded = getattr(load(tmp_path), part)
        loaded.title("President")
