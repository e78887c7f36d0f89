"""Data augmentation: what each function promises."""

import colorsys
import math

import matplotlib.colors as theirs
import numpy as np
import torch
from PIL import Image, ImageEnhance
from torch.nn import functional

from dlnotes import augmentation
from specs import Call, Spec

inf, nan = math.inf, math.nan


def rng():
    return np.random.default_rng(0)


RNG = rng()
GRAY, PICTURE = RNG.normal(size=(7, 11)), RNG.normal(size=(7, 11, 2))
COLOURS = RNG.uniform(size=(7, 11, 3))
COLOURS[0, :3] = [[0, 0, 0], [1, 1, 1], [0.5, 0.5, 0.5]]
BYTES = RNG.integers(0, 256, (7, 11, 3), dtype=np.uint8)
DARK_AND_LIGHT = np.array([[0, 1, 5, 250, 254, 255]], dtype=np.uint8)
EDGES = np.sort(RNG.uniform(0, 13, size=(5, 2, 2)), axis=2)
BOXES = EDGES.transpose(0, 2, 1).reshape(5, 4)
SHARES = RNG.dirichlet(np.ones(3), size=5)
SAMPLES = RNG.normal(size=(5, 2))

GEOMETRY = [
    Call("horizontal_flip", PICTURE),
    Call("random_horizontal_flip", PICTURE, p=0.7, rng=rng()),
    Call("crop", PICTURE, (5, 6), 0, 1, padding=1),
    Call("random_crop", PICTURE, (9, 13), padding=2, rng=rng()),
    Call("resize", PICTURE, (5, 13)),
    Call("resize", GRAY, (14, 22), mode="nearest"),
]
LIGHT = [
    Call("adjust_brightness", COLOURS, 0.7).bounded("image"),
    Call("adjust_contrast", COLOURS, 0.7).bounded("image"),
    Call("adjust_saturation", COLOURS, 0.7).bounded("image"),
    Call("adjust_hue", COLOURS, 0.3).bounded("image"),
    Call(
        "color_jitter",
        COLOURS,
        brightness=0.3,
        contrast=0.3,
        saturation=0.3,
        hue=0.1,
        rng=rng(),
    ).bounded("image"),
]
SPACES = [
    Call("rgb_to_hsv", COLOURS).bounded("rgb"),
    Call("hsv_to_rgb", COLOURS).bounded("hsv"),
]
BOXED = Call("flip_boxes", BOXES, 13)
MIXED = Call("mixup", SAMPLES, SHARES, alpha=0.8, rng=rng()).bounded("targets")

RED, ORANGE, GREEN, NAVY = [1, 0, 0], [1, 0.5, 0], [0, 1, 0], [0, 0, 0.5]
PIXEL = np.array([[[200, 100, 50]]], dtype=np.uint8)
NOTHING = np.zeros((0, 3))

