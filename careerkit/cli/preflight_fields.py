"""What is in a PDF goes in; fields for programs come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from careerkit.preflight.pdf.boxes import name_size
from careerkit.preflight.pdf.report import PdfReport
from careerkit.preflight.pdf.verdict import Verdict, parts_of_exchange


def report_fields(file: str, report: PdfReport, verdicts: Sequence[Verdict]) -> dict[str, object]:
    """Return a report as fields for programs: sizes in mm, type and lines in points."""
    fields: dict[str, object] = {"event": "preflight", "file": file, **asdict(report)}
    fields["sizes"] = [
        {
            "pages": each.pages,
            "name": name_size(each.boxes.finished.size)[0],
            "width_mm": round(each.boxes.finished.size[0], 2),
            "height_mm": round(each.boxes.finished.size[1], 2),
            "bleed_mm": round(each.boxes.bleed_mm, 2),
            "boxes": {
                name: None if box is None else [round(value, 2) for value in box]
                for name, box in (
                    ("media", each.boxes.media),
                    ("crop", each.boxes.crop),
                    ("bleed", each.boxes.bleed),
                    ("trim", each.boxes.trim),
                )
            },
            "rotation_degrees": each.boxes.rotation_degrees,
        }
        for each in report.sizes
    ]
    for key in ("pictures", "fonts"):
        fields[key] = [use._asdict() for use in getattr(report, key)]
    fields["colours"] = [
        {"kind": use.colour.kind, "model": use.colour.model, "pages": use.pages}
        for use in report.colours
    ]
    for key in ("smallest_type", "thinnest_line"):
        found = getattr(report, key)
        fields[key] = None if found is None else found._asdict()
    fields["pdf_x_parts"] = parts_of_exchange(report)._asdict()
    fields["verdicts"] = {
        verdict.audience.value.replace(" ", "_"): {
            "fit": verdict.is_fit,
            "meant": verdict.is_meant,
            "findings": [finding._asdict() for finding in verdict.findings],
        }
        for verdict in verdicts
    }
    return fields
