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
from sklearn.linear_model import RidgeClassifier
from sklearn.metrics import zero_one_loss
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


def test_grating():
    """Against NumPy's histograms of the same colors and slopes."""
    script = WITH_SLIDERS["features/grating"]
    still = None
    for (degrees,), told, (stripes, star, bars) in drawn("features/grating"):
        image = script["image"](degrees)
        boxes = np.histogramdd(image.reshape(-1, 3), 2, [(0, 1)] * 3)[0].ravel() / 48**2
        still = boxes if still is None else still
        down, across = (2 * slope for slope in np.gradient(image @ script["GRAY"]))
        down[[0, -1]] = across[:, [0, -1]] = 0
        angle = np.degrees(np.arctan2(down, across)) % 180 % (180 - 1e-9)
        votes, _ = np.histogram(angle, 9, (0, 180), weights=np.hypot(down, across))
        votes /= votes.sum()
        moved = np.abs(boxes - still).sum() / 2
        assert_allclose(told, [20 * votes.argmax() + 10, votes.max(), moved], atol=0.0051)
        assert moved < 0.0051
        # at most 10 degrees away, and half a turn is none
        assert abs((told[0] - degrees + 90) % 180 - 90) <= 10
        rays = np.hypot(*star.get_xydata().T).reshape(9, 3)[:, 0]
        assert_allclose(rays, votes, atol=0.002)
        assert_allclose(bars.get_xydata().reshape(8, 3, 2)[:, 1, 1], boxes, atol=0.002)
        turn = math.radians(degrees)
        ridges = stripes.get_xydata() @ [math.cos(turn), math.sin(turn)] / script["WAVE"]
        assert_allclose(ridges[np.isfinite(ridges)] % 1, 0.25, atol=0.002)


def test_shift_and_flip():
    script = WITH_SLIDERS["augmentation/shift-and-flip"]
    networks = [list(map(torch.tensor, script["trained"](n))) for n in script["CHANGES"]]
    X, y = torch.tensor(script["TESTS"]), torch.tensor(script["Y_TEST"])
    for (shift, flip), told, parts in drawn("augmentation/shift-and-flip"):
        moved = torch.roll(functional.pad(X.flip(2) if flip else X, (3, 3)), shift, 2)
        logits = [logits_of(moved[:, :, 3:-3].flatten(1), weights) for weights in networks]
        right = [(z.argmax(1) == y).double().mean() for z in logits]
        assert_allclose(told, right, atol=0.0051)
        bars = [part.get_width() for part in parts if hasattr(part, "get_width")]
        assert_allclose(bars, right, atol=1e-12)


def test_one_sample():
    """PyTorch's layer gets the same mini-batches, one after another."""
    script = WITH_SLIDERS["normalization/one-sample"]
    for (size,), told, (bars, line, dot) in drawn("normalization/one-sample"):
        layer, found = torch.nn.BatchNorm1d(1, dtype=torch.float64), []
        for batch in script["batches"](size):
            assert batch.shape == (size, 1)
            assert batch[0] == 1
            found.append(layer(torch.tensor(batch))[0].item())
        running = layer.eval()(torch.ones(1, 1, dtype=torch.float64)).item()
        assert_allclose(told, [np.std(found), running], atol=0.00501)
        counts, edges = np.histogram(found, script["EDGES"])
        assert_allclose(bars.get_data().values, counts)
        assert counts.sum() == 200
        assert_allclose(line.get_xdata(), running, rtol=1e-9)
        assert_allclose([*dot.get_xdata(), *dot.get_ydata()], [size, np.std(found)])
        assert 0.6 < np.std(found) * size**0.5 < 1.5  # close to a constant


def test_winner():
    script = WITH_SLIDERS["regularization/winner"]
    val, test = script["VAL"].tolist(), script["TEST"].tolist()
    for (m,), told, (bars, dot, line) in drawn("regularization/winner"):
        best = val.index(max(val[:m]))
        assert_allclose(told, [val[best] / 100, test[best] / 10_000], atol=0.0051)
        ends = np.array(bars.get_segments())
        assert_allclose(ends[:, 1, 0], np.array(sorted({*val[:m]})) / 100)
        assert_allclose(ends[:, 1, 1], [val[:m].count(v) for v in sorted({*val[:m]})])
        assert_allclose(dot.get_xdata(), val[best] / 100)
        assert_allclose(line.get_xdata(), test[best] / 10_000)


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


