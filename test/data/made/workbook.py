"""A small XLSX workbook: one sheet, text inline, dates as serial numbers with a date format."""

import io
import zipfile
from datetime import date
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
LINKS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


def text_cell(value):
    return f'<c t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


def date_cell(value):
    day, month, year = map(int, value.split("-"))
    return f'<c s="1"><v>{(date(year, month, day) - date(1899, 12, 30)).days}</v></c>'


def relationships(*targets):
    links = (
        f'<Relationship Id="rId{i}" Type="{LINKS}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(links)}</Relationships>'


def workbook(header, rows, dates, numbers):
    """The bytes of a workbook; `dates` (D-M-YYYY) and `numbers` are the places of such columns."""

    def cell(at, value):
        if at in dates:
            return date_cell(value)
        return f"<c><v>{value}</v></c>" if at in numbers else text_cell(value)

    body = "".join(f"<row>{''.join(cell(i, v) for i, v in enumerate(row))}</row>" for row in rows)
    head = "".join(map(text_cell, header))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="xml" ContentType="{SHEET_TYPE}"/>'
        f'<Default Extension="rels" ContentType="{LINKS_TYPE}"/></Types>',
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">'
        '<sheets><sheet name="Orders" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs count="2">'
        '<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">'
        f"<sheetData><row>{head}</row>{body}</sheetData></worksheet>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
