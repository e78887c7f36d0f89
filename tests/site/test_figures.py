"""Figures with sliders: what every position draws and tells, against PyTorch."""

import math
from itertools import product
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose, assert_array_equal
from scipy.signal import convolve2d
from sklearn.datasets import load_digits
from sklearn.linear_model import RidgeClassifier
from sklearn.metrics import (
    confusion_matrix,
    precision_score,
    recall_score,
    roc_curve,
    zero_one_loss,
)
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC
from torch.nn import functional

from dlnotes.networks import init_mlp
from pages import figures

ROOT = Path(__file__).parents[2]
WITH_SLIDERS = {
    f"{path.parent.name}/{path.stem}": figures.run(path)
    for path in sorted((ROOT / "docs/figures").rglob("*.py"))
    if "SLIDERS = " in path.read_text("utf-8")
}


def drawn(name, read=None):
    """Every position of a figure: its values, what it tells in numbers, what it draws."""
    script = WITH_SLIDERS[name]
    with plt.rc_context(figures.STYLE):
        figure = script["figure"](script["WORDS"]["en"])
        parts = [part for part in figure.findobj() if part.get_gid()]
        plt.close(figure)
    for i, position in enumerate(product(*script["SLIDERS"].values())):
        own = [part for part in parts if part.get_gid() == f"frame-{i}"]
        yield position, (read or numbers)(script["measure"](*position)), own


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


def test_feature_ratio():
    """Plain gradient descent of PyTorch walks the same path, at no better rate."""
    script = WITH_SLIDERS["preprocessing/feature-ratio"]

    def steps(ratio, lr, most):
        w = torch.ones(2, dtype=torch.float64, requires_grad=True)
        optimizer, path = torch.optim.SGD([w], lr=lr), [w.tolist()]
        while max(map(abs, path[-1])) > 1e-3 and len(path) <= most:
            optimizer.zero_grad()
            (w @ (torch.tensor([1.0, ratio**2], dtype=torch.float64) * w) / 2).backward()
            optimizer.step()
            path.append(w.tolist())
        return path

    for (ratio,), (kappa, rate, count), lines in drawn("preprocessing/feature-ratio"):
        assert kappa == ratio**2
        assert_allclose(rate, 2 / (1 + kappa), rtol=0.05)
        if ratio <= 10:
            path = steps(ratio, 2 / (1 + kappa), 1000)
            assert count == len(path) - 1
            assert all(len(steps(ratio, f * rate, count)) > count for f in (0.9, 1.1))
            shown = lines[-1].get_xydata()
            assert_allclose(shown[: len(path)], path[:31], atol=1e-9)
        assert len(script["walk"](ratio, 30)) == 31


def test_turned_line():
    """The share that is kept is the variance of NumPy; both parts fill the same height."""
    script = WITH_SLIDERS["preprocessing/turned-line"]
    values = np.linalg.eigvalsh(np.cov(script["POINTS"].T, bias=True))
    best = []
    for (angle,), told, parts in drawn("preprocessing/turned-line"):
        turn = np.exp(-1j * math.radians(angle))
        along = script["POINTS"] @ [1, 1j] * turn
        assert_allclose(told, [along.real.var(), along.imag.var(), 20], atol=0.0501)
        *_, feet, bar = parts
        back = feet.get_xydata() @ [1, 1j] * turn
        assert_allclose(back, along.real, atol=1e-9)
        assert_allclose(bar.get_ydata(), [0, along.real.var(), 20])
        best.append(along.real.var())
    assert_allclose([min(best), max(best)], values)
    assert script["SLIDERS"]["angle"][np.argmax(best)] == 45


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


def test_patience():
    _, val, right = WITH_SLIDERS["regularization/patience"]["run"]()
    for (patience,), told, (line, stop_line, dot) in drawn("regularization/patience"):
        lowest = np.minimum.accumulate(val)
        stop = next(
            t
            for t in range(patience, len(val))
            if min(val[t - patience + 1 : t + 1]) >= lowest[t - patience]
        )
        best = int(np.argmin(val[: stop + 1]))
        assert_allclose(told[:2], [stop + 1, best + 1])
        assert_allclose(told[2:], [val[best], right[best]], atol=0.0051)
        assert_allclose(line.get_ydata(), val[: stop + 1])
        assert_allclose(stop_line.get_xdata(), stop + 1)
        assert_allclose([*dot.get_xdata(), *dot.get_ydata()], [best + 1, val[best]])