# Plain from the definitions.
VALUES = [
    Call("horizontal_flip", [[1, 2, 3], [4, 5, 6]]).gives([[3, 2, 1], [6, 5, 4]]),
    Call("horizontal_flip", [[[1, 2], [3, 4]]]).gives([[[3, 4], [1, 2]]]),
    Call("horizontal_flip", [[nan, inf]]).gives([[inf, nan]]),
    Call("random_horizontal_flip", [[1, 2]], p=1, rng=rng()).gives([[2, 1]]),
    Call("random_horizontal_flip", [[1, 2]], p=0, rng=rng()).gives([[1, 2]]),
    Call("flip_boxes", [[2, 0, 5, 4]], 10).gives([[5, 0, 8, 4]]),
    Call("flip_boxes", [[0, 1, 9, 2], [4, 0, 5, 7], [3, 0, 3, 0]], 9).gives(
        [[0, 1, 9, 2], [4, 0, 5, 7], [6, 0, 6, 0]]
    ),
    Call("flip_boxes", np.zeros((0, 4)), 9).gives(np.zeros((0, 4))),
    Call("crop", [[1, 2, 3], [4, 5, 6]], (1, 2), 1, 1).gives([[5, 6]]),
    Call("crop", [[1, 2, 3]], (1, 3), 1, 0, padding=1).gives([[0, 1, 2]]),
    Call("crop", [[1, 2, 3]], (1, 3), 1, 2, padding=1).gives([[2, 3, 0]]),
    Call("crop", [[1, 2, 3]], (1, 3), 0, 1, padding=1).gives([[0, 0, 0]]),
    Call("crop", [[1, 2]], (2, 2), 5, 6, padding=3).gives([[0, 0], [0, 0]]),
    Call("crop", [[1, 2]], (3, 4), 0, 0, padding=1).gives(
        [[0, 0, 0, 0], [0, 1, 2, 0], [0, 0, 0, 0]]
    ),
    Call("random_crop", [[1, 2]], (3, 4), padding=1, rng=rng()).gives(
        [[0, 0, 0, 0], [0, 1, 2, 0], [0, 0, 0, 0]]
    ),
    Call("resize", [[0, 8]], (1, 4)).gives([[0, 2, 6, 8]]),
    Call("resize", [[0, 8]], (1, 4), mode="nearest").gives([[0, 0, 8, 8]]),
    Call("resize", [[0, 8]], (1, 1)).gives([[4]]),
    Call("resize", [[5]], (2, 3)).gives([[5, 5, 5], [5, 5, 5]]),
    Call("resize", [[1, nan, 3]], (1, 3)).gives([[1, nan, 3]]),
    Call("resize", [[0, inf, 3]], (1, 6)).gives([[0, inf, inf, inf, inf, 3]]),
    Call("rgb_to_hsv", [RED, ORANGE, GREEN, NAVY]).gives(
        [[0, 1, 1], [1 / 12, 1, 1], [1 / 3, 1, 1], [2 / 3, 1, 0.5]]
    ),
    Call("rgb_to_hsv", [[0, 0, 0], [0.2, 0.2, 0.2]]).gives([[0, 0, 0], [0, 0, 0.2]]),
    Call("rgb_to_hsv", np.array([[0, 0, 51]], dtype=np.uint8)).gives([[2 / 3, 1, 0.2]]),
    Call("rgb_to_hsv", NOTHING).gives(NOTHING),
    Call("hsv_to_rgb", [[0, 1, 1], [1 / 3, 1, 0.5], [1, 1, 1]]).gives(
        [[1, 0, 0], [0, 0.5, 0], [1, 0, 0]]
    ),
    Call("hsv_to_rgb", [[0.7, 0, 0.2], [0.7, 1, 0]]).gives([[0.2, 0.2, 0.2], [0, 0, 0]]),
    Call("adjust_brightness", [[0.2, 0.6]], 2).gives([[0.4, 1]]),
    Call("adjust_brightness", DARK_AND_LIGHT, 2).gives([[0, 2, 10, 255, 255, 255]]),
    Call("adjust_brightness", DARK_AND_LIGHT, 0.5).gives([[0, 0, 2, 125, 127, 128]]),
    Call("adjust_brightness", DARK_AND_LIGHT, 0).gives([[0, 0, 0, 0, 0, 0]]),
    Call("adjust_contrast", [[0.25, 0.75]], 0.5).gives([[0.375, 0.625]]),
    Call("adjust_contrast", [[0.25, 0.75]], 9).gives([[0, 1]]),
    # the mean of 0, 1, 5, 250, 254, 255 is 127.5
    Call("adjust_contrast", DARK_AND_LIGHT, 2).gives([[0, 0, 0, 255, 255, 255]]),
    Call("adjust_contrast", DARK_AND_LIGHT, 0).gives([[128, 128, 128, 128, 128, 128]]),
    Call("adjust_saturation", [[RED]], 0).gives([[[0.299, 0.299, 0.299]]]),
    Call("adjust_saturation", [[ORANGE]], 1).gives([[ORANGE]]),
    # gray: 0.299 * 200 + 0.587 * 100 + 0.114 * 50 = 124.2
    Call("adjust_saturation", PIXEL, 2).gives([[[255, 76, 0]]]),
    Call("adjust_hue", [[RED, GREEN]], 1 / 3).gives([[GREEN, [0, 0, 1]]]),
    Call("adjust_hue", [[RED]], -1 / 3).gives([[[0, 0, 1]]]),
    Call("adjust_hue", PIXEL, 0.5).gives([[[50, 150, 200]]]),
    Call("adjust_hue", PIXEL, 1).gives([[[200, 100, 50]]]),
    Call("color_jitter", COLOURS, rng=rng()).gives(COLOURS),
    Call("color_jitter", BYTES, rng=rng()).gives(BYTES),
    # with one sample, nothing is left to chance but a weight that does not matter
    Call("mixup", [[3.0, 4.0]], [[0.25, 0.75]], alpha=1, rng=rng()).gives(
        [[3, 4]], [[0.25, 0.75]]
    ),
]


def first(x):
    """An image as PyTorch has it: with channels first, in a batch of one."""
    return (x if x.ndim == 3 else x[..., np.newaxis]).permute(2, 0, 1)[np.newaxis]


def interpolate(x, size, mode="bilinear"):
    kinds = {"nearest": {"mode": "nearest-exact"}, "bilinear": {"mode": "bilinear"}}
    y = functional.interpolate(first(x), size=size, **kinds[mode])[0].permute(1, 2, 0)
    return y if x.ndim == 3 else y[..., 0]


def padded(x, size, top, left, padding):
    y = np.pad(x, [(padding, padding)] * 2 + [(0, 0)] * (x.ndim - 2))
    return y[top : top + size[0], left : left + size[1]]


