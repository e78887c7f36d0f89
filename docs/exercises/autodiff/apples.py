"""How a price changes what is paid, through a number and a tax."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "한 개에 {{price}}원인 사과 {{count}}개에 세율 {{rate}}%의 세금을 붙여 "
        "낸다. 사과 한 개의 값이 1원 오르면 내는 돈은 몇 원 오르는가?",
        "hints": [
            "내는 돈에서 시작해 거꾸로 간다. 세금을 거슬러 가면 {{tax}}배가 된다.",
            "개수를 거슬러 가면 다시 {{count}}배가 된다.",
        ],
        "reason": "$1 \\times {{tax}} \\times {{count}} = {{answer}}$이다. "
        "지금의 사과값은 상관없다.",
    },
    "en": {
        "question": "{{count}} apples are bought at {{price}} each, with a tax of "
        "{{rate}}%. If an apple costs 1 more, how much more is paid?",
        "hints": [
            "Start at what is paid and go back. Going back through the tax multiplies by "
            "{{tax}}.",
            "Going back through the number of apples multiplies by {{count}}.",
        ],
        "reason": "It is $1 \\times {{tax}} \\times {{count}} = {{answer}}$. The present "
        "price does not matter.",
    },
}
CODE = """
from dlnotes.autodiff import Value

price = Value({{price}})
(price * {{count}} * (1 + {{rate}} / 100)).backward()
print(round(price.grad, 4))
"""


def draw(rng):
    price, count = 10 * rng.integers(5, 31), rng.integers(2, 10)
    return {"price": price, "count": count, "rate": 5 * rng.integers(1, 5)}


def steps(price, count, rate):
    return {"tax": 1 + rate / 100}


def check(price, count, rate):
    return count * (100 + rate) / 100
