"""Tokenizers: texts as letters of Hangul, or as pieces that byte pair encoding joins."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .._arguments import as_count, as_list, brief

# Each block: the code of its first part of a syllable, and the letters people type.
BLOCKS = [
    (0x1100, "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"),
    (0x1161, "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"),
    (0x11A8, "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"),
]
LETTER = {chr(start + i): c for start, letters in BLOCKS for i, c in enumerate(letters)}
ONSET, VOWEL, CODA = (
    {c: chr(start + i) for i, c in enumerate(letters)} for start, letters in BLOCKS
)
# A consonant begins a syllable if a vowel follows it.
SYLLABLE = re.compile(
    "([{0}])([{1}])([{2}](?![{1}]))?".format(*map("".join, (ONSET, VOWEL, CODA)))
)


def to_jamo(text: str) -> str:
    """Text whose Korean syllables are taken apart into letters.

    each syllable as its first consonant, its vowel and its last consonant, if any

    Parameters
    ----------
    text : str
        Text; all that is no syllable of Hangul stays.

    Returns
    -------
    str
        Letters as people type them: a consonant is the same letter in front and behind.

    Raises
    ------
    TypeError
        If `text` is not a str.

    Examples
    --------
    >>> from dlnotes.attention import to_jamo
    >>> to_jamo("말 GPT")
    'ㅁㅏㄹ GPT'

    References
    ----------
    [@unicode2024], section 3.12.
    """
    return "".join(
        "".join(LETTER[part] for part in unicodedata.normalize("NFD", letter))
        if "가" <= letter <= "힣"
        else letter
        for letter in _as_text("text", text)
    )


def from_jamo(text: str) -> str:
    """Text whose letters of Hangul are put together into syllables.

    the inverse of `to_jamo` for texts without loose letters

    Parameters
    ----------
    text : str
        Letters; those that form no syllable stay as they are.

    Returns
    -------
    str
        Text with syllables.

    Raises
    ------
    TypeError
        If `text` is not a str.

    Examples
    --------
    >>> from dlnotes.attention import from_jamo
    >>> from_jamo("ㅎㅏㄱㅛ"), from_jamo("ㅎㅏㄱㄱㅛ"), from_jamo("ㅏㅎㅎ")
    ('하교', '학교', 'ㅏㅎㅎ')

    References
    ----------
    [@unicode2024], section 3.12.
    """

    def syllable(found: re.Match[str]) -> str:
        parts = ONSET[found[1]] + VOWEL[found[2]] + CODA.get(found[3], "")
        return unicodedata.normalize("NFC", parts)

    return SYLLABLE.sub(syllable, _as_text("text", text))


def learn_bpe(words: Sequence[str], num_merges: int) -> list[tuple[str, str]]:
    """Pairs of pieces that byte pair encoding joins, in the order in which they were found.

    again and again the pair of neighbours that is most frequent in all words

    Parameters
    ----------
    words : list of str
        Words of a corpus, each as often as it occurs; pieces never cross their ends.
    num_merges : int
        Number of pairs, at least 0; fewer are found where all words have become one piece.

    Returns
    -------
    list of tuple of str
        Pairs; of equally frequent ones the first in the order of codes.

    Raises
    ------
    TypeError
        If a word is not a str.
    ValueError
        If `num_merges` is below 0.

    Examples
    --------
    >>> from dlnotes.attention import learn_bpe
    >>> learn_bpe(["low", "low", "lower", "newer"], 3)
    [('l', 'o'), ('lo', 'w'), ('e', 'r')]

    References
    ----------
    [@sennrich2016], section 3.2.
    """
    count = as_count("num_merges", num_merges, 0)
    corpus = Counter(_as_texts("words", words))
    pieces, merges = {word: list(word) for word in corpus}, list[tuple[str, str]]()
    for _ in range(count):
        pairs = Counter[tuple[str, str]]()
        for word, times in corpus.items():
            for pair in pairwise(pieces[word]):
                pairs[pair] += times
        if not pairs:
            break
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        pieces = {word: _merged(own, best) for word, own in pieces.items()}
    return merges


def apply_bpe(word: str, merges: Sequence[tuple[str, str]]) -> list[str]:
    """Pieces into which byte pair encoding cuts a word.

    the letters of the word, joined pair by pair in the order of `merges`

    Parameters
    ----------
    word : str
        Word, also one that was not in the corpus.
    merges : list of tuple of str
        Pairs that `learn_bpe` found.

    Returns
    -------
    list of str
        Pieces, which joined are the word.

    Raises
    ------
    TypeError
        If `word` is not a str, or `merges` does not hold pairs of str.

    Examples
    --------
    >>> from dlnotes.attention import apply_bpe
    >>> apply_bpe("lowest", [("l", "o"), ("lo", "w"), ("e", "r")])
    ['low', 'e', 's', 't']

    References
    ----------
    [@sennrich2016], section 3.2.
    """
    pieces = list(_as_text("word", word))
    for i, pair in enumerate(as_list("merges", merges)):
        texts = isinstance(pair, tuple | list) and all(isinstance(p, str) for p in pair)
        if not texts or len(pair) != 2:
            raise TypeError(f"`merges[{i}]` must be two texts, got {brief(pair)}")
        pieces = _merged(pieces, (pair[0], pair[1]))
    return pieces


def encode_tokens(tokens: Sequence[str], vocabulary: Sequence[str]) -> NDArray[np.int64]:
    """Numbers of tokens, their places in the vocabulary.

    vocabulary.index(token) for each token

    Parameters
    ----------
    tokens : list of str
        Tokens of a text.
    vocabulary : list of str
        All tokens, each once.

    Returns
    -------
    ndarray of int of shape (T,)
        Numbers from 0.

    Raises
    ------
    TypeError
        If a token is not a str.
    ValueError
        If a token is not in the vocabulary, or the vocabulary holds one twice.

    Examples
    --------
    >>> from dlnotes.attention import encode_tokens
    >>> encode_tokens(["low", "e", "r"], ["e", "low", "r"]).tolist()
    [1, 0, 2]

    References
    ----------
    [@sennrich2016].
    """
    known = _as_texts("vocabulary", vocabulary)
    numbers = {token: i for i, token in enumerate(known)}
    if len(numbers) < len(known):
        twice = next(token for token, times in Counter(known).items() if times > 1)
        raise ValueError(
            f"`vocabulary` must hold each token once, got {brief(twice)} twice"
        )
    own = _as_texts("tokens", tokens)
    strange = [token for token in own if token not in numbers]
    if strange:
        rule = f"tokens of the {len(known)} in `vocabulary`"
        raise ValueError(f"`tokens` must be {rule}, got {brief(strange[0])}")
    return np.array([numbers[token] for token in own], np.int64)


def _merged(pieces: list[str], pair: tuple[str, str]) -> list[str]:
    """Return pieces in which a pair of neighbours is one, from the left."""
    found, i = list[str](), 0
    while i < len(pieces):
        step = 2 if tuple(pieces[i : i + 2]) == pair else 1
        found.append("".join(pieces[i : i + step]))
        i += step
    return found


def _as_text(name: str, text: str) -> str:
    if not isinstance(text, str):
        raise TypeError(f"`{name}` must be a str, got {type(text).__name__}")
    return text


def _as_texts(name: str, texts: Sequence[str]) -> list[str]:
    listed = as_list(name, texts)
    return [_as_text(f"{name}[{i}]", text) for i, text in enumerate(listed)]
