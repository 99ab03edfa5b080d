"""The figures of model-shop.csv.gz; figures.py writes them."""

import sys
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from exact import (  # noqa: E402
    amount,
    by_revenue,
    cents,
    cuts_of,
    distinct,
    group_by,
    mean,
    quantile_groups,
    rank_groups,
    read_rows,
    reversed_groups,
    total,
)


def five(r, f, m):
    if r >= 4 and f >= 4 and m >= 4:
        return "VIP"
    if r >= 3:
        return "Loyal Customers" if f >= 3 else "Potential Loyalists"
    return "At-Risk Customers" if f >= 3 else "Lost Customers"


FIVE = ["VIP", "Loyal Customers", "Potential Loyalists", "At-Risk Customers", "Lost Customers"]


def model_lines():
    for row in read_rows(HERE / "model-shop.csv.gz", "cp850"):
        month, day, year = map(int, row["ORDERDATE"].split(" ")[0].split("/"))
        yield {**row, "day": date(year, month, day), "cents": cents(row["SALES"])}


def customers_as_of(lines, as_of):
    """Days since the last order, orders, order lines and cents of everybody who had ordered."""
    own = group_by((line for line in lines if line["day"] <= as_of), lambda line: line["CUSTOMERNAME"])
    return (
        {key: (as_of - max(line["day"] for line in some)).days for key, some in own.items()},
        {key: distinct(some, "ORDERNUMBER") for key, some in own.items()},
        {key: len(some) for key, some in own.items()},
        {key: total(some) for key, some in own.items()},
    )


def segments(days, frequency, money, r=quantile_groups, f=quantile_groups, m=quantile_groups):
    r_scores, f_scores, m_scores = reversed_groups(r(days)), f(frequency), m(money)
    return {key: five(r_scores[key], f_scores[key], m_scores[key]) for key in days}


def sizes(found):
    return [sum(segment == name for segment in found.values()) for name in FIVE]


def segment_figures(lines):
    last = max(line["day"] for line in lines)
    days, orders, order_lines, money = customers_as_of(lines, last + timedelta(days=1))
    kept_together = segments(days, orders, money)
    at_risk = [key for key, segment in kept_together.items() if segment == "At-Risk Customers"]
    largest = max(at_risk, key=lambda key: money[key])
    to_last = customers_as_of(lines, last)
    return {
        "linesByRank": sizes(segments(days, order_lines, money, rank_groups, rank_groups, rank_groups)),
        "linesByRankOfFrequency": sizes(segments(days, order_lines, money, f=rank_groups)),
        "ordersByRank": sizes(segments(days, orders, money, rank_groups, rank_groups, rank_groups)),
        "orders": sizes(kept_together),
        "cutsToTheLastDay": [
            [round(float(cut) / scale, 2) for cut in cuts_of(values.values())]
            for values, scale in ((to_last[0], 1), (to_last[1], 1), (to_last[3], 100))
        ],
        "largestAtRisk": {
            "name": largest,
            "monetary": amount(money[largest]),
            "frequency": orders[largest],
            "lastOrder": str(max(line["day"] for line in lines if line["CUSTOMERNAME"] == largest)),
        },
    }


def largest_move(lines, monday):
    """The largest group that changed from one segment to another within the week before a Monday."""
    before = customers_as_of(lines, monday - timedelta(days=8))
    after = customers_as_of(lines, monday - timedelta(days=1))
    was = segments(before[0], before[1], before[3])
    now = segments(after[0], after[1], after[3])
    moved = group_by(
        (key for key in now if key in was and was[key] != now[key]), lambda key: (was[key], now[key])
    )
    (source, target), keys = max(moved.items(), key=lambda item: len(item[1]))
    week = [line for line in lines if monday - timedelta(days=7) <= line["day"] < monday]
    ordered = {line["CUSTOMERNAME"] for line in week}
    changed = [key for some in moved.values() for key in some]
    return {
        "monday": str(monday),
        "from": source,
        "to": target,
        "customers": len(keys),
        "monetary": amount(sum(after[3][key] for key in keys)),
        "moved": len(changed),
        "movedWithoutOrder": len([key for key in changed if key not in ordered]),
    }


def seasons(lines):
    """Every month of the year: how many of it are whole, with sales or without, and their mean revenue."""
    months = group_by(lines, lambda line: (line["day"].year, line["day"].month))
    # The data begins on 6 January 2003 and ends on 31 May 2005.
    whole = [(year, month) for year in (2003, 2004, 2005) for month in range(1, 13)][1:29]
    by_month = group_by(whole, lambda key: key[1])
    return {
        date(2000, month, 1).strftime("%B"): {
            "times": len(own),
            "average": mean(sum(total(months.get(key, [])) for key in own), len(own)),
        }
        for month, own in by_month.items()
    }


def model_shop():
    lines = list(model_lines())
    orders = group_by(lines, lambda line: line["CUSTOMERNAME"])
    spent = sorted((total(own) for own in orders.values()), reverse=True)
    fifth = -(-len(spent) // 5)
    months = group_by(lines, lambda line: f"{line['day']:%Y-%m}")
    quarters = group_by(lines, lambda line: (line["day"].year, (line["day"].month + 2) // 3))
    to_may = {
        year: total(l for l in lines if l["day"].year == year and l["day"].month <= 5)
        for year in (2004, 2005)
    }
    count = distinct(lines, "ORDERNUMBER")
    return {
        "lines": len(lines),
        "orders": count,
        "customers": len(orders),
        "revenue": amount(total(lines)),
        "units": sum(int(line["QUANTITYORDERED"]) for line in lines),
        "averageOrder": mean(total(lines), count),
        "countries": [
            [name, amount(total(own)), distinct(own, "ORDERNUMBER"), distinct(own, "CUSTOMERNAME")]
            for name, own in by_revenue(lines, "COUNTRY")
        ],
        "productLines": {name: amount(total(own)) for name, own in by_revenue(lines, "PRODUCTLINE")},
        "dealSizes": [
            [name, amount(total(own)), len(own), mean(total(own), len(own))]
            for name, own in by_revenue(lines, "DEALSIZE")
        ],
        "statuses": [
            [name, len(own), distinct(own, "ORDERNUMBER"), amount(total(own))]
            for name, own in by_revenue(lines, "STATUS")
        ],
        "quarters": [amount(total(own)) for _, own in sorted(quarters.items())],
        "topMonths": [
            [m, amount(total(own))] for m, own in sorted(months.items(), key=lambda i: -total(i[1]))[:2]
        ],
        "seasons": seasons(lines),
        "januaryToMay": {str(year): amount(value) for year, value in to_may.items()},
        "topFifth": {"customers": fifth, "share": round(sum(spent[:fifth]) / sum(spent), 4)},
        "cameBack": sum(distinct(own, "ORDERNUMBER") > 1 for own in orders.values()),
        "segments": segment_figures(lines),
        "largestMove": largest_move(lines, date(2004, 5, 3)),
    }