def enhanced(kind):
    """Pillow's, which rounds down where `adjust_...` rounds to the nearest."""

    def change(image, factor):
        return np.asarray(kind(Image.fromarray(image)).enhance(factor)).astype(float)

    return change


def turned(image, shift):
    turn = [
        colorsys.hsv_to_rgb((h + shift) % 1, s, v)
        for h, s, v in (colorsys.rgb_to_hsv(*p) for p in image.reshape(-1, 3))
    ]
    return np.reshape(turn, image.shape)


CLOSE = {"atol": 1e-15, "rtol": 0}
SIZES = [(7, 11), (14, 22), (3, 4), (1, 1), (20, 5), (8, 10)]
PARITY = [
    Call("horizontal_flip", PICTURE).like(np.fliplr),
    Call("horizontal_flip", PICTURE).like_torch(lambda x: torch.flip(x, [1])),
    Call("horizontal_flip", BYTES).like(np.fliplr),
    *(
        Call("crop", x, (5, 6), top, left, padding=2).like(padded)
        for x in (GRAY, PICTURE, BYTES)
        for top, left in [(0, 0), (3, 4), (6, 9), (1, 8)]
    ),
    *(
        Call("resize", x, size, **mode).like_torch(interpolate, rtol=1e-13, atol=1e-14)
        for x in (GRAY, PICTURE)
        for size in SIZES
        for mode in ({}, {"mode": "nearest"})
    ),
    Call("rgb_to_hsv", COLOURS).like(theirs.rgb_to_hsv, **CLOSE),
    Call("hsv_to_rgb", COLOURS).like(theirs.hsv_to_rgb, **CLOSE),
    *(Call("adjust_hue", COLOURS, d).like(turned, **CLOSE) for d in (0.3, -0.25, 1.0)),
    *(
        Call(name, BYTES, factor).like(enhanced(kind), rtol=0, atol=2)
        for name, kind in [
            ("adjust_brightness", ImageEnhance.Brightness),
            ("adjust_contrast", ImageEnhance.Contrast),
            ("adjust_saturation", ImageEnhance.Color),
        ]
        for factor in (0.0, 0.6, 1.0, 1.7, 3.0)
    ),
]

SHAPE = "`image` must have shape (H, W) or (H, W, C), got"
LIT = "`image` must have shape (H, W) or (H, W, 3), got"
COLOURED = "`image` must have shape (H, W, 3), got"
FACTOR = "a finite number of at least 0 and of at most 1000"
CUT, DRAWN = GEOMETRY[2], GEOMETRY[3]


def with_image(call, image):
    return Call(call.name, image, *call.args[1:], **call.options)