def test_line():
    script = WITH_SLIDERS["linear/line"]
    X = np.concatenate([script["ZERO"], script["ONE"]])
    y = np.repeat([0, 1], [len(script["ZERO"]), len(script["ONE"])])
    model, counts = RidgeClassifier().fit(X, y), []
    for (angle, b), told, (line, _, way) in drawn("linear/line"):
        w = 2 * np.exp(1j * math.radians(angle))
        model.coef_, model.intercept_ = np.array([[w.real, w.imag]]), np.array([b])
        wrong = zero_one_loss(y, model.predict(X), normalize=False)
        foot = np.transpose(way.get_data())[1]
        assert_allclose(told, [w.real, w.imag, np.linalg.norm(foot), wrong], atol=0.00501)
        assert_allclose(
            model.decision_function(np.transpose(line.get_data())), 0, atol=1e-9
        )
        counts.append(wrong)
    assert min(counts) == 0 < counts[0]


def test_degrees():
    script = WITH_SLIDERS["regularization/degrees"]
    x, y, x_test, y_test = script["data"]()
    for (degree,), told, (line, train, test) in drawn("regularization/degrees"):
        model = np.polynomial.Chebyshev.fit(x, y, degree)
        errors = [np.mean((model(a) - b) ** 2) for a, b in [(x, y), (x_test, y_test)]]
        assert_allclose(told, errors, atol=0.000501)
        assert_allclose([train.get_ydata()[0], test.get_ydata()[0]], errors, atol=1e-8)
        assert_allclose(line.get_ydata(), model(line.get_xdata()), atol=1e-7)


def test_peak():
    """The fits again, with PyTorch's least squares of centred data."""
    script = WITH_SLIDERS["regularization/peak"]
    w, X_test = map(torch.tensor, script["problem"]())
    for (size,), told, (_, *dots) in drawn("regularization/peak"):
        rng, predictions = np.random.default_rng(1), []
        for _ in range(60):
            X = torch.tensor(rng.normal(size=(40, 10)))
            y = X @ w + 0.5 * torch.tensor(rng.normal(size=40))
            hidden = torch.tensor(rng.normal(size=(10, size - 1))) / 10**0.5
            H = torch.relu(X @ hidden)
            rows, middle = H - H.mean(0), H.mean(0)
            v = torch.linalg.lstsq(rows, y - y.mean(), driver="gelsd").solution
            predictions.append((torch.relu(X_test @ hidden) - middle) @ v + y.mean())
        many = torch.stack(predictions)
        bias = ((many.mean(0) - X_test @ w) ** 2).mean()
        variance = many.var(0, correction=0).mean()
        parts = [bias, variance, 0.25, ((many - X_test @ w) ** 2).mean() + 0.25]
        assert_allclose(told[:4], parts, atol=0.00501, rtol=2e-4)
        assert_allclose([dot.get_ydata()[0] for dot in dots], parts, rtol=1e-4)


def test_a_machine_learns_while_its_error_says_little():
    """Likelihood and error of a position, by a list of all states in PyTorch."""
    script = WITH_SLIDERS["energy/learning"]
    bars, units = (
        torch.tensor(script["BARS"]),
        torch.cartesian_prod(*[torch.arange(2.0)] * 8),
    )
    for (epoch, method), told, (_, dots, *_) in drawn("energy/learning"):
        W, a, b = map(torch.tensor, script["trained"](method)[epoch // script["EVERY"]])

        def weights(v, W=W, a=a, b=b):
            h = units.double()
            return torch.logsumexp((v @ a)[:, None] + h @ b + v @ W.T @ h.T, 1)

        everything = weights(torch.tensor(script["ALL"]).double())
        scores = weights(bars) - torch.logsumexp(everything, 0)
        back = torch.sigmoid(torch.sigmoid(bars @ W.T + b) @ W + a)
        error = functional.mse_loss(back, bars)
        assert_allclose(told[0], scores.mean(), atol=0.00501)
        assert_allclose(told[1], error, atol=0.0000051)
        assert_allclose(np.sort(dots.get_ydata()), np.sort(scores.exp()), rtol=1e-9)
