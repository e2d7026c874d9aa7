"""The theme's roles and the deck's faces go in; the theme part of a presentation comes out."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from careerkit.document.theme import Theme
from careerkit.slides.faces import Faces


def theme_xml(theme: Theme, faces: Faces) -> str:
    """Write the theme part: colours by role, the deck's face, plain fills and lines."""
    roles = {role: colour.srgb.lstrip("#").upper() for role, colour in theme.colours.items()}
    colours = {
        "dk1": roles["ink"],
        "lt1": roles["paper"],
        "dk2": roles["accent"],
        "lt2": roles["tint"],
        "accent1": roles["accent"],
        "accent2": roles["accent_soft"],
        "accent3": roles["signal"],
        "accent4": _mix(roles["accent"], roles["paper"], 0.35),
        "accent5": _mix(roles["signal"], roles["paper"], 0.35),
        "accent6": _mix(roles["ink"], roles["paper"], 0.35),
        "hlink": roles["accent"],
        "folHlink": _mix(roles["accent"], roles["ink"], 0.5),
    }
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items()
    )
    name = quoteattr(theme.name)
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f"name={name}><a:themeElements><a:clrScheme name={name}>{scheme}</a:clrScheme>"
        f"<a:fontScheme name={name}><a:majorFont>{_fonts(faces)}</a:majorFont>"
        f"<a:minorFont>{_fonts(faces)}</a:minorFont></a:fontScheme>"
        f"<a:fmtScheme name={name}>{_FORMATS}</a:fmtScheme></a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _fonts(faces: Faces) -> str:
    scripts = "".join(
        f'<a:font script="{script}" typeface={quoteattr(face)}/>'
        for script, face in faces.by_script
    )
    return (
        f"<a:latin typeface={quoteattr(faces.latin)}/>"
        f"<a:ea typeface={quoteattr(faces.east_asian)}/>"
        f"<a:cs typeface={quoteattr(faces.complex_script)}/>{scripts}"
    )


def _mix(first: str, second: str, share: float) -> str:
    """Mix two colours; ``share`` is the second's part."""
    pairs = ((int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINES = "".join(
    f'<a:ln w="{width}">{_FILL}<a:prstDash val="solid"/></a:ln>' for width in (6350, 12700, 19050)
)
_FORMATS = (
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
)
