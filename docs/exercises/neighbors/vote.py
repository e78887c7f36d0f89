"""The vote of k stations along a road."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "곧은 길의 {{at}} km 지점에 관측소가 있다. 날씨는 차례로 {{rain}}이고, "
        "1은 비, 0은 맑음이다. {{here}} km 지점의 날씨를 이웃 {{k}}곳의 표로 예측하면?",
        "hints": [
            "거리를 차례로 적으면 {{distances}}이다.",
            "거리가 작은 것부터 {{k}}곳을 고르면 {{near}} km 지점이다. 표를 센다.",
        ],
        "claims": {
            "rain": ["비", "가까운 관측소의 표를 다시 세어 본다."],
            "dry": ["맑음", "가까운 관측소의 표를 다시 세어 본다."],
        },
        "reason": "가장 가까운 곳은 {{near}} km 지점이고, "
        "그 가운데 비가 온다고 한 곳은 {{votes}}곳이다.",
    },
    "en": {
        "question": "Stations stand {{at}} km along a straight road. Their weather is "
        "{{rain}}, where 1 is rain and 0 is dry. What does $k = {{k}}$ predict for "
        "{{here}} km?",
        "hints": [
            "The distances are {{distances}}.",
            "Take the smallest, {{k}} in all: the stations at {{near}} km. Count their "
            "votes.",
        ],
        "claims": {
            "rain": ["Rain", "Count the votes of the near stations again."],
            "dry": ["Dry", "Count the votes of the near stations again."],
        },
        "reason": "The nearest stations are those at {{near}} km. "
        "The number of them that say rain is {{votes}}.",
    },
}
CODE = """
from dlnotes.neighbors import knn_classify

at, rain = [{{at}}], [{{rain}}]
print(knn_classify([[x] for x in at], rain, [[{{here}}]], {{k}})[0])
"""


def draw(rng):
    at = sorted(rng.permutation(20)[:5])
    rain = rng.permutation([0, 0, 1, 1, rng.integers(2)])
    # no two stations are equally far
    here = int(rng.integers(20)) + 0.2
    return {"at": at, "rain": rain, "here": here, "k": rng.choice([1, 3])}


def nearest(at, rain, here, k):
    return sorted((abs(x - here), x, wet) for x, wet in zip(at, rain, strict=True))[:k]


def steps(at, rain, here, k):
    near = nearest(at, rain, here, k)
    return {
        "distances": [round(abs(x - here), 1) for x in at],
        "near": [x for _, x, _ in near],
        "votes": sum(wet for *_, wet in near),
    }


def truth(at, rain, here, k):
    wet = 2 * sum(wet for *_, wet in nearest(at, rain, here, k)) > k
    return {"rain": wet, "dry": not wet}


def check(at, rain, here, k):
    from sklearn.neighbors import KNeighborsClassifier

    model = KNeighborsClassifier(k).fit([[x] for x in at], rain)
    return ["dry", "rain"][model.predict([[here]])[0]]
