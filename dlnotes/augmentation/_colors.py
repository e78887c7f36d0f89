"""Changes of brightness, contrast, saturation and hue."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_rng
from .._array import Array, as_number
from .._sums import mean
from ._hsv import _to_hsv, _to_rgb
from ._images import Image, _as_it_came, _as_light

LUMA = np.array([0.299, 0.587, 0.114])  # how bright the eye finds red, green and blue


def adjust_brightness(image: ArrayLike, factor: float) -> Image:
    """Image made brighter or darker.

    factor * image, cut off at black and white

    Parameters
    ----------
    image : array_like of shape (H, W) or (H, W, 3)
        Gray or colour image in [0, 1], or in uint8.
    factor : float
        At least 0: 0 gives black, 1 the same image, 2 twice the brightness.

    Returns
    -------
    ndarray of the shape of `image`
        New image in the dtype of `image`.

    Raises
    ------
    ValueError
        If `image` is empty, has another shape, or has a value outside [0, 1], or if
        `factor` is below 0 or above 1000.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.augmentation import adjust_brightness
    >>> adjust_brightness(np.array([[100, 200]], dtype=np.uint8), 2).tolist()
    [[200, 255]]

    References
    ----------
    [@shorten2019].
    """
    light, image = _as_light("image", image)
    return _as_it_came(_brighter(light, _factor(factor)), image)


def adjust_contrast(image: ArrayLike, factor: float) -> Image:
    """Image whose pixels lie farther from its mean brightness, or nearer.

    factor * image + (1 - factor) * mean, cut off at black and white

    Arguments, errors and references as for `adjust_brightness`.

    Parameters
    ----------
    factor : float
        At least 0: 0 gives one gray, 1 the same image, 2 twice the distance.

    Returns
    -------
    ndarray of the shape of `image`
        New image in the dtype of `image`.

    Examples
    --------
    >>> from dlnotes.augmentation import adjust_contrast
    >>> adjust_contrast([[0.25, 0.75]], 0.5).tolist()
    [[0.375, 0.625]]
    """
    light, image = _as_light("image", image)
    return _as_it_came(_contrasted(light, _factor(factor)), image)


def adjust_saturation(image: ArrayLike, factor: float) -> Image:
    """Image whose colours lie farther from gray, or nearer.

    factor * image + (1 - factor) * gray, cut off at both ends,
    where gray is 0.299 red + 0.587 green + 0.114 blue of each pixel

    Arguments, errors and references as for `adjust_brightness`.

    Parameters
    ----------
    image : array_like of shape (H, W, 3)
        Colour image in [0, 1], or in uint8.
    factor : float
        At least 0: 0 gives a gray image, 1 the same image.

    Returns
    -------
    ndarray of the shape of `image`
        New image in the dtype of `image`.

    Raises
    ------
    ValueError
        If `image` has another shape.

    Examples
    --------
    >>> from dlnotes.augmentation import adjust_saturation
    >>> adjust_saturation([[[1.0, 0.0, 0.0]]], 0).round(3).tolist()
    [[[0.299, 0.299, 0.299]]]
    """
    light, image = _as_light("image", image, colour=True)
    return _as_it_came(_saturated(light, _factor(factor)), image)


def adjust_hue(image: ArrayLike, shift: float) -> Image:
    """Image whose colours are turned on the circle of colours.

    hsv_to_rgb of (hue + shift, saturation, value)

    Arguments, errors and references as for `adjust_brightness`.

    Parameters
    ----------
    image : array_like of shape (H, W, 3)
        Colour image in [0, 1], or in uint8.
    shift : float
        Part of a turn from -1 to 1; red becomes green at 1/3, and nothing changes at 1.

    Returns
    -------
    ndarray of the shape of `image`
        New image in the dtype of `image`.

    Raises
    ------
    ValueError
        If `image` has another shape, or `shift` is outside [-1, 1].

    Examples
    --------
    >>> from dlnotes.augmentation import adjust_hue
    >>> adjust_hue([[[1.0, 0.0, 0.0]]], 1 / 3).round(3).tolist()
    [[[0.0, 1.0, 0.0]]]
    """
    light, image = _as_light("image", image, colour=True)
    shift = as_number("shift", shift, at_least=-1, at_most=1)
    return _as_it_came(_turned(light, shift), image)


def color_jitter(
    image: ArrayLike,
    *,
    brightness: float = 0,
    contrast: float = 0,
    saturation: float = 0,
    hue: float = 0,
    rng: np.random.Generator,
) -> Image:
    """Image with brightness, contrast, saturation and hue changed at random.

    Each factor is drawn from U(1 - b, 1 + b), and the shift of the hue from U(-hue, hue).
    The four changes come in a random order.

    Parameters
    ----------
    image : array_like of shape (H, W, 3)
        Colour image in [0, 1], or in uint8.
    brightness, contrast, saturation : float
        Largest change b of each factor, in [0, 1].
    hue : float
        Largest shift of the hue, in [0, 0.5].
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    ndarray of the shape of `image`
        New image in the dtype of `image`.

    Raises
    ------
    ValueError
        If `image` is empty, has another shape, or has a value outside [0, 1], or if an
        option is out of its range.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.augmentation import color_jitter
    >>> rng, image = np.random.default_rng(0), np.full((1, 1, 3), 100, dtype=np.uint8)
    >>> [color_jitter(image, brightness=0.5, rng=rng).tolist() for _ in range(2)]
    [[[[114, 114, 114]]], [[[111, 111, 111]]]]

    References
    ----------
    [@pytorch213], whose torchvision has `ColorJitter`.
    """
    light, image = _as_light("image", image, colour=True)
    ranges = {"brightness": brightness, "contrast": contrast, "saturation": saturation}
    widths = [as_number(name, b, at_least=0, at_most=1) for name, b in ranges.items()]
    turn = as_number("hue", hue, at_least=0, at_most=0.5)
    factors = as_rng(rng).uniform(-1, 1, size=4) * [*widths, turn] + [1, 1, 1, 0]
    changes: list[Callable[[Array, float], Array]]
    changes = [_brighter, _contrasted, _saturated, _turned]
    for i in rng.permutation(4):
        light = np.clip(changes[i](light, float(factors[i])), 0, 1)
    return _as_it_came(light, image)


def _factor(factor: float) -> float:
    return as_number("factor", factor, at_least=0, at_most=1000)


def _gray(light: Array) -> Array:
    """Return the brightness of each pixel, in the shape (H, W, 1) of colour images."""
    return light if light.ndim == 2 else light @ LUMA.astype(light.dtype)[:, np.newaxis]


def _brighter(light: Array, by: float) -> Array:
    return by * light


def _contrasted(light: Array, by: float) -> Array:
    return by * light + (1 - by) * mean(_gray(light))


def _saturated(light: Array, by: float) -> Array:
    return by * light + (1 - by) * _gray(light)


def _turned(light: Array, by: float) -> Array:
    hsv = _to_hsv(light)
    hsv[..., 0] = (hsv[..., 0] + by) % 1
    return _to_rgb(hsv)
