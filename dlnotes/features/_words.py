"""Bags of words: how often each word of a vocabulary occurs, in a text or in an image."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_list, brief
from ._kmeans import nearest_centers

WORD = re.compile(r"\w+")  # letters and digits of any script


def build_vocabulary(documents: Sequence[str]) -> list[str]:
    """Words that occur in any of the documents, each once and in order.

    sorted(set(words of all documents)), in small letters and without punctuation

    Parameters
    ----------
    documents : list of str
        Texts, with at least one word among them.

    Returns
    -------
    list of str
        Words, sorted by the codes of their letters.

    Raises
    ------
    TypeError
        If a document is not a str.
    ValueError
        If there is no word in `documents`.

    Examples
    --------
    >>> from dlnotes.features import build_vocabulary
    >>> build_vocabulary(["Dog bites man.", "Man bites dog!"])
    ['bites', 'dog', 'man']

    References
    ----------
    [@manning2008], section 6.2.
    """
    texts = _texts("documents", documents)
    words = sorted({word for text in texts for word in _words(text)})
    if not words:
        raise ValueError(f"`documents` must hold at least one word, got {brief(texts)}")
    return words


def bag_of_words(documents: Sequence[str], vocabulary: Sequence[str]) -> NDArray[np.int64]:
    """Number of times that each word of the vocabulary occurs in each document.

    words of documents[i] that equal vocabulary[j], counted, at [i, j]

    Parameters
    ----------
    documents : list of str
        Texts. One without words gives a row of zeros.
    vocabulary : list of str
        Words, no two the same, as `build_vocabulary` makes them: in small letters, and
        without spaces or punctuation.

    Returns
    -------
    ndarray of int of shape (N, V)
        Counts. Words that are not in the vocabulary are not counted.

    Raises
    ------
    TypeError
        If a document or a word of the vocabulary is not a str.
    ValueError
        If `vocabulary` is empty, holds a word twice or a word that no document can have.

    Examples
    --------
    >>> from dlnotes.features import bag_of_words
    >>> bag_of_words(["Dog bites man.", "A dog, a dog!"], ["bites", "dog", "man"]).tolist()
    [[1, 1, 1], [0, 2, 0]]

    References
    ----------
    [@manning2008], section 6.2.
    """
    texts, words = _texts("documents", documents), _texts("vocabulary", vocabulary)
    if not words:
        raise ValueError("`vocabulary` must hold at least one word, got []")
    for word, times in Counter(words).items():
        if times > 1:
            rule = "hold each word once"
            raise ValueError(f"`vocabulary` must {rule}, got {brief(word)} {times} times")
        if _words(word) != [word]:
            rule = "hold words in small letters without spaces or punctuation"
            raise ValueError(f"`vocabulary` must {rule}, got {brief(word)}")
    counts = [Counter(_words(text)) for text in texts]
    table = [[count[word] for word in words] for count in counts]
    return np.array(table, np.int64).reshape(len(texts), len(words))


def bag_of_visual_words(X: ArrayLike, centers: ArrayLike) -> NDArray[np.intp]:
    """Number of patches of an image that are nearest to each typical patch.

    sum(nearest_centers(X, centers) == j) at [j]

    Parameters
    ----------
    X : array_like of shape (N, D)
        Patches of one image, or other descriptions of its parts, finite.
    centers : array_like of shape (k, D)
        Typical patches, the visual words, which `kmeans` finds, finite.

    Returns
    -------
    ndarray of int of shape (k,)
        Counts, which sum to N.

    Raises
    ------
    ValueError
        If `X` does not have the shape (N, D), `centers` does not have the shape (k, D), or
        one of them is empty or not finite.

    Examples
    --------
    >>> from dlnotes.features import bag_of_visual_words
    >>> bag_of_visual_words([[0.1], [0.9], [0.2]], [[0.0], [1.0], [5.0]]).tolist()
    [2, 1, 0]

    References
    ----------
    [@csurka2004].
    """
    labels = nearest_centers(X, centers)
    return np.bincount(labels, minlength=len(np.asarray(centers)))


def _texts(name: str, texts: Sequence[str]) -> list[str]:
    """Return texts as a list, refused unless each is a str."""
    found = as_list(name, texts)
    for i, text in enumerate(found):
        if not isinstance(text, str):
            raise TypeError(f"`{name}[{i}]` must be a str, got {type(text).__name__}")
    return found


def _words(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return WORD.findall(text.lower())
