"""The features whose dot product is a given kernel of numbers."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "입력이 수 하나다. 커널은 $k(u, v)$ = {{kernel}}이다. 어느 특징의 "
        "내적이 이 커널과 같은가?",
        "hints": [
            "먼저 괄호를 풀어, $u$의 것과 $v$의 것을 곱한 항으로 나누어 적는다.",
            "특징마다 $u$의 것과 $v$의 것을 곱해 더한다. 커널과 같아야 한다. "
            "예를 들어 $u = v = 1$이면 커널은 {{ones}}이다.",
        ],
        "claims": {
            "square": ["$[x^2]$", "내적은 $u^2 v^2$이다."],
            "plain": ["$[x, 1]$", "내적은 $uv + 1$이다."],
            "both": ["$[x^2, x]$", "내적은 $u^2 v^2 + uv$이다."],
            "three": [
                "$[x^2, \\sqrt{2}\\,x, 1]$",
                "내적은 $u^2 v^2 + 2uv + 1$이다.",
            ],
            "four": ["$[x^2, 2x, 1]$", "내적은 $u^2 v^2 + 4uv + 1$이다."],
            "wide": ["$[x^2, 2x, 2]$", "내적은 $u^2 v^2 + 4uv + 4$이다."],
        },
        "reason": "$u$와 $v$의 특징을 차례로 곱해 더한 것과, 커널의 괄호를 푼 것이 같다.",
    },
    "en": {
        "question": "The input is one number. Which features have the dot product "
        "$k(u, v)$ = {{kernel}}?",
        "hints": [
            "First multiply out, and write each term as something of $u$ times something "
            "of $v$.",
            "Multiply each feature of $u$ by that of $v$, and add up. It must be the "
            "kernel. For $u = v = 1$, for example, the kernel is {{ones}}.",
        ],
        "claims": {
            "square": ["$[x^2]$", "The dot product is $u^2 v^2$."],
            "plain": ["$[x, 1]$", "The dot product is $uv + 1$."],
            "both": ["$[x^2, x]$", "The dot product is $u^2 v^2 + uv$."],
            "three": [
                "$[x^2, \\sqrt{2}\\,x, 1]$",
                "The dot product is $u^2 v^2 + 2uv + 1$.",
            ],
            "four": ["$[x^2, 2x, 1]$", "The dot product is $u^2 v^2 + 4uv + 1$."],
            "wide": ["$[x^2, 2x, 2]$", "The dot product is $u^2 v^2 + 4uv + 4$."],
        },
        "reason": "The products of the features of $u$ and $v$ add up to the kernel, "
        "multiplied out.",
    },
}
KERNELS = {
    "(uv)²": "square",
    "uv + 1": "plain",
    "uv(uv + 1)": "both",
    "(uv + 1)²": "three",
    "(uv + 1)² + 2uv": "four",
    "(uv + 2)²": "wide",
}


def draw(rng):
    return {"kernel": list(KERNELS)[rng.integers(len(KERNELS))]}


def steps(kernel):
    return {"ones": value(kernel, 1, 1)}


def truth(kernel):
    return {name: name == KERNELS[kernel] for name in KERNELS.values()}


def value(kernel, u, v):
    """A kernel as it is written, at two numbers."""
    told = kernel.replace("2uv", "2*p").replace("uv(", "p*(").replace("uv", "p")
    return eval(told.replace("²", "**2"), {"p": u * v})


def check(kernel):
    """The features with the same dot product at some numbers."""
    made = {
        "square": lambda x: [x**2],
        "plain": lambda x: [x, 1],
        "both": lambda x: [x**2, x],
        "three": lambda x: [x**2, 2**0.5 * x, 1],
        "four": lambda x: [x**2, 2 * x, 1],
        "wide": lambda x: [x**2, 2 * x, 2],
    }
    for name, phi in made.items():
        dots = [
            (sum(a * b for a, b in zip(phi(u), phi(v), strict=True)), value(kernel, u, v))
            for u, v in [(1, 2), (3, -1), (0, 5)]
        ]
        if all(abs(dot - true) < 1e-9 for dot, true in dots):
            return name
    return None
