"""Text of a given length in a language that does not exist, held together by a few English words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from random import Random


def _split(words: str) -> list[str]:
    return words.split()


ONSETS = _split("b bl br d dr f fl g gl gr h j k kl kr l m n p pl pr qu r s sk sl sn sp st t tr v vl w z zw")
VOWELS = _split("a e i o u ai ee oo ou y")
CODAS = ["", "", "", *_split("b g k l lt m n nd ng nk p r rn s sk t x z")]
ENGLISH = _split("the of and in to with for a by from on at as an or their")


def _lexicon(size: int) -> list[str]:
    """English words first, then invented ones of one to four syllables."""
    rng = Random("lexicon")
    invented: dict[str, None] = {}
    while len(invented) < size:
        syllables = rng.choices((1, 2, 3), (4, 6, 2))[0]
        word = "".join(rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(syllables)) + rng.choice(CODAS)
        if len(word) > 2:
            invented[word] = None
    return [*ENGLISH, *invented]


LEXICON = _lexicon(3000)
WEIGHTS = list(accumulate(1 / (rank + 3) ** 0.9 for rank in range(len(LEXICON))))


class Words:
    """Makes texts from one source of chance."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng

    def word(self) -> str:
        """One invented word."""
        return self.rng.choice(LEXICON[len(ENGLISH) :])

    def series(self, number: int) -> list[str]:
        """A number of words, frequent ones more often, the last one an invented one."""
        return [*self.rng.choices(LEXICON, cum_weights=WEIGHTS, k=number - 1), self.word()]

    def phrase(self, length: int) -> str:
        """Words of about so many characters, the first with a capital letter."""
        text = " ".join(self.series(max(length // 4, 1)))
        text = text if len(text) <= length else text[: max(length, 4)].rpartition(" ")[0]
        text = text if len(text) > 1 else self.word()  # no field may hold a single letter
        return text[:1].upper() + text[1:]

    def sentence(self, words: int) -> str:
        """A sentence of so many words, without its full stop."""
        series = self.series(words)
        if words > 11:
            series[words // 2] += ","
        text = " ".join(series)
        return text[:1].upper() + text[1:]

    def sentences(self, words: int) -> str:
        """Sentences that have so many words together."""
        parts = []
        while words > 0:
            part = words if words < 22 else self.rng.randint(9, 16)
            parts.append(self.sentence(part) + ".")
            words -= part
        return " ".join(parts)

    def prose(self, length: int, cite: Callable[[], str]) -> str:
        """Sentences of about so many characters, most with a citation; a new paragraph after some of them."""
        parts = [self._cited(cite)]
        while len(parts[-1]) + sum(map(len, parts[:-1])) < length:
            room = length - sum(map(len, parts))
            new_paragraph = room > 150 and self.rng.random() < 0.25
            parts.append(("\n\n" if new_paragraph else " ") + self._cited(cite))
        return "".join(parts)

    def _cited(self, cite: Callable[[], str]) -> str:
        sentence = self.sentence(self.rng.randint(8, 20))
        return f"{sentence} {cite()}." if self.rng.random() < 0.6 else f"{sentence}."
