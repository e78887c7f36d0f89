"""LaTeX as tokens: commands for the layout are dropped, and synonyms become one token."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from .tree import FormulaError, Token, Tokens

TOKEN = re.compile(
    r"(?P<layout>\s+|~|\\[,;:!> ]|\\(?:tag|label)\{[^{}]*\}|\\(?:left|right)\.?(?![a-zA-Z])"
    r"|\\(?:[bB]igg?[lrm]?|middle|displaystyle|textstyle|(?:no)?limits|notag|nonumber|boxed)"
    r"(?![a-zA-Z])"
    r"|\\(?:begin|end)\{(?:aligned|align\*?|gathered|split)\})"
    r"|(?P<row>\\\\(?:\[-?[\d.]+[a-z]{2}\])?)"
    r"|\\text(?:rm|it|bf)?\{(?P<prose>[^{}]*)\}"
    r"|\\(?:mathrm|operatorname)\*?\{(?P<word>[^{}]*)\}"
    r"|\\arg\s*(?:\\,)?\s*\\(?P<extremum>max|min)(?![a-zA-Z])"
    r"|(?P<symbol>\\(?:begin|end)\{\w+\*?\}|\\[a-zA-Z]+|\\.|:=|\d+(?:\.\d+)?|\S)"
)
SYNONYMS = {
    "\\leq": "\\le",
    "\\leqslant": "\\le",
    "\\geq": "\\ge",
    "\\geqslant": "\\ge",
    "\\neq": "\\ne",
    "\\lt": "<",
    "\\gt": ">",
    "\\dfrac": "\\frac",
    "\\tfrac": "\\frac",
    "\\ln": "\\log",
    "\\gets": "\\leftarrow",
    "\\coloneqq": ":=",
    "\\equiv": "=",
    "\\triangleq": "=",
    "\\ast": "*",
    "\\mod": "\\bmod",
    "\\colon": ":",
    "\\land": '"and',
    "\\wedge": '"and',
    "\\lor": '"or',
    "\\vee": '"or',
    "\\begin{dcases}": "\\begin{cases}",
    "\\end{dcases}": "\\end{cases}",
    **dict.fromkeys(("\\ldots", "\\cdots", "\\dotsc", "\\dotsb", "\\dotsm"), "\\dots"),
    **dict.fromkeys(("\\implies", "\\Rightarrow", "\\iff", "\\Leftrightarrow"), "\\quad"),
    "\\varepsilon": "\\epsilon",
    "\\lbrace": "\\{",
    "\\rbrace": "\\}",
}
OPEN = {"{", "(", "[", "\\{", "\\langle"}
SHUT = {"}", ")", "]", "\\}", "\\rangle"}
DEFINES = {"=", ":=", "\\approx", "\\leftarrow"}
BREAKS = {"\\\\", "\\quad", "\\qquad"}
ACCENTS = {
    *("\\hat", "\\bar", "\\tilde", "\\dot", "\\widehat", "\\widetilde", "\\check"),
    *("\\overline", "\\overrightarrow", "\\overleftarrow", "\\underline"),
}
FONTS = {"\\mathbf", "\\boldsymbol", "\\mathcal", "\\mathsf", "\\bm", "\\vec", "\\mathit"}
# The Python name where it is not that of the LaTeX command.
SPELLING = {
    "lambda": "lam",
    "epsilon": "eps",
    "+": "p",
    "-": "m",
    "/": "_",
    "*": "star",
    "overline": "bar",
}
UNSPELT = {"{", "}", "(", ")", "[", "]", ",", "_", "&"}


@lru_cache(maxsize=4096)
def tokenize(tex: str) -> Tokens:
    r"""The tokens of a formula; \operatorname{name} is read as if it were \name."""
    found = [_token(match) for match in TOKEN.finditer(tex) if match["layout"] is None]
    return tuple(_with_cases(found))


def _with_cases(tokens: list[Token]) -> list[Token]:
    r"""The tokens with \left\{ \begin{array}{ll} … \end{array} \right. as cases."""
    for place in range(len(tokens) - 1):
        if tokens[place : place + 2] == ["\\{", "\\begin{array}"]:
            inner = Cursor(tokens[place + 2 :])
            inner.argument()  # how the columns are set
            body = inner.until_closed()
            if not inner.at({"\\}"}):
                begin, end = tokens[place + 1], tokens[-1 - len(inner.tokens)]
                opener = Token("\\begin{cases}", begin.start, begin.end)
                closer = Token("\\end{cases}", end.start, end.end)
                return [*tokens[:place], opener, *body, closer, *inner.tokens]
    return tokens


def _token(match: re.Match[str]) -> Token:
    if match["prose"] is not None:
        if "$" in match["prose"]:
            raise FormulaError(f"write mathematics outside of {match[0]}")
        text = '"' + _word(match["prose"])
    elif match["word"] is not None:
        text = "\\" + _word(match["word"])
    elif match["row"] is not None:
        text = "\\\\"
    elif match["extremum"] is not None:
        text = "\\arg" + match["extremum"]
    else:
        text = SYNONYMS.get(match[0], match[0])
    return Token(text, *match.span())


def _word(text: str) -> str:
    return re.sub(r"\W+", "_", text.replace("\\,", "").replace("\\_", "_")).strip("_")


def nesting(token: str) -> int:
    """1 for a token that opens a bracket, -1 for one that closes it, else 0."""
    opens = token in OPEN or token.startswith("\\begin{")
    shuts = token in SHUT or token.startswith("\\end{")
    return opens - shuts


def split(tokens: Sequence[Token], separators: Iterable[str]) -> list[Tokens]:
    """The parts between the separators that stand outside of every bracket."""
    separators = set(separators)
    parts: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += nesting(token)
        if depth == 0 and token in separators:
            parts.append([])
        else:
            parts[-1].append(token)
    return [tuple(part) for part in parts]


def strip_punctuation(tokens: Tokens) -> Tokens:
    """The tokens without a comma, semicolon or full stop at their end."""
    return tokens[:-1] if tokens and tokens[-1] in {",", ";", "."} else tokens


class Cursor:
    """Tokens that are read from left to right."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = list(tokens)

    def ahead(self) -> str:
        """The next tokens, for a message."""
        return " ".join(self.tokens[:5]) or "the end"

    def at(self, options: Collection[str]) -> bool:
        """Whether the next token is one of the options."""
        return bool(self.tokens) and self.tokens[0] in options

    def next(self, expected: str | None = None) -> Token:
        """The next token, which must be the expected one."""
        if not self.tokens or expected not in (None, self.tokens[0]):
            raise FormulaError(f"expected {expected or 'more'} before {self.ahead()}")
        return self.tokens.pop(0)

    def took(self, token: str) -> bool:
        """Whether the next token is this one, which is then read."""
        return self.at({token}) and bool(self.next())

    def until_closed(self) -> Tokens:
        """The tokens up to the end of the bracket that was just opened."""
        depth = 1
        for number, token in enumerate(self.tokens):
            depth += nesting(token)
            if depth == 0:
                body = tuple(self.tokens[:number])
                del self.tokens[: number + 1]
                return body
        raise FormulaError(f"a bracket is not closed after {self.ahead()}")

    def argument(self) -> Tokens:
        r"""One argument as TeX takes it: a group or one token, of a number one digit."""
        token = self.next()
        if token == "{":
            return self.until_closed()
        if token[0].isdigit() and len(token) > 1:
            self.tokens.insert(0, Token(token[1:], token.start + 1, token.end))
            token = Token(token[0], token.start, token.start + 1)
        return (token,)


def spell(tokens: Sequence[Token]) -> str:
    r"""The Python name of a LaTeX name: y_hat for \hat{y}, tm1 for t-1."""
    cursor, spelt = Cursor(tokens), ""
    while cursor.tokens:
        token = cursor.next()
        plain = token.lstrip('\\"')
        if token in ACCENTS and cursor.tokens:
            accent = SPELLING.get(plain, plain.removeprefix("wide"))
            spelt += f"{spell(cursor.argument())}_{accent}"
        elif token not in FONTS | UNSPELT:
            spelt += SPELLING.get(plain, plain)
    return spelt
