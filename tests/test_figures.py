"""Figures with sliders: what every position draws and tells, against PyTorch."""

from functools import partial
from itertools import product
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose
from torch.nn import functional

import figures
from checks import autograd

ROOT = Path(__file__).parents[1]
WITH_SLIDERS = {
    f"{path.parent.name}/{path.stem}": figures.run(path)
    for path in sorted((ROOT / "docs/figures").rglob("*.py"))
    if "SLIDERS = " in path.read_text("utf-8")
}


def drawn(name):
    """Every position of a figure: its values, the numbers it tells, the parts it draws."""
    script = WITH_SLIDERS[name]
    with plt.rc_context(figures.STYLE):
        figure = script["figure"](script["WORDS"]["en"])
        parts = [part for part in figure.findobj() if part.get_gid()]
        plt.close(figure)
    for i, position in enumerate(product(*script["SLIDERS"].values())):
        own = [part for part in parts if part.get_gid() == f"frame-{i}"]
        yield position, numbers(script["measure"](*position)), own


def numbers(measures):
    """The numbers in a table of texts."""
    words = " ".join(measures.values()).replace("−", "-").replace(",", " ").split()
    return [float(word) for word in words]


@pytest.mark.parametrize("name", WITH_SLIDERS)
def test_every_position_is_drawn_told_and_named(name):
    script = WITH_SLIDERS[name]
    markup = figures.draw(ROOT / f"docs/figures/{name}.py", "ko", "alt")
    count = len(list(product(*script["SLIDERS"].values())))
    assert all(f'data-frame="{i}"' in markup for i in range(count))
    assert f'data-frame="{count}"' not in markup
    assert markup.count("<tr>") == 1 + count
    for words in script["WORDS"].values():
        assert {*script["SLIDERS"], *script["measure"](*script["START"])} <= set(words)


def test_temperature():
    logits = torch.tensor([3.0, 2.0, 1.0, 0.0], dtype=torch.float64)
    for (temperature,), told, parts in drawn("activations/temperature"):
        p = torch.softmax(logits / temperature, 0)
        entropy = torch.distributions.Categorical(p).entropy()
        assert_allclose([bar.get_height() for bar in parts[:4]], p, atol=1e-12)
        assert [label.get_text() for label in parts[4:]] == [f"{v:.2f}" for v in p]
        assert_allclose(told, [*p, entropy], atol=0.00501)


def test_negative_side():
    for (alpha,), told, parts in drawn("activations/negative-side"):
        two = [
            partial(functional.leaky_relu, negative_slope=alpha),
            partial(functional.elu, alpha=float(alpha)),
        ]
        at = torch.tensor([-1.0], dtype=torch.float64)
        values, slopes = [f(at) for f in two], [autograd(f, at) for f in two]
        assert_allclose(told, np.ravel([*values, *slopes]), atol=0.00501)
        shown = [part.get_data() for part in parts]
        for f, (x, y), (x_slope, y_slope) in zip(two, shown[:2], shown[2:], strict=True):
            assert_allclose(y, f(torch.tensor(x)), atol=1e-12)
            assert_allclose(y_slope, autograd(f, x_slope), atol=1e-12)
