"""The reader of displayed formulas: what it reads, what it refuses and what it catches."""

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

import formulas

FUNCTIONS = formulas.functions()
NOTATION = Path(formulas.__file__).with_name("notation.md").read_text("utf-8")
FORMULAS = [(formula.binding, formula.tex) for formula in formulas.find(NOTATION)]
# Mutants that say the same: \delta is symmetric, and si is one index, the product.
EQUAL = {r"\delta_{j i}", r"x_{i s+m}"}


def test_notation_is_all_checked():
    assert len(FORMULAS) == NOTATION.count("<!-- check:") == 40


@pytest.mark.parametrize(("binding", "tex"), FORMULAS)
def test_formula_says_what_the_code_computes(binding, tex):
    assert formulas.check(tex, binding, FUNCTIONS) is None


@pytest.mark.parametrize(("binding", "tex"), FORMULAS)
def test_every_mutant_is_caught(binding, tex):
    mutants = [new for _, new in formulas.mutants(tex) if not any(e in new for e in EQUAL)]
    assert [new for new in mutants if formulas.agrees(new, binding, FUNCTIONS)] == []


@pytest.mark.parametrize(("binding", "tex"), FORMULAS)
def test_half_a_formula_fails_with_a_message(binding, tex):
    for end in range(len(tex) // 2, len(tex) - 1, 7):
        assert formulas.agrees(tex[:end], binding, FUNCTIONS) in {True, False}


def test_mutants_are_of_six_kinds_and_on_right_sides():
    tex = r"y_1 = \frac{1}{2} a_{ij}^2 - 1, \quad z_1 = \mathbb{1}[x > 0]"
    mutants = formulas.mutants(tex)
    assert {kind for kind, _ in mutants} == {
        "sign", "relation", "number", "factor", "index", "exponent"
    }  # fmt: skip
    assert ("sign", tex.replace("-", "+")) in mutants
    assert ("index", tex.replace("ij", "j i")) in mutants
    assert ("factor", tex.replace(r"\frac{1}{2}", r"\frac {2} {1}")) in mutants
    assert ("exponent", tex.replace("^2", "")) in mutants
    assert all("y_1 =" in new and "z_1 =" in new for _, new in mutants)


# Broken formula, binding, what the message says, and the formula it proposes.
BROKEN = [
    (
        r"\sigma(x) = \frac{1}{1 + e^{x}}",
        "sigmoid(x) for x in R^n",
        r"another value than sigmoid\(x\)\n.*formula .*code ",
        r"\sigma(x) = \frac{1}{1 + e^{ -x}}",
    ),
    (
        r"\mathrm{MSE} = \sum_{i=1}^{n} (y_i - \hat{y}_i)^2",
        "mse(y_hat, y) for y_hat, y in R^n",
        r"another value than mse\(y_hat, y\)\n.*y_hat ",
        r"\mathrm{MSE} = \frac{1}{n} \sum_{i=1}^{n} (y_i - \hat{y}_i)^2",
    ),
    (
        r"y_{ij} = \max(0, x_{ij}) + w_i \min(0, x_{ij})",
        "prelu(x, w) for x in R^(n,d), w in R^d",
        r"index i runs over axes of lengths \[\d, \d\]",
        r"y_{ij} = \max(0, x_{ij}) + w_j \min(0, x_{ij})",
    ),
    (
        r"g = p (d - p \cdot d)",
        "softmax_backward(d, p) for d in R^n, p in simplex^n",
        r"two vectors side by side: write \\odot, \\cdot or \^\\top",
        r"g = p \odot  (d - p \cdot d)",
    ),
    (
        r"\tanh(x) = 2\sigma(x) - 1 = \frac{e^{2x} - 1}{e^{2x} + 1}",
        "tanh(x) for x in R^n",
        r"on the side\n\n +2\\sigma\(x\) - 1\n",
        None,
    ),
    (
        r"p_i = e^{z_i - m} / \sum_j e^{z_j - m}, \quad m = \max_j z_j = \min_j z_j",
        "softmax(z) for z in R^n",
        r"two sides that differ\n\n +a  \\max_j z_j\n +b  \\min_j z_j\n",
        None,
    ),
    (
        r"\sigma(-x) = \sigma(x) - 1",
        "sigmoid(-x) for x in R^n",
        r"on the side\n\n +\\sigma\(x\) - 1\n",
        None,
    ),
    (
        r"\operatorname{ReLU}'(x) = \begin{cases} 1 & x \ge 0 \\ 0 & x < 0 \end{cases}",
        "relu_grad(x) for x in R",
        r"formula +1.\n +code +0.\n +x +0.",
        None,
    ),
]


@pytest.mark.parametrize(("tex", "binding", "why", "repair"), BROKEN)
def test_broken_formula_is_explained_and_repaired(tex, binding, why, repair):
    message = formulas.check(tex, binding, FUNCTIONS)
    assert tex in message
    assert re.search(why, message, re.S)
    assert message.partition("They agree if it is\n\n")[2].strip() == (repair or "")
    assert formulas.check(tex, binding, FUNCTIONS) == message  # the draws are seeded


@pytest.mark.parametrize(
    ("tex", "binding", "why"),
    [
        (r"y = 1/2x", "x / 2 for x in R", "where does the denominator end"),
        (r"y = \log x y", "np.log(x) * y", "where does the argument of the function end"),
        (r"y = \tanh^{-1}(x)", "1 / tanh(x) for x in R+", "may mean the inverse"),
        (r"y = Wx", "W * x for W in R^(n,d), x in R^d", r"another value"),
        (r"y = xW", "W @ x for W in R^(n,d), x in R^d", r"do not multiply"),
        (r"y = a + x", "x for x in R^n, a in R^d", r"shapes \(\d,\) and \(\d,\) do not fit"),
        (r"y = a \odot x", "a * x for x in R^n", r"odot between shapes"),
        (r"y = x_{5}", "x[0] for x in R^4", r"index 5 outside of an axis of length 4"),
        (r"y = x + t", "x for x in R", "no value for t"),
        (r"y = \sum x_i", "np.sum(x) for x in R^n", "expected an index below"),
        (r"y = \sum_{i < j} x_i", "np.sum(x) for x in R^n", "cannot read the limits"),
        (r"y = \mathbb{E}[x]", "np.mean(x) for x in R^n", r"cannot read \\mathbb"),
        (r"y = \begin{array}{c} x \end{array}", "x for x in R", r"cannot read \\begin{array}"),
        (r"y = \max(0, x", "relu(x) for x in R", r"expected \) before the end"),
        (r"y = \frac{x}{2", "x / 2 for x in R", "a bracket is not closed"),
        (r"y = x_i^2^3", "x for x in R^n", r"two \^ on one symbol"),
        (r"y = x \text{ if $x$}", "x for x in R", "write mathematics outside of"),
        (r"y = ", "x for x in R", "nothing stands on one side"),
        (r"y = W^{-1/2}", "W for W in R^(2,2)", "a matrix that is not symmetric"),
        (r"y = \lVert W \rVert", "np.sum(W) for W in R^(2,3)", "write _F for matrices"),
        (r"f(x)^2 = x", "x for x in R", "has neither value nor name"),
        (r"a = x, \quad b = 2x", "2 * x for x in R", "nothing is compared with x"),
        (r"y = x", "a, b = (x, x) for x in R", "the formula does not define a"),
        (r"y = \begin{cases} 1 & x > 0 \\ 0 & x < 1 \end{cases}", "x for x in R", "two cases"),
        (r"y = \begin{cases} 1 & x > 0 \\ 0 & x < 0 \end{cases}", "x * 0 + (x > 0) for x in R",
         "no case holds"),
        (r"y = x", "identty(x) for x in R", "name 'identty' is not defined"),
        (r"y = x", "identity(x", r"expected a Python call, found `identity\(x`"),
        (r"y = x", "identity(x) for x in Q", "unknown set 'Q'; the sets are R, "),
        (r"y = x", "identity(x) for x", "expected a set for x"),
        (r"y = x", "identity(x) for x in R^(a,b,c,d,e,f,g)", "more than 6 sizes"),
        (r"y = x", "x[:0] for x in R^n", "returns an empty array"),
    ],
)  # fmt: skip
def test_refusals(tex, binding, why):
    message = formulas.check(tex, binding, FUNCTIONS)
    assert message is not None
    assert re.search(why, message)


PAGE = r"""# Title

$$
a = b
$$
<!-- check: f(a) for a in R,
     b in R -->

!!! note

    $$
    c
      = d
    $$
    <!-- unchecked: a definition -->

```markdown
$$
not a formula
```

`$$` in code, \$\$ escaped, and $x$ inline.

$$
e
$$
"""


def test_find():
    first, second, third = formulas.find(PAGE)
    assert first == formulas.Formula(
        "a = b", "check", "f(a) for a in R, b in R", 3, first.start, first.end, ""
    )
    assert PAGE[first.start : first.end].startswith("$$\na = b")
    assert PAGE[first.start : first.end].endswith("b in R -->")
    assert (second.tex, second.mark, second.binding) == (
        "c\n  = d",
        "unchecked",
        "a definition",
    )
    assert (second.line, second.indent) == (11, "    ")
    assert PAGE[second.start : second.end].startswith("    $$\n")
    assert (third.tex, third.mark, third.binding, third.line) == ("e", None, "", 24)
    assert PAGE[third.start : third.end] == "$$\ne\n$$"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("a\n\n$$ x $$\n", 3, r"expected \$\$ on a line of its own"),
        ("- $$\n  x\n  $$\n", 1, r"expected \$\$ on a line of its own"),
        ("\n$$\nx\n", 2, "expected a formula"),
        ("$$\nx\n\ny\n$$\n", 1, "no blank line"),
        ("    $$\n    x\n$$\n", 1, "same indentation"),
        ("$$\n$$\n", 1, "expected a formula"),
        ("$$\nx\n$$\n<!-- unchecked: -->\n", 1, "expected a reason after `unchecked:`"),
        ("$$\nx\n$$\n<!-- check:  -->\n", 1, "expected a call after `check:`"),
        ("$$\nx\n$$\n<!-- check: f(x)\n", 1, "expected `<!-- check: … -->`"),
        ("$$\nx\n$$\n\n<!-- check: f(x) -->\n", 5, "right below"),
    ],
)
def test_find_refuses(text, line, why):
    with pytest.raises(formulas.FormulaError, match=why) as caught:
        formulas.find(text)
    assert caught.value.line == line


