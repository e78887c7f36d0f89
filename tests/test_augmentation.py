"""Data augmentation beside the contract: what chance may choose, bytes, boxes, batches."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from PIL import Image

from dlnotes import augmentation as m


def rng(seed=0):
    return np.random.default_rng(seed)


IMAGE = rng().uniform(size=(7, 11, 3))
BYTES = rng().integers(0, 256, size=(7, 11, 3), dtype=np.uint8)
NUMBERED = np.arange(1, 31).reshape(5, 6)  # each pixel is known by its number


# --- flips ------------------------------------------------------------------------------


def test_two_flips_are_none():
    assert_array_equal(m.horizontal_flip(m.horizontal_flip(IMAGE)), IMAGE)


def test_half_of_the_random_flips_are_flips():
    chance = rng()
    flips = [m.random_horizontal_flip([[0, 1]], rng=chance)[0, 0] for _ in range(2000)]
    assert_allclose(np.mean(flips), 0.5, atol=0.04)
    flips = [
        m.random_horizontal_flip([[0, 1]], p=0.2, rng=chance)[0, 0] for _ in range(2000)
    ]
    assert_allclose(np.mean(flips), 0.2, atol=0.04)


@given(st.lists(st.integers(0, 11), min_size=2, max_size=2, unique=True).map(sorted))
def test_a_mirrored_box_holds_the_mirrored_thing(edges):
    x0, x1 = edges
    image = np.zeros((4, 11))
    image[1:3, x0:x1] = 1
    left, upper, right, lower = m.flip_boxes([[x0, 1, x1, 3]], 11)[0].astype(int)
    rows, columns = np.nonzero(m.horizontal_flip(image))
    assert [rows.min(), rows.max() + 1] == [upper, lower]
    assert [columns.min(), columns.max() + 1] == [left, right]


# --- crops ------------------------------------------------------------------------------


def test_every_place_is_as_likely():
    chance, places = rng(), np.zeros((4, 5))
    for _ in range(4000):
        corner = int(m.random_crop(NUMBERED, (2, 2), rng=chance)[0, 0]) - 1
        places[divmod(corner, 6)] += 1
    assert_allclose(places / 4000, 1 / 20, atol=0.02)


def test_a_crop_of_the_size_of_the_image_shifts_it():
    shifts = {
        m.random_crop(NUMBERED, (5, 6), padding=2, rng=rng(seed)).tobytes()
        for seed in range(300)
    }
    assert len(shifts) == 25
    for seed in range(20):
        y = m.random_crop(NUMBERED, (5, 6), padding=2, rng=rng(seed))
        i, j = np.argwhere(y > 0)[0]
        down, right = i - (y[i, j] - 1) // 6, j - (y[i, j] - 1) % 6
        inside = y[y > 0]
        assert len(inside) == (5 - abs(down)) * (6 - abs(right))


# --- resizing ---------------------------------------------------------------------------


def test_enlarging_is_pillows_for_bytes():
    for size in [(14, 22), (9, 13), (7, 30)]:
        for mode, kind in [("bilinear", Image.BILINEAR), ("nearest", Image.NEAREST)]:
            theirs = Image.fromarray(BYTES).resize(size[::-1], kind)
            ours = m.resize(BYTES, size, mode=mode)
            assert ours.dtype == np.uint8
            off = np.abs(ours.astype(int) - np.asarray(theirs))
            assert off.max() <= (mode == "bilinear")


def test_a_ramp_stays_a_ramp_inside():
    ramp = np.arange(6.0)[np.newaxis] * np.ones((3, 1))
    at = (np.arange(24) + 0.5) / 4 - 0.5
    assert_allclose(
        m.resize(ramp, (3, 24)), np.ones((3, 1)) * np.clip(at, 0, 5), rtol=1e-14
    )


# --- colours ----------------------------------------------------------------------------


def test_hue_and_back_is_the_same_colour():
    assert_allclose(m.hsv_to_rgb(m.rgb_to_hsv(IMAGE)), IMAGE, atol=1e-15)


def test_hue_of_a_nearly_red_colour_stays_below_1():
    hue = m.rgb_to_hsv([1.0, 0.0, 1e-300])[0]
    assert 0 <= hue < 1


CHANGES = [
    (m.adjust_brightness, 1.7),
    (m.adjust_contrast, 1.7),
    (m.adjust_contrast, 0.3),
    (m.adjust_saturation, 1.7),
    (m.adjust_hue, 0.3),
]


@pytest.mark.parametrize(("change", "by"), CHANGES)
def test_bytes_are_the_rounded_floats(change, by):
    """So nothing wraps: 250 made brighter is 255, not 169."""
    ours, wide = change(BYTES, by), change(BYTES / 255, by)
    assert ours.dtype == np.uint8
    assert_array_equal(ours, np.rint(255 * wide))


@pytest.mark.parametrize("change", {change for change, _ in CHANGES} - {m.adjust_hue})
@pytest.mark.parametrize("ends", [[0, 1, 2, 3], [252, 253, 254, 255], [0, 1, 254, 255]])
def test_bytes_near_the_ends_keep_their_order(change, ends):
    image = np.repeat(np.array(ends, np.uint8)[np.newaxis, :, np.newaxis], 3, axis=2)
    for factor in (0, 0.4, 1, 1.3, 4, 1000):
        y = change(image, factor).astype(int)
        assert (np.diff(y, axis=1) >= 0).all(), factor


def test_jitter_stays_in_its_ranges_and_uses_them():
    chance = rng()
    gray = np.full((1, 1, 3), 0.4)
    light = [m.color_jitter(gray, brightness=0.5, rng=chance)[0, 0, 0] for _ in range(500)]
    assert 0.2 <= min(light) < 0.22
    assert 0.58 < max(light) <= 0.6
    red = np.array([[[1.0, 0.0, 0.0]]])
    hues = [
        m.rgb_to_hsv(m.color_jitter(red, hue=0.1, rng=chance))[0, 0, 0] for _ in range(500)
    ]
    turns = (np.array(hues) + 0.5) % 1 - 0.5
    assert -0.1 <= turns.min() < -0.09
    assert 0.09 < turns.max() <= 0.1


def test_the_order_of_changes_is_random():
    """Brighter by 2 and cut off, then less contrast, is not the other way round."""
    image = np.array([[[0.9] * 3, [0.1] * 3]])
    options = {"brightness": 1, "contrast": 1}
    found = set()
    for seed in range(40):
        b, c = rng(seed).uniform(-1, 1, size=4)[:2] + 1
        one = m.adjust_contrast(m.adjust_brightness(image, b), c)
        other = m.adjust_brightness(m.adjust_contrast(image, c), b)
        y = m.color_jitter(image, **options, rng=rng(seed))
        kept = [np.allclose(y, way) for way in (one, other)]
        assert any(kept)
        found.add(tuple(kept))
    assert {(True, False), (False, True)} <= found


# --- mixup ------------------------------------------------------------------------------


def test_samples_and_targets_are_mixed_alike():
    X, t = m.mixup(np.eye(7), np.eye(7), alpha=1, rng=rng())
    assert_array_equal(X, t)
    assert_allclose(t.sum(axis=1), 1, rtol=1e-15)
    assert (
        len(np.unique(t.max(axis=1).round(12))) <= 2
    )  # one weight for all, or a sample alone
    X, t = m.mixup(rng().normal(size=(5, 2, 3, 4)), np.eye(5), alpha=1, rng=rng())
    assert (X.shape, t.shape) == ((5, 2, 3, 4), (5, 5))


def test_a_small_alpha_leaves_samples_nearly_alone():
    def largest(alpha):
        draws = [
            m.mixup(np.eye(9), np.eye(9), alpha=alpha, rng=rng(s))[1] for s in range(99)
        ]
        return np.mean(np.max(draws, axis=2))

    assert largest(0.05) > 0.95 > 0.8 > largest(1) > largest(100)
