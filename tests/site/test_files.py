"""Faults of files, which are told before any page is read."""

import shutil

import pytest

from source import facts, files, kept

PAGE = "---\ndescription: A page.\n---\n\n글이다.\n"
LAB = """\
# %% [markdown] lang="ko"
# 글.

# %% [markdown] lang="en"
# Text.

# %%
x = 1
"""
FIGURE = '"""A figure."""\n\nWORDS = {"ko": "학습률"}\n'
# The file, the text that is replaced (None: by bytes as they are), its line, the message.
BREAKS = [
    ("ko/losses/a.md", "---\nd", "\ufeff---\nd", 1, "begins with a byte-order mark"),
    (
        "labs/losses.py",
        "# %% [markdown] lang",
        "\ufeff# %% [markdown] lang",
        1,
        "byte-order",
    ),
    (
        "data/terms.csv",
        "en,ko,page",
        "\ufeffen,ko,page",
        1,
        "begins with a byte-order mark",
    ),
    ("data/references.bib", "@", "\ufeff@", 1, "begins with a byte-order mark"),
    ("ko/losses/a.md", "글이다", "글이다".encode("cp949"), 5, "the byte 0xb1 is not UTF-8"),
    ("labs/losses.py", "글", "글".encode("cp949"), 2, "the byte 0xb1 is not UTF-8"),
    ("data/terms.csv", "정확도", "정확도".encode("cp949"), 2, "is not UTF-8"),
    ("data/terms.csv", "en,ko,page", "English,ko,page", 1, "en is missing, got English,ko"),
    ("data/pages.csv", ",index,", ",index,,", 2, "a row has 6 cells, got 7"),
    ("data/concepts.csv", "I003,", "I999,", 4, "expected I003, got I999"),
    ("data/corrections.csv", "E02,", "E2,", 3, "expected E02, got E2"),
    ("data/corrections.csv", "E02,wrong,", "E02,false,", 3, "verdict: there is no `false`"),
    (
        "data/corrections.csv",
        "losses/regression",
        "losses/regresion",
        23,
        "page: there is no `losses/",
    ),
    ("data/concepts.csv", "001:12 D", "001:12", 2, "places are"),
    (
        "data/terms.csv",
        "accuracy,정확도,losses/",
        "accuracy,정확도,loss/",
        2,
        "page: there is no `loss/",
    ),
    (
        "data/symptoms.csv",
        "losses/cross-",
        "losses/gross-",
        2,
        "page: there is no `losses/g",
    ),
    ("data/symbols.csv", "page,pages", "page,only", 1, "the column pages is missing"),
    (
        "data/symbols.csv",
        "X,networks/forward",
        "X,networks/forwards",
        3,
        "there is no `netw",
    ),
    ("data/terms.csv", "AdaGrad,", "Adam,", 6, "a second `Adam`"),
    ("data/pages.csv", "P01,tensors,", "P01,tensor,", 3, "chapter: there is no `tensor`"),
    (
        "data/terms.csv",
        "The share",
        "<script>go()</script>The share",
        2,
        "the tag <script>",
    ),
    ("figures/losses/a.py", "학습률", "학습율", 3, "학습율: write 학습률"),
    ("exercises/losses/a.py", "학습률", "학습율", 3, "학습율: write 학습률"),
    ("labs/losses.py", "# %%\n", "#%%\n", 7, "a cell begins with `# %%`"),
    ("labs/losses.py", "# %%\n", "# %% [md]\n", 7, "a cell begins with `# %%`"),
    ("labs/losses.py", ' lang="en"', "", 4, "got # %% [markdown]"),
    ("labs/losses.py", "# Text.", "Text.", 5, "prose must come after `#`, got Text."),
    ("labs/losses.py", "# %% [markdown] lang", "y = 2\n# %% [markdown] lang", 1, "before"),
    ("labs/losses.py", "x = 1", "x = = 1", 8, "the code cannot be read: invalid syntax"),
    (
        "labs/losses.py",
        "x = 1",
        "if 1:\n    x = 0\n# %%\nelse:\n    x = 1",
        11,
        "cannot be read",
    ),
]
NAMES = ["ko/losses/a b.md", "ko/losses/A.md", "en/Losses/a.md", "data/my terms.csv"]


@pytest.fixture
def docs(tmp_path, monkeypatch):
    """A folder of sources without faults."""
    shutil.copytree(facts.DOCS / "data", tmp_path / "data")
    monkeypatch.setattr(facts, "DOCS", tmp_path)
    for name, text in (
        ("ko/losses/a.md", PAGE),
        ("labs/losses.py", LAB),
        ("figures/losses/a.py", FIGURE),
        ("exercises/losses/a.py", FIGURE),
    ):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, "utf-8")
    kept.forget()
    yield tmp_path
    kept.forget()


def test_sound_files_pass(docs):
    assert files.find() == []


@pytest.mark.parametrize(("name", "old", "new", "line", "message"), BREAKS)
def test_a_broken_file_is_told_with_its_line(docs, name, old, new, line, message):
    content = (docs / name).read_bytes()
    assert old.encode() in content
    new = new if isinstance(new, bytes) else new.encode()
    (docs / name).write_bytes(content.replace(old.encode(), new, 1))
    [(path, at, said)] = files.find()
    assert (path, at, message in said) == (docs / name, line, True), said


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_plain(docs, name):
    (docs / name).parent.mkdir(parents=True, exist_ok=True)
    (docs / name).write_text(PAGE, "utf-8")
    [(path, line, said)] = files.find()
    assert (path, line) == (docs / name, 1)
    assert said == "a name has small letters, digits, hyphens and underscores only"


def test_a_page_ends_in_md(docs):
    (docs / "ko/losses/b.markdown").write_text(PAGE, "utf-8")
    [(_, _, said)] = files.find()
    assert said == "the name ends in .markdown; a page ends in .md"
