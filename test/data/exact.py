"""What the scripts of both folders share: exact sums and scores with Python's own library alone."""

import csv
import gzip
import io
import json
from collections import defaultdict
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

CENT = Decimal("0.01")


def read_bytes(path):
    """The content of a file, unpacked if it is gzip."""
    content = path.read_bytes()
    return gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content


def read_rows(path, encoding="utf-8", delimiter=","):
    """The rows of a delimited file as dictionaries of text."""
    text = io.StringIO(read_bytes(path).decode(encoding), newline="")
    return list(csv.DictReader(text, delimiter=delimiter))


def write_packed(path, content):
    """Writes gzip with no time and no name in it, so that the same content always gives the same bytes."""
    with path.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(content)


def cents(amount):
    """A decimal amount in whole cents, half a cent to the even one."""
    return int(Decimal(amount).quantize(CENT, ROUND_HALF_EVEN) * 100)


def amount(whole_cents):
    """Whole cents as a number of the JSON file."""
    return float(Decimal(whole_cents) / 100)


def mean(total_cents, count):
    """A mean amount, rounded half away from zero to the cent."""
    return amount((2 * total_cents + count) // (2 * count))


def group_by(rows, key):
    """The rows of each key, in the order in which the keys first occur."""
    groups = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def total(lines):
    """The cents of all lines."""
    return sum(line["cents"] for line in lines)


def distinct(lines, column):
    """How many values a column has."""
    return len({line[column] for line in lines})


def by_revenue(lines, column):
    """The lines of each value of a column, the largest revenue first."""
    groups = group_by(lines, lambda line: line[column])
    return sorted(groups.items(), key=lambda item: -total(item[1]))


def cuts_of(values, bins=5):
    """Type-7 quantiles between the bins, as exact fractions."""
    ordered = sorted(values)
    cuts = []
    for i in range(1, bins):
        place = Fraction((len(ordered) - 1) * i, bins)
        low = int(place)
        high = min(low + 1, len(ordered) - 1)
        cuts.append(ordered[low] + (place - low) * (ordered[high] - ordered[low]))
    return cuts


def quantile_groups(values, bins=5):
    """Right-closed quantile groups, 1 for the smallest values: equal values share a group."""
    cuts = cuts_of(values.values(), bins)
    return {key: 1 + sum(value > cut for cut in cuts) for key, value in values.items()}


def rank_groups(values, bins=5):
    """Right-closed quantile groups of the ranks, ties in the order of the keys."""
    ordered = sorted(values, key=lambda key: (values[key], key))
    return quantile_groups({key: rank for rank, key in enumerate(ordered, 1)}, bins)


def ntile_groups(values, highest_first, bins=5):
    """SQL's NTILE, ties in the order of the keys."""
    sign = -1 if highest_first else 1
    ordered = sorted(values, key=lambda key: (sign * values[key], key))
    size, larger = divmod(len(ordered), bins)
    groups, at = {}, 0
    for group in range(1, bins + 1):
        end = at + size + (group <= larger)
        groups.update((key, group) for key in ordered[at:end])
        at = end
    return groups


def reversed_groups(groups, bins=5):
    """Groups numbered from the other end: few days since the last order are good."""
    return {key: bins + 1 - group for key, group in groups.items()}


def write_rows(path, header, rows):
    """Writes rows as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def save(path, figures):
    """Writes the figures as JSON."""
    path.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"wrote {path.name}")
