"""Figures with sliders: what every position draws and tells, against PyTorch."""

import math
from itertools import product
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose, assert_array_equal
from sklearn.datasets import load_digits
from sklearn.neighbors import KNeighborsClassifier
from torch.nn import functional

from dlnotes.networks import init_mlp
from pages import figures

ROOT = Path(__file__).parents[2]
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
    signs = str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹,", "--0123456789 ") | {ord("∞"): "inf"}
    told = " ".join(measures.values()).replace("×10", "e").translate(signs)
    return [float(word) for word in told.split()]


SIZES = [64, 32, 10]


def logits_of(X, weights):
    W1, b1, W2, b2 = weights
    return torch.relu(X @ W1.T + b1) @ W2.T + b2


def loss_of(X, y, weights):
    return functional.cross_entropy(logits_of(X, weights), y)


@pytest.mark.parametrize("name", WITH_SLIDERS)
def test_every_position_is_drawn_told_and_named(name):
    script = WITH_SLIDERS[name]
    markup = figures.draw(ROOT / f"docs/figures/{name}.py", "ko")
    count = len(list(product(*script["SLIDERS"].values())))
    assert all(f'data-frame="{i}"' in markup for i in range(count))
    assert f'data-frame="{count}"' not in markup
    assert markup.count("<tr>") == 1 + count
    for words in script["WORDS"].values():
        assert {*script["SLIDERS"], *script["measure"](*script["START"])} <= set(words)


def test_temperature():
    logits = torch.tensor([2.0, 1.0, 0.0], dtype=torch.float64)
    for (temperature,), told, parts in drawn("activations/temperature"):
        p = torch.softmax(logits / temperature, 0)
        entropy = torch.distributions.Categorical(p).entropy()
        assert_allclose([bar.get_height() for bar in parts[:3]], p, atol=1e-12)
        assert [label.get_text() for label in parts[3:]] == [f"{v:.2f}" for v in p]
        assert_allclose(told, [*p, entropy], atol=0.00501)


def test_neuron():
    hours, passed = torch.arange(1.0, 9.0), torch.tensor([0.0, 0, 0, 1, 0, 1, 1, 1])
    for (w, b), told, (curve, label) in drawn("home/neuron"):
        loss = functional.binary_cross_entropy_with_logits(w * hours + b, passed)
        assert_allclose(told, [loss], atol=0.00501)
        assert label.get_text() == f"loss {loss:.2f}"
        x, y = curve.get_data()
        assert_allclose(y, torch.sigmoid(w * torch.tensor(x) + b), atol=1e-12)


def test_momentum_bowl():
    H = torch.diag(torch.tensor([1.0, 10.0], dtype=torch.float64))
    for (lr, momentum), told, [part] in drawn("optimizers/momentum-bowl"):
        w = torch.tensor([-4.0, 1.5], dtype=torch.float64, requires_grad=True)
        optimizer, points = torch.optim.SGD([w], lr=lr, momentum=momentum), [w.tolist()]
        for _ in range(40):
            optimizer.zero_grad()
            (w @ H @ w / 2).backward()
            optimizer.step()
            points.append(w.tolist())
        shown = np.transpose(part.get_data())
        assert_allclose(shown, points[: len(shown)], rtol=1e-9, atol=1e-12)
        assert len(shown) == 41 or np.abs(shown[-1]).max() > 9
        assert_allclose(told, [(w @ H @ w / 2).item()], rtol=0.051)


def test_learning_rate_digits():
    """At the rates that keep training calm, against the same training in PyTorch."""
    digits = load_digits()
    X, y = torch.tensor(digits.data / 16), torch.tensor(digits.target)
    for (lr,), told, (curve, dot) in drawn("optimizers/learning-rate-digits"):
        if lr not in (0.01, 0.1, 0.5):
            continue
        rng = np.random.default_rng(0)
        weights = [torch.tensor(p, requires_grad=True) for p in init_mlp(SIZES, rng=rng)]
        optimizer, losses = torch.optim.SGD(weights, lr=lr), [loss_of(X, y, weights)]
        for _ in range(10):
            order = rng.permutation(len(X))
            for batch in np.split(order, range(64, len(X), 64)):
                optimizer.zero_grad()
                loss_of(X[batch], y[batch], weights).backward()
                optimizer.step()
            losses.append(loss_of(X, y, weights))
        losses = [loss.item() for loss in losses]
        right = (logits_of(X, weights).argmax(1) == y).double().mean()
        assert_allclose(curve.get_ydata(), losses, rtol=1e-6)
        assert_allclose([*dot.get_xdata(), *dot.get_ydata()], [lr, losses[-1]], rtol=1e-6)
        assert_allclose(told, [losses[-1], right], atol=0.051)


def test_broken_stations():
    script = WITH_SLIDERS["neighbors/broken-stations"]
    stations, new, rains = script["STATIONS"], script["NEW"], script["rains"]
    grid = np.stack(np.meshgrid(script["ACROSS"], script["UP"]), axis=-1)
    for (k, broken), told, (area, crosses) in drawn("neighbors/broken-stations"):
        said = np.concatenate([1 - rains(stations[:broken]), rains(stations[broken:])])
        model = KNeighborsClassifier(k, algorithm="brute").fit(stations, said)
        right = model.score(stations, said), model.score(new, rains(new))
        assert_allclose(told, right, atol=0.0051)
        assert_array_equal(crosses.get_xydata(), stations[:broken])
        wet = model.predict(grid.reshape(-1, 2)).reshape(grid.shape[:2])
        assert_array_equal(script["predicted"](k, broken)[2], wet)
        assert any(path.contains_points([(5, 0.5)])[0] for path in area.get_paths()) == (
            wet[2, 20] == 1
        )


def test_steep_start():
    for (length,), told, (walk, rates, _) in drawn("schedules/steep-start"):
        w = torch.tensor(3.0, dtype=torch.float64, requires_grad=True)
        optimizer = torch.optim.SGD([w], lr=0.1)
        ramp = torch.optim.lr_scheduler.LambdaLR(
            optimizer,
            lambda t, length=length: min(1, (t + 1) / length),
        )
        points, used = [w.item()], []
        for _ in range(20):
            used.append(optimizer.param_groups[0]["lr"])
            optimizer.zero_grad()
            (w**4).backward()
            optimizer.step()
            ramp.step()
            points.append(w.item())
        shown = walk.get_ydata()
        assert_allclose(shown, points[: len(shown)], rtol=1e-9)
        assert_allclose(rates.get_ydata(), used, rtol=1e-12)
        assert len(shown) == 21 or abs(points[len(shown)]) >= 1e3
        lost = not math.isfinite(points[-1])
        assert told == [math.inf if lost else round(points[-1], 2)]
