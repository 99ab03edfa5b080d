"""Seeded choices by random() alone: Python promises the same sequence of it in every version."""

import random
from datetime import date, timedelta


class Chance:
    def __init__(self, seed):
        self.random = random.Random(seed).random

    def whole(self, low, high):
        """A whole number from low to high, both included."""
        return low + int(self.random() * (high - low + 1))

    def pick(self, items):
        return items[int(self.random() * len(items))]

    def weighted(self, weights):
        """A key of the dictionary, each as likely as its weight."""
        left = self.random() * sum(weights.values())
        for key, weight in weights.items():
            left -= weight
            if left < 0:
                return key
        return key

    def day(self, first, last):
        return first + timedelta(days=self.whole(0, (last - first).days))

    def digits(self, count):
        return "".join(str(self.whole(0, 9)) for _ in range(count))

    def id(self):
        """Looks like a UUID."""
        text = "".join("0123456789abcdef"[self.whole(0, 15)] for _ in range(32))
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def us_date(day: date):
    return f"{day.month}/{day.day}/{day.year}"