def test_called():
    call = "relu(softmax(z)[0]) + np.sum(f(z)) for z in R^n, f: R -> R"
    assert formulas.called(call, FUNCTIONS) == ["relu", "softmax"]
    assert formulas.called("y = relu(", FUNCTIONS) == []


@pytest.fixture
def package(monkeypatch, tmp_path):
    """A package dlnotes of two modules, and one that is private."""
    fake = ModuleType("dlnotes")
    fake.__path__ = [str(tmp_path)]
    monkeypatch.setitem(sys.modules, "dlnotes", fake)
    for name in ("first", "second", "_private"):
        (tmp_path / f"{name}.py").touch()
        module = ModuleType(f"dlnotes.{name}")
        module.__all__ = [f"of_{name}"]
        vars(module)[f"of_{name}"] = lambda x: x
        monkeypatch.setitem(sys.modules, f"dlnotes.{name}", module)
    return sys.modules


def test_functions_are_those_of_now(package):
    assert list(formulas.functions()) == ["of_first", "of_second"]
    package["dlnotes.first"].of_first = new = abs
    assert formulas.functions()["of_first"] is new


def test_functions_refuses_one_name_twice(package):
    package["dlnotes.second"].__all__ = ["of_first"]
    with pytest.raises(formulas.FormulaError, match="of_first stands in dlnotes.first and"):
        formulas.functions()