def test_masks():
    script = WITH_SLIDERS["regularization/masks"]
    parts = torch.tensor(script["PARTS"])
    masks = torch.cartesian_prod(*[torch.arange(2.0)] * 8).double()
    for (p,), told, (above, line, below, after) in drawn("regularization/masks"):
        chance = (masks * (1 - p) + (1 - masks) * p).prod(dim=1)
        scores = masks @ parts / (1 - p)
        means = [chance @ scores, chance @ scores.relu()]
        assert_allclose(told, [means[0], 1, means[1], 1], atol=0.0051)
        assert_allclose([line.get_xdata()[0], after.get_xdata()[0]], means)
        for bars in (above, below):
            assert_allclose(bars.get_data().values.sum(), 1)
        positive = bars.get_data().edges[1:] > 1
        assert_allclose(
            above.get_data().values[positive], below.get_data().values[positive]
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


def test_threshold():
    script = WITH_SLIDERS["linear/threshold"]
    q, y, costs = script["Q"], script["Y"], {}
    false_rate, true_rate, steps = roc_curve(y, q, drop_intermediate=False)
    for (tau,), told, parts in drawn("linear/threshold"):
        called, place = (q >= tau).astype(int), np.sum(steps >= tau) - 1
        (tn, fp), (fn, tp) = confusion_matrix(y, called)
        share, found = precision_score(y, called), recall_score(y, called)
        cost = zero_one_loss(y, called, sample_weight=[5 if c else 1 for c in y])
        cost *= np.sum(np.where(y, 5, 1)) / len(y)
        point = [false_rate[place], true_rate[place]]
        assert_allclose(told[:7], [tp, fp, fn, tn, share, *point[::-1]], atol=0.00501)
        assert_allclose(told[7], cost, atol=0.0501)
        texts = [part for part in parts if hasattr(part, "get_text")]
        texts.sort(key=lambda text: (-text.get_position()[1], text.get_position()[0]))
        assert [int(text.get_text()) for text in texts] == [tp, fn, fp, tn]
        line, *dots = (part for part in parts if hasattr(part, "get_xdata"))
        assert line.get_xdata() == [tau, tau]
        shown = np.squeeze([dot.get_xydata() for dot in dots])
        assert_allclose(shown, [point, [tau, cost], [found, share]], atol=1e-12)
        costs[tau] = round(cost, 9)
    assert min(costs, key=costs.get) == 0.3
    assert costs[0.3] * 2 < costs[0.5]


def libsvm(X, y, C, kernel, gamma=1.0):
    """A fitted model, half of its squared weights, and what its slack costs."""
    model = SVC(C=C, kernel=kernel, gamma=gamma, tol=1e-10).fit(X, y)
    paid = C * np.maximum(0, 1 - y * model.decision_function(X)).sum()
    # at the best place, the sum of all shares is twice the first and once the second
    return model, (np.abs(model.dual_coef_).sum() - paid) / 2, paid


def test_slack():
    script = WITH_SLIDERS["linear/slack"]
    X, y, halves = script["HOUSES"], script["SIDES"], []
    for (C,), told, parts in drawn("linear/slack"):
        model, half, paid = libsvm(X, y, C, "linear")
        missed = zero_one_loss(y, model.predict(X), normalize=False)
        margin = 1 / np.linalg.norm(model.coef_)
        true = [margin, len(model.support_), missed, paid / C, half, paid]
        assert_allclose(told, true, atol=0.00501, rtol=1e-3)
        middle, left, right, ways, rings, *bars = parts
        for line, score in [(middle, 0), (left, -1), (right, 1)]:
            found = model.decision_function(np.transpose(line.get_data()))
            assert_allclose(found, score, atol=1e-2)
        ends = ways.get_xydata()[1::3]  # each slack ends on the side of its own class
        sides = ends @ model.coef_[0] + model.intercept_
        assert_allclose(np.abs(sides), 1, atol=1e-2)
        assert_array_equal(rings.get_xydata(), X[model.support_])
        assert_allclose([bar.get_height() for bar in bars], [half, paid], atol=0.1)
        halves.append(half)
    assert np.all(np.diff(halves) > 0)


def test_rings():
    script = WITH_SLIDERS["linear/rings"]
    X, y, supports = script["POINTS"], script["LABELS"], {}
    for (kernel, C), told, (_, lines, rings) in drawn("linear/rings"):
        gamma = script["GAMMAS"][kernel]
        model, half, paid = libsvm(X, y, C, "rbf" if gamma else "linear", gamma or 1.0)
        right = model.score(X, y), model.score(script["NEW"], script["TRUE"])
        true = [len(model.support_), *right, half, paid]
        assert_allclose(told, true, atol=0.0051, rtol=2e-3)
        assert_array_equal(rings.get_xydata(), X[np.sort(model.support_)])
        if not gamma or gamma <= 1:  # narrower bumps are coarse on the grid that is drawn
            for level, path in zip(lines.levels, lines.get_paths(), strict=True):
                assert_allclose(model.decision_function(path.vertices), level, atol=0.05)
        supports[kernel, C] = len(model.support_)
    assert supports["γ = 1", 100] < supports["γ = 100", 100] == len(X)


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


def test_lags():
    """PyTorch's cell reads the same input, and its autograd goes back all lags."""
    script = WITH_SLIDERS["recurrent/lags"]
    for (u,), told, parts in drawn("recurrent/lags"):
        far = []
        for i, activation in enumerate(["tanh", "relu"]):
            h, states = torch.zeros(1, dtype=torch.float64, requires_grad=True), []
            for x in torch.eye(script["LAST"], dtype=torch.float64)[0]:
                h = getattr(torch, activation)(x + u * h)
                h.retain_grad()
                states.append(h)
            h.backward()
            slopes = [state.grad.item() for state in states[::-1]]
            above, below = parts[i::2]
            assert_allclose(above.get_ydata(), [s.item() for s in states], atol=1e-12)
            assert_allclose(below.get_ydata(), slopes, rtol=1e-9)
            far.append(slopes[-1])
        assert len(slopes) == 31
        assert_allclose(told, far, rtol=0.051)
        assert_allclose(far[1], u**30, rtol=1e-9)


def test_gates():
    """PyTorch's layer, with the weights of the figure, has these gates."""
    script = WITH_SLIDERS["recurrent/gates"]
    params = [torch.tensor(p) for p in script["trained"]("lstm")]
    layer = torch_lstm(params, 1, script["UNITS"])
    x, values, _ = script["one_run"]()
    x = torch.tensor(x)[None, :, None]
    H = layer(x)[0].detach()
    before = torch.cat([torch.zeros(1, 1, script["UNITS"]), H[:, :-1]], 1)
    sums = x @ params[0].T + before @ params[1].T + params[2] + params[3]
    sums = sums.reshape(len(values), 4, -1)
    gates = torch.sigmoid(sums)
    gates[:, 2] = torch.tanh(sums[:, 2])
    unit = np.argmin(np.abs(H[0, -1].numpy() - values[-1, 5]))
    assert_allclose(values[:, :4], gates[:, :, unit], atol=1e-9)
    assert_allclose(values[:, 5], H[0, :, unit], atol=1e-9)
    c = 0.0
    for (t,), told, (dot, *bars) in drawn("recurrent/gates"):
        i, f, g, o = gates[t - 1, :, unit].tolist()
        c = f * c + i * g
        assert_allclose(values[t - 1, 4], c, atol=1e-9)
        assert_allclose(told, [i, f, g, o, c, o * math.tanh(c)], atol=0.0051)
        assert_allclose([*dot.get_xdata(), *dot.get_ydata()], [t, c], atol=1e-9)
        assert_allclose([bar.get_height() for bar in bars], values[t - 1])


def torch_lstm(params, inputs, units):
    """PyTorch's layer with the weights of a figure."""
    layer = torch.nn.LSTM(inputs, units, batch_first=True, dtype=torch.float64)
    for own, given in zip(layer.parameters(), params[:4], strict=True):
        own.data = given
    return layer


def test_gates_remember():
    """The layer keeps the first bit and little else; the plain network only guesses."""
    script = WITH_SLIDERS["recurrent/gates"]
    params = [torch.tensor(p) for p in script["trained"]("lstm")]
    layer = torch_lstm(params, 1, script["UNITS"])
    X, y = script["bits"](500, np.random.default_rng(123))
    scores = layer(torch.tensor(X))[0][:, -1] @ params[4] + params[5]
    assert ((scores > 0).numpy() == y).all()
    right = (script["scores"]("rnn", X, script["trained"]("rnn"))[0] > 0) == y
    assert 0.4 < right.mean() < 0.6
    told = script["changes"]("lstm")
    assert told[0] > 12
    assert max(*told[1:], *script["changes"]("rnn")) < 0.2
    _, values, _ = script["one_run"]()
    assert values[0, 0] > 0.27
    assert values[:, 1].min() > 0.99


def test_turning():
    """PyTorch's layer, with the weights of the figure, makes forecasts as good as told."""
    script = WITH_SLIDERS["recurrent/turning"]
    for (turn, horizon), told, parts in drawn("recurrent/turning"):
        X = script["walks"](1000, turn, 77)
        true = X[:, 8 : 8 + horizon, 0] + 1j * X[:, 8 : 8 + horizon, 1]
        away = [abs(f[:, :horizon] - true) for f in forecasts(script, X[:, :8])]
        errors = [a.mean() for a in away]
        last = [away[i][:, -1].mean() for i in (0, 2)]
        assert_allclose(told, [*errors, *last], atol=0.0051)
        walk = script["one_walk"](turn)[None, :8]
        place = script["SLIDERS"]["turn"].index(turn)
        for i, track in enumerate(f[0, :horizon] for f in forecasts(script, walk)):
            assert_allclose(parts[2 + i].get_xdata(), track.real, atol=1e-9)
            assert_allclose(parts[2 + i].get_ydata(), track.imag, atol=1e-9)
            assert_allclose(parts[5 + i].get_ydata()[place], errors[i], rtol=1e-9)
    told = {key: float(script["measure"](*key)["speed"]) for key in [(0.0, 12), (0.2, 12)]}
    assert [*told.values()] == [0.12, 1.53]
    assert [script["measure"](t, 12)["lstm"] for t in (0.0, 0.2)] == ["0.21", "0.28"]


def forecasts(script, seen):
    """The three forecasts of the figure, by complex numbers, whose product turns."""
    params = [torch.tensor(p) for p in script["trained"]()]
    layer = torch_lstm(params, 2, 16)
    z = seen[..., 0] + 1j * seen[..., 1]
    k, moves = np.arange(1, 13), np.diff(z)
    unit = (moves[:, -1] / abs(moves[:, -1]))[:, None]
    inputs = torch.view_as_real(torch.tensor(moves / unit))
    added = (layer(inputs)[0][:, -1] @ params[4].T).reshape(-1, 12, 2).detach().numpy()
    speed = z[:, -1:] + k * moves[:, -1:]
    force = speed + k * (k + 1) / 2 * (moves[:, -1:] - moves[:, -2:-1])
    return speed, force, speed + (added[..., 0] + 1j * added[..., 1]) * unit


def test_cell():
    """The products that are written out give what PyTorch and SciPy give."""
    script = WITH_SLIDERS["convolution/cell"]
    image, weights = script["IMAGE"], script["FILTER"]
    x, w = (torch.tensor(a)[None, None].double() for a in (image, weights))
    maps = [functional.conv2d(x, w)[0, 0].numpy(), convolve2d(image, weights, "valid")]
    for (row, column, flip), told, parts in drawn("convolution/cell", read=dict):
        text, value = told["products"].replace("−", "-").split(" = ")
        pairs = [term.split("·") for term in text.split(" + ")]
        assert sum(int(a) * int(b.strip("()")) for a, b in pairs) == int(value)
        assert int(value) == maps[flip][row - 1, column - 1]
        boxes = [part.get_xy() for part in parts if hasattr(part, "get_xy")]
        assert boxes == [(column - 1, row - 1), (10 + column, row)]
        texts = [part.get_text() for part in parts if hasattr(part, "get_text")]
        assert len(texts) == 9 + 9 + 1
        assert texts[-1].replace("\n", " ") == told["products"]


def test_windows():
    """Sizes, and in how many windows each pixel lies, by PyTorch."""
    script = WITH_SLIDERS["convolution/windows"]
    n, k = script["PIXELS"], script["SIDE"]
    for (stride, padding, dilation), told, (dots, *_) in drawn("convolution/windows"):
        x = torch.zeros(1, 1, n, requires_grad=True, dtype=torch.float64)
        w = torch.ones(1, 1, k, dtype=torch.float64)
        options = {"stride": stride, "padding": padding, "dilation": dilation}
        z = functional.conv1d(x, w, **options)
        z.sum().backward()
        uses = x.grad[0, 0].numpy()
        assert_allclose(told, [z.shape[2], uses[0], np.sum(uses == 0)])
        across = dots.get_xdata()
        assert len(across) == k * z.shape[2]
        assert_array_equal(
            np.bincount(across[(across >= 0) & (across < n)], minlength=n), uses
        )


def test_shifts():
    """Against PyTorch: two poolings of the map that was moved."""
    script = WITH_SLIDERS["convolution/shifts"]
    bell = torch.tensor(script["BELL"][0], dtype=torch.float64)

    def of_blur(x):
        largest = functional.max_pool1d(torch.cat([x, x[..., :1]], 2), 2, stride=1)
        ends = torch.cat([largest[..., -2:], largest, largest[..., :2]], 2)
        return functional.conv1d(ends, bell, stride=2)

    poolings = [
        lambda x: functional.max_pool1d(x, 2),
        lambda x: functional.avg_pool1d(x, 2),
        of_blur,
    ]
    x = torch.tensor(script["feature_map"]()[0])
    for (shift,), told, parts in drawn("convolution/shifts"):
        for f, gap, dots in zip(poolings, told, parts[1::3], strict=True):
            still, moved = (f(f(row)).ravel() for row in (x, x.roll(shift, 2)))
            gaps = [(moved - still.roll(j)).norm() / still.norm() for j in range(10)]
            assert_allclose(gap, min(gaps), atol=0.0051)
            assert_allclose(dots.get_ydata(), moved, atol=1e-12)
        assert not told[0] or shift % 4


def test_learned():
    """PyTorch reads the test digits with the filters of each position."""
    script = WITH_SLIDERS["convolution/learned"]
    x, y = (torch.tensor(part[script["SAMPLES"] :]) for part in script["data"]())
    for (updates,), told, (filters, maps) in drawn("convolution/learned"):
        *layers, W, b = map(torch.tensor, script["trained"]()[updates])
        h, seen = x[:, :, 0], []
        for w, bias, window in zip(layers[::2], layers[1::2], (2, 2, 10), strict=True):
            h = torch.relu(functional.conv1d(h, w[:, :, 0], bias, padding=2))
            seen.append(h)
            h = functional.max_pool1d(h, window)
        z = h[..., 0] @ W.T + b
        right = (z.argmax(1) == y).double().mean()
        assert_allclose(told, [functional.cross_entropy(z, y), right], atol=0.0051)
        assert_allclose(filters.get_array(), layers[0][:, 0, 0])
        assert_allclose(maps.get_array(), seen[0][(y == 2).nonzero()[0, 0]], atol=1e-5)


def test_heat():
    """The mean of squared gradients over many draws of the weights, by PyTorch."""
    script = WITH_SLIDERS["convolution/heat"]
    for (depth, stride), told, (_, outer, inner) in drawn("convolution/heat"):
        heat, torch_rng = script["influence"](depth, stride), torch.Generator()
        side = len(heat)
        x, y = torch.zeros(1, 1, side, side, requires_grad=True), None
        mean = torch.zeros(side, side)
        for _ in range(300):
            y = x
            for layer in range(depth):
                w = torch.randn(1, 1, 3, 3, generator=torch_rng) / 3
                y = functional.conv2d(y, w, stride=stride if layer == 0 else 1)
            mean += torch.autograd.grad(y.sum(), x)[0][0, 0] ** 2 / 300
        assert told[0] == side
        assert_allclose([outer.get_width(), inner.get_width()], told)
        core = slice((side - int(told[1])) // 2, (side + int(told[1])) // 2)
        assert heat.sum() == pytest.approx(1)
        assert heat[core, core].sum() >= 0.95
        assert (mean[core, core].sum() / mean.sum()).item() > 0.85


def test_sampling():
    """Scores that are cut off are -inf to PyTorch."""
    scores = torch.tensor([2.0, 1, 0, -2], dtype=torch.float64)
    for (temperature, cut), told, (bars,) in drawn("attention/sampling"):
        p = torch.softmax(scores / temperature, 0)
        if cut == "k = 2":
            p[2:] = 0
        elif cut != "-":
            p[p.cumsum(0) - p >= 0.8] = 0
        assert_allclose(bars.get_data().values, p / p.sum(), rtol=1e-12)
        assert told == [round(float(p[0] / p.sum()), 2), int((p > 0).sum())]


def test_reversal():
    """It begins with even weights and a guess, and ends on the opposite diagonal."""
    shown = {}
    for (step, query), told, (*rows, bars) in drawn("attention/reversal"):
        weights = bars.get_data().values
        assert_allclose(weights.sum(), 1, rtol=1e-5)
        tops = query + 0.42 - rows[query - 1].get_data().values
        assert_allclose(tops, 0.84 * weights, rtol=1e-5, atol=1e-6)
        assert_allclose(told[2], weights[5 - query], atol=0.0051)
        shown.setdefault(step, []).append((*told[:2], weights.argmax() == 5 - query))
    assert_allclose([row[0] for row in shown[0]], math.log(10), atol=0.03)
    assert all(row[1] < 0.2 for row in shown[0])
    assert all(row[0] < 0.2 and row[1:] == (1, True) for row in shown[60])


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