REFUSALS = [
    *(
        refusal
        for call in GEOMETRY
        for refusal in [
            with_image(call, GRAY[0]).refuses(f"{SHAPE} (11,)"),
            with_image(call, GRAY[None, None]).refuses(f"{SHAPE} (1, 1, 7, 11)"),
            with_image(call, GRAY[:0]).refuses(
                "`image` must not be empty, got shape (0, 11)"
            ),
        ]
    ),
    *(
        refusal
        for call in LIGHT
        for refusal in [
            with_image(call, GRAY[0]).refuses(f"{SHAPE} (11,)"),
            with_image(call, PICTURE).refuses(
                f"{LIT if call in LIGHT[:2] else COLOURED} (7, 11, 2)"
            ),
            with_image(call, COLOURS * 255).refuses("`image` must lie in [0, 1], got "),
            with_image(call, -COLOURS).refuses("`image` must lie in [0, 1], got -"),
        ]
    ),
    *(with_image(call, abs(GRAY) % 1).refuses(f"{COLOURED} (7, 11)") for call in LIGHT[2:]),
    *(
        row
        for call in LIGHT[:3]
        for row in Call(call.name, COLOURS, factor=1.0).refuses_each(
            "factor", [-0.5, 1001, inf, nan], FACTOR
        )
    ),
    *Call("adjust_hue", COLOURS, shift=0.1).refuses_each(
        "shift", [-1.5, 1.5, nan], "a finite number of at least -1 and of at most 1"
    ),
    *(
        row
        for option in ("brightness", "contrast", "saturation")
        for row in LIGHT[-1].refuses_each(
            option, [-0.1, 1.5], "a finite number of at least 0 and of at most 1"
        )
    ),
    *LIGHT[-1].refuses_each(
        "hue", [-0.1, 0.6], "a finite number of at least 0 and of at most 0.5"
    ),
    GEOMETRY[1].but(p=1.5).refuses("`p` must lie in [0, 1], got 1.5"),
    *(
        Call(call.name, GRAY, size, *call.args[2:], **call.options).refuses(
            f"`size` must be a height and a width of at least 1, got {size}"
        )
        for call in (CUT, DRAWN, GEOMETRY[4])
        for size in [(5,), (0, 4), (2, 3, 4)]
    ),
    Call("crop", GRAY, (8, 3), 0, 0).refuses(
        "`size` must be at most (7, 11), the size of the padded image, got (8, 3)"
    ),
    Call("random_crop", GRAY, (3, 16), padding=2, rng=rng()).refuses(
        "`size` must be at most (11, 15), the size of the padded image, got (3, 16)"
    ),
    Call("crop", GRAY, (5, 6), 3, 0).refuses("`top` must be at most 2, got 3"),
    Call("crop", GRAY, (5, 6), 0, 6).refuses("`left` must be at most 5, got 6"),
    Call("crop", GRAY, (5, 6), -1, 0).refuses("`top` must be at least 0, got -1"),
    Call("crop", GRAY, (5, 6), 0, -1).refuses("`left` must be at least 0, got -1"),
    CUT.but(padding=-1).refuses("`padding` must be at least 0, got -1"),
    DRAWN.but(padding=-1).refuses("`padding` must be at least 0, got -1"),
    Call("resize", GRAY, (3, 3), mode="cubic").refuses(
        """`mode` must be "bilinear" or "nearest", got 'cubic'"""
    ),
    Call("rgb_to_hsv", GRAY).refuses("`rgb` must have shape (..., 3), got (7, 11)"),
    Call("rgb_to_hsv", 0.5).refuses("`rgb` must have shape (..., 3), got ()"),
    Call("rgb_to_hsv", [1, 2, 3]).refuses("`rgb` must lie in [0, 1], got 2.0"),
    Call("hsv_to_rgb", GRAY).refuses("`hsv` must have shape (..., 3), got (7, 11)"),
    Call("hsv_to_rgb", [180, 0, 0]).refuses("`hsv` must lie in [0, 1], got 180.0"),
    Call("flip_boxes", BOXES[0], 13).refuses("`boxes` must have shape (M, 4), got (4,)"),
    Call("flip_boxes", BOXES[:, :3], 13).refuses(
        "`boxes` must have shape (M, 4), got (5, 3)"
    ),
    Call("flip_boxes", [[5, 0, 2, 4]], 13).refuses(
        "`boxes` must have x0 of at most x1, got 5.0 and 2.0"
    ),
    Call("flip_boxes", BOXES, 0).refuses("`width` must be at least 1, got 0"),
    Call("mixup", SAMPLES, SHARES[:, 0], alpha=1, rng=rng()).refuses(
        "`targets` must have shape (N, K), got (5,)"
    ),
    Call("mixup", SAMPLES, 2 * SHARES, alpha=1, rng=rng()).refuses("`targets` must "),
    Call("mixup", SAMPLES[:4], SHARES, alpha=1, rng=rng()).refuses(
        "`X` must have one sample for each of the 5 rows of `targets`, got shape (4, 2)"
    ),
    Call("mixup", 1.0, SHARES, alpha=1, rng=rng()).refuses("got shape ()"),
    *MIXED.refuses_each(
        "alpha", [0, -1, 1001, nan], "a finite number above 0 and of at most 1000"
    ),
]

CHANCE = "chance decides; test_augmentation.py asks what a draw must keep"
HIGH = np.full((3, 4), 60000.0)  # twice of it is not in float16
WHITE = np.ones((300, 300, 3))  # their sum is not in float16

SPEC = Spec(
    module=augmentation,
    good=[*GEOMETRY, *LIGHT, *SPACES, BOXED, MIXED],
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[
        *(with_image(call, HIGH) for call in [*GEOMETRY[:2], GEOMETRY[4]]),
        Call("crop", HIGH, (3, 4), 1, 1, padding=1),
        Call("random_crop", HIGH, (2, 2), rng=rng()),
        *(with_image(call, WHITE) for call in LIGHT),
        *SPACES,
        Call("flip_boxes", 1000 * BOXES, 30000),
        Call("mixup", HIGH, np.eye(3), alpha=1, rng=rng()),
    ],
    exempt={
        "no_warning": dict.fromkeys(
            [call.name for call in [*LIGHT, *SPACES]], "all its numbers must lie in [0, 1]"
        ),
        "nan": dict.fromkeys(
            ["horizontal_flip", "random_horizontal_flip", "flip_boxes"],
            "it comes elsewhere",
        ),
        "parity": {
            **dict.fromkeys(["random_horizontal_flip", "random_crop", "mixup"], CHANCE),
            "color_jitter": CHANCE,
            "flip_boxes": "test_augmentation.py finds the boxes in mirrored images",
        },
    },
    values_within={"rtol": 4 * np.finfo(float).eps, "atol": 4 * np.finfo(float).eps},
    parity_within={"rtol": 0},
)
