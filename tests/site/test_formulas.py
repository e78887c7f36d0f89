"""The reader of displayed formulas: what it reads, what it refuses and what it catches."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

import equal
from source import formulas
from source.formulas import draws, repairs
from source.formulas.tokens import tokenize

FUNCTIONS = formulas.functions()
NOTATION = Path(formulas.__file__).with_name("notation.md").read_text("utf-8")
FORMULAS = [(formula.binding, formula.tex) for formula in formulas.find(NOTATION)]
TO_COME = Path(__file__).with_name("formulas_to_come.md").read_text("utf-8")
TEXTBOOK = [(f.binding, f.tex) for f in formulas.find(TO_COME) if f.mark == "check"]


CASES = r"y = \begin{cases} x & \text{if } %s \\ 0 & \text{otherwise} \end{cases}"
ENTRY = r"q = \sum_{i,j} x_i %s^{-1}_{ij} x_j"


def test_notation_is_all_checked():
    assert len(FORMULAS) == NOTATION.count("<!-- check:") > 70


def test_formulas_to_come_are_many():
    assert len(TEXTBOOK) == TO_COME.count("<!-- check:") >= 120
    assert TO_COME.count("\n## ") > 20


@pytest.mark.parametrize(("binding", "tex"), FORMULAS + TEXTBOOK)
def test_formula_says_what_the_code_computes(binding, tex):
    assert formulas.check(tex, binding, FUNCTIONS) is None


@pytest.mark.parametrize(("binding", "tex"), FORMULAS)
def test_every_mutant_is_caught(binding, tex):
    assert equal.unnoticed(tex, binding, FUNCTIONS) == []


@pytest.mark.parametrize(("binding", "tex"), FORMULAS)
def test_half_a_formula_fails_with_a_message(binding, tex):
    for end in range(len(tex) // 2, len(tex) - 1, 7):
        assert formulas.agrees(tex[:end], binding, FUNCTIONS) in {True, False}


@pytest.mark.parametrize(
    ("tex", "call"),
    [
        (r"\frac{d_k}{d_v}", "d_k / d_v"),
        (r"\frac{d}{d + d_v - d_k}", "d / (d + d_v - d_k)"),
        (r"\frac12", "0.5 + 0 * (d + d_k + d_v)"),
    ],
)
def test_d_may_be_a_letter_of_a_fraction(tex, call):
    assert formulas.check(tex, f"{call} for d_k, d_v, d in R+", {}) is None


def kind_of(tex, mutant):
    """The kind of a mutant, however its spaces are set; None if nobody makes it."""
    made = {tokenize(new): kind for kind, new in formulas.mutants(tex)}
    return made.get(tokenize(mutant))


MUTANTS = [
    ("sign", "a + b", "a - b"),
    ("relation", r"a \le b", "a < b"),
    ("number", "2 a", "3 a"),
    ("factor", r"\frac{a}{b}", r"\frac{b}{a}"),
    ("index", "w_{ij}", "w_{ji}"),
    ("exponent", "a^2", "a"),
    ("term", "a + b - c", "a + b"),
    ("term", "a + b - c", "b - c"),
    ("name", "a + b", "b + b"),
    ("name", "w_i x_i", "w_i"),
    ("name", "w_1 x_1 + b", "b x_1 + b"),
    ("name", "w_{11} x_1 + b", "x_1 x_1 + b"),
    ("order", "A B", "B A"),
    ("function", r"\max(a, b)", r"\min(a, b)"),
    ("function", r"\max_i h_i", r"\min_i h_i"),
    ("function", r"\max_i h_i", "h_i"),
    ("function", r"\log a", "a"),
    ("function", r"\lfloor a \rfloor", r"\lceil a \rceil"),
    ("sum", r"\sum_{i=1}^{n} x_i", "x_i"),
    ("function", r"\sum_{i=1}^{n} x_i", r"\prod_{i=1}^{n} x_i"),
    ("sum", r"\sum_{i=1}^{n} x_i", r"\sum_{i=1}^{n - 1} x_i"),
    ("index", r"\sum_{i=1}^{n} x_i", r"\sum_{i=2}^{n} x_i"),
    ("bounds", r"\sum_{i=1}^{n} x_i", r"\sum_{i=n}^{1} x_i"),
    ("bounds", "f(a, b)", "f(b, a)"),
    ("subscript", "x_i + 1", "x + 1"),
    ("subscript", r"\hat{y}", "{y}"),
    ("bracket", "(a + b) c", "a + b c"),
    ("bracket", "|a| b", "a b"),
]


@pytest.mark.parametrize(("kind", "old", "new"), MUTANTS)
def test_this_mistake_is_made(kind, old, new):
    assert kind_of(f"y_1 = {old}", f"y_1 = {new}") == kind


def test_mutants_are_on_right_sides():
    tex = r"y_1 = \frac{1}{2} a_{ij}^2 - 1, \quad z_1 = \mathbb{1}[x > 0]"
    assert all("y_1 =" in new and "z_1 =" in new for _, new in formulas.mutants(tex))


def test_a_mutant_that_says_the_same_is_no_mistake():
    tex, binding = "a b + c", "a * b + c for a, b, c in R"
    twins = equal.Twins(tex, binding, FUNCTIONS)
    assert twins.has("b a + c")
    assert twins.has("c + a b")
    assert not twins.has("a b - c")
    assert not equal.Twins(tex, "7 for a = 2, b = 2, c = 3", FUNCTIONS).has("a a + c")
    # The max of one number is its min, but the rule looks beyond the domain.
    one = equal.Twins(r"\max_i x_i", "x.max() for x in R^1", FUNCTIONS)
    assert not one.has(r"\min_i x_i")


def test_what_passes_unnoticed_is_told():
    tex = r"y = \max_i x_i"
    assert equal.unnoticed(tex, "x.max() for x in R^n", FUNCTIONS) == []
    assert r"y = \min_i x_i" in equal.unnoticed(tex, "x.max() for x in R^1", FUNCTIONS)


NARROW = [
    (r"y = \max(0, x)", "relu(x) for x in R+", "argument 1 of max or min is chosen in no"),
    (r"y = \min(0, x)", "0 * x for x in R+", "argument 2 of max or min is chosen in no"),
    (CASES % "x < 9", "np.where(x < 9, x, 0) for x in (0,1)", "case 2 holds in no draw"),
    (r"y = \mathbb{1}[x > 0]", "x / x for x in R+", "a condition fails in no draw"),
    (
        r"y = \sum_{i=1,\, i \ne k}^{n} x_i",
        "np.sum(x) for x in R^n, k = 9",
        "a condition fails in no draw",
    ),
    (r"y = \sum_i x_{ik}", "x.sum(0) for x in R^(k,k), k in 2..3", "k is drawn twice"),
    ("p_i = e^x", "np.exp(x) for x in R^n", "index i of the left side is not on the right"),
    (r"y = \begin{bmatrix} \sin & x \end{bmatrix} x", "x for x in R", "its argument"),
]


@pytest.mark.parametrize(("tex", "binding", "why"), NARROW)
def test_what_no_draw_reaches_is_refused(tex, binding, why):
    assert why in (formulas.check(tex, binding, FUNCTIONS) or "")


def test_a_bug_in_a_function_removes_no_comparison():
    """Only a wrong number of arguments says that the left side is nothing but a name."""
    call, broken = "1 / (1 + np.exp(-x)) for x in R", {"sigmoid": lambda x: x + None}
    why = formulas.check(r"\sigma(x) = \frac{1}{1 + e^{-x}}", call, broken)
    assert "makes no sense here" in (why or "")


def test_few_numbers_are_drawn_more_often():
    def number(binding):
        return len(list(draws.of(binding, FUNCTIONS)))

    assert number("x for x in R^5") == 10
    assert number("x for x in R") == 25
    assert number("float(x > 0) for x in R") == 240
    assert number("a, b = (x, x[0]) for x in R^5") == 25


def test_a_worked_example_holds_for_other_numbers_too():
    binding = "w * x + b for w = 2, x = 3, b = 2"
    assert formulas.check(r"y = w x + b = 2 \cdot 3 + 2 = 8", binding, {}) is None
    assert not formulas.agrees(r"y = b x + w = 2 \cdot 3 + 2 = 8", binding, {})
    assert not formulas.agrees(r"y = w x + b = 2 \cdot 3 + 2 = 9", binding, {})


# Broken formula, binding, what the message says, and the formula it proposes.
BROKEN = [
    (
        r"\sigma(x) = \frac{1}{1 + e^{x}}",
        "sigmoid(x) for x in R^n",
        r"gives another value than sigmoid(x) on the side \frac{1}{1 + e^{x}} formula [",
        r"\sigma(x) = \frac{1}{1 + e^{ -x}}",
    ),
    (
        r"\mathrm{MSE} = \sum_{i=1}^{n} (y_i - \hat{y}_i)^2",
        "np.mean((y_hat - y)**2) for y_hat, y in R^n",
        "gives another value than np.mean((y_hat - y) ** 2) formula ",
        r"\mathrm{MSE} = \frac{1}{n} \sum_{i=1}^{n} (y_i - \hat{y}_i)^2",
    ),
    (
        r"y_{ij} = \max(0, x_{ij}) + w_i \min(0, x_{ij})",
        "prelu(x, w) for x in R^(n,d), w in R^d",
        "cannot be checked against prelu(x, w): index i runs over axes of lengths [",
        r"y_{ij} = \max(0, x_{ij}) + w_j \min(0, x_{ij})",
    ),
    (
        r"g = p (d - p \cdot d)",
        "softmax_backward(d, p) for d in R^n, p in simplex^n",
        r"two vectors side by side: write \odot, \cdot or ^\top, or draw from R",
        r"g = p \odot  (d - p \cdot d)",
    ),
    (
        r"\sigma(-x) = \sigma(x) - 1",
        "sigmoid(-x) for x in R^n",
        r"gives another value than sigmoid(-x) on the side \sigma(x) - 1 formula [",
        None,
    ),
    (
        r"\sigma(x) = 1 - \sigma(x)",
        "1 - sigmoid(x) for x in R^n",
        r"gives another value than 1 - sigmoid(x) on the side \sigma(x) formula [",
        r"\sigma( -x) = 1 - \sigma(x)",
    ),
    (
        r"p_i = e^{z_i - m} / \sum_j e^{z_j - m}, \quad m = \max_j z_j = 1 + \min_j z_j",
        "softmax(z) for z in R^n",
        r"has two sides that differ a \max_j z_j b 1 + \min_j z_j a ",
        None,
    ),
    (
        r"\operatorname{ReLU}'(x) = \begin{cases} 1 & x \ge 0 \\ 0 & x < 0 \end{cases}",
        "relu_grad(x) for x in R",
        "formula 1. code 0. x 0.",
        None,
    ),
]


@pytest.mark.parametrize(("tex", "binding", "why", "repair"), BROKEN)
def test_broken_formula_is_explained_and_repaired(tex, binding, why, repair):
    message = formulas.check(tex, binding, FUNCTIONS)
    assert tex in message
    assert why in " ".join(message.split())
    assert message.partition("They agree if it is\n\n")[2].strip() == (repair or "")
    assert formulas.check(tex, binding, FUNCTIONS) == message  # the draws are seeded


REFUSED = [
    (r"y = 1/2x", "x / 2 for x in R", "where does the denominator end"),
    (r"y = \log x y", "np.log(x) * y", "where does the argument of the function end"),
    (r"y = \tanh^{-1}(x)", "1 / tanh(x) for x in R+", "f^{-1} may mean the inverse"),
    (r"\sigma'(x) = \sigma(x)", "sigmoid(x) for x in R", "on the side"),
    (r"y = xW", "W @ x for W in R^(n,d), x in R^d", "do not multiply"),
    (r"y = a + x", "x for x in R^n, a in R^d", "do not fit"),
    (r"y = a \odot x", "a * x for x in R^n", r"\odot between shapes"),
    (r"y = a \times x", "a * x for a, x in R^n", r"\times or * between arrays"),
    (r"y = x_{5}", "x[0] for x in R^4", "index 5 outside of an axis of length 4"),
    (r"y_{ij} = x_{i,j}", "x for x in R^n", "2 indices on an array of shape"),
    (r"y_{ij} = x_{ij}", "x for x in R^n", "index i is on no axis"),
    (r"y = x + t", "x for x in R", "no value for t"),
    (r"y = \sum x_i", "np.sum(x) for x in R^n", "expected an index below a sum"),
    (r"y = \sum_{i < j} x_i", "np.sum(x) for x in R^n", "index j is on no axis"),
    (r"y = \mathbb{P}[x]", "np.mean(x) for x in R^n", r"cannot read \mathbb"),
    (r"y = \mathbb{E}[x]", "x for x in R", "a mean of what does not vary"),
    (r"y = \begin{tabular}{c} x \end{tabular}", "x for x in R", r"read \begin{tab"),
    (r"y = \frac{\partial}{\partial x} f", "x for x in R", "no value for f"),
    (r"y = \frac{\partial}{\partial x}", "x for x in R", "write the function into"),
    (r"y = \frac{\partial f}{\partial (x)}", "x for x in R", "cannot read a derivative by"),
    (r"y = |x, t|", "x for x, t in R", "2 entries between | and its end"),
    (r"y = \langle x \rangle", "x for x in R", "of what is the mean?"),
    (r"y = \langle x, x, x \rangle", "x for x in R", r"3 entries between \langle and"),
    (r"y = \mathbf{1} x", "x for x in R", r"how large is this array?"),
    (r"y = \mathbb{1}[x]", "x for x in R", "x is no relation"),
    (r"y = \mathbb{1}[]", "x for x in R", "expected a condition in the brackets"),
    (
        r"y = \begin{cases} x & x > 0 & 1 \end{cases}",
        "x for x in R",
        "on each line of cases",
    ),
    (r"y = \begin{cases} x \\ 0 & x < 0 \end{cases}", "x for x in R", "only the last case"),
    (
        r"y = \begin{cases} x & x > 0 \\ a \end{cases}",
        "x for x in R^n, a in R^d",
        "broadcast",
    ),
    (r"y = x, \quad x", "x for x in R", "expected an equation on each line"),
    (r"y = Ax", "x for A in R^(2,2,3), x in R^3", "do not multiply"),
    (r"y = (x)'", "x for x in R", "a prime or (i) above belongs to a name"),
    (r"y = \max(0, x", "relu(x) for x in R", "a bracket is not closed"),
    (r"y = \frac{x}{2", "x / 2 for x in R", "a bracket is not closed"),
    (r"y = x^2^3", "x for x in R^n", "two ^ on one symbol"),
    (r"y = x \text{ if $x$}", "x for x in R", "write mathematics outside of"),
    (r"y = \cos(x, z)", "x for x, z in R", "a function cannot take 2 argument(s)"),
    (r"y = \operatorname{clip} x", "x for x in R", "a function cannot take 1 argument(s)"),
    (r"y = \sigma", "sigmoid(x) for x in R", "a function stands without its argument"),
    (r"y = ", "x for x in R", "one side is empty in y ="),
    (r"y = W^{-1/2}", "W for W in R^(2,2)", "power of a matrix that is not symmetric"),
    (r"y = \lVert W \rVert", "np.sum(W) for W in R^(2,3)", "write _F for matrices only"),
    (r"f(x)^2 = x", "x for x in R", "f(x)^2 has neither value nor name"),
    (r"a = x, \quad b = 2x", "2 * x for x in R", "nothing is compared with x"),
    (r"y = x", "a, b = (x, x) for x in R", "the formula does not define a"),
    (r"y = \begin{cases} x & x > 0 \\ x & x < 1 \end{cases}", "x for x in R", "two cases"),
    (r"y = \begin{cases} x & x > 0 \\ x & x < 0 \end{cases}", "x for x in R", "no case"),
    (CASES % r"x < 1 \text{ unless } z < 1", "x for x, z in R", "no value for unless"),
    (CASES % r"x < 1 \text{ if } z < 1", "x for x, z in R", "no value for if"),
    (CASES % r"x < 1, z < 1 \text{ or } z < x", "x for x, z in R", "write one of them"),
    (CASES % r"\text{with probability } p", "x for x in R", "p is no relation"),
    (CASES % "x", "x for x in R", "x is no relation"),
    (ENTRY % r"\sigma", "1 for sigma in spd^n, x in R^n", "as (sigma^{-1})_{ij}"),
    (r"y = \prod_t x_t", "x for x in R^(n,d)", "product of their entries"),
    (
        r"\mu \leftarrow 5 \mu, \qquad s \leftarrow (1 - a) s + a v",
        "(1 - a) * s + a * v for s, v, mu in R",
        r"nothing is compared with 5 \mu",
    ),
    (r"\lim_{x \to 0} \sigma(x) = 1", "1.0 for x in R", "has neither value nor name"),
    (
        r"\operatorname{tr}\operatorname{Foo} A = \sum_i a_{ii}",
        "np.trace(a) for a in R^(n,n), A = a",
        "has neither value nor name",
    ),
    (r"y = p(k)", "p[k - 1] for p in R^4, k in 1..4", "an entry, or a product?"),
    (r"h_t = a h_{t-1} + x_t", "x for x in R^T, a in R", "a recurrence without its start"),
    (r"y = 2 x, \quad i = 1, \dots, n", "2 * x for x in R^n", "range of i is not used"),
    (r"y_i = x_i \quad \text{for } i > 2", "x for x in R^n", "cannot read the range"),
    (r"e \sim \mathcal{N}(0, s), \quad y = e", "e for s in R+, e in N(0, s**2)", "another"),
    (r"e \sim \mathcal{N}(0, s), \quad y = e", "e for s, e in R+", "e is random: draw it"),
    (r"y = X + I", "X for X in R^(n,d)", "I is added to what is no square matrix"),
    (r"y = |A|", "A for A in R^(n,d)", "|A| is the determinant of a square matrix"),
    (r"y = |A \cap x|", "1 for A in (1..9)^4, x in R^n", "a set is drawn as whole numbers"),
    (r"y = x_1 + \cdots + w_n", "1 for x, w in R^n", "dots are not alike"),
    (r"y = x_1 - \cdots - x_n", "1 for x in R^n", "write dots between two +"),
    (r"y = x_1 + x_3 + \cdots + x_n", "1 for x in R^7, n = 7", "do not go on as written"),
    (r"f(x) = g(x), \quad g(x) = f(x)", "x for x in R", "functions that call each other"),
    ("y = T P", "TP for TP, T, P in R", "may be a name or a product"),
    ("y = W^Q", "W_Q for W_Q, W, Q in R", "may be a power: write ^{(Q)}"),
    (r"y = a * b", "a for a in R^n, b in R^m", "* between arrays"),
    (r"y = \sum_{v \in \{0,1\}^n} a^\top v", "1 for n = 20, a in R^20", "too many vectors"),
    (r"y = x_{i + 1}", "x[0] for x in R^2, i in 5..9", "state `outside = 0`"),
    (r"y = \mathbb{E}_{x \sim p}[x]", "p for p in R", "draw its probabilities"),
    (
        r"y = \begin{pmatrix} W & b \\ 1 & 2 \end{pmatrix}",
        "1 for W in R^(2,3), b in R^4",
        "block",
    ),
    (r"y = x", "identty(x) for x in R", "name 'identty' is not defined"),
    (r"y = x", "identity(x", "expected a Python call, found `identity(x`"),
    (r"y = x", "identity(x) for x in Q", "unknown set 'Q'; the sets are R, "),
    (
        r"y = x",
        "identity(x) for x in R, x + 1 in R",
        "expected `names in set`, found `x + 1",
    ),
    (r"y = x", "identity(x) for x = 1 / 0", "cannot draw from 1 / 0: division by zero"),
    (r"y = x", "identity(x) for x: R", "expected R^n -> R, found R"),
    (r"y = x", "a, b, c = (x, x) for x in R", "expected 3 results of the code, got 2"),
    (r"y = x", "x = 1; x", "expected one Python call"),
    (r"y = x", "identity(x) for x", "expected a set for x"),
    (r"y = x", "identity(x) for x in R^(a,b,c,d,e,f,g)", "more than 6 sizes"),
    (r"y = x", "x[:0] for x in R^n", "the code returns an empty array"),
]


@pytest.mark.parametrize(("tex", "binding", "why"), REFUSED)
def test_refusals(tex, binding, why):
    assert why in (formulas.check(tex, binding, FUNCTIONS) or "")


# Formula, a binding that says the same (if there is one), and one that does not.
READ_ONE_WAY = [
    (
        CASES % r"0 < x \text{ and } z < 1",
        "x * ((0 < x) & (z < 1)) for x, z in R",
        "x * (0 < x * z < 1) for x, z in R",
    ),
    (
        CASES % r"0 < x, \; z < 1",
        "x * ((0 < x) & (z < 1)) for x, z in R",
        "x * ((0 < x) | (z < 1)) for x, z in R",
    ),
    (
        CASES % r"x < 0 \text{ 또는 } z < 1",
        "x * ((x < 0) | (z < 1)) for x, z in R",
        "x * ((x < 0) & (z < 1)) for x, z in R",
    ),
    (
        CASES % r"i \text{ is even}",
        "x * (i % 2 == 0) for x in R, i in 1..9",
        "x * (i % 2 == 1) for x in R, i in 1..9",
    ),
    (
        CASES % r"i\text{가 홀수일 때}",
        "x * (i % 2 == 1) for x in R, i in 1..9",
        "x * i for x in R, i in 1..9",
    ),
    (
        r"J = \prod_{t=1}^{2} M_t",
        "M[0] @ M[1] for M in R^(2,k,k)",
        "M[0] * M[1] for M in R^(2,k,k)",
    ),
    (
        r"\Sigma^{-1}_{ij} = b_{ij}",
        "b for Sigma in spd^n, b = np.linalg.inv(Sigma)",
        "1 / Sigma for Sigma in spd^n, b = np.linalg.inv(Sigma)",
    ),
    (
        ENTRY % r"\Sigma",
        "x @ np.linalg.inv(Sigma) @ x for Sigma in spd^n, x in R^n",
        "x @ (1 / Sigma) @ x for Sigma in spd^n, x in R^n",
    ),
]


# Formulas that were refused by mistake, and their bindings.
READ = [
    (
        r"\frac{\partial L}{\partial x_i} = w_i \frac{\partial L}{\partial y_i}",
        "w * dL_dy for w, dL_dy in R^n",
    ),
    (
        r"\hat x_i = \frac{x_i}{\lVert x_i \rVert}",
        "x / np.linalg.norm(x, axis=1, keepdims=True) for x in R^(n,d)",
    ),
    (r"y_i = W x_i + b", "x @ W.T + b for x in R^(n,d), W in R^(k,d), b in R^k"),
    (r"o_i = \sum_j a_{ij} v_j", "a @ v for a in R^(n,m), v in R^(m,d)"),
    (r"w := w - \eta g", "w - eta * g for w, g in R^n"),
    (r"w \coloneqq w - \eta g", "w - eta * g for w, g in R^n"),
    (r"p := x^2, \quad y = 3 p", "3 * x**2 for x in R"),
    (
        r"D = a_{11} a_{22} - a_{12} a_{21}",
        "a[0, 0] * a[1, 1] - a[0, 1] * a[1, 0] for a in R^(2,2)",
    ),
    (
        r"L = \frac1N \sum_i L_i, \quad L_i = -\log p_i",
        "-np.log(p).mean() for p in (0,1)^N",
    ),
    (
        r"L = \frac1N \sum_j L_j, \quad L_i = -\log p_i",
        "-np.log(p).mean() for p in (0,1)^N",
    ),
    (
        r"d_i = \lVert x - x_i \rVert",
        "np.linalg.norm(x_i - x, axis=1) for x in R^d, x_i in R^(n,d)",
    ),
    (
        r"\tilde J(w) = J(w) + \lambda w^2, \quad \nabla \tilde J(w) = 2 w \lambda",
        "J_tilde, grad_J_tilde = J(w) + lam * w**2, 2 * lam * w for w in R, J: R -> R",
    ),
    (
        r"y_i = \begin{cases} x_{i-p} & i > p \\ 0 & i \le p \end{cases}",
        "np.concatenate([np.zeros(p), x[:-p]]) for x in R^9, p in 1..4",
    ),
    (
        r"\chi^2(h, g) = \sum_i \frac{(h_i - g_i)^2}{h_i + g_i}",
        "np.sum((h - g)**2 / (h + g)) for h, g in R+^n",
    ),
    (r"y = \sum_i x_i", "sum(v for v in x) for x in R^n"),
    (
        r"y = \sum_i K(x_i, c)",
        "sum([K(v, c) for v in x]) for x in R^n, K = lambda a, b: a * b, c in R",
    ),
    (r"y = \sum_i x_i", "np.sum(x) for z in R^n, x = np.array([relu(v) for v in z])"),
]


@pytest.mark.parametrize(("tex", "binding"), READ)
def test_it_is_read(tex, binding):
    assert formulas.check(tex, binding, FUNCTIONS) is None


def test_repairs_are_formulas_that_someone_may_have_meant():
    for tex in (r"\log \frac{p}{q} = w^\top x - b", r"\theta_{t+1} = w^\top x - b + q_t"):
        proposed = list(repairs.repairs(tex))
        assert len(proposed) > 20
        for nonsense in (r"\log =", "-_", r"{t^\top", "-{"):
            assert not [new for new in proposed if nonsense in new]


@pytest.mark.parametrize(("tex", "same", "other"), READ_ONE_WAY)
def test_what_can_be_read_in_one_way_is_read_so(tex, same, other):
    assert formulas.check(tex, same, FUNCTIONS) is None
    assert not formulas.agrees(tex, other, FUNCTIONS)


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
    formulas.functions.cache_clear()
    yield sys.modules
    formulas.functions.cache_clear()


def test_functions_are_those_of_now(package):
    assert list(formulas.functions()) == ["of_first", "of_second"]
    package["dlnotes.first"].of_first = new = abs
    formulas.functions.cache_clear()  # as the build does before it begins
    assert formulas.functions()["of_first"] is new


def test_functions_refuses_one_name_twice(package):
    package["dlnotes.second"].__all__ = ["of_first"]
    with pytest.raises(formulas.FormulaError, match="of_first stands in dlnotes.first and"):
        formulas.functions()
